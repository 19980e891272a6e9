//! Answers that are mostly numbers: what there is of a publication, its equivalents, its number in another form.

use super::envelope::{self, Answer, part, patent};
use crate::reading::Found;
use crate::vocabulary::{attributes, biblio, document, statement, value};
use model::{Attachment, Attribute, Family, Inline, Patent, Statement};
use xml::tree::Element;

/// Reads what there is of a publication: one record for the publication asked for, or one for each document.
pub(super) fn inquiry(element: &Element<'_, '_>, answer: &mut Answer) {
    let results = || {
        let children = element.elements();
        children.filter(|child| child.name() == "inquiry-result")
    };
    let has_documents = |result: &Element<'_, '_>| {
        let mut children = result.elements();
        children.any(|child| child.name().starts_with("exchange-document"))
    };
    let inquiry = attributes(element);
    if results().any(|result| has_documents(&result)) {
        answer.outer.extend(inquiry);
        for child in element.elements() {
            match child.name() {
                "publication-reference" | "application-reference" => {
                    answer.asked.push(statement::statement(&child));
                }
                "inquiry-result" => documents(&child, answer),
                _ => {}
            }
        }
        return;
    }
    let mut patent = patent(element.name());
    patent.origin.attributes.extend(inquiry);
    let is_family = element.name() == "equivalents-inquiry";
    for child in element.elements() {
        match child.name() {
            "inquiry-result" => result(&child, is_family, &mut patent),
            _ => number(&child, &mut patent),
        }
    }
    settle(&mut patent);
    answer.found.push(Found::at(element, patent));
}

/// Reads an inquiry's result that holds exchange documents.
fn documents(element: &Element<'_, '_>, answer: &mut Answer) {
    for child in element.elements() {
        match child.name() {
            "publication-reference" | "application-reference" => {
                answer.asked.push(statement::statement(&child));
            }
            _ => part(&child, answer),
        }
    }
}

/// Reads an inquiry's result into the record of the publication asked for.
fn result(element: &Element<'_, '_>, is_family: bool, patent: &mut Patent) {
    for child in element.elements() {
        match child.name() {
            "publication-reference" if is_family => {
                let family = patent.family.get_or_insert_with(Family::default);
                let mut members = document::document_ids(&child);
                members.iter_mut().for_each(document::prefixed);
                let facts = attributes(&child);
                for member in &mut members {
                    member.attributes.extend(facts.iter().cloned());
                }
                family.members.extend(members);
            }
            "publication-reference" | "application-reference" => number(&child, patent),
            "document-instance" | "fulltext-instance" => {
                patent.attachments.push(instance(&child));
            }
            _ => patent.statements.push(statement::statement(&child)),
        }
    }
    patent.origin.attributes.extend(attributes(element));
}

/// Reads a file that can be had, or a part of the text.
fn instance(element: &Element<'_, '_>) -> Attachment {
    let mut out = Attachment {
        name: element.name().into(),
        id: value(element, "id"),
        file: value(element, "link"),
        ..Attachment::default()
    };
    for child in element.elements() {
        match child.name() {
            "document-instance-link" if out.file.is_empty() => {
                child.enter();
                out.file = value(&child, "href");
            }
            "document-format-options" | "fulltext-format-options" => {
                for format in child.elements() {
                    let text = format!("{} ", format.text());
                    out.content.push(Inline::Text(text.into()));
                    out.attributes.extend(attributes(&format));
                }
            }
            _ => out.parts.push(Attachment {
                name: child.name().into(),
                attributes: attributes(&child),
                content: vec![Inline::Text(child.text().as_ref().into())],
                ..Attachment::default()
            }),
        }
    }
    out.attributes.extend(attributes(element));
    out
}

/// Reads the number of a publication or an application in one form or another.
fn number(element: &Element<'_, '_>, patent: &mut Patent) {
    let documents = (
        patent.publication.documents.len(),
        patent.application.documents.len(),
    );
    if !biblio::child(element, patent) {
        match element.name() {
            "priority-claim" => patent.priorities.push(biblio::priority(element)),
            _ => patent.statements.push(statement::statement(element)),
        }
    }
    let new = patent.publication.documents[documents.0..].iter_mut();
    new.for_each(document::prefixed);
    let new = patent.application.documents[documents.1..].iter_mut();
    new.for_each(document::prefixed);
}

/// Takes the office from the publication.
fn settle(patent: &mut Patent) {
    let documents = patent.publication.documents.iter();
    let documents = documents.chain(&patent.application.documents);
    let mut offices = documents.map(|id| &id.office);
    if let Some(office) = offices.find(|office| !office.is_empty()) {
        patent.office = office.clone();
    }
}

/// Reads a number that a search gave.
pub(super) fn reference(element: &Element<'_, '_>) -> Patent {
    let mut patent = patent(element.name());
    number(element, &mut patent);
    settle(&mut patent);
    patent
}

/// Reads a number in two forms, the one that was given and the one that was asked for.
pub(super) fn numbers(element: &Element<'_, '_>, answer: &mut Answer) {
    let mut patent = envelope::patent(element.name());
    patent.origin.attributes.extend(attributes(element));
    for side in element.elements() {
        for child in side.elements() {
            number(&child, &mut patent);
        }
        let facts: Vec<Attribute> = attributes(&side);
        if !facts.is_empty() {
            patent.statements.push(Statement {
                code: side.name().into(),
                attributes: facts,
                ..Statement::default()
            });
        }
    }
    settle(&mut patent);
    answer.found.push(Found::at(element, patent));
}
