//! Identifications of documents: application, publication, grant, citation.
//!
//! Clause: ST.96 V6_0 pat:PatentDocumentIdentification

use super::date;
use crate::component::draft::View;
use crate::component::schema::{attr, com, pat};
use model::{DocumentId, Str};

/// The identifier of an element.
pub(super) fn id(view: View<'_, '_>) -> Str {
    view.value(attr::ID).into()
}

/// The language of an element.
pub(super) fn language(view: View<'_, '_>) -> Str {
    view.value(attr::LANGUAGE_CODE).into()
}

/// Reads a `pat:ApplicationIdentification`, or what names an application in the same parts.
///
/// Clause: ST.96 V6_0 pat:ApplicationIdentification
pub(super) fn application(view: View<'_, '_>) -> DocumentId {
    DocumentId {
        id: id(view),
        office: view.text_of(com::IP_OFFICE_CODE),
        number: application_number(view),
        date: date::of(view, pat::FILING_DATE),
        language: view.text_of(com::FILING_LANGUAGE_CODE),
        ..DocumentId::default()
    }
}

/// The number of an application, as an office writes it or after ST.13.
///
/// Clause: ST.96 V6_0 pat:ApplicationIdentification
fn application_number(view: View<'_, '_>) -> Str {
    let Some(holder) = view.child(com::APPLICATION_NUMBER) else {
        return Str::default();
    };
    let plain = holder.text_of(com::APPLICATION_NUMBER_TEXT);
    if plain.is_empty() {
        holder.text_of(com::ST13_APPLICATION_NUMBER)
    } else {
        plain
    }
}

/// Reads a `pat:PatentPublicationIdentification`.
///
/// Clause: ST.96 V6_0 pat:PatentPublicationIdentification
pub(super) fn publication(view: View<'_, '_>) -> DocumentId {
    DocumentId {
        id: id(view),
        office: view.text_of(com::IP_OFFICE_CODE),
        number: view.text_of(pat::PUBLICATION_NUMBER),
        kind: view.text_of(com::PATENT_DOCUMENT_KIND_CODE),
        date: date::of(view, com::PUBLICATION_DATE),
        language: view.text_of(com::PUBLICATION_LANGUAGE_CODE),
        ..DocumentId::default()
    }
}

/// Reads a `pat:PatentGrantIdentification`.
///
/// Clause: ST.96 V6_0 pat:PatentGrantIdentification
pub(super) fn grant(view: View<'_, '_>) -> DocumentId {
    DocumentId {
        id: id(view),
        office: view.text_of(com::IP_OFFICE_CODE),
        number: view.text_of(pat::PATENT_NUMBER),
        kind: view.text_of(com::PATENT_DOCUMENT_KIND_CODE),
        date: date::of(view, pat::GRANT_DATE),
        language: view.text_of(com::PUBLICATION_LANGUAGE_CODE),
        ..DocumentId::default()
    }
}

/// Reads a `com:CitedPatentDocumentIdentification`.
///
/// Clause: ST.96 V6_0 com:CitedPatentDocumentIdentification
pub(super) fn cited(view: View<'_, '_>) -> DocumentId {
    DocumentId {
        id: id(view),
        office: view.text_of(com::IP_OFFICE_CODE),
        number: view.text_of(com::DOCUMENT_NUMBER),
        name: view.text_of(com::ENTITY_NAME),
        kind: view.text_of(com::PATENT_DOCUMENT_KIND_CODE),
        date: date::of(view, com::PATENT_DOCUMENT_DATE),
        language: language(view),
        ..DocumentId::default()
    }
}

/// All documents that an element identifies; each says which it is.
///
/// Clause: ST.96 V6_0 pat:PatentDocumentIdentification
pub(super) fn all(view: View<'_, '_>) -> Vec<DocumentId> {
    let said = view.elements().filter_map(|child| {
        let (mut id, format) = match child.name() {
            pat::APPLICATION_IDENTIFICATION => (application(child), "application"),
            pat::PATENT_PUBLICATION_IDENTIFICATION => (publication(child), "publication"),
            pat::PATENT_GRANT_IDENTIFICATION => (grant(child), "grant"),
            _ => return None,
        };
        id.format = format.into();
        Some(id)
    });
    said.collect()
}

/// All documents below the `pat:PatentDocumentIdentification` children of an element.
pub(super) fn held(view: View<'_, '_>) -> Vec<DocumentId> {
    view.all(pat::PATENT_DOCUMENT_IDENTIFICATION)
        .flat_map(all)
        .collect()
}
