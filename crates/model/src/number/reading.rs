//! One reading of a number, with all the forms that follow from it.

use super::check_digit::Check;
use super::pattern::{Fields, Template};
use super::series::{Basis, Era, Right, Series, What};
use crate::Str;

/// What a text means as the number of a document or an application.
#[derive(Clone, Debug)]
pub struct Reading {
    pub(super) office: Str,
    pub(super) what: What,
    pub(super) meaning: Meaning,
    pub(super) fields: Fields,
    pub(super) score: i32,
    pub(super) reasons: Vec<String>,
    pub(super) doubts: Vec<String>,
}

/// Where the forms come from.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// A row of a table.
    Row(&'static Series, &'static Era),
    /// No table knows the number: it is kept as it stands, without marks.
    Plain { compact: Str, text: Str },
}

/// A check digit: what was written, and what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckDigit {
    /// What was written.
    pub given: Option<char>,
    /// What the rule of the office gives; `None` when the rule is not known.
    pub right: Option<char>,
}

/// A number in the DOCDB form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Docdb {
    /// Office, or receiving office of an international application.
    pub office: Str,
    /// Number.
    pub number: String,
    /// Kind code, if it is known.
    pub kind: Str,
}

impl Reading {
    /// The office, ST.3 code; empty when the text does not tell it.
    #[must_use]
    pub fn office(&self) -> &str {
        &self.office
    }

    /// Whether it is a publication or an application.
    #[must_use]
    pub fn what(&self) -> What {
        self.what
    }

    /// The right it belongs to.
    #[must_use]
    pub fn right(&self) -> Right {
        match self.meaning {
            Meaning::Row(series, _) => series.right,
            Meaning::Plain { .. } => Right::Unknown,
        }
    }

    /// What it is, in words: `reissued patent`, `international application`.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self.meaning {
            Meaning::Row(series, _) => series.words,
            Meaning::Plain { .. } => "number as it stands",
        }
    }

    /// Kind code (ST.16), if the text or its place tells it.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.fields.kind
    }

    /// The year that the number contains.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        self.fields.year
    }

    /// Whether a table knows the number.
    #[must_use]
    pub fn is_known(&self) -> bool {
        matches!(self.meaning, Meaning::Row(..))
    }

    /// On what the forms rest; `None` when no table knows the number.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        match self.meaning {
            Meaning::Row(_, era) => Some(era.basis),
            Meaning::Plain { .. } => None,
        }
    }

    /// Why it is read so.
    #[must_use]
    pub fn reasons(&self) -> &[String] {
        &self.reasons
    }

    /// What speaks against it.
    #[must_use]
    pub fn doubts(&self) -> &[String] {
        &self.doubts
    }

    /// The key that all forms of one number have, and no other number: `US.p.reissue.46653`.
    ///
    /// The kind code is no part of it: EP 1000000 A1 and B1 have one number.
    #[must_use]
    pub fn key(&self) -> String {
        let what = match self.what {
            What::Publication => 'p',
            What::Application => 'a',
        };
        match &self.meaning {
            Meaning::Row(series, era) => {
                let number = self.write(era.key).unwrap_or_else(|| "?".to_owned());
                format!("{}.{what}.{}.{number}", series.office, series.id)
            }
            Meaning::Plain { compact, .. } => {
                format!("{}.{what}.plain.{}", self.office, unpadded(compact))
            }
        }
    }

    /// The DOCDB form; `None` when something is missing, such as the year.
    ///
    /// Clause: ST.10/C
    #[must_use]
    pub fn docdb(&self) -> Option<Docdb> {
        let (office, number) = match &self.meaning {
            Meaning::Row(series, era) => match era.docdb.strip_prefix("{o}:") {
                Some(template) => (self.fields.office.clone(), self.write(template)?),
                None => (series.office.into(), self.write(era.docdb)?),
            },
            Meaning::Plain { compact, .. } => (self.office.clone(), compact.to_string()),
        };
        let kind = match self.meaning {
            Meaning::Row(series, _) if series.kinds == ["W"] => "W".into(),
            _ => self.fields.kind.clone(),
        };
        Some(Docdb {
            office,
            number,
            kind,
        })
    }

    /// The EPODOC form: office and number in one word, with the kind letter where it is needed.
    #[must_use]
    pub fn epodoc(&self) -> Option<String> {
        let number = match &self.meaning {
            Meaning::Row(_, era) => self.write(era.epodoc)?,
            Meaning::Plain { compact, .. } => compact.to_string(),
        };
        let kind = epodoc_kind(&self.office, self.what, &self.fields.kind);
        Some(format!("{}{number}{kind}", self.office))
    }

    /// The number as the office's own data and gazettes write it.
    #[must_use]
    pub fn original(&self) -> Option<String> {
        match &self.meaning {
            Meaning::Row(_, era) => self.write(era.original),
            Meaning::Plain { text, .. } => Some(text.to_string()),
        }
    }

    /// The form people read: `US 7,272,630 B2`, `EP 1 234 567 B1`, `PCT/JP2005/012345`.
    #[must_use]
    pub fn display(&self) -> String {
        let (number, is_whole) = match &self.meaning {
            Meaning::Row(_, era) => match era.display.strip_prefix('!') {
                Some(template) => (self.write(template), true),
                None => (self.write(era.display), false),
            },
            Meaning::Plain { text, .. } => (Some(text.to_string()), false),
        };
        let number = number.or_else(|| self.original()).unwrap_or_default();
        let mut out = String::new();
        if !is_whole && !self.office.is_empty() {
            out.push_str(&self.office);
            out.push(' ');
        }
        // A number is not broken at the end of a line.
        let is_known = self.is_known();
        out.extend(
            number
                .chars()
                .map(|c| if c == ' ' && is_known { '\u{a0}' } else { c }),
        );
        if self.what == What::Publication && !self.fields.kind.is_empty() {
            out.push(' ');
            out.push_str(&self.fields.kind);
        }
        out
    }

    /// The fifteen digits of an application number, where its year and serial number are known.
    ///
    /// Clause: ST.13
    #[must_use]
    pub fn st13(&self) -> Option<String> {
        match self.meaning {
            Meaning::Row(_, era) if !era.st13.is_empty() => self.write(era.st13),
            _ => None,
        }
    }

    /// The check digit, where one was written or can be made.
    #[must_use]
    pub fn check_digit(&self) -> Option<CheckDigit> {
        let given = self.fields.check;
        let right = self.right_check();
        (given.is_some() || right.is_some()).then_some(CheckDigit { given, right })
    }

    pub(super) fn right_check(&self) -> Option<char> {
        match self.meaning {
            Meaning::Row(_, era) if era.check != Check::None => {
                let digits = Template::new(era.checked).write(&self.fields)?;
                era.check.digit(&digits)
            }
            _ => None,
        }
    }

    fn write(&self, template: &str) -> Option<String> {
        if template.is_empty() {
            return None;
        }
        if self.fields.check.is_none() && template.contains("{c}") {
            let fields = Fields {
                check: self.right_check(),
                ..self.fields.clone()
            };
            return Template::new(template).write(&fields);
        }
        Template::new(template).write(&self.fields)
    }
}

/// Offices whose granted patents carry their kind letter in EPODOC too.
const LETTER_OFFICES: [&str; 16] = [
    "AT", "AU", "BA", "BG", "CN", "DK", "FI", "IS", "KR", "NL", "NO", "PL", "SK", "UY", "TW", "YU",
];

/// The part of a kind code that an EPODOC number ends with.
fn epodoc_kind<'k>(office: &str, what: What, kind: &'k str) -> &'k str {
    let letter = kind.get(..1).unwrap_or_default();
    let is_left_out = match what {
        What::Application => matches!(letter, "A" | "W"),
        What::Publication if office == "JP" || LETTER_OFFICES.contains(&office) => letter == "A",
        What::Publication => matches!(letter, "A" | "B" | "C"),
    };
    if is_left_out {
        ""
    } else if office == "JP" && what == What::Publication {
        kind
    } else {
        letter
    }
}

/// Letters and digits with no zeros before the number.
pub(super) fn unpadded(compact: &str) -> Str {
    let at = compact
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or(compact.len());
    let (series, rest) = compact.split_at(at);
    if rest.is_empty() {
        return compact.into();
    }
    let trimmed = rest.trim_start_matches('0');
    let mut out = Str::from(series);
    out.push_str(if trimmed.is_empty() { "0" } else { trimmed });
    out
}
