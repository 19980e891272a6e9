//! The free-text place of a document: in a publication a gazette reference, whose text may say anything; in a status
//! document a comment on its first event.
//!
//! Clause: ST.96 V6_0 pat:GazetteReferenceText

use super::sheet::Sheet;
use crate::component::draft::NodeId;
use crate::component::schema::{com, pat};
use std::borrow::Cow;

/// What the free-text place of a document is called.
pub(super) fn name(sheet: &Sheet<'_>) -> &'static str {
    match sheet.draft.name(sheet.draft.root()) {
        pat::PATENT_LEGAL_STATUS_DATA => "a comment on the first event",
        _ => "a gazette reference text",
    }
}

/// Puts notes into one gazette reference with the date of the document; says whether that was possible.
pub(super) fn place(sheet: &mut Sheet<'_>, notes: &[(Cow<'_, str>, String)]) -> bool {
    let mut text = String::new();
    for (code, note) in notes {
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(code);
        if !note.is_empty() {
            text.push_str(": ");
            text.push_str(note);
        }
    }
    let root = sheet.draft.root();
    if sheet.draft.name(root) == pat::PATENT_LEGAL_STATUS_DATA {
        return status(sheet, root, text);
    }
    if sheet.draft.name(root) == pat::APPLICATION_BODY {
        return false;
    }
    let biblio = if sheet.draft.name(root) == pat::BIBLIOGRAPHIC_DATA {
        root
    } else {
        bibliographic_data(sheet, root)
    };
    let Some(iso) = sheet.date.clone() else {
        return false;
    };
    let bag = availability(sheet, biblio);
    let reference = sheet.draft.element(bag, pat::GAZETTE_REFERENCE);
    sheet.draft.leaf(reference, pat::GAZETTE_NUMBER, "");
    sheet.draft.leaf(reference, com::PUBLICATION_DATE, iso);
    sheet
        .draft
        .leaf(reference, pat::GAZETTE_REFERENCE_TEXT, text);
    true
}

/// Adds a comment to the first event of a status document, whose events may all carry some.
///
/// Clause: ST.96 V6_0 pat:StatusEventData
fn status(sheet: &mut Sheet<'_>, root: NodeId, text: String) -> bool {
    let status = sheet.draft.child(root, pat::PATENT_LEGAL_STATUS);
    let bag = status.and_then(|node| sheet.draft.child(node, pat::STATUS_EVENT_DATA_BAG));
    let first = bag.and_then(|bag| sheet.draft.child(bag, pat::STATUS_EVENT_DATA));
    let data = first.and_then(|event| sheet.draft.last_element(event));
    let Some(data) = data else { return false };
    sheet.draft.leaf(data, com::COMMENT_TEXT, text);
    true
}

fn bibliographic_data(sheet: &Sheet<'_>, root: NodeId) -> NodeId {
    sheet
        .draft
        .child(root, pat::BIBLIOGRAPHIC_DATA)
        .unwrap_or(root)
}

/// The bag of public availability, made when there is none.
pub(super) fn availability(sheet: &mut Sheet<'_>, biblio: NodeId) -> NodeId {
    match sheet.draft.child(biblio, pat::PUBLIC_AVAILABILITY_DATA_BAG) {
        Some(bag) => bag,
        None => sheet
            .draft
            .element(biblio, pat::PUBLIC_AVAILABILITY_DATA_BAG),
    }
}
