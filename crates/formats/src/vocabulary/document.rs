//! `document-id` and the dates of ST.36.

use super::{text, value};
use model::{Date, DocumentId, Gazette};
use xml::tree::Element;

/// Reads a `document-id`.
///
/// Clause: ST.36 document-id
pub(crate) fn document_id(element: &Element<'_, '_>) -> DocumentId {
    let mut id = DocumentId {
        language: value(element, "lang"),
        format: value(element, "data-format"),
        ..DocumentId::default()
    };
    for child in element.elements() {
        match child.name() {
            "country" => id.office = text(&child),
            "doc-number" => id.number = text(&child),
            "kind" => id.kind = text(&child),
            "date" => id.date = Date::new(text(&child)),
            "name" if id.name.is_empty() && !child.has_attributes() => id.name = text(&child),
            _ => {}
        }
    }
    id.attributes = super::attributes(element);
    id
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
            "gazette-num" => gazette.number = text(&child),
            "date" => gazette.date = Date::new(text(&child)),
            "text" => gazette.text = text(&child),
            _ => {}
        }
    }
    gazette
}
