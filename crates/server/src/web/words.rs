//! Codes in plain words.

use office::register::Label;

/// Offices whose documents are common, with the names by which people know them.
///
/// Clause: ST.3
const OFFICES: [(&str, &str); 38] = [
    ("AP", "African Regional Intellectual Property Organization"),
    ("AT", "Austrian Patent Office"),
    ("AU", "IP Australia"),
    ("BR", "National Institute of Industrial Property of Brazil"),
    ("CA", "Canadian Intellectual Property Office"),
    ("CH", "Swiss Federal Institute of Intellectual Property"),
    ("CN", "China National Intellectual Property Administration"),
    ("CZ", "Industrial Property Office of the Czech Republic"),
    ("DE", "German Patent and Trade Mark Office"),
    ("DK", "Danish Patent and Trademark Office"),
    ("EA", "Eurasian Patent Office"),
    ("EG", "Egyptian Patent Office"),
    ("EP", "European Patent Office"),
    ("ES", "Spanish Patent and Trademark Office"),
    ("FI", "Finnish Patent and Registration Office"),
    ("FR", "French National Institute of Industrial Property"),
    ("GB", "United Kingdom Intellectual Property Office"),
    ("HU", "Hungarian Intellectual Property Office"),
    ("IL", "Israel Patent Office"),
    ("IN", "Indian Patent Office"),
    ("IT", "Italian Patent and Trademark Office"),
    ("JP", "Japan Patent Office"),
    ("KR", "Korean Intellectual Property Office"),
    ("MX", "Mexican Institute of Industrial Property"),
    ("NL", "Netherlands Patent Office"),
    ("NO", "Norwegian Industrial Property Office"),
    ("NZ", "Intellectual Property Office of New Zealand"),
    ("OA", "African Intellectual Property Organization"),
    ("PL", "Patent Office of the Republic of Poland"),
    ("PT", "Portuguese Institute of Industrial Property"),
    ("RU", "Federal Service for Intellectual Property of Russia"),
    ("SE", "Swedish Intellectual Property Office"),
    ("SG", "Intellectual Property Office of Singapore"),
    ("TR", "Turkish Patent and Trademark Office"),
    ("TW", "Taiwan Intellectual Property Office"),
    ("US", "United States Patent and Trademark Office"),
    ("WO", "World Intellectual Property Organization"),
    (
        "ZA",
        "Companies and Intellectual Property Commission of South Africa",
    ),
];

/// The office of a code, in words; the code itself when it is a rarer one.
pub(crate) fn office(code: &str) -> String {
    let known = OFFICES.iter().find(|(known, _)| *known == code.trim());
    known.map_or_else(
        || format!("office {}", code.trim()),
        |(_, name)| (*name).to_owned(),
    )
}

/// What a document is, by office and kind code.
///
/// Clause: ST.16
pub(crate) fn kind(office: &str, kind: &str) -> &'static str {
    match (office.trim(), kind.trim()) {
        ("US", "A1") => "Patent application",
        ("US", "A2") => "Patent application, published again",
        ("US", "A9") => "Patent application, corrected",
        ("US", "A" | "B1" | "B2") => "Patent",
        ("US", "S" | "S1") => "Design patent",
        ("US", "P1") => "Plant patent application",
        ("US", "P" | "P2" | "P3") => "Plant patent",
        ("US", "E" | "E1") => "Reissued patent",
        ("US", "H" | "H1") => "Statutory invention registration",
        ("EP", "A1") => "European patent application with search report",
        ("EP", "A2") => "European patent application without search report",
        ("EP", "A3") => "Search report of a European patent application",
        ("EP", "A4") => "Supplementary search report",
        ("EP", "B1") => "European patent",
        ("EP", "B2") => "European patent, amended after opposition",
        ("EP", "B3") => "European patent, amended after limitation",
        ("WO", "A1") => "International application with search report",
        ("WO", "A2") => "International application without search report",
        _ => "Patent document",
    }
}

/// What a part of the data of a publication is, by the end of its name.
fn part(key: &str) -> Option<&'static str> {
    const PARTS: [(&str, &str); 8] = [
        ("-legal", "Legal events"),
        ("-legal-status", "Legal events"),
        ("-register", "Register data"),
        ("-claims", "Claims"),
        ("-description", "Description"),
        ("-fulltext", "Full text"),
        ("-family", "Family data"),
        ("-number", "Numbers"),
    ];
    let found = PARTS.iter().find(|(end, _)| key.ends_with(end));
    found.map(|(_, what)| *what)
}

/// What a document is, of whom and when, in a sentence.
pub(crate) fn status(label: &Label) -> String {
    if label.right == "listing" {
        return "Sequence listing".to_owned();
    }
    if label.key.ends_with("-application") {
        return format!("Application at the {}", office(&label.office));
    }
    let what = kind(&label.office, &label.kind);
    let mut out = match part(&label.key) {
        Some(part) => format!("{part}, kept apart: {what}"),
        None => what.to_owned(),
    };
    if !label.kind.is_empty() {
        out.push_str(" (kind ");
        out.push_str(&label.kind);
        out.push(')');
    }
    out.push_str(", published by the ");
    out.push_str(&office(&label.office));
    out
}

/// A number of bytes as people read it.
pub(crate) fn bytes(count: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "it is shown with three digits")]
    let mut size = count as f64;
    if count < 1000 {
        return format!("{count} bytes");
    }
    for unit in ["kB", "MB", "GB"] {
        size /= 1000.0;
        if size < 9.95 {
            return format!("{size:.1} {unit}");
        }
        if size < 999.5 {
            return format!("{size:.0} {unit}");
        }
    }
    format!("{:.1} TB", size / 1000.0)
}

/// A number with its thousands apart.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A count with its noun.
pub(crate) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_counts() {
        assert_eq!(bytes(999), "999 bytes");
        assert_eq!(bytes(1500), "1.5 kB");
        assert_eq!(bytes(999_600), "1.0 MB");
        assert_eq!(bytes(12_345_678), "12 MB");
        assert_eq!(counted(1, "act", "acts"), "1 act");
        assert_eq!(counted(48_213, "act", "acts"), "48,213 acts");
    }
}
