//! Locations as ST.25 writes them: `(1)..(33)`, `(5)`, `(1)...(5)`.

/// The location in the form of ST.26.
pub(super) fn modern(text: &str) -> String {
    let tight: String = text.split_whitespace().collect();
    let dotted = tight.replace("...", "..").replace('\u{2026}', "..");
    let mut out = String::with_capacity(dotted.len());
    let mut rest = dotted.as_str();
    while let Some(open) = rest.find('(') {
        let inner = &rest[open + 1..];
        let close = inner.find(')').filter(|close| is_number(&inner[..*close]));
        let Some(close) = close else {
            out.push_str(&rest[..=open]);
            rest = inner;
            continue;
        };
        out.push_str(&rest[..open]);
        out.push_str(&inner[..close]);
        rest = &inner[close + 1..];
    }
    out.push_str(rest);
    if let Some((from, to)) = out.split_once("..")
        && from == to
        && is_number(from)
    {
        return from.to_owned();
    }
    if let Some((from, to)) = out.split_once('-')
        && is_number(from)
        && is_number(to)
    {
        return format!("{from}..{to}");
    }
    out
}

fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches(['<', '>']);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::modern;

    #[test]
    fn parentheses_around_numbers_go() {
        for (old, new) in [
            ("(1)..(33)", "1..33"),
            ("(5)", "5"),
            ("(5)..(5)", "5"),
            ("(1)...(5)", "1..5"),
            (" (1) .. (5) ", "1..5"),
            ("join((1)..(5),(7)..(9))", "join(1..5,7..9)"),
            ("complement((1)..(5))", "complement(1..5)"),
            ("(<1)..(>5)", "<1..>5"),
            ("1-5", "1..5"),
            ("somewhere", "somewhere"),
            ("((", "(("),
        ] {
            assert_eq!(modern(old), new);
        }
    }
}
