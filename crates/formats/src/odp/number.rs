//! Numbers and dates of the US office in the forms of its services.

use model::{DocumentId, Str};

/// The number of an application, which may be one of the PCT: `15123456`, `PCT/US15/27322`.
pub(super) fn application(number: Str) -> DocumentId {
    let office = if number.starts_with("PCT") {
        "WO"
    } else {
        "US"
    };
    DocumentId {
        office: office.into(),
        number,
        format: "application".into(),
        ..DocumentId::default()
    }
}

/// The number of a patent or publication, in the parts in which it was given: `US 2017-0071586 A1`.
pub(super) fn publication(number: &str) -> DocumentId {
    let mut out = DocumentId {
        office: "US".into(),
        format: "publication".into(),
        ..DocumentId::default()
    };
    let words: Vec<&str> = number.split_whitespace().collect();
    match words.as_slice() {
        [office, number, kind] if office.len() == 2 && kind.len() <= 2 => {
            out.office = (*office).into();
            out.number = (*number).into();
            out.kind = (*kind).into();
        }
        [office, number] if office.len() == 2 && office.bytes().all(|b| b.is_ascii_uppercase()) => {
            out.office = (*office).into();
            out.number = (*number).into();
        }
        _ => out.number = number.into(),
    }
    out
}

/// A date that is written month first, in the order of ISO 8601: `06-27-2019`.
pub(super) fn date(raw: &str) -> Option<String> {
    let mut parts = raw.trim().split('-');
    let parts = [parts.next()?, parts.next()?, parts.next()?];
    let is_number =
        |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let [month, day, year] = parts;
    let is_date = is_number(month, 2) && is_number(day, 2) && is_number(year, 4);
    is_date.then(|| format!("{year}-{month}-{day}"))
}

/// The ST.3 code of a country by the name that the office writes.
///
/// Clause: ST.3
pub(super) fn office(name: &str) -> Option<&'static str> {
    const NAMES: &[(&str, &str)] = &[
        ("AUSTRALIA", "AU"),
        ("AUSTRIA", "AT"),
        ("BELGIUM", "BE"),
        ("BRAZIL", "BR"),
        ("CANADA", "CA"),
        ("CHINA", "CN"),
        ("DENMARK", "DK"),
        ("EUROPEAN PATENT OFFICE", "EP"),
        ("EUROPEAN PATENT OFFICE (EPO)", "EP"),
        ("FINLAND", "FI"),
        ("FRANCE", "FR"),
        ("GERMANY", "DE"),
        ("INDIA", "IN"),
        (
            "INTERNATIONAL BUREAU OF THE WORLD INTELLECTUAL PROPERTY ORGANIZATION (WIPO)",
            "IB",
        ),
        ("ISRAEL", "IL"),
        ("ITALY", "IT"),
        ("JAPAN", "JP"),
        ("KOREA, REPUBLIC OF", "KR"),
        ("MEXICO", "MX"),
        ("NETHERLANDS", "NL"),
        ("NEW ZEALAND", "NZ"),
        ("NORWAY", "NO"),
        ("REPUBLIC OF KOREA", "KR"),
        ("RUSSIAN FEDERATION", "RU"),
        ("SINGAPORE", "SG"),
        ("SOUTH AFRICA", "ZA"),
        ("SPAIN", "ES"),
        ("SWEDEN", "SE"),
        ("SWITZERLAND", "CH"),
        ("TAIWAN", "TW"),
        ("UNITED KINGDOM", "GB"),
        ("UNITED STATES", "US"),
    ];
    let name = name.trim().to_ascii_uppercase();
    let found = NAMES.binary_search_by_key(&name.as_str(), |(known, _)| known);
    found.ok().map(|index| NAMES[index].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_their_parts() {
        let id = publication("US 2017-0071586 A1");
        assert_eq!(
            (&*id.office, &*id.number, &*id.kind),
            ("US", "2017-0071586", "A1")
        );
        assert_eq!(publication("US20100235004A1").number, "US20100235004A1");
        assert_eq!(application("PCT/US15/27322".into()).office, "WO");
        assert_eq!(date("06-27-2019").as_deref(), Some("2019-06-27"));
        assert_eq!(date("2019-06-27"), None);
        assert_eq!(office("Japan"), Some("JP"));
        assert_eq!(office("UNITED STATES"), Some("US"));
        assert_eq!(office("Atlantis"), None);
    }
}
