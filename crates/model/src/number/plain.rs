//! The reading of a number that no table knows: it is kept as it stands.

use super::find::{Hints, code_in, kinds, office_of};
use super::pattern::Fields;
use super::reading::{Meaning, Reading};
use super::series::What;
use super::text::{Gap, Text};
use crate::Str;

/// Reads office and kind code off a text and keeps the rest; `None` for a text without letter or digit.
pub(super) fn plain(text: &str, hints: &Hints<'_>, folded: Option<&Text>) -> Option<Reading> {
    let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !shown.contains(char::is_alphanumeric) {
        return None;
    }
    let hinted = hints.office.trim().to_uppercase();
    let mut cut = Cut {
        office: hinted.as_str().into(),
        kind: code_in(hints.kind),
        number: shown.trim(),
    };
    let compact = match folded {
        Some(folded) => {
            let rest = cut.office(folded, &hinted);
            joined(&cut.kind(&rest))
        }
        None => shown.chars().filter(|c| c.is_alphanumeric()).collect(),
    };
    let what = hints.what.or(folded.and_then(|text| text.speaks_of));
    Some(Reading {
        office: cut.office,
        what: what.unwrap_or(What::Publication),
        meaning: Meaning::Plain {
            compact,
            text: cut.number.into(),
        },
        fields: Fields {
            kind: cut.kind,
            ..Fields::default()
        },
        score: 0,
        reasons: vec!["no table has numbers of this form: it is kept as it stands".to_owned()],
        doubts: Vec::new(),
    })
}

/// What is left of a text while office and kind code are taken off.
struct Cut<'t> {
    office: Str,
    kind: Str,
    number: &'t str,
}

impl Cut<'_> {
    fn office(&mut self, folded: &Text, hinted: &str) -> Text {
        let Some((found, after)) = office_of(folded) else {
            return folded.clone();
        };
        if !hinted.is_empty() && found != hinted {
            return folded.clone();
        }
        let number = self
            .number
            .trim_start_matches(|c: char| !c.is_alphanumeric());
        // `U.S.` has a point between its letters.
        let length = if folded.gaps[1] == Gap::Point { 3 } else { 2 };
        let start = number.char_indices().nth(length).map(|(at, _)| at);
        let number = number.get(start.unwrap_or(0)..).unwrap_or_default();
        self.number = number.trim_start_matches([' ', '-', '.']);
        self.office = found.as_str().into();
        after
    }

    fn kind(&mut self, rest: &Text) -> Text {
        let at_end = |(text, code): (Text, Option<Str>)| {
            let is_cut = text.chars.len() < rest.chars.len() && rest.chars.starts_with(&text.chars);
            code.filter(|_| is_cut).map(|code| (text, code))
        };
        let Some((front, code)) = kinds(rest).into_iter().find_map(at_end) else {
            return rest.clone();
        };
        let Some(at) = self.number.len().checked_sub(code.len()) else {
            return rest.clone();
        };
        let is_written = self
            .number
            .get(at..)
            .is_some_and(|end| end.eq_ignore_ascii_case(&code));
        if !is_written || !(self.kind.is_empty() || self.kind.starts_with(code.as_str())) {
            return rest.clone();
        }
        self.number = self.number[..at].trim_end_matches([' ', '-', '.', ',']);
        if self.kind.is_empty() {
            self.kind = code;
        }
        front
    }
}

/// The characters in one word; a stroke or dash between two digits stays, for it may part a year from a number.
fn joined(text: &Text) -> Str {
    let mut out = Str::default();
    for (index, c) in text.chars.iter().enumerate() {
        let is_parted = matches!(text.gaps[index], Gap::Dash | Gap::Stroke);
        let is_inside = out.ends_with(|c: char| c.is_ascii_digit()) && c.is_ascii_digit();
        if is_parted && is_inside {
            out.push('-');
        }
        out.push(*c);
    }
    out
}
