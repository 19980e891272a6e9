//! Finding what a text may mean.

use super::pattern::{Fields, Template};
use super::plain::plain;
use super::reading::{Meaning, Reading};
use super::series::{Era, Series, What};
use super::tables::TABLES;
use super::text::{Gap, Text};
use crate::Str;
use std::sync::LazyLock;

/// What is known of a number from the place where it stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'h> {
    /// Office, ST.3 code.
    pub office: &'h str,
    /// Kind code, as written.
    pub kind: &'h str,
    /// Whether it is a publication or an application.
    pub what: Option<What>,
    /// Number format: `docdb`, `epodoc`, `original`, or empty.
    pub format: &'h str,
    /// Year of the filing or the publication, for forms that need it.
    pub year: Option<u16>,
}

/// Which form of a row took the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Display,
    Original,
    Docdb,
    Epodoc,
    St13,
    Other,
}

struct Row {
    series: &'static Series,
    era: &'static Era,
    forms: Vec<(Form, Template)>,
}

/// All rows with their templates made ready.
static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let series = TABLES.iter().flat_map(|table| table.iter());
    let rows = series.flat_map(|series| series.eras.iter().map(move |era| (series, era)));
    rows.map(|(series, era)| Row {
        series,
        era,
        forms: forms(era),
    })
    .collect()
});

fn forms(era: &'static Era) -> Vec<(Form, Template)> {
    let docdb = era.docdb.strip_prefix("{o}:").unwrap_or(era.docdb);
    let display = era.display.strip_prefix('!').unwrap_or(era.display);
    let own = [
        (Form::Docdb, docdb),
        (
            Form::Epodoc,
            era.epodoc.strip_prefix("{o}:").unwrap_or(era.epodoc),
        ),
        (Form::Original, era.original),
        (Form::Display, display),
        (Form::St13, era.st13),
    ];
    let others = era.reads.iter().map(|template| (Form::Other, *template));
    own.into_iter()
        .chain(others)
        .filter(|(_, template)| !template.is_empty())
        .map(|(form, template)| (form, Template::new(template)))
        .collect()
}

/// Readings that are given at most.
const MOST: usize = 12;

/// Gives all that a text may mean as a number, the likeliest first.
///
/// Nothing is lost: a text that no table knows is one reading, which keeps it as it stands. A text
/// without a letter or a digit has none.
#[must_use]
pub fn readings(text: &str, hints: &Hints<'_>) -> Vec<Reading> {
    let Some(folded) = Text::fold(text) else {
        return plain(text, hints, None).into_iter().collect();
    };
    let mut found: Vec<Reading> = Vec::new();
    for view in views(&folded, hints) {
        for (at, row) in ROWS.iter().enumerate() {
            if view.may_be_of(row.series) {
                read(&view, row, at, hints, &mut found);
            }
        }
    }
    let mut best: Vec<Reading> = Vec::new();
    found.sort_by_key(|reading| -reading.score);
    for reading in found {
        let key = reading.key();
        if !best.iter().any(|other| other.key() == key) {
            best.push(reading);
        }
    }
    // A reading that its kind code speaks against counts only where there is no other.
    if best.first().is_some_and(|first| first.score >= LIKELY) {
        best.retain(|reading| reading.score >= LIKELY);
    }
    best.truncate(MOST);
    if best.is_empty() {
        best.extend(plain(text, hints, Some(&folded)));
    }
    best
}

/// The score that a reading has which nothing speaks against.
const LIKELY: i32 = 40;

/// One way to cut a text into office, number and kind code.
struct View {
    text: Text,
    office: Str,
    /// Whether the text itself names the office.
    is_named: bool,
    kind: Str,
    /// Whether the text itself names the kind code.
    has_kind: bool,
    /// Whether the text begins with what may be an office, and that was not taken off.
    begins_with_office: bool,
    doubt: Option<String>,
}

impl View {
    fn may_be_of(&self, series: &Series) -> bool {
        let is_international = series.office == "WO" && series.kinds == ["W"];
        if is_international && self.office != "WO" {
            let is_said = self.kind == "W" || self.text.chars.starts_with(&['P', 'C', 'T']);
            return is_said || self.office.is_empty() && self.text.gaps.contains(&Gap::Stroke);
        }
        if !self.office.is_empty() && self.office != series.office {
            return false;
        }
        // What may be an office is not taken for the letters of a number.
        let has_letters = |era: &Era| era.key.contains("{l:");
        !(self.begins_with_office && series.eras.iter().any(has_letters))
    }
}

fn views(folded: &Text, hints: &Hints<'_>) -> Vec<View> {
    let hinted = hints.office.trim().to_uppercase();
    let named = office_of(folded);
    let mut out = Vec::new();
    let mut say = |text: Text, office: &str, is_named: bool, doubt: Option<String>| {
        for (text, kind) in kinds(&text) {
            let has_kind = kind.is_some();
            out.push(View {
                text,
                office: office.into(),
                is_named,
                kind: kind.unwrap_or_else(|| code_in(hints.kind)),
                has_kind,
                begins_with_office: !is_named && hinted.is_empty() && named.is_some(),
                doubt: doubt.clone(),
            });
        }
    };
    match named.clone() {
        Some((office, rest)) => {
            if hinted.is_empty() || office == hinted {
                say(rest, &office, true, None);
            } else {
                let doubt = format!("the text begins with {office}, which is not {hinted}");
                say(rest, &office, true, Some(doubt));
            }
            say(folded.clone(), &hinted, false, None);
        }
        None => say(folded.clone(), &hinted, false, None),
    }
    out
}

/// The office that a text begins with, and what follows.
pub(super) fn office_of(text: &Text) -> Option<(String, Text)> {
    let [first, second] = text.chars.get(..2)?.try_into().ok()?;
    let office: String = [first, second].into_iter().collect();
    let is_whole = match text.gaps[1] {
        Gap::None => true,
        Gap::Point => text.is_apart(2),
        _ => false,
    };
    let is_office = office.is_ascii() && super::is_known(&office);
    (is_whole && is_office && text.chars.len() > 2).then(|| (office, text.after(2)))
}

/// The text with a kind code taken off its end or its front, and as it is.
pub(super) fn kinds(text: &Text) -> Vec<(Text, Option<Str>)> {
    let mut out = Vec::new();
    let count = text.chars.len();
    let is_letter = |at: usize| text.chars.get(at).is_some_and(char::is_ascii_uppercase);
    let is_digit = |at: usize| text.chars.get(at).is_some_and(char::is_ascii_digit);
    let code = |from: usize, to: usize| text.chars[from..to].iter().collect::<Str>();
    for length in [2, 1] {
        let Some(at) = count.checked_sub(length).filter(|at| *at > 0) else {
            continue;
        };
        let is_code =
            is_letter(at) && (length == 1 || (is_digit(at + 1) && text.gaps[at + 1] == Gap::None));
        if is_code && (is_digit(at - 1) || text.is_apart(at)) {
            out.push((text.part(0, at), Some(code(at, count))));
        }
    }
    for length in [2, 1] {
        let is_code = count > length + 1 && is_letter(0) && (length == 1 || is_digit(1));
        let is_apart = matches!(
            text.gaps.get(length),
            Some(Gap::Dash | Gap::Space | Gap::Comma)
        );
        if is_code && is_apart && text.gaps[1..length].iter().all(|gap| *gap == Gap::None) {
            out.push((text.after(length), Some(code(0, length))));
        }
    }
    for (word, kind) in [("OS", "A"), ("AS", "B"), ("PS", "C"), ("GM", "U")] {
        if count > 2 && text.is_apart(2) && text.chars[..2].iter().copied().eq(word.chars()) {
            out.push((text.after(2), Some(kind.into())));
        }
    }
    out.push((text.clone(), None));
    out
}

/// The kind code in what a source gives as one: `公開特許公報(A)` has `A`.
pub(super) fn code_in(kind: &str) -> Str {
    let kind = kind.trim();
    let is_code = |code: &str| {
        let mut chars = code.chars();
        chars.next().is_some_and(|c| c.is_ascii_alphabetic())
            && chars.next().is_none_or(|c| c.is_ascii_digit())
            && chars.next().is_none()
    };
    let inner = kind
        .split(['(', ')', '（', '）'])
        .map(str::trim)
        .find(|part| is_code(part));
    inner.unwrap_or(kind).to_uppercase().into()
}

fn read(view: &View, row: &'static Row, at: usize, hints: &Hints<'_>, found: &mut Vec<Reading>) {
    let mut preset = Fields {
        kind: view.kind.clone(),
        ..Fields::default()
    };
    if row.era.docdb.starts_with("{o}:") && view.kind == "W" {
        preset.office = view.office.clone();
    }
    for (form, template) in &row.forms {
        for mut fields in template.read(&view.text, &preset) {
            if row.era.key.contains("{o}") && fields.office.is_empty() {
                continue;
            }
            if let Some(complete) = row.series.complete {
                complete(&mut fields);
            }
            if !fits(row.era, &fields) {
                continue;
            }
            if fields.year.is_none() {
                let within = |year: &u16| (row.era.years.0..=row.era.years.1).contains(year);
                fields.year = hints.year.filter(within);
            }
            let mut reading = Reading {
                office: row.series.office.into(),
                what: row.series.what,
                meaning: Meaning::Row(row.series, row.era),
                fields,
                score: 0,
                reasons: Vec::new(),
                doubts: view.doubt.iter().cloned().collect(),
            };
            if weigh(&mut reading, view, row, *form, hints) {
                // Rows that come first in the tables are likelier.
                reading.score -= i32::try_from(at / 16).unwrap_or(0);
                found.push(reading);
            }
        }
    }
}

fn fits(era: &Era, fields: &Fields) -> bool {
    let year = fields
        .year
        .is_none_or(|year| (era.years.0..=era.years.1).contains(&year));
    let serials = era.serials.0..=era.serials.1;
    let serial = fields.serial.is_none_or(|serial| serials.contains(&serial));
    // A code that is not written may be missing; one that is must be of the era.
    let code =
        era.types.is_empty() || fields.code.is_empty() || era.types.contains(&fields.code.as_str());
    let has_code = era.types.is_empty() || !era.key.contains("{t") || !fields.code.is_empty();
    year && serial && code && has_code
}

/// Weighs a reading; `false` when it cannot be meant.
fn weigh(reading: &mut Reading, view: &View, row: &Row, form: Form, hints: &Hints<'_>) -> bool {
    reading.score = 50;
    if view.is_named {
        reading.score += 8;
        reading
            .reasons
            .push(format!("the text names {}", view.office));
    } else if !view.office.is_empty() {
        reading.score += 4;
        reading
            .reasons
            .push(format!("the office is {}", view.office));
    }
    weigh_kind(reading, view, row.series);
    if hints.what.is_some_and(|what| what != row.series.what) {
        return false;
    }
    if let Some(what) = hints.what.or(view.text.speaks_of) {
        if what == row.series.what {
            reading.score += 10;
        } else {
            reading.score -= 40;
            reading
                .doubts
                .push(format!("it is said to be of a {}", what.as_str()));
        }
    } else if row.series.what == What::Application {
        reading.score -= 3;
    }
    let wanted = match hints.format {
        "docdb" => Some(Form::Docdb),
        "epodoc" => Some(Form::Epodoc),
        "original" => Some(Form::Original),
        _ => None,
    };
    let (bonus, words) = match form {
        Form::Display => (6, "written as people read it"),
        Form::Original => (6, "written as the office writes it"),
        Form::Docdb => (5, "written as DOCDB writes it"),
        Form::Epodoc => (4, "written as EPODOC writes it"),
        Form::St13 => (1, "written as ST.13 says"),
        Form::Other => (2, "written in a way that is met"),
    };
    reading.score += bonus + if wanted == Some(form) { 12 } else { 0 };
    reading.reasons.push(words.to_owned());
    if reading
        .doubts
        .iter()
        .any(|doubt| doubt.starts_with("the text begins"))
    {
        reading.score -= 25;
    }
    weigh_check(reading)
}

fn weigh_kind(reading: &mut Reading, view: &View, series: &Series) {
    let (kind, words) = (view.kind.as_str(), series.words);
    if kind.is_empty() {
        return;
    }
    let is_letter = |code: &&str| code.len() == 1 && kind.starts_with(*code);
    let bonus = if series.kinds.contains(&kind) {
        24
    } else if series.kinds.iter().any(is_letter) {
        20
    } else if view.has_kind {
        -40
    } else {
        -30
    };
    reading.score += bonus;
    if bonus > 0 {
        let reason = format!("the kind code {kind} is of a {words}");
        reading.reasons.push(reason);
    } else {
        reading
            .doubts
            .push(format!("{kind} is no kind code of a {words}"));
    }
}

/// A check digit that is right speaks for a reading; one that hangs on the number must be right.
fn weigh_check(reading: &mut Reading) -> bool {
    let Some(given) = reading.fields.check else {
        return true;
    };
    match reading.right_check() {
        Some(right) if right == given => {
            reading.score += 8;
            reading.reasons.push("the check digit is right".to_owned());
            true
        }
        Some(right) => {
            reading.score -= 6;
            reading
                .doubts
                .push(format!("the check digit should be {right}"));
            reading.fields.check_apart
        }
        None => {
            reading.score -= 1;
            true
        }
    }
}
