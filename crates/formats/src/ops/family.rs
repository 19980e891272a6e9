//! Families: each member is a publication, with its legal events and its bibliographic data when they were asked for.

use super::envelope::{Answer, FORMAT, patent};
use super::legal;
use crate::reading::Found;
use crate::vocabulary::{attributes, biblio, document, exchange, statement, value};
use model::{Attribute, DocumentId, Patent, Priority, Str};
use xml::tree::Element;

/// Reads a `patent-family`.
pub(super) fn family(element: &Element<'_, '_>, answer: &mut Answer) {
    answer.outer.extend(attributes(element));
    for child in element.elements() {
        match child.name() {
            "publication-reference" | "application-reference" | "priority-claim" => {
                answer.asked.push(statement::statement(&child));
            }
            "family-member" => answer.found.push(Found::at(&child, member(&child))),
            _ => {}
        }
    }
}

/// Reads a `family-member`: the record of its exchange document, or one of its numbers alone.
fn member(element: &Element<'_, '_>) -> Patent {
    let documents = element.find("exchange-document");
    let mut out = match &documents {
        Some(document) => with_document(element, document),
        None => numbers(element),
    };
    for child in element.elements() {
        match child.name() {
            "legal" => out.events.push(legal::event(&child)),
            "publication-reference"
            | "application-reference"
            | "priority-claim"
            | "exchange-document" => {}
            _ => out.statements.push(statement::statement(&child)),
        }
    }
    out
}

/// A member of which only the numbers are given.
fn numbers(element: &Element<'_, '_>) -> Patent {
    let mut out = patent(element.name());
    let id = value(element, "family-id");
    for child in element.elements() {
        match child.name() {
            "publication-reference" | "application-reference" => {
                biblio::child(&child, &mut out);
            }
            "priority-claim" => out.priorities.push(biblio::priority(&child)),
            _ => {}
        }
    }
    let documents = &mut out.publication.documents;
    documents.iter_mut().for_each(document::prefixed);
    let documents = out.publication.documents.iter();
    let mut offices = documents
        .chain(&out.application.documents)
        .map(|id| &id.office);
    let office = offices.find(|office| !office.is_empty());
    out.office = office.cloned().unwrap_or_default();
    out.origin.attributes.extend(with_id(id));
    out.origin.attributes.extend(attributes(element));
    out
}

fn with_id(id: Str) -> Option<Attribute> {
    (!id.is_empty()).then(|| Attribute::new("family-id", id))
}

/// A member with its bibliographic data; its numbers stand in the record as those of a member of the family.
fn with_document(element: &Element<'_, '_>, document: &Element<'_, '_>) -> Patent {
    let mut out = exchange::document(document, FORMAT);
    let mut family = out.family.take().unwrap_or_default();
    if family.id.is_empty() {
        family.id = value(element, "family-id");
    }
    family.member_groups.push(exchange::family_member(element));
    for child in element.elements() {
        if child.name() == "priority-claim" {
            let claim = biblio::priority(&child);
            out.statements.extend(claim.statements.iter().cloned());
            family.priority.extend(earlier(claim));
        }
    }
    out.family = Some(family);
    out
}

/// The documents of a priority claim, with what is said of the claim.
fn earlier(claim: Priority) -> Vec<DocumentId> {
    let mut ids = claim.documents;
    if let Some(first) = ids.first_mut() {
        for (name, value) in [
            ("sequence", claim.sequence),
            ("kind", claim.kind),
            ("id", claim.id),
        ] {
            if !value.is_empty() {
                first.attributes.push(Attribute::new(name, value));
            }
        }
        first.attributes.extend(claim.attributes);
    }
    ids
}
