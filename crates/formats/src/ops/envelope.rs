//! The envelope of an answer, and what stands in it.

use super::{family, fulltext, inquiry, register};
use crate::reading::{Found, Reading};
use crate::vocabulary::{attributes, exchange, statement, value};
use model::{Attribute, Origin, Patent, Statement};
use xml::tree::{Element, Tree};

/// The name of this format in records.
pub(super) const FORMAT: &str = "ops";

/// What an answer holds, while it is read.
#[derive(Default)]
pub(super) struct Answer {
    /// The publications.
    pub(super) found: Vec<Found>,
    /// What the envelope says in attributes: counts, versions.
    pub(super) outer: Vec<Attribute>,
    /// What it says in words: the question that was asked.
    pub(super) asked: Vec<Statement>,
}

/// Reads an answer: one record a publication.
#[must_use]
pub fn read(tree: &Tree<'_>) -> Reading {
    let mut answer = Answer::default();
    if let Some(root) = tree.root() {
        part(&root, &mut answer);
    }
    let Answer {
        mut found,
        outer,
        asked,
    } = answer;
    if let Some(first) = found.first_mut() {
        first.patent.statements.extend(asked);
    }
    for one in &mut found {
        let attributes = outer.iter().cloned();
        one.patent.origin.attributes.extend(attributes);
        one.patent.part = what(&one.patent).into();
    }
    Reading::of_several(tree, found)
}

/// Which part of a publication a record is, so that it takes the place of no other part: nothing for its exchange
/// document, which says what there is to say of it.
fn what(patent: &Patent) -> &'static str {
    let has_events = !patent.events.is_empty();
    match patent.origin.root.as_str() {
        "exchange-document" => "",
        "register-document" => "register",
        "family-member" if has_events => "legal",
        "family-member" => "family",
        "fulltext-document" => match (patent.descriptions.is_empty(), patent.claim_sets.is_empty())
        {
            (false, true) => "description",
            (true, false) => "claims",
            _ => "fulltext",
        },
        _ => "number",
    }
}

/// A record of this format, made from an element called `root`.
pub(super) fn patent(root: &str) -> Patent {
    Patent {
        origin: Origin {
            format: FORMAT.into(),
            root: root.into(),
            ..Origin::default()
        },
        ..Patent::default()
    }
}

/// Reads a part of the envelope; what is not known here stays unmapped, but for the known parts in it.
pub(super) fn part(element: &Element<'_, '_>, answer: &mut Answer) {
    match element.name() {
        "exchange-document" => {
            let patent = exchange::document(element, FORMAT);
            answer.found.push(Found::at(element, patent));
        }
        "register-document" => {
            let patent = register::document(element);
            answer.found.push(Found::at(element, patent));
        }
        "fulltext-document" => {
            let patent = fulltext::document(element);
            answer.found.push(Found::at(element, patent));
        }
        "patent-family" => family::family(element, answer),
        "equivalents-inquiry" | "fulltext-inquiry" | "document-inquiry" => {
            inquiry::inquiry(element, answer);
        }
        "standardization" => inquiry::numbers(element, answer),
        "publication-reference" | "application-reference" => {
            answer
                .found
                .push(Found::at(element, inquiry::reference(element)));
        }
        "query" | "range" => answer.asked.push(statement::statement(element)),
        "meta" => {
            element.enter();
            let name = value(element, "name");
            let value = value(element, "value");
            answer.outer.push(Attribute::new(name, value));
        }
        crate::json::ROOT
        | "world-patent-data"
        | "exchange-documents"
        | "register-documents"
        | "fulltext-documents"
        | "biblio-search"
        | "register-search"
        | "search-result" => {
            answer.outer.extend(attributes(element));
            for child in element.elements() {
                part(&child, answer);
            }
        }
        _ => {
            for child in element.inner() {
                part(&child, answer);
            }
        }
    }
}
