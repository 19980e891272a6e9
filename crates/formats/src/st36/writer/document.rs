//! Numbers of documents.
//!
//! Clause: ST.36 document-id

use super::date;
use super::element::Element;
use model::{DocumentId, Gazette};

/// A `document-id`.
pub(super) fn id(id: &DocumentId) -> Element<'_> {
    id_in(id, "")
}

/// A `document-id` in a language, unless it names its own.
pub(super) fn id_in<'r>(id: &'r DocumentId, language: &'r str) -> Element<'r> {
    let language = if id.language.is_empty() {
        language
    } else {
        &id.language
    };
    let mut element = opened(id, language, &id.format);
    parts(&mut element, id);
    element
}

/// A `document-id` whose number format is said by the element around it.
pub(super) fn plain(id: &DocumentId) -> Element<'_> {
    let mut element = opened(id, &id.language, "");
    parts(&mut element, id);
    element
}

fn opened<'r>(id: &'r DocumentId, language: &'r str, format: &'r str) -> Element<'r> {
    let mut element = Element::new("document-id")
        .with("lang", language)
        .with("data-format", format)
        .with("id", id.id.as_str());
    let attributes = id.attributes.iter();
    for said in attributes.filter(|said| said.name != "name-type") {
        element.set(said.name.as_str(), said.value.as_str());
    }
    element
}

fn parts<'r>(element: &mut Element<'r>, id: &'r DocumentId) {
    element.leaf("country", id.office.as_str());
    element.leaf("doc-number", id.number.as_str());
    element.leaf("kind", id.kind.as_str());
    if !id.name.is_empty() {
        let mut name = Element::new("name");
        let mut kinds = id.attributes.iter();
        if let Some(kind) = kinds.find(|said| said.name == "name-type") {
            name.set("name-type", kind.value.as_str());
        }
        name.text(id.name.as_str());
        element.add(name);
    }
    date::leaf(element, &id.date);
}

/// Adds all numbers of a document.
pub(super) fn ids<'r>(element: &mut Element<'r>, ids: &'r [DocumentId]) {
    for id in ids {
        element.put(self::id(id));
    }
}

/// An element called `name` that holds documents, unless there are none.
pub(super) fn held<'r>(element: &mut Element<'r>, name: &'static str, ids: &'r [DocumentId]) {
    let mut holder = Element::new(name);
    self::ids(&mut holder, ids);
    element.put(holder);
}

/// One reference for each number format of a document, as collections write them.
pub(super) fn references<'r>(name: &'static str, ids: &'r [DocumentId]) -> Vec<Element<'r>> {
    let all = ids.iter().map(|id| {
        let mut element = Element::new(name).with("data-format", id.format.as_str());
        element.add(plain(id));
        element
    });
    all.collect()
}

/// An entry of a gazette.
///
/// Clause: ST.36 gazette-reference
pub(super) fn gazette(gazette: &Gazette) -> Element<'_> {
    let mut element = Element::new("gazette-reference");
    element.others(&gazette.attributes);
    element.leaf("gazette-num", gazette.number.as_str());
    date::leaf(&mut element, &gazette.date);
    element.leaf("text", gazette.text.as_str());
    element
}
