//! A record as parts and labelled rows, made once for all readable writers.
//!
//! Every function here takes its model type apart field by field, so that a new field of the model does not compile
//! until it has a place in what people read.

mod citation;
mod claims;
mod classification;
mod description;
mod document;
mod event;
mod file;
mod further;
mod grid;
mod inid;
mod language;
mod listing;
mod math;
mod party;
mod relation;
mod row;
mod statement;

pub(crate) use citation::{citation, deposit};
pub(crate) use claims::{Dependence, claim_number, claim_words, dependences};
pub(crate) use document::date_text;
pub(crate) use file::{attachment, image_facts};
pub(crate) use further::words as further_words;
pub(crate) use grid::{Align, Cell, Grid, grid};
pub(crate) use inid::words_of;
pub(crate) use language::{is_right_to_left, tag};
pub(crate) use math::linear;
pub(crate) use row::{Note, Row, Sheet, Value};

use model::{ClaimSet, Drawings, Inline, Patent, Record, Section, SequenceListing, Title};
use std::borrow::Cow;

/// What a part of a rendered record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Publication, application, priorities, titles, term (INID 10 to 50).
    Document,
    /// Abstracts (INID 57).
    Abstract,
    /// Parties (INID 70).
    Parties,
    /// Classifications and the field of search (INID 51, 52, 58).
    Classifications,
    /// Related documents, other levels of filing, family, designated states (INID 60, 80, 90).
    Relations,
    /// Dates of the procedure (INID 40).
    Dates,
    /// Legal events.
    Events,
    /// Citations and the search they come from (INID 56).
    Citations,
    /// Claims.
    Claims,
    /// Descriptions.
    Description,
    /// Drawings.
    Drawings,
    /// Other parts of the text.
    Section,
    /// Sequence listings.
    Sequences,
    /// Statements in the office's own terms.
    Statements,
    /// Files which belong to the document.
    Files,
    /// What the source says of itself.
    Source,
    /// What a source says more than the other parts show.
    Further,
    /// What the reader did not understand.
    Unmapped,
}

impl Topic {
    /// The topics which are made of labelled rows, in the order in which they are written.
    pub const ROWS: [Self; 7] = [
        Self::Document,
        Self::Parties,
        Self::Classifications,
        Self::Relations,
        Self::Dates,
        Self::Events,
        Self::Citations,
    ];

    /// All topics, in the order in which they are written.
    pub const ALL: [Self; 18] = [
        Self::Document,
        Self::Abstract,
        Self::Parties,
        Self::Classifications,
        Self::Relations,
        Self::Dates,
        Self::Events,
        Self::Citations,
        Self::Claims,
        Self::Description,
        Self::Drawings,
        Self::Section,
        Self::Sequences,
        Self::Statements,
        Self::Files,
        Self::Source,
        Self::Further,
        Self::Unmapped,
    ];
}

/// A part of a record: a title, and rows or text under it.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub(crate) topic: Topic,
    /// INID code, or empty.
    pub(crate) code: &'static str,
    pub(crate) title: Cow<'a, str>,
    /// Name by which the part can be found within the rendered document.
    pub(crate) anchor: String,
    /// Language as written.
    pub(crate) language: &'a str,
    pub(crate) body: Body<'a>,
}

/// What a part is made of.
#[derive(Debug)]
pub(crate) enum Body<'a> {
    Rows(Vec<Row<'a>>),
    Section(&'a Section),
    Claims(&'a ClaimSet),
    Drawings(&'a Drawings),
}

/// The heading of a record: what it is, and what it is about.
#[derive(Debug)]
pub(crate) struct Head<'a> {
    /// Number and kind as people read them.
    pub(crate) number: String,
    /// The first title.
    pub(crate) title: Option<Cow<'a, Title>>,
}

/// The heading of `record`.
pub(crate) fn head(record: &Record) -> Head<'_> {
    let patent = match record {
        Record::Patent(patent) => patent,
        Record::Listing(listing) => return listing_head(listing),
        Record::Component(component) => {
            let local = component.root.name.rsplit(':').next().unwrap_or_default();
            let number = component.name().unwrap_or_default();
            return Head {
                number: format!("{local} {number}").trim_end().to_owned(),
                title: None,
            };
        }
    };
    let applications = &mut patent.application.documents.iter();
    let number = match patent.document() {
        Some(id) => document::publication_number(id),
        None => match applications.find(|id| !id.is_empty()) {
            Some(id) => format!("Application {}", document::publication_number(id)),
            None => "Document without a number".into(),
        },
    };
    Head {
        number,
        title: patent.title(&patent.language).map(Cow::Borrowed),
    }
}

fn listing_head(listing: &SequenceListing) -> Head<'_> {
    let id = listing.application.as_ref().map(|listed| listed.document());
    let number = match id.filter(|id| !id.number.is_empty()) {
        Some(id) => format!("Sequence listing of {} {}", id.office, id.number),
        None => match listing
            .reference
            .as_ref()
            .map(|written| written.text.trim())
        {
            Some(reference) if !reference.is_empty() => format!("Sequence listing {reference}"),
            _ => "Sequence listing".to_owned(),
        },
    };
    let title = listing.title("en").map(|title| {
        Cow::Owned(Title {
            language: title.language.clone().unwrap_or_default(),
            content: vec![Inline::Text(title.text.trim().into())],
            ..Title::default()
        })
    });
    Head { number, title }
}

/// The parts of a listing with the sequences in `range`, counted from 0.
pub(crate) fn listing_parts(
    listing: &SequenceListing,
    range: std::ops::Range<usize>,
) -> Vec<Part<'_>> {
    listing::parts(listing, range, true)
}

/// All parts of `record` that hold something, in the order in which they are read.
pub(crate) fn parts(record: &Record) -> Vec<Part<'_>> {
    let patent = match record {
        Record::Patent(patent) => patent,
        Record::Listing(listing) => return listing::parts(listing, 0..usize::MAX, true),
        Record::Component(component) => return component_parts(component),
    };
    Topic::ALL
        .iter()
        .flat_map(|topic| topic_parts(patent, *topic))
        .collect()
}

fn labelled<'a>(topic: Topic, title: &'static str, anchor: &str, rows: Vec<Row<'a>>) -> Part<'a> {
    Part {
        topic,
        code: "",
        title: Cow::Borrowed(title),
        anchor: anchor.into(),
        language: "",
        body: Body::Rows(rows),
    }
}

/// The parts of a document for which there are no nouns.
fn component_parts(component: &model::Component) -> Vec<Part<'_>> {
    let unmapped = component.unmapped.iter().map(file::unmapped);
    let all = [
        labelled(
            Topic::Further,
            "Contents",
            "further",
            further::whole(&component.root),
        ),
        labelled(
            Topic::Source,
            "Source",
            "source",
            file::origin(&component.origin),
        ),
        labelled(
            Topic::Unmapped,
            "Not understood, kept as it stands",
            "unmapped",
            unmapped.collect(),
        ),
    ];
    let is_filled = |part: &Part<'_>| !matches!(&part.body, Body::Rows(rows) if rows.is_empty());
    all.into_iter().filter(is_filled).collect()
}

/// The parts of `patent` about `topic`.
pub(crate) fn topic_parts(patent: &Patent, topic: Topic) -> Vec<Part<'_>> {
    match topic {
        Topic::Abstract => sections(&patent.abstracts, topic, "57", "Abstract"),
        Topic::Description => sections(&patent.descriptions, topic, "", "Description"),
        Topic::Section => sections(&patent.sections, topic, "", ""),
        Topic::Claims => claim_parts(patent),
        Topic::Drawings => drawing_parts(patent),
        Topic::Sequences => {
            let all = patent.listings.iter();
            all.flat_map(|one| listing::parts(one, 0..usize::MAX, false))
                .collect()
        }
        _ => row_part(patent, topic).into_iter().collect(),
    }
}

fn row_part(patent: &Patent, topic: Topic) -> Option<Part<'_>> {
    let (code, title, anchor, rows) = match topic {
        Topic::Document => ("10", "Document", "document", description::rows(patent)),
        Topic::Parties => (
            "70",
            "Parties",
            "parties",
            patent.parties.iter().map(party::party).collect(),
        ),
        Topic::Classifications => (
            "51",
            "Classification",
            "classification",
            classification::rows(patent),
        ),
        Topic::Relations => (
            "60",
            "Related documents and states",
            "related",
            relation::rows(patent),
        ),
        Topic::Dates => (
            "40",
            "Dates of the procedure",
            "dates",
            patent.milestones.iter().map(relation::milestone).collect(),
        ),
        Topic::Events => ("", "Legal events", "events", event::rows(patent)),
        Topic::Citations => ("56", "Citations", "citations", citation::rows(patent)),
        Topic::Statements => (
            "",
            "Statements in the office's terms",
            "statements",
            patent.statements.iter().map(statement::statement).collect(),
        ),
        Topic::Files => (
            "",
            "Files",
            "files",
            patent.attachments.iter().map(file::attachment).collect(),
        ),
        Topic::Source => ("", "Source", "source", file::origin(&patent.origin)),
        Topic::Further => ("", "Further data", "further", further::rows(patent)),
        Topic::Unmapped => (
            "",
            "Not understood, kept as it stands",
            "unmapped",
            patent.unmapped.iter().map(file::unmapped).collect(),
        ),
        _ => return None,
    };
    let part = Part {
        topic,
        code,
        title: Cow::Borrowed(title),
        anchor: anchor.into(),
        language: "",
        body: Body::Rows(rows),
    };
    let Body::Rows(rows) = &part.body else {
        return None;
    };
    (!rows.is_empty()).then_some(part)
}

fn sections<'a>(
    sections: &'a [Section],
    topic: Topic,
    code: &'static str,
    title: &'static str,
) -> Vec<Part<'a>> {
    let base = match topic {
        Topic::Abstract => "abstract",
        Topic::Description => "description",
        _ => "section",
    };
    let part = |(index, section): (usize, &'a Section)| {
        let plain = section.name.is_empty() || section.name == base;
        Part {
            topic,
            code,
            title: if plain && !title.is_empty() {
                Cow::Borrowed(title)
            } else {
                Cow::Owned(inid::words_of(&section.name))
            },
            anchor: numbered(base, index),
            language: &section.language,
            body: Body::Section(section),
        }
    };
    sections.iter().enumerate().map(part).collect()
}

fn claim_parts(patent: &Patent) -> Vec<Part<'_>> {
    let mut out = Vec::new();
    for (index, set) in patent.claim_sets.iter().enumerate() {
        out.push(Part {
            topic: Topic::Claims,
            code: "",
            title: match set.name.as_str() {
                "" | "claims" => Cow::Borrowed("Claims"),
                other => Cow::Owned(inid::words_of(other)),
            },
            anchor: numbered("claims", index),
            language: &set.language,
            body: Body::Claims(set),
        });
    }
    out
}

fn drawing_parts(patent: &Patent) -> Vec<Part<'_>> {
    let mut out = Vec::new();
    for (index, drawings) in patent.drawings.iter().enumerate() {
        out.push(Part {
            topic: Topic::Drawings,
            code: "",
            title: Cow::Borrowed("Drawings"),
            anchor: numbered("drawings", index),
            language: &drawings.language,
            body: Body::Drawings(drawings),
        });
    }
    out
}

fn numbered(base: &str, index: usize) -> String {
    if index == 0 {
        base.into()
    } else {
        format!("{base}-{}", index + 1)
    }
}
