//! Dates as sources write them, and what they mean.

use crate::Str;
use std::fmt;

record! {
    /// A date in the source's own form.
    ///
    /// Sources write `20050104`, `2005-01-04`, and for cited documents `20000600` (a month) or `19950000` (a year).
    pub struct Date {
        /// The characters of the source.
        public raw: Str,
    }
}

/// A date that was understood, as precisely as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ymd {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12, when given.
    pub month: Option<u8>,
    /// Day, 1 to 31, when given.
    pub day: Option<u8>,
}

impl Date {
    /// A date from the characters of a source.
    pub fn new(raw: impl Into<Str>) -> Self {
        Self { raw: raw.into() }
    }

    /// Whether nothing was given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    /// What the date means, or `None` for what is no date (month 13, letters, 30 February). Of a point in time it is
    /// the day.
    #[must_use]
    pub fn ymd(&self) -> Option<Ymd> {
        let raw = self.day().as_bytes();
        let (year, month, day) = match raw.len() {
            8 => (digits(&raw[..4])?, digits(&raw[4..6])?, digits(&raw[6..])?),
            10 if raw[4] == b'-' && raw[7] == b'-' => {
                (digits(&raw[..4])?, digits(&raw[5..7])?, digits(&raw[8..])?)
            }
            7 if raw[4] == b'-' => (digits(&raw[..4])?, digits(&raw[5..])?, 0),
            6 => (digits(&raw[..4])?, digits(&raw[4..])?, 0),
            4 => (digits(raw)?, 0, 0),
            _ => return None,
        };
        Ymd::checked(year, month, day)
    }

    /// The characters of the day, without the time that a source may add: `2023-03-27T15:09:53.000-0400`.
    fn day(&self) -> &str {
        let raw = self.raw.trim();
        match raw.split_at_checked(10) {
            Some((day, time)) if day.as_bytes()[4] == b'-' && is_time(time) => day,
            _ => raw,
        }
    }

    /// Whether the source gives a time of day, or a zone, with the date.
    #[must_use]
    pub fn has_time(&self) -> bool {
        self.day().len() < self.raw.trim().len()
    }

    /// The ISO 8601 form, as precise as the date: `2005-01-04`, `2000-06`, `1995`.
    #[must_use]
    pub fn iso(&self) -> Option<String> {
        self.ymd().map(|ymd| ymd.to_string())
    }
}

impl Ymd {
    fn checked(year: u16, month: u16, day: u16) -> Option<Self> {
        if year == 0 || month > 12 || (month == 0 && day != 0) {
            return None;
        }
        if day != 0 && day > days_in(year, month) {
            return None;
        }
        let part = |number: u16| (number != 0).then_some(u8::try_from(number).unwrap_or(u8::MAX));
        Some(Self {
            year,
            month: part(month),
            day: part(day),
        })
    }
}

impl fmt::Display for Ymd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// Whether what follows a date may be a time, or a zone: `T08:30:00Z`, ` 00:00:00`, `-04:00`, `Z`.
fn is_time(text: &str) -> bool {
    let mut signs = text.bytes();
    let first = signs.next();
    matches!(first, Some(b'T' | b't' | b' ' | b'Z' | b'+' | b'-'))
        && signs
            .all(|sign| sign.is_ascii_digit() || matches!(sign, b':' | b'.' | b'+' | b'-' | b'Z'))
}

fn digits(bytes: &[u8]) -> Option<u16> {
    bytes.iter().try_fold(0u16, |sum, byte| {
        byte.is_ascii_digit()
            .then(|| sum * 10 + u16::from(byte - b'0'))
    })
}

fn days_in(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_sources() {
        let iso = |raw: &str| Date::new(raw).iso();
        assert_eq!(iso("20050104").as_deref(), Some("2005-01-04"));
        assert_eq!(iso("2005-01-04").as_deref(), Some("2005-01-04"));
        assert_eq!(iso("20000600").as_deref(), Some("2000-06"));
        assert_eq!(iso("19950000").as_deref(), Some("1995"));
        assert_eq!(iso("1995").as_deref(), Some("1995"));
        assert_eq!(iso("20050230"), None);
        assert_eq!(iso("20041301"), None);
        assert_eq!(iso("20040229").as_deref(), Some("2004-02-29"));
        assert_eq!(iso("00000000"), None);
        assert_eq!(iso("soon"), None);
    }

    #[test]
    fn a_time_of_day_leaves_the_date() {
        for raw in [
            "2023-03-27T15:09:53.000-0400",
            "2023-03-27 00:00:00",
            "2023-03-27Z",
            "2023-03-27-04:00",
        ] {
            let date = Date::new(raw);
            assert!(date.has_time());
            assert_eq!(date.iso().as_deref(), Some("2023-03-27"));
        }
        assert_eq!(Date::new("2023-03-27 or so").iso(), None);
        assert!(!Date::new("20230327").has_time());
    }
}
