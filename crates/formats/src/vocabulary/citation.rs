//! Citations and deposits.
//!
//! Clause: ST.36 references-cited

use super::{attributes, classification, document, inline, once, party, statement, text, value};
use model::{Citation, Deposit, Inline, NonPatent, Passage, Search};
use xml::tree::{Child, Element};

/// Reads `references-cited` or `us-references-cited`.
pub(crate) fn references(
    element: &Element<'_, '_>,
    citations: &mut Vec<Citation>,
    search: &mut Search,
) {
    for child in element.elements() {
        match child.name() {
            "citation" | "us-citation" => citations.push(citation(&child)),
            "date-search-completed" => document::date_once(&mut search.completed, &child),
            "date-search-report-mailed" => document::date_once(&mut search.mailed, &child),
            "place-of-search" => document::country_once(&mut search.place, &child),
            "search-report-publication" => {
                search.publications.extend(document::document_ids(&child));
            }
            "text" => search.texts.push(text(&child)),
            _ => search.statements.push(statement::statement(&child)),
        }
    }
}

/// Reads a `citation`.
pub(crate) fn citation(element: &Element<'_, '_>) -> Citation {
    let mut out = Citation {
        id: value(element, "id"),
        sequence: value(element, "sequence"),
        phase: ["srep-phase", "cited-phase"]
            .iter()
            .find_map(|name| element.attribute(name))
            .unwrap_or("")
            .into(),
        cited_by: value(element, "cited-by"),
        ..Citation::default()
    };
    let mut relevance = Vec::new();
    for child in element.elements() {
        match child.name() {
            "category" => {
                let group = open_group(&mut relevance, |group| group.claims.is_empty());
                group.categories.push(text(&child));
            }
            "rel-claims" => {
                let group = open_group(&mut relevance, |_| true);
                group.claims.push(text(&child));
            }
            _ => citation_part(&child, &mut out),
        }
    }
    relevant(relevance, &mut out);
    out.attributes.extend(attributes(element));
    out
}

/// The last group of categories and claims, if it is still open; else a new one.
fn open_group(groups: &mut Vec<Passage>, is_open: impl Fn(&Passage) -> bool) -> &mut Passage {
    if !groups.last().is_some_and(is_open) {
        groups.push(Passage::default());
    }
    groups.last_mut().expect("one was just pushed")
}

/// Keeps which category is for which claims: several groups become passages that name no place of the text.
fn relevant(mut groups: Vec<Passage>, out: &mut Citation) {
    if groups.len() == 1 {
        let only = groups.remove(0);
        out.categories = only.categories;
        out.claims = only.claims;
        return;
    }
    for group in groups {
        if group.claims.is_empty() {
            out.categories.extend(group.categories);
        } else {
            out.passages.push(group);
        }
    }
}

fn citation_part(element: &Element<'_, '_>, out: &mut Citation) {
    match element.name() {
        "patcit" => patent(element, out),
        "nplcit" if out.literature.is_none() => {
            if out.number.is_empty() {
                out.number = value(element, "num");
            }
            out.literature = Some(literature(element));
        }
        "rel-passage" => out.passages.extend(passage(element)),
        "category" => out.categories.push(text(element)),
        "rel-claims" => out.claims.push(text(element)),
        "corresponding-docs" => out.corresponding.extend(corresponding(element)),
        _ => match classification::classification(element) {
            Some(classification) => out.classifications.push(classification),
            None => out.statements.push(statement::statement(element)),
        },
    }
}

fn patent(element: &Element<'_, '_>, out: &mut Citation) {
    if out.number.is_empty() {
        out.number = value(element, "num");
    }
    for child in element.children() {
        match child {
            Child::Element(child) => match child.name() {
                "document-id" => out.documents.push(document::document_id(&child)),
                "rel-passage" => out.passages.extend(passage(&child)),
                "text" => out.text.extend(inline::mixed(&child)),
                _ => out.statements.push(statement::statement(&child)),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => out.text.push(Inline::Text(text.into())),
            Child::Instruction(..) => {}
        }
    }
    if out.cited_id.is_empty() {
        out.cited_id = value(element, "id");
    }
    out.attributes.extend(attributes(element));
}

fn literature(element: &Element<'_, '_>) -> NonPatent {
    let mut out = NonPatent {
        id: value(element, "id"),
        language: value(element, "lang"),
        ..NonPatent::default()
    };
    let children: Vec<Child<'_, '_>> = element
        .children()
        .filter(|child| !matches!(child, Child::Text(text) if text.trim().is_empty()))
        .collect();
    for child in children {
        match child {
            Child::Element(child) if matches!(child.name(), "othercit" | "text") => {
                out.kind = child.name().into();
                if !out.content.is_empty() {
                    out.content.push(Inline::Text(" ".into()));
                }
                out.content.extend(inline::mixed(&child));
            }
            Child::Element(child) if matches!(child.name(), "article" | "book" | "online") => {
                out.kind = child.name().into();
                out.parts
                    .extend(child.elements().map(|part| statement::statement(&part)));
            }
            Child::Element(child) if inline::is_style(child.name()) => {
                out.content.extend(inline::inline(&child));
            }
            Child::Element(child) => out.parts.push(statement::statement(&child)),
            Child::Text(text) => out.content.push(Inline::Text(text.into())),
            Child::Instruction(..) => {}
        }
    }
    out.attributes = attributes(element);
    out
}

/// Reads a `rel-passage`. Where several categories have claims of their own, the passage stands once for each.
fn passage(element: &Element<'_, '_>) -> Vec<Passage> {
    let mut place = Passage::default();
    let mut relevance: Vec<Passage> = Vec::new();
    for child in element.elements() {
        match child.name() {
            "passage" if child.has_elements() => place.parts.push(statement::statement(&child)),
            "passage" | "text" => place.texts.push(text(&child)),
            "category" => {
                let group = open_group(&mut relevance, |group| group.claims.is_empty());
                group.categories.push(text(&child));
            }
            "rel-claims" => {
                let group = open_group(&mut relevance, |_| true);
                group.claims.push(text(&child));
            }
            _ => {}
        }
    }
    if relevance.is_empty() {
        return vec![place];
    }
    let groups = relevance.into_iter().map(|group| Passage {
        categories: group.categories,
        claims: group.claims,
        ..place.clone()
    });
    groups.collect()
}

fn corresponding(element: &Element<'_, '_>) -> Vec<Citation> {
    let mut out = Vec::new();
    for child in element.elements() {
        let mut one = Citation::default();
        match child.name() {
            "document-id" => one.documents.push(document::document_id(&child)),
            "patcit" | "nplcit" | "rel-passage" | "category" | "rel-claims" => {
                citation_part(&child, &mut one);
            }
            _ => one.statements.push(statement::statement(&child)),
        }
        out.push(one);
    }
    out
}

/// Reads a `patcit` or `nplcit` that stands in running text.
pub(crate) fn within_text(element: &Element<'_, '_>) -> Citation {
    let mut out = Citation::default();
    if element.name() == "patcit" {
        patent(element, &mut out);
        out.id = std::mem::take(&mut out.cited_id);
    } else {
        out.number = value(element, "num");
        out.literature = Some(literature(element));
    }
    out
}

/// Reads a `ref`: words of running text that are marked as a citation.
pub(crate) fn marked(element: &Element<'_, '_>) -> Citation {
    let words = inline::mixed(element);
    let mut out = Citation {
        attributes: attributes(element),
        ..Citation::default()
    };
    let is_other = |kind: &str| kind.starts_with("npl") || kind.starts_with("non");
    let mut kinds = out
        .attributes
        .iter()
        .map(|attribute| attribute.value.as_str());
    if kinds.any(is_other) {
        out.literature = Some(NonPatent {
            content: words,
            ..NonPatent::default()
        });
    } else {
        out.text = words;
    }
    out
}

/// Reads a `bio-deposit`.
///
/// Clause: ST.36 bio-deposit
pub(crate) fn deposit(element: &Element<'_, '_>) -> Deposit {
    let mut out = Deposit {
        id: value(element, "id"),
        number: value(element, "num"),
        ..Deposit::default()
    };
    for child in element.elements() {
        match child.name() {
            "depositary" if out.depositary.is_empty() && out.address.is_none() => {
                depositary(&child, &mut out);
            }
            "bio-accno" => once(&mut out.accession, &child),
            "date" => once(&mut out.date.raw, &child),
            "term" => once(&mut out.term, &child),
            "dtext" => once(&mut out.text, &child),
            _ => {}
        }
    }
    out.attributes = attributes(element);
    out
}

fn depositary(element: &Element<'_, '_>, out: &mut Deposit) {
    let mut name = String::new();
    for child in element.children() {
        match child {
            Child::Element(child) if child.name() == "address" => {
                name.push(' ');
                if out.address.is_none() {
                    out.address = Some(party::address(&child));
                } else {
                    name.push_str(&text(&child));
                    name.push(' ');
                }
            }
            Child::Element(child) => name.push_str(&text(&child)),
            Child::Text(text) => name.push_str(text),
            Child::Instruction(..) => {}
        }
    }
    out.depositary = model::text::line(&name).into();
}
