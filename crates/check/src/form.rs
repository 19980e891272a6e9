//! The form of a short text: which characters stand where.

use model::Str;

/// The text with every digit as `9` and every letter as `A`, without blanks at its ends.
///
/// A form is compared with the few that are known: `PCT/AA9999/999999`.
pub(crate) fn of(text: &str) -> Str {
    text.trim()
        .chars()
        .map(|c| match c {
            '0'..='9' => '9',
            c if c.is_alphabetic() => 'A',
            c => c,
        })
        .collect()
}

/// Whether `text` is made of digits, and is not empty.
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `text` is made of `least` to `most` digits.
pub(crate) fn is_digits_of(text: &str, least: usize, most: usize) -> bool {
    is_digits(text) && (least..=most).contains(&text.len())
}

/// The number that `text` is written as, zeros before it or not.
pub(crate) fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    is_digits(text).then(|| text.parse().ok()).flatten()
}

/// Whether the texts are numbers, each above the one before: then none stands twice.
pub(crate) fn ascend<'a>(mut texts: impl Iterator<Item = &'a str>) -> bool {
    let mut last = 0;
    let next = |text| number(text).is_some_and(|next| std::mem::replace(&mut last, next) < next);
    texts.all(next)
}

/// The letters and digits of `text`.
pub(crate) fn plain(text: &str) -> Str {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        assert_eq!(of(" PCT/EP2004/001234 "), "AAA/AA9999/999999");
        assert!(is_digits_of("0012", 2, 4));
        assert!(!is_digits_of("", 0, 4));
        assert_eq!(number("0012"), Some(12));
        assert_eq!(number("1a"), None);
        assert!(ascend(["1", "002", "7"].into_iter()));
        assert!(!ascend(["1", "1"].into_iter()) && !ascend(["0"].into_iter()));
        assert_eq!(plain("D 435,854"), "D435854");
    }
}
