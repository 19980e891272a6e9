//! Texts of a listing, as rules look at them.

use model::sequence::{Feature, Qualifier, Written};
use model::{Sequence, Span};
use std::fmt::Display;

/// Whether a part is not there, or blank.
pub(crate) fn is_blank(part: Option<&Written>) -> bool {
    part.is_none_or(|part| part.text.trim().is_empty())
}

/// Whether a part is there and blank.
pub(crate) fn is_there_but_blank(part: Option<&Written>) -> bool {
    part.is_some() && is_blank(part)
}

/// The text of a part without blanks around it; empty when it is not there.
pub(crate) fn text(part: Option<&Written>) -> &str {
    part.map_or("", |part| part.text.trim())
}

/// The first character that is not one of those that can be printed of Basic Latin, blanks around not counted.
///
/// Clause: ST.26 40
pub(crate) fn beyond_basic_latin(text: &str) -> Option<char> {
    let text = text.trim();
    // Whole words of bytes first: most texts have nothing to be found.
    let is_plain = |byte: &u8| (0x20..0x7f).contains(byte);
    if text.as_bytes().iter().all(is_plain) {
        return None;
    }
    text.chars().find(|c| !(' '..='~').contains(c))
}

/// A character as a message shows it.
pub(crate) fn shown(c: char) -> String {
    match c {
        '\n' | '\r' => "a line break".to_owned(),
        '\t' => "a tab".to_owned(),
        c if c.is_control() || c.is_whitespace() => format!("U+{:04X}", u32::from(c)),
        c => format!("'{c}' (U+{:04X})", u32::from(c)),
    }
}

/// The start of a text that may be of any length.
pub(crate) fn shortened(text: &str) -> &str {
    const LONG: usize = 80;
    let text = text.trim();
    &text[..text.floor_char_boundary(LONG.min(text.len()))]
}

/// Whether a text is a positive number.
pub(crate) fn is_positive(text: &str) -> bool {
    crate::form::is_digits(text) && text.bytes().any(|digit| digit != b'0')
}

/// Whether a text is a real date, written CCYY-MM-DD.
pub(crate) fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let form = b"9999-99-99";
    let fits = bytes.len() == form.len()
        && bytes.iter().zip(form).all(|(byte, form)| match form {
            b'9' => byte.is_ascii_digit(),
            sign => byte == sign,
        });
    let is_real = || {
        let date = model::Date::new(text).ymd();
        date.is_some_and(|date| date.day.is_some() && date.year > 0)
    };
    fits && is_real()
}

/// The path of a sequence, by its number as written.
pub(crate) fn sequence_path(sequence: &Sequence, position: u64) -> String {
    match text(sequence.number.as_ref()) {
        "" => format!("sequence[#{position}]"),
        number => format!("sequence[{}]", shortened(number)),
    }
}

/// The path of a feature.
pub(crate) fn feature_path(sequence: impl Display, position: usize, feature: &Feature) -> String {
    let key = shortened(feature.key());
    let blank = if key.is_empty() { "" } else { " " };
    format!("{sequence}/feature[{position}]{blank}{key}")
}

/// The path of a qualifier.
pub(crate) fn qualifier_path(
    feature: impl Display,
    position: usize,
    qualifier: &Qualifier,
) -> String {
    let name = shortened(qualifier.name());
    let blank = if name.is_empty() { "" } else { " " };
    format!("{feature}/qualifier[{position}]{blank}{name}")
}

/// Where a part stands; where its parent does, when it is not there.
pub(crate) fn place<'a>(part: Option<&'a Written>, parent: &'a Span) -> &'a Span {
    match part {
        Some(part) if part.span.line > 0 || part.span.offset > 0 => &part.span,
        _ => parent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        assert_eq!(beyond_basic_latin(" a~ \n"), None);
        assert_eq!(beyond_basic_latin("a\nb"), Some('\n'));
        assert_eq!(beyond_basic_latin("aé"), Some('é'));
        assert!(is_date("2024-02-29") && !is_date("2023-02-29"));
        assert!(!is_date("20240229") && !is_date("2024-2-29") && !is_date("0000-01-01"));
        assert!(is_positive("10") && !is_positive("00") && !is_positive("") && !is_positive("-1"));
    }
}
