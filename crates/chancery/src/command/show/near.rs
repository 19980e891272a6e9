//! Which documents may be meant by a number that leads to none.

/// How many are named at most.
const MOST: usize = 3;

/// Keys that are near `name`: the same number with another office or kind, or one slip away.
pub(super) fn near<'k>(name: &str, keys: impl Iterator<Item = &'k str>) -> Vec<&'k str> {
    let wanted = compact(name);
    let number = number(&wanted);
    let is_near = |key: &&str| {
        let key = compact(key);
        self::number(&key) == number || is_one_slip(&wanted, &key)
    };
    keys.filter(is_near).take(MOST).collect()
}

/// Letters and digits, in capitals.
fn compact(text: &str) -> String {
    let plain = text.chars().filter(|c| c.is_alphanumeric());
    plain.flat_map(char::to_uppercase).collect()
}

/// The number without the letters of the office before it and the kind code after it.
fn number(compact: &str) -> &str {
    let digits = compact.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits.find(|c: char| !c.is_ascii_digit());
    digits[..end.unwrap_or(digits.len())].trim_start_matches('0')
}

/// Whether one character is wrong, missing or too many, or two neighbors changed places.
fn is_one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev());
    let back = back.take_while(|(x, y)| x == y).count();
    match (&a[..a.len() - back], &b[..b.len() - back]) {
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([x, y], [v, w]) => x == w && y == v,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_near_keys_are_named() {
        let keys = [
            "US-99000004-B2",
            "US-99000012-B2",
            "US-99000040-B2",
            "US-9900004-B2",
            "EP-99000014-A1",
        ];
        let near = |name: &str| near(name, keys.into_iter());
        assert_eq!(near("US-99000004-A1"), ["US-99000004-B2"]);
        assert_eq!(
            near("us 99,000,004 B2"),
            ["US-99000004-B2", "US-99000040-B2", "US-9900004-B2"]
        );
        assert_eq!(near("US-99000021-B2"), ["US-99000012-B2"]);
        assert!(near("US-1-B1").is_empty());
        assert_eq!(near("EP99000014"), ["EP-99000014-A1"]);
    }
}
