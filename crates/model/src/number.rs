//! Document numbers: as written, normalized, displayed.
//!
//! [`readings`] tells what a text may mean, by tables for each office and era; a [`Reading`] has all
//! forms of the number, and a key that is the same for all of them.

mod check_digit;
mod find;
mod imperial;
mod manual;
mod office;
mod pattern;
mod plain;
mod reading;
#[cfg(test)]
mod same;
mod series;
mod tables;
mod text;

pub use check_digit::european_check_digit;
pub use find::{Hints, readings};
pub use manual::manual;
pub use office::{FORMER_OFFICES, OFFICES, holds, is_former_office, is_office};
pub use reading::{CheckDigit, Docdb, Reading};
pub use series::{Basis, Right, What};

use crate::{Attribute, Date, Str};

/// Whether a code is or was one of an office.
fn is_known(code: &str) -> bool {
    is_office(code) || is_former_office(code)
}

record! {
    /// The identification of a document: office, number, kind code, date.
    ///
    /// Clause: ST.1
    pub struct DocumentId {
        /// Office or country of the document, ST.3 code as written.
        public office: Str,
        /// The number in the source's characters, with its zeros and blanks.
        public number: Str,
        /// Kind code (ST.16) as written.
        public kind: Str,
        /// Date of the document (publication or filing, as the place says).
        public date: Date,
        /// Name printed with a cited document, such as its first inventor.
        public name: Str,
        /// Language of the document, as written.
        public language: Str,
        /// Number format of the source: `docdb`, `epodoc`, `original`, or empty.
        public format: Str,
        /// Identifier of the element in the source.
        public id: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}

impl DocumentId {
    /// Whether no number was given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.number.contains(char::is_alphanumeric)
    }

    /// The office's number without padding: `07272630` is `7272630`, `D0435854` is `D435854`.
    #[must_use]
    pub fn unpadded(&self) -> Str {
        let compact: Str = self
            .bare()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        let digits = compact
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(compact.len());
        let (series, rest) = compact.split_at(digits);
        if rest.is_empty() {
            return compact;
        }
        let trimmed = rest.trim_start_matches('0');
        let mut out = Str::from(series);
        out.push_str(if trimmed.is_empty() { "0" } else { trimmed });
        out
    }

    /// The number without the office that an EPODOC number begins with: `US201562110109P` is `201562110109P`.
    fn bare(&self) -> &str {
        let number = self.number.trim();
        match number.strip_prefix(self.office.trim()) {
            Some(rest) if self.format == "epodoc" && !rest.is_empty() => rest,
            _ => number,
        }
    }

    /// The series letters before the digits: `D`, `RE`, `PP`, or empty.
    #[must_use]
    pub fn series(&self) -> &str {
        let number = self.bare();
        let end = number
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(number.len());
        &number[..end]
    }

    /// The DOCDB form: office, unpadded number and kind, separated by points.
    #[must_use]
    pub fn docdb(&self) -> String {
        let mut out = format!("{}.{}", self.office.trim(), self.unpadded());
        if !self.kind.is_empty() {
            out.push('.');
            out.push_str(self.kind.trim());
        }
        out
    }

    /// The EPODOC form: office and unpadded number in one word.
    #[must_use]
    pub fn epodoc(&self) -> String {
        format!("{}{}", self.office.trim(), self.unpadded())
    }

    /// The name of the document: `OFFICE-NUMBER-KIND`, fit for a file name.
    #[must_use]
    pub fn name(&self) -> Str {
        let mut out = plain(&self.office);
        out.push('-');
        out.push_str(&self.unpadded());
        let kind = plain(&self.kind);
        if !kind.is_empty() {
            out.push('-');
            out.push_str(&kind);
        }
        out
    }

    /// The form people read: `US 7,272,630 B2`, `EP 1 234 567 B1`, `US 2005/0004437 A1`.
    #[must_use]
    pub fn display(&self) -> String {
        match self.reading(What::Publication) {
            Some(reading) if reading.is_known() && self.is_of(reading.office()) => {
                reading.display()
            }
            _ => {
                let number = self.unpadded();
                let parts = [self.office.trim(), &number, self.kind.trim()];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                parts.join(" ")
            }
        }
    }

    /// Whether nothing else is said of the office: a number that names another one keeps what was said.
    fn is_of(&self, office: &str) -> bool {
        let said = self.office.trim();
        said.is_empty() || said.eq_ignore_ascii_case(office)
    }

    /// What the number means, as that of a publication or of an application.
    #[must_use]
    pub fn reading(&self, what: What) -> Option<Reading> {
        let hints = Hints {
            office: &self.office,
            kind: &self.kind,
            what: Some(what),
            format: &self.format,
            year: self.date.ymd().map(|date| date.year),
        };
        readings(&self.number, &hints).into_iter().next()
    }

    /// The key that all forms of this number have, and no other number.
    #[must_use]
    pub fn key(&self, what: What) -> Option<String> {
        self.reading(what).map(|reading| reading.key())
    }
}

fn plain(text: &str) -> Str {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(office: &str, number: &str, kind: &str) -> DocumentId {
        DocumentId {
            office: office.into(),
            number: number.into(),
            kind: kind.into(),
            ..DocumentId::default()
        }
    }

    #[test]
    fn names() {
        for (office, number, kind, name) in [
            ("US", "07272630", "B2", "US-7272630-B2"),
            ("US", "D0435854", "S1", "US-D435854-S1"),
            ("US", "RE039999", "E1", "US-RE39999-E1"),
            ("US", "PP017000", "P3", "US-PP17000-P3"),
            ("US", "20010000044", "A1", "US-20010000044-A1"),
            ("EP", "1234567", "B1", "EP-1234567-B1"),
            ("AP", "1206", "A", "AP-1206-A"),
            ("US", "../../x1", "B2", "US-x1-B2"),
            ("CN", "一二", "A", "CN-一二-A"),
        ] {
            assert_eq!(id(office, number, kind).name(), name);
        }
    }

    #[test]
    fn the_office_in_an_epodoc_number_is_no_series() {
        let mut epodoc = id("WO", "WO2022259205", "A1");
        epodoc.format = "epodoc".into();
        assert_eq!(epodoc.display(), "WO 2022/259205 A1");
        assert_eq!(epodoc.epodoc(), "WO2022259205");
        assert_eq!(epodoc.series(), "");
    }

    #[test]
    fn a_number_that_names_another_office_keeps_what_was_said() {
        assert_eq!(id("JP", "EP1223083", "A").display(), "JP EP1223083 A");
    }

    #[test]
    fn displays() {
        assert_eq!(id("US", "07272630", "B2").display(), "US 7,272,630 B2");
        assert_eq!(id("US", "D0435854", "S1").display(), "US D435,854 S1");
        assert_eq!(
            id("US", "20050004437", "A1").display(),
            "US 2005/0004437 A1"
        );
        assert_eq!(id("US", "2014240140", "A1").display(), "US 2014/0240140 A1");
        assert_eq!(
            id("EP", "1234567", "B1").display(),
            "EP 1\u{a0}234\u{a0}567 B1"
        );
        assert_eq!(id("WO", "2022259205", "A1").display(), "WO 2022/259205 A1");
    }
}
