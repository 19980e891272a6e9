//! Related documents, families, and what was filed or published at another level.
//!
//! Clause: ST.96 V6_0 pat:RelatedDocumentBag

mod family;
mod international;

pub(super) use family::family;
pub(super) use international::{filing, publishing};

use super::date;
use super::document::{self, id};
use crate::component::draft::View;
use crate::component::schema::{Name, com, pat};
use model::{Gazette, Inline, Relation};

/// Reads the related documents.
pub(super) fn relations(view: View<'_, '_>) -> Vec<Relation> {
    view.elements().filter_map(relation).collect()
}

/// The kind of a relation, in the words of ST.36.
fn kind(name: Name) -> Option<&'static str> {
    Some(match name {
        pat::ADDITION => "addition",
        pat::DIVISION => "division",
        pat::CONTINUATION => "continuation",
        pat::PARTIAL_CONTINUATION => "continuation-in-part",
        pat::CONTINUING_REISSUE => "continuing-reissue",
        pat::REISSUE => "reissue",
        pat::DIVISIONAL_REISSUE => "us-divisional-reissue",
        pat::REEXAMINATION => "reexamination",
        pat::REEXAMINATION_REISSUE_MERGER => "us-reexamination-reissue-merger",
        pat::SUBSTITUTION => "substitution",
        pat::UTILITY_MODEL_BASIS => "utility-model-basis",
        pat::PROVISIONAL_APPLICATION => "us-provisional-application",
        pat::RELATED_PUBLICATION => "related-publication",
        pat::CORRECTION => "correction",
        pat::CONVERSION => "conversion",
        pat::ENTITLEMENT_APPLICATION => "entitlement-application",
        _ => return None,
    })
}

fn relation(view: View<'_, '_>) -> Option<Relation> {
    let mut out = Relation {
        kind: kind(view.name())?.into(),
        id: id(view),
        documents: document::held(view),
        ..Relation::default()
    };
    for child in view.elements() {
        match child.name() {
            pat::PARENT_DOCUMENT => parent(child, &mut out),
            pat::CHILD_DOCUMENT => out.children.extend(document::held(child)),
            pat::PROVISIONAL_APPLICATION_STATUS_CODE => out.status = child.text(),
            pat::CORRECTED_DOCUMENT => out.documents.extend(document::held(child)),
            pat::GAZETTE_REFERENCE => out.gazette = Some(gazette(child)),
            pat::CORRECTION_TEXT => out.text.push(Inline::Text(child.text())),
            _ => {}
        }
    }
    Some(out)
}

/// Reads the parent of a relation.
///
/// Clause: ST.96 V6_0 pat:ParentDocument
fn parent(view: View<'_, '_>, out: &mut Relation) {
    let (grants, parents) = document::held(view)
        .into_iter()
        .partition(|id| id.format == "grant");
    out.parent_grants.extend::<Vec<_>>(grants);
    out.parents.extend::<Vec<_>>(parents);
    out.status = view.text_of(pat::PARENT_DOCUMENT_STATUS_CODE);
    for international in view.all(pat::PCT_DOCUMENT_PARENT) {
        out.parent_international
            .extend(document::all(international));
    }
}

/// Reads a gazette reference.
///
/// Clause: ST.96 V6_0 pat:GazetteReference
pub(super) fn gazette(view: View<'_, '_>) -> Gazette {
    Gazette {
        number: view.text_of(pat::GAZETTE_NUMBER),
        date: date::of(view, com::PUBLICATION_DATE),
        text: view.text_of(pat::GAZETTE_REFERENCE_TEXT),
        ..Gazette::default()
    }
}
