//! The reader: the envelope of an answer, and the applications in it.

use super::{application, assignment, event};
use crate::reading::{Found, Reading};
use crate::vocabulary::{attributes, statement, text};
use model::{Attribute, DocumentId, Origin, Patent, Statement, Str};
use std::collections::BTreeMap;
use xml::tree::{Element, Tree};

/// What stands in the envelopes, while they are read.
#[derive(Default)]
struct Answer {
    found: Vec<Found>,
    /// What the envelopes say: counts, identifiers of the request.
    outer: Vec<Statement>,
}

/// Reads an answer: one record an application, or an assignment.
#[must_use]
pub fn read(tree: &Tree<'_>) -> Reading {
    let mut answer = Answer::default();
    if let Some(root) = tree.root() {
        envelope(&root, &mut answer);
    }
    let Answer { mut found, outer } = answer;
    if let Some(first) = found.first_mut() {
        first.patent.statements.extend(outer);
    }
    Reading::of_several(tree, found)
}

/// A record of this format, made from an element called `root`.
pub(super) fn patent(root: &str) -> Patent {
    Patent {
        origin: Origin {
            format: "odp".into(),
            root: root.into(),
            ..Origin::default()
        },
        office: "US".into(),
        ..Patent::default()
    }
}

/// A name as it was given, and all it says, unless it says nothing.
pub(super) fn fact(element: &Element<'_, '_>) -> Option<Statement> {
    if element.is_blank() {
        // An empty value says nothing; its name is no word of the document.
        element.enter();
        return None;
    }
    let mut fact = statement::statement(element);
    trim(&mut fact);
    Some(fact)
}

/// Takes out parts that say nothing.
fn trim(fact: &mut Statement) {
    fact.parts.iter_mut().for_each(trim);
    fact.parts.retain(|part| {
        !part.content.is_empty() || !part.parts.is_empty() || !part.attributes.is_empty()
    });
}

/// Keeps what is said under a name in a slot that is empty, else among the facts.
pub(super) fn keep(slot: &mut Str, element: &Element<'_, '_>, facts: &mut Vec<Statement>) {
    if slot.is_empty() && !element.has_elements() {
        *slot = text(element);
    } else {
        facts.extend(fact(element));
    }
}

/// Reads an envelope, or the application that stands there without one.
fn envelope(element: &Element<'_, '_>, answer: &mut Answer) {
    let is_application = element
        .elements()
        .any(|child| application::is_part(child.name()));
    let is_assignment = element.elements().any(|child| assignment::is_part(&child));
    if is_application {
        let patent = application::application(element);
        return answer.found.push(Found::at(element, patent));
    }
    if is_assignment {
        let patent = assignment::assignment(element);
        return answer.found.push(Found::at(element, patent));
    }
    for Attribute { name, value } in attributes(element) {
        answer.outer.push(Statement::text(name, value));
    }
    let papers: Vec<_> = element
        .elements()
        .filter(|child| child.name() == "documentBag")
        .collect();
    answer.found.extend(files(&papers));
    for child in element.elements() {
        match child.name() {
            "documentBag" => {}
            "json"
            | "item"
            | "patentFileWrapperDataBag"
            | "patentBag"
            | "queryResults"
            | "searchResponse"
            | "response"
            | "docs"
            | "result"
            | "doc"
            | "patentdata" => {
                envelope(&child, answer);
            }
            _ => answer.outer.extend(fact(&child)),
        }
    }
}

/// Reads lists of papers: one record for each application that they belong to.
fn files(papers: &[Element<'_, '_>]) -> Vec<Found> {
    let mut places: BTreeMap<Str, usize> = BTreeMap::new();
    let mut found: Vec<Found> = Vec::new();
    for paper in papers {
        let mut number = Str::default();
        let event = event::paper(paper, &mut number);
        let here = Found::at(paper, patent("documentBag"));
        let place = *places.entry(number.clone()).or_insert_with(|| {
            let mut first = Found { words: 0, ..here };
            if !number.is_empty() {
                first.patent.application.documents.push(DocumentId {
                    office: "US".into(),
                    number,
                    ..DocumentId::default()
                });
            }
            found.push(first);
            found.len() - 1
        });
        let into = &mut found[place];
        into.words += paper.words();
        let start = paper.offset() as u64;
        into.bytes.end = into.bytes.end.max(start + paper.source().len() as u64);
        into.patent.events.push(event);
    }
    found
}
