//! The head of a document's pages: number, title, where it stands on the roll, tabs.

use super::super::line::{ActLine, date};
use super::super::{address, language::Language, words};
use super::{figures, patent};
use formats::html;
use model::Record;
use office::register::Document;

/// The head of a page.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) key: String,
    pub(crate) href: String,
    /// The document in the interface for programs.
    pub(crate) data: String,
    pub(crate) number: String,
    /// The title as HTML.
    pub(crate) title: String,
    pub(crate) plain_title: String,
    pub(crate) language: Language,
    pub(crate) status: String,
    pub(crate) published: Option<(String, String)>,
    pub(crate) act: Standing,
    pub(crate) tabs: Vec<TabLink>,
}

/// Where a document stands on the roll.
#[derive(Debug)]
pub(crate) struct Standing {
    pub(crate) number: String,
    pub(crate) iso: String,
    pub(crate) day: String,
    pub(crate) roll: String,
    /// Acts of this document before this one.
    pub(crate) earlier: usize,
}

/// A page of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Overview,
    Claims,
    Description,
    Drawings,
    Family,
    Files,
    Findings,
}

/// A link to a page of the document.
#[derive(Debug)]
pub(crate) struct TabLink {
    pub(crate) label: &'static str,
    pub(crate) href: String,
    pub(crate) count: String,
    pub(crate) current: bool,
}

impl Head {
    pub(crate) fn of(document: &Document, current: Tab) -> Self {
        let patent = patent(document);
        let label = &document.act.label;
        let key = label.key.clone();
        let href = address::document(&key);
        let title = patent.title(&patent.language);
        let mut shown = String::new();
        if title.is_none() {
            let words = [model::Inline::Text(label.title.as_str().into())];
            html::inlines(&words, &html::Options::default(), &mut shown);
        }
        if let Some(title) = title {
            html::inlines(&title.content, &html::Options::default(), &mut shown);
        }
        let act = ActLine::of(&document.act);
        Self {
            data: address::publication(&key),
            number: act.document,
            title: shown,
            plain_title: label.title.clone(),
            language: Language::of(title.map_or(&label.language, |title| title.language.as_str())),
            status: words::status(label),
            published: label.published.as_deref().map(date),
            act: Standing {
                number: act.number,
                iso: act.iso,
                day: act.day,
                roll: format!(
                    "/roll?upto={}#act-{}",
                    document.act.number, document.act.number
                ),
                earlier: document.versions.len().saturating_sub(1),
            },
            tabs: tabs(document, &href, current),
            key,
            href,
        }
    }
}

fn tabs(document: &Document, href: &str, current: Tab) -> Vec<TabLink> {
    let patent = patent(document);
    let claims = patent.claim_sets.iter().map(|set| set.claims.len()).max();
    let link = |tab: Tab, label: &'static str, path: &str, count: Option<usize>| TabLink {
        label,
        href: format!("{href}{path}"),
        count: count
            .map(|count| words::grouped(count as u64))
            .unwrap_or_default(),
        current: tab == current,
    };
    if let Record::Listing(listing) = &*document.record {
        let count = Some(listing.sequences.len());
        return vec![
            link(Tab::Overview, "Sequences", "", count),
            link(Tab::Files, "Files", "/files", None),
            link(
                Tab::Findings,
                "Findings",
                "/findings",
                Some(document.findings.len()),
            ),
        ];
    }
    vec![
        link(Tab::Overview, "Overview", "", None),
        link(Tab::Claims, "Claims", "/claims", Some(claims.unwrap_or(0))),
        link(Tab::Description, "Description", "/description", None),
        link(
            Tab::Drawings,
            "Drawings",
            "/drawings",
            Some(figures::places(patent).len()),
        ),
        link(
            Tab::Family,
            "Family and citations",
            "/family",
            Some(patent.citations.len()),
        ),
        link(Tab::Files, "Files", "/files", None),
        link(
            Tab::Findings,
            "Findings",
            "/findings",
            Some(document.findings.len()),
        ),
    ]
}
