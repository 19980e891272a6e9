//! The bibliographic part of the applications of 2001 to 2004.
//!
//! Clause: PAP subdoc-bibliographic-information

use super::{citation, party, relation, text};
use crate::vocabulary::{attributes, once, statement, text as leaf};
use model::{
    Attachment, Attribute, Classification, Date, DocumentId, Milestone, Patent, Plant, Priority,
    RegionalData, Relation, Symbol, Title,
};
use xml::tree::Element;

/// Reads `subdoc-bibliographic-information`.
pub(super) fn information(element: &Element<'_, '_>, patent: &mut Patent) {
    for part in element.elements() {
        match part.name() {
            "document-id" => patent.publication.documents.push(document_id(&part)),
            "publication-filing-type" => patent
                .publication
                .statements
                .push(statement::statement(&part)),
            "domestic-filing-data" => filed(&part, patent),
            "foreign-priority-data" => priority(&part, patent),
            "technical-information" => technical(&part, patent),
            "continuity-data" => relation::relations(&part, patent),
            "prior-publication" => prior_publication(&part, patent),
            "inventors" | "assignee" | "correspondence-address" => party::parties(&part, patent),
            "international-conventions" => conventions(&part, patent),
            "appendix-data" => appendix(&part, patent),
            _ => {}
        }
        let names = marks(&part);
        patent.origin.bibliographic.extend(names);
    }
    patent.origin.bibliographic.extend(marks(element));
    element.enter_holders(|name| {
        matches!(
            name,
            "doc-number"
                | "country-code"
                | "name"
                | "family-name"
                | "given-name"
                | "date"
                | "organization-name"
                | "address"
                | "country"
                | "city"
                | "state"
        )
    });
    for id in patent.publication.documents.iter_mut().take(1) {
        if id.office.is_empty() {
            id.office = "US".into();
        }
    }
    patent.office = "US".into();
}

/// Attributes under the names of their elements: they give codes of other standards.
fn marks(element: &Element<'_, '_>) -> Vec<Attribute> {
    let said = attributes(element).into_iter();
    said.map(|part| Attribute::new(format!("{}/@{}", element.name(), part.name), part.value))
        .collect()
}

/// Reads `document-id`.
///
/// Clause: PAP document-id
pub(super) fn document_id(element: &Element<'_, '_>) -> DocumentId {
    let mut id = DocumentId {
        language: element.value("lang").into(),
        ..DocumentId::default()
    };
    for part in element.elements() {
        match part.name() {
            "doc-number" => once(&mut id.number, &part),
            "kind-code" => once(&mut id.kind, &part),
            "document-date" => once(&mut id.date.raw, &part),
            "country-code" | "country" => once(&mut id.office, &part),
            _ => {}
        }
    }
    id.attributes = attributes(element);
    id
}

/// Reads the `document-id` children of an element.
pub(super) fn document_ids(element: &Element<'_, '_>) -> Vec<DocumentId> {
    let ids = element
        .elements()
        .filter(|part| part.name() == "document-id");
    ids.map(|part| document_id(&part)).collect()
}

fn filed(element: &Element<'_, '_>, patent: &mut Patent) {
    let mut id = DocumentId::default();
    for part in element.elements() {
        match part.name() {
            "application-number" => once(&mut id.number, &part),
            "application-number-series-code" => once(&mut patent.application.series, &part),
            "filing-date" => once(&mut id.date.raw, &part),
            "continued-prosecution-application" | "continued-prosecution-application-flag" => {
                let code = "us-publication-of-continued-prosecution-application";
                patent.statements.push(statement::named(&part, code));
            }
            _ => patent.statements.push(statement::statement(&part)),
        }
    }
    id.office = "US".into();
    patent.application.documents.push(id);
}

fn priority(element: &Element<'_, '_>, patent: &mut Patent) {
    let mut out = Priority {
        sequence: (patent.priorities.len() + 1).to_string().into(),
        ..Priority::default()
    };
    let mut id = DocumentId::default();
    for part in element.elements() {
        match part.name() {
            "priority-application-number" => once(&mut id.number, &part),
            "filing-date" => once(&mut id.date.raw, &part),
            "country-code" => once(&mut id.office, &part),
            _ => out.statements.push(statement::statement(&part)),
        }
    }
    out.documents.push(id);
    patent.priorities.push(out);
}

/// Reads `technical-information`.
///
/// Clause: PAP technical-information
fn technical(element: &Element<'_, '_>, patent: &mut Patent) {
    for part in element.elements() {
        match part.name() {
            "classification-ipc" | "classification-us" => {
                patent.classifications.push(classification(&part));
            }
            "title-of-invention" => patent.titles.push(Title {
                content: trimmed(text::mixed(&part)),
                ..Title::default()
            }),
            "botanic" => patent.plant = Some(plant(&part)),
            "citation" => patent.citations.push(citation::citation(&part)),
            _ => patent.statements.push(statement::statement(&part)),
        }
        let names = marks(&part);
        patent.origin.bibliographic.extend(names);
    }
}

/// Running text without the blanks at its ends.
fn trimmed(mut content: Vec<model::Inline>) -> Vec<model::Inline> {
    if let Some(model::Inline::Text(text)) = content.first_mut() {
        *text = text.trim_start().into();
    }
    if let Some(model::Inline::Text(text)) = content.last_mut() {
        *text = text.trim_end().into();
    }
    content
}

fn plant(element: &Element<'_, '_>) -> Plant {
    let mut out = Plant::default();
    for part in element.elements() {
        match part.name() {
            "latin-name" if out.latin.is_empty() => out.latin = text::mixed(&part),
            "variety" if out.variety.is_empty() => out.variety = text::mixed(&part),
            _ => {}
        }
    }
    out
}

/// Reads `classification-ipc` or `classification-us`.
///
/// Clause: PAP classification-us
pub(super) fn classification(element: &Element<'_, '_>) -> Classification {
    let is_national = element.name() == "classification-us";
    let mut out = Classification {
        scheme: if is_national { "national" } else { "ipc" }.into(),
        office: if is_national { "US" } else { "" }.into(),
        ..Classification::default()
    };
    for part in element.elements() {
        match part.name() {
            "classification-ipc-edition" => once(&mut out.edition, &part),
            "classification-ipc-primary" | "classification-us-primary" => {
                for inner in part.elements() {
                    let symbol = symbol(&inner);
                    match out.main {
                        None => out.main = Some(symbol),
                        Some(_) => out.symbols.push(symbol),
                    }
                }
            }
            "classification-ipc-secondary" | "classification-us-secondary" => {
                out.symbols
                    .extend(part.elements().map(|inner| symbol(&inner)));
            }
            _ => out.statements.push(statement::statement(&part)),
        }
        out.attributes.extend(attributes(&part));
    }
    out
}

/// A symbol: in one, or class and subclass of the US scheme.
fn symbol(element: &Element<'_, '_>) -> Symbol {
    if element.name() != "uspc" {
        return Symbol {
            attributes: attributes(element),
            ..Symbol::of(leaf(element))
        };
    }
    let mut out = Symbol::default();
    for part in element.elements() {
        match part.name() {
            "class" => once(&mut out.class, &part),
            "subclass" => once(&mut out.subclass, &part),
            _ => {}
        }
    }
    out.text = [out.class.as_str(), out.subclass.as_str()].join("/").into();
    out.class = model::Str::default();
    out.subclass = model::Str::default();
    out.attributes = attributes(element);
    out
}

fn prior_publication(element: &Element<'_, '_>, patent: &mut Patent) {
    let documents = document_ids(element);
    patent.relations.push(Relation {
        kind: "related-publication".into(),
        documents,
        ..Relation::default()
    });
}

/// Reads `international-conventions`.
///
/// Clause: PAP international-conventions
fn conventions(element: &Element<'_, '_>, patent: &mut Patent) {
    let mut filing = RegionalData {
        code: "pct-or-regional-filing-data".into(),
        ..RegionalData::default()
    };
    for part in element.elements() {
        match part.name() {
            "pct-application" => filing.documents.extend(document_ids(&part)),
            "pct-publication" => patent.publications.push(RegionalData {
                code: "pct-or-regional-publishing-data".into(),
                documents: document_ids(&part),
                attributes: attributes(&part),
                ..RegionalData::default()
            }),
            "usc371-date" => filing.dates.push(dated("us-371c124-date", &part)),
            "usc102e-date" => filing.dates.push(dated("us-102e-date", &part)),
            _ => filing.statements.push(statement::statement(&part)),
        }
        filing.attributes.extend(attributes(&part));
    }
    patent.filings.push(filing);
}

fn dated(code: &str, element: &Element<'_, '_>) -> Milestone {
    Milestone {
        code: code.into(),
        date: Date::new(leaf(element)),
        ..Milestone::default()
    }
}

/// Reads `appendix-data`: what was deposited beside the document.
fn appendix(element: &Element<'_, '_>, patent: &mut Patent) {
    for part in element.elements() {
        let mut out = Attachment {
            name: "appendix-data".into(),
            id: part.value("id").into(),
            ..Attachment::default()
        };
        for said in part.elements() {
            if !out.content.is_empty() {
                out.content.push(model::Inline::Text("; ".into()));
            }
            out.content.push(model::Inline::Text(leaf(&said)));
        }
        out.attributes = attributes(&part);
        patent.attachments.push(out);
    }
}
