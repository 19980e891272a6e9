//! Content negotiation by `Accept`.
//!
//! Clause: RFC 9110 section 12.5.1

/// Chooses the offer that a client likes best; of two it likes equally the first.
///
/// `accept` is the field's value; without one, or with one that says nothing, the first offer is taken. `None` when
/// the client accepts none of them.
pub(crate) fn choose<'o>(accept: Option<&str>, offers: &[&'o str]) -> Option<&'o str> {
    let ranges: Vec<Range<'_>> = accept.map(ranges).unwrap_or_default();
    if ranges.is_empty() {
        return offers.first().copied();
    }
    let mut best: Option<(u16, &str)> = None;
    for offer in offers {
        let weight = weight(&ranges, offer);
        if weight > best.map_or(0, |(weight, _)| weight) {
            best = Some((weight, offer));
        }
    }
    best.map(|(_, offer)| offer)
}

/// A media range with its weight in thousandths.
struct Range<'a> {
    kind: &'a str,
    subtype: &'a str,
    weight: u16,
}

fn ranges(accept: &str) -> Vec<Range<'_>> {
    accept.split(',').filter_map(range).collect()
}

fn range(text: &str) -> Option<Range<'_>> {
    let mut parts = text.split(';');
    let (kind, subtype) = parts.next()?.trim().split_once('/')?;
    let (kind, subtype) = (kind.trim(), subtype.trim());
    let is_token = |text: &str| !text.is_empty() && !text.contains(char::is_whitespace);
    if !is_token(kind) || !is_token(subtype) || (kind == "*" && subtype != "*") {
        return None;
    }
    let mut weight = 1000;
    for part in parts {
        let Some((name, value)) = part.split_once('=') else {
            continue;
        };
        if name.trim().eq_ignore_ascii_case("q") {
            weight = thousandths(value.trim())?;
        }
    }
    Some(Range {
        kind,
        subtype,
        weight,
    })
}

/// Reads `0.5`, `.5`, `1`, `0.333`; what is no weight makes the range count for nothing.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let is_digits = rest.len() <= 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    let part: u16 = format!("{rest:0<3}").parse().ok()?;
    match (whole, is_digits) {
        ("0", true) => Some(part),
        ("", true) if !rest.is_empty() => Some(part),
        ("1", true) if part == 0 => Some(1000),
        _ => None,
    }
}

/// The weight of the most specific range that takes the offer.
fn weight(ranges: &[Range<'_>], offer: &str) -> u16 {
    let (kind, subtype) = offer.split_once('/').unwrap_or((offer, ""));
    let mut best = (0, 0);
    for range in ranges {
        let same_kind = range.kind.eq_ignore_ascii_case(kind);
        let specificity = if same_kind && range.subtype.eq_ignore_ascii_case(subtype) {
            3
        } else if same_kind && range.subtype == "*" {
            2
        } else if range.kind == "*" {
            1
        } else {
            continue;
        };
        if specificity > best.0 {
            best = (specificity, range.weight);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFERS: [&str; 3] = ["application/xml", "text/html", "text/plain"];

    #[test]
    fn weights_and_specificity() {
        for (accept, chosen) in [
            (None, Some("application/xml")),
            (Some(""), Some("application/xml")),
            (Some("*/*"), Some("application/xml")),
            (Some("nonsense"), Some("application/xml")),
            (Some("text/*"), Some("text/html")),
            (Some("TEXT/Plain"), Some("text/plain")),
            (
                Some("text/html;q=0.5, text/plain;q=0.8"),
                Some("text/plain"),
            ),
            (Some("*/*;q=0.1, text/html"), Some("text/html")),
            (Some("application/xml;q=0, */*"), Some("text/html")),
            (
                Some("text/*;q=0.9, text/html;q=0.1, application/xml;q=0.5"),
                Some("text/plain"),
            ),
            (Some("image/png"), None),
            (Some("*/*;q=0"), None),
            (Some("text/html, */*;q=0"), Some("text/html")),
            (Some("text/*;q=0, */*;q=0.1"), Some("application/xml")),
            (
                Some("application/xml;q=.2, text/plain;q=.3"),
                Some("text/plain"),
            ),
            (Some("application/xml;q=0"), None),
            (Some("text/html;level=1;q=0.7"), Some("text/html")),
            (Some("text/html;q=7, text/plain;q=0.1"), Some("text/plain")),
            (
                Some("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
                Some("text/html"),
            ),
        ] {
            assert_eq!(choose(accept, &OFFERS), chosen, "{accept:?}");
        }
    }
}
