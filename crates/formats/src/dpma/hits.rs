//! Lists of hits: a few data of each right that a search found.

use super::reader::patent;
use crate::reading::Found;
use crate::vocabulary::{attributes, biblio, document, statement, text};
use model::{
    Classification, Contact, DocumentId, Milestone, Name, Party, PartyRole, Patent, Statement,
    Symbol,
};
use xml::tree::Element;

/// Reads a `PatentHitList`: one record a hit.
pub(super) fn records(root: &Element<'_, '_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut list = Vec::new();
    for child in root.elements() {
        match child.name() {
            "PatentHitListRecord" => found.push(Found::at(&child, hit(&child))),
            _ => list.push(statement::statement(&child)),
        }
    }
    let counts = attributes(root);
    if let Some(first) = found.first_mut() {
        first.patent.origin.attributes.extend(counts);
        first.patent.statements.extend(list);
    }
    found
}

fn hit(element: &Element<'_, '_>) -> Patent {
    let mut out = patent(element.name());
    let mut number = DocumentId {
        office: "DE".into(),
        ..DocumentId::default()
    };
    let mut leading = DocumentId {
        office: "DE".into(),
        format: "leading-registered-number".into(),
        ..DocumentId::default()
    };
    for child in element.elements() {
        match child.name() {
            "registered-number" if number.number.is_empty() => number.number = text(&child),
            "leading-registered-number" if leading.number.is_empty() => {
                leading.number = text(&child);
            }
            "applicationDate" if number.date.is_empty() => number.date = document::date(&child),
            "invention-title" => out.titles.push(biblio::title(&child)),
            "main-classification" | "further-classification" => {
                out.classifications.push(classification(&child));
            }
            "applicants" | "inventors" => {
                for one in child.elements() {
                    let party = party(&one);
                    out.parties.push(party);
                }
            }
            "applicant" | "inventor" | "agent" => out.parties.push(party(&child)),
            name if name.ends_with("Date") => out.milestones.push(Milestone {
                code: name.into(),
                date: document::date(&child),
                ..Milestone::default()
            }),
            _ => out.statements.push(statement::statement(&child)),
        }
    }
    let numbers = [number, leading].into_iter();
    let numbers = numbers.filter(|id| !id.is_empty() || !id.date.is_empty());
    out.application.documents.extend(numbers);
    out.origin.attributes.extend(attributes(element));
    out
}

/// A party as the list gives it: name and address in one text.
fn party(element: &Element<'_, '_>) -> Party {
    let role = match element.name() {
        "inventor" => PartyRole::Inventor,
        "agent" => PartyRole::Agent,
        _ => PartyRole::Applicant,
    };
    let name = Name {
        full: text(element),
        ..Name::default()
    };
    Party {
        role,
        attributes: attributes(element),
        contacts: vec![Contact {
            name,
            ..Contact::default()
        }],
        ..Party::default()
    }
}

fn classification(element: &Element<'_, '_>) -> Classification {
    let mut out = Classification {
        scheme: "ipc".into(),
        ..Classification::default()
    };
    let mut rest: Vec<Statement> = Vec::new();
    for child in element.elements() {
        match child.name() {
            "edition" if out.edition.is_empty() => out.edition = text(&child),
            "classification" => out.symbols.push(Symbol {
                text: text(&child),
                ..Symbol::default()
            }),
            _ => rest.push(statement::statement(&child)),
        }
    }
    out.statements = rest;
    out.attributes = attributes(element);
    out
}
