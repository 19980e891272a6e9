//! `document-id` and the dates of ST.36.

use super::{once, text, value};
use model::{Attribute, Date, DocumentId, Gazette};
use xml::tree::Element;

/// Reads a `document-id`.
///
/// Clause: ST.36 document-id
pub(crate) fn document_id(element: &Element<'_, '_>) -> DocumentId {
    let mut id = DocumentId {
        language: value(element, "lang"),
        format: ["data-format", "document-id-type", "format"]
            .iter()
            .find_map(|name| element.attribute(name))
            .unwrap_or("")
            .into(),
        ..DocumentId::default()
    };
    for child in element.elements() {
        match child.name() {
            "country" => once(&mut id.office, &child),
            "doc-number" => once(&mut id.number, &child),
            "kind" => once(&mut id.kind, &child),
            "date" => once(&mut id.date.raw, &child),
            "lang" => once(&mut id.language, &child),
            "name" if id.name.is_empty() => {
                id.name = text(&child);
                let kind = value(&child, "name-type");
                if !kind.is_empty() {
                    id.attributes.push(Attribute::new("name-type", kind));
                }
            }
            _ => {}
        }
    }
    id.attributes.extend(super::attributes(element));
    id
}

/// Reads the `document-id` children of an element that names their number format, unless they do so themselves.
pub(crate) fn formatted_ids(element: &Element<'_, '_>, format: &str) -> Vec<DocumentId> {
    let mut ids = document_ids(element);
    for id in ids.iter_mut().filter(|id| id.format.is_empty()) {
        id.format = format.into();
    }
    ids
}

/// Takes the office of an EPODOC number from its start: `US201562110109P`.
pub(crate) fn prefixed(id: &mut DocumentId) {
    if id.format == "epodoc"
        && id.office.is_empty()
        && let Some((office, _)) = id.number.split_at_checked(2)
        && office.bytes().all(|byte| byte.is_ascii_uppercase())
        && id.number.len() > 2
    {
        id.office = office.into();
    }
}

/// Reads the `document-id` children of an element.
pub(crate) fn document_ids(element: &Element<'_, '_>) -> Vec<DocumentId> {
    let children = element
        .elements()
        .filter(|child| child.name() == "document-id");
    children.map(|child| document_id(&child)).collect()
}

/// Reads an element that holds one `date`, or is one.
pub(crate) fn date(element: &Element<'_, '_>) -> Date {
    match element.find("date") {
        Some(date) => {
            element.enter();
            Date::new(text(&date))
        }
        None => Date::new(text(element)),
    }
}

/// Keeps the date in an element that stands once; one that comes again stays unmapped.
pub(crate) fn date_once(slot: &mut Date, element: &Element<'_, '_>) {
    if slot.is_empty() {
        *slot = date(element);
    }
}

/// Keeps the country in an element that stands once; one that comes again stays unmapped.
pub(crate) fn country_once(slot: &mut model::Str, element: &Element<'_, '_>) {
    if slot.is_empty() {
        *slot = country(element);
    }
}

/// Reads an element that holds one `country`, or is one.
pub(crate) fn country(element: &Element<'_, '_>) -> model::Str {
    match element.find("country") {
        Some(country) => {
            element.enter();
            text(&country)
        }
        None => text(element),
    }
}

/// Reads a `gazette-reference`.
///
/// Clause: ST.36 gazette-reference
pub(crate) fn gazette(element: &Element<'_, '_>) -> Gazette {
    let mut gazette = Gazette {
        attributes: super::attributes(element),
        ..Gazette::default()
    };
    for child in element.elements() {
        match child.name() {
            "gazette-num" => once(&mut gazette.number, &child),
            "date" => once(&mut gazette.date.raw, &child),
            "text" => once(&mut gazette.text, &child),
            _ => {}
        }
    }
    gazette
}
