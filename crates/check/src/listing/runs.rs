//! Sets of numbers that mostly follow each other.

use std::collections::BTreeMap;

/// A set of numbers, kept as runs without gaps.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    /// The first number of each run, and the number after its last.
    runs: BTreeMap<u64, u64>,
    /// The run to which a number was added last: its first number, and the number after its last.
    last: Option<(u64, u64)>,
}

impl Runs {
    /// Adds a number; tells whether it is new.
    pub(crate) fn insert(&mut self, number: u64) -> bool {
        // The usual case: the next number of the run to which the last one was added.
        if let Some((first, end)) = self.last
            && end == number
            && self.runs.range(number..).next().is_none()
        {
            self.runs.insert(first, number + 1);
            self.last = Some((first, number + 1));
            return true;
        }
        let before = self.runs.range(..=number).next_back();
        let before = before.map(|(first, end)| (*first, *end));
        if before.is_some_and(|(_, end)| number < end) {
            return false;
        }
        let first = match before {
            Some((first, end)) if end == number => first,
            _ => number,
        };
        let end = self.runs.remove(&(number + 1)).unwrap_or(number + 1);
        self.runs.insert(first, end);
        self.last = Some((first, end));
        true
    }

    /// Whether the number is there.
    pub(crate) fn has(&self, number: u64) -> bool {
        let before = self.runs.range(..=number).next_back();
        before.is_some_and(|(_, end)| number < *end)
    }

    /// The highest number; 0 when there is none.
    pub(crate) fn highest(&self) -> u64 {
        self.runs.last_key_value().map_or(0, |(_, end)| end - 1)
    }

    /// Numbers from 1 to the highest that are not there: the first and last of each gap.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        let mut next = 1;
        self.runs.iter().filter_map(move |(first, end)| {
            let gap = (next < *first).then(|| (next, first - 1));
            next = *end;
            gap
        })
    }

    /// How many numbers from 1 to the highest are not there.
    pub(crate) fn missing(&self) -> u64 {
        self.gaps().map(|(first, last)| last - first + 1).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_grow_and_meet() {
        let mut runs = Runs::default();
        for number in [2, 3, 5, 9] {
            assert!(runs.insert(number));
        }
        assert!(!runs.insert(3) && runs.has(3) && !runs.has(4));
        assert_eq!(runs.gaps().collect::<Vec<_>>(), [(1, 1), (4, 4), (6, 8)]);
        assert!(runs.insert(4) && runs.insert(1));
        assert_eq!((runs.missing(), runs.highest(), runs.runs.len()), (3, 9, 2));
        assert!(!runs.insert(5));
        assert!(runs.insert(8) && runs.insert(7) && runs.insert(6));
        assert_eq!((runs.missing(), runs.runs.len()), (0, 1));
    }
}
