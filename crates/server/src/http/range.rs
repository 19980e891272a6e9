//! Byte ranges.
//!
//! Clause: RFC 9110 section 14

use std::ops::Range;

/// What a `Range` field asks of a representation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// All of it: no range, one that is not understood, or more than one.
    Whole,
    /// One part of it.
    Part(Range<usize>),
    /// Nothing that there is.
    Nothing,
}

/// Most ranges of one request that are looked at.
const RANGES: usize = 32;

/// Reads a `Range` field for a representation of `length` bytes.
///
/// Ranges that overlap or touch are one; ranges that do not are answered with the whole, as a server may.
pub(crate) fn asked(field: &str, length: usize) -> Asked {
    let Some((unit, set)) = field.split_once('=') else {
        return Asked::Whole;
    };
    if !unit.trim().eq_ignore_ascii_case("bytes") || set.split(',').count() > RANGES {
        return Asked::Whole;
    }
    let mut parts = Vec::new();
    if set.trim().is_empty() {
        return Asked::Whole;
    }
    for spec in set
        .split(',')
        .map(str::trim)
        .filter(|spec| !spec.is_empty())
    {
        match one(spec, length) {
            Some(Some(part)) => parts.push(part),
            Some(None) => {}
            None => return Asked::Whole,
        }
    }
    parts.sort_by_key(|part| part.start);
    let Some(mut whole) = parts.first().cloned() else {
        return Asked::Nothing;
    };
    for part in &parts[1..] {
        if part.start > whole.end {
            return Asked::Whole;
        }
        whole.end = whole.end.max(part.end);
    }
    Asked::Part(whole)
}

/// One range: `None` when it makes no sense, `Some(None)` when nothing of it is there.
fn one(spec: &str, length: usize) -> Option<Option<Range<usize>>> {
    let (first, last) = spec.split_once('-')?;
    let number = |text: &str| {
        let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // A number too large to hold is behind every end.
        is_digits.then(|| text.parse::<usize>().unwrap_or(usize::MAX))
    };
    if first.is_empty() {
        let count = number(last)?.min(length);
        return Some((count > 0).then(|| length - count..length));
    }
    let start = number(first)?;
    let end = if last.is_empty() {
        length
    } else {
        let last = number(last)?;
        if last < start {
            return None;
        }
        last.saturating_add(1).min(length)
    };
    Some((start < length).then_some(start..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_ranges() {
        for (field, expected) in [
            ("bytes=0-4", Asked::Part(0..5)),
            ("bytes=5-", Asked::Part(5..10)),
            ("bytes=-3", Asked::Part(7..10)),
            ("bytes=-30", Asked::Part(0..10)),
            ("bytes=0-999999999999999999999999", Asked::Part(0..10)),
            ("bytes=10-", Asked::Nothing),
            ("bytes=-0", Asked::Nothing),
            ("bytes=", Asked::Whole),
            ("bytes=4-2", Asked::Whole),
            ("bytes=a-b", Asked::Whole),
            ("bytes=+1-2", Asked::Whole),
            ("items=0-4", Asked::Whole),
            ("0-4", Asked::Whole),
            ("bytes=0-1, 1-3,4-5", Asked::Part(0..6)),
            ("bytes=0-1,8-9", Asked::Whole),
            ("bytes=0-1,20-30", Asked::Part(0..2)),
        ] {
            assert_eq!(asked(field, 10), expected, "{field}");
        }
        assert_eq!(asked("bytes=0-", 0), Asked::Nothing);
        assert_eq!(
            asked(&format!("bytes={}", "0-1,".repeat(50)), 10),
            Asked::Whole
        );
    }
}
