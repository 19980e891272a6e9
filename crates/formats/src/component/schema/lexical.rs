//! The lexical forms of the simple types.

/// Whether a byte is white space of XML.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Whether a text has at least one word and each is of a form.
pub(super) fn words(text: &str, form: impl Fn(&str) -> bool) -> bool {
    let mut words = text
        .split(super::kind::is_space)
        .filter(|word| !word.is_empty())
        .peekable();
    words.peek().is_some() && words.all(form)
}

/// Digits at the start of a text, and the rest.
fn digits(text: &str) -> (&str, &str) {
    let end = text
        .bytes()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(text.len());
    text.split_at(end)
}

/// `decimal`; validators stop at some number of digits, so there are at most twenty.
pub(super) fn decimal(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, rest) = digits(text);
    let (fraction, rest) = match rest.strip_prefix('.') {
        Some(rest) => digits(rest),
        None => ("", rest),
    };
    rest.is_empty() && (1..=20).contains(&(whole.len() + fraction.len()))
}

/// `integer`.
pub(super) fn integer(text: &str) -> bool {
    let (digits, rest) = digits(text.strip_prefix(['+', '-']).unwrap_or(text));
    rest.is_empty() && (1..=20).contains(&digits.len())
}

/// `nonNegativeInteger`.
pub(super) fn non_negative(text: &str) -> bool {
    integer(text) && (!text.starts_with('-') || text.bytes().skip(1).all(|byte| byte == b'0'))
}

/// `positiveInteger`.
pub(super) fn positive(text: &str) -> bool {
    integer(text) && !text.starts_with('-') && text.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
}

/// The year at the start of a text, and the rest; more digits than four are a date without marks.
fn leading_year(text: &str) -> Option<(u32, &str)> {
    let (year, rest) = digits(text.strip_prefix('-').unwrap_or(text));
    if year.len() == 4 && year != "0000" {
        Some((year.parse().ok()?, rest))
    } else {
        None
    }
}

/// Two digits at the start of a text, after a mark, in a range; and the rest.
fn pair(text: &str, mark: char, range: std::ops::RangeInclusive<u32>) -> Option<(u32, &str)> {
    let text = text.strip_prefix(mark)?;
    let number = text
        .get(..2)
        .filter(|pair| pair.bytes().all(|byte| byte.is_ascii_digit()))?;
    let number = number.parse().ok()?;
    range.contains(&number).then(|| (number, &text[2..]))
}

/// Whether a text is a time zone, or nothing.
fn zone(text: &str) -> bool {
    if text.is_empty() || text == "Z" {
        return true;
    }
    let hours = pair(text, '+', 0..=13).or_else(|| pair(text, '-', 0..=13));
    hours
        .and_then(|(_, rest)| pair(rest, ':', 0..=59))
        .is_some_and(|(_, rest)| rest.is_empty())
}

/// The text after a date at its start.
fn after_date(text: &str) -> Option<&str> {
    let (year, rest) = leading_year(text)?;
    let (month, rest) = pair(rest, '-', 1..=12)?;
    let (day, rest) = pair(rest, '-', 1..=31)?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap && !text.starts_with('-')),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (day <= days).then_some(rest)
}

/// `date`.
pub(super) fn date(text: &str) -> bool {
    after_date(text).is_some_and(zone)
}

/// `gYear`.
pub(super) fn year(text: &str) -> bool {
    leading_year(text).is_some_and(|(_, rest)| zone(rest))
}

/// `gYearMonth`.
pub(super) fn year_month(text: &str) -> bool {
    leading_year(text)
        .and_then(|(_, rest)| pair(rest, '-', 1..=12))
        .is_some_and(|(_, rest)| zone(rest))
}

/// `dateTime`.
pub(super) fn date_time(text: &str) -> bool {
    let after_time = || {
        let (_, rest) = pair(after_date(text)?, 'T', 0..=23)?;
        let (_, rest) = pair(rest, ':', 0..=59)?;
        let (_, rest) = pair(rest, ':', 0..=59)?;
        match rest.strip_prefix('.') {
            None => Some(rest),
            Some(fraction) => {
                let (fraction, rest) = digits(fraction);
                (1..=9).contains(&fraction.len()).then_some(rest)
            }
        }
    };
    after_time().is_some_and(zone)
}

/// `anyURI`, as an address of RFC 3986 without square brackets.
pub(super) fn uri(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut fragments = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'%' => {
                let hex = bytes.get(at + 1..at + 3);
                if !hex.is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)) {
                    return false;
                }
            }
            b'#' => fragments += 1,
            b'[' | b']' | b'<' | b'>' | b'"' | b'{' | b'}' | b'|' | b'\\' | b'^' | b'`' => {
                return false;
            }
            0x21..=0x7e | 0x80.. => {}
            _ => return false,
        }
    }
    let path = text.find(['/', '?', '#']).unwrap_or(text.len());
    let (scheme, rest) = match text[..path].find(':') {
        Some(colon) => (Some(&text[..colon]), &text[colon + 1..]),
        None => (None, text),
    };
    let scheme_fits = scheme.is_none_or(|scheme| {
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
            && !rest.is_empty()
    });
    fragments <= 1 && scheme_fits && authority(rest)
}

/// Whether a host and port at the start of a text, if there are any, are of the right form.
fn authority(text: &str) -> bool {
    let Some(text) = text.strip_prefix("//") else {
        return true;
    };
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let host = text[..end].rsplit('@').next().unwrap_or_default();
    let host = match host.split_once(':') {
        Some((host, port)) => {
            if port.is_empty() || port.len() > 5 || !port.bytes().all(|b| b.is_ascii_digit()) {
                return false;
            }
            host
        }
        None => host,
    };
    text[..end].matches('@').count() <= 1
        && !host.is_empty()
        && host
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~'))
}

/// A letter that starts a name.
fn starts_name(letter: char) -> bool {
    match letter {
        '_' => true,
        _ if letter.is_ascii() => letter.is_ascii_alphabetic(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' | 'А'..='я' => true,
        'α'..='ω' | 'ぁ'..='ゔ' | 'ァ'..='ヺ' | '一'..='龥' | '가'..='힣' => true,
        _ => false,
    }
}

fn in_name(letter: char) -> bool {
    matches!(letter, '-' | '.' | '0'..='9') || starts_name(letter)
}

/// `NCName`, with the usual letters.
pub(super) fn ncname(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(starts_name) && letters.all(in_name)
}

/// `NMTOKEN`, with the usual letters.
pub(super) fn name_token(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter == ':' || in_name(letter))
}

/// `base64Binary` without white space.
pub(super) fn base64(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    let rest = match text.len() - body.len() {
        0 => "",
        1 => "AEIMQUYcgkosw048",
        2 => "AQgw",
        _ => return false,
    };
    text.len().is_multiple_of(4)
        && body
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'))
        && (rest.is_empty() || body.ends_with(|last| rest.contains(last)))
}

/// A named space of MathML, such as `negativeverythinmathspace`.
fn named_space(text: &str) -> bool {
    let text = text.strip_prefix("negative").unwrap_or(text);
    let Some(text) = text.strip_suffix("mathspace") else {
        return false;
    };
    match text {
        "medium" => true,
        _ => matches!(
            text.strip_suffix("thin")
                .or_else(|| text.strip_suffix("thick")),
            Some("" | "very" | "veryvery")
        ),
    }
}

/// The text after an optional number.
fn after_number(text: &str) -> &str {
    let (_, rest) = digits(text);
    match rest.strip_prefix('.') {
        Some(fraction) => digits(fraction).1,
        None => rest,
    }
}

const UNITS: &[&str] = &["em", "ex", "in", "cm", "mm", "px", "pt", "pc"];

/// A length of MathML.
pub(super) fn math_length(text: &str) -> bool {
    let rest = after_number(text.strip_prefix('-').unwrap_or(text));
    rest.is_empty() || rest == "%" || UNITS.contains(&rest) || named_space(text)
}

/// A length of MathML's `mpadded`.
pub(super) fn math_padding(text: &str) -> bool {
    let rest = after_number(text.strip_prefix(['+', '-']).unwrap_or(text));
    let rest = rest.trim_start_matches(super::kind::is_space);
    if UNITS.contains(&rest) || named_space(rest) {
        return true;
    }
    let rest = rest
        .strip_prefix('%')
        .unwrap_or(rest)
        .trim_start_matches(super::kind::is_space);
    matches!(rest, "" | "height" | "depth" | "width")
}

/// A color of MathML: `#` with three or six digits, or one of the sixteen names.
pub(super) fn color(text: &str) -> bool {
    const NAMES: &[&str] = &[
        "aqua", "black", "blue", "fuchsia", "gray", "green", "lime", "maroon", "navy", "olive",
        "purple", "red", "silver", "teal", "white", "yellow",
    ];
    match text.strip_prefix('#') {
        Some(hex) => matches!(hex.len(), 3 | 6) && hex.bytes().all(|b| b.is_ascii_hexdigit()),
        None => NAMES.iter().any(|name| name.eq_ignore_ascii_case(text)),
    }
}

/// Lists of group alignments in braces.
pub(super) fn group_alignment(text: &str) -> bool {
    const PLACES: &[&str] = &["left", "center", "right", "decimalpoint"];
    let mut rest = text.trim_matches(super::kind::is_space);
    while let Some(start) = rest.strip_prefix('{') {
        let Some((list, after)) = start.split_once('}') else {
            return false;
        };
        let list = list.trim_start_matches(super::kind::is_space);
        if list.ends_with(super::kind::is_space) || !words(list, |word| PLACES.contains(&word)) {
            return false;
        }
        rest = after.trim_start_matches(super::kind::is_space);
    }
    rest.is_empty()
}

/// The alignment of a table of MathML: a place and perhaps a row number.
pub(super) fn table_alignment(text: &str) -> bool {
    let mut words = text
        .split(super::kind::is_space)
        .filter(|word| !word.is_empty());
    let place = words.next();
    let row = words.next().is_none_or(|row| {
        let (number, rest) = digits(row.strip_prefix('-').unwrap_or(row));
        !number.is_empty() && rest.is_empty()
    });
    matches!(
        place,
        Some("top" | "bottom" | "center" | "baseline" | "axis")
    ) && row
        && words.next().is_none()
}
