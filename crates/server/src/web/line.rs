//! Documents and acts as lines of a list.

use super::{address, language::Language, words};
use crate::http::moment::{self, Moment};
use office::register::{Act, ActKind, Entry};

/// A document in a list.
pub(crate) struct Line {
    pub(crate) number: String,
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) language: Language,
    pub(crate) kind: &'static str,
    pub(crate) office: String,
    pub(crate) published: Option<(String, String)>,
    pub(crate) findings: u64,
    pub(crate) versions: u32,
    pub(crate) act: String,
}

impl Line {
    pub(crate) fn of(entry: &Entry) -> Self {
        let label = &entry.label;
        Self {
            number: number(&label.key, &label.office, &label.number, &label.kind),
            href: address::document(&label.key),
            title: label.title.clone(),
            language: Language::of(&label.language),
            kind: words::kind(&label.office, &label.kind),
            office: words::office(&label.office),
            published: label.published.as_deref().map(date),
            findings: entry.finding_count.into(),
            versions: entry.versions,
            act: words::grouped(entry.act),
        }
    }
}

/// The number of a document as people read it.
pub(crate) fn number(key: &str, office: &str, number: &str, kind: &str) -> String {
    if number.is_empty() {
        return key.to_owned();
    }
    let id = model::DocumentId {
        office: office.into(),
        number: number.into(),
        kind: kind.into(),
        ..model::DocumentId::default()
    };
    id.display()
}

/// A date for a machine and in words.
pub(crate) fn date(iso: &str) -> (String, String) {
    (iso.to_owned(), moment::words(iso))
}

/// An act in the list of the roll.
pub(crate) struct ActLine {
    pub(crate) number: String,
    pub(crate) plain: u64,
    pub(crate) iso: String,
    pub(crate) day: String,
    pub(crate) what: &'static str,
    pub(crate) document: String,
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) language: Language,
    pub(crate) digest: String,
}

impl ActLine {
    pub(crate) fn of(act: &Act) -> Self {
        let moment = Moment::from_millis(act.time);
        let label = &act.label;
        Self {
            number: words::grouped(act.number),
            plain: act.number,
            iso: moment.iso(),
            day: moment.day(),
            what: match act.kind {
                ActKind::Corrected => "new version",
                _ => "first version",
            },
            document: number(&label.key, &label.office, &label.number, &label.kind),
            href: address::document(&label.key),
            title: label.title.clone(),
            language: Language::of(&label.language),
            digest: act.source.to_string(),
        }
    }
}
