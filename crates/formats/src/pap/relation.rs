//! Related documents of the applications of 2001 to 2004, under the names that later ones have for them.
//!
//! Clause: PAP continuity-data

use super::biblio::{document_id, document_ids};
use crate::vocabulary::{attributes, statement, text as leaf};
use model::{Inline, Patent, Relation};
use xml::tree::Element;

/// Reads `continuity-data`.
pub(super) fn relations(element: &Element<'_, '_>, patent: &mut Patent) {
    for part in element.elements() {
        match part.name() {
            "continuations" => relations(&part, patent),
            _ => patent.relations.push(relation(&part)),
        }
    }
}

/// The name of a relation in later documents.
///
/// Clause: ST.36 us-related-documents
fn kind(name: &str) -> &str {
    match name {
        "division-of" => "division",
        "continuation-of" => "continuation",
        "continuation-in-part-of" => "continuation-in-part",
        "continuing-reissue-of" => "continuing-reissue",
        "reissue-of" => "reissue",
        "substitution-for" => "substitution",
        "non-provisional-of-provisional" => "us-provisional-application",
        "corrected-republication-of" => "correction",
        other => other,
    }
}

fn relation(element: &Element<'_, '_>) -> Relation {
    let mut out = Relation {
        kind: kind(element.name()).into(),
        ..Relation::default()
    };
    for part in element.elements() {
        match part.name() {
            "parent-child" => family(&part, &mut out),
            "parent-pct" => out.parent_international.extend(document_ids(&part)),
            "document-id" => out.documents.push(document_id(&part)),
            _ => out.statements.push(statement::statement(&part)),
        }
    }
    if !element.has_elements() && !element.is_blank() {
        out.text.push(Inline::Text(leaf(element)));
    }
    if out.kind == "us-provisional-application" {
        let unsaid = out.documents.iter_mut().filter(|id| id.office.is_empty());
        unsaid.for_each(|id| id.office = "US".into());
    }
    out.attributes = attributes(element);
    out
}

/// Child, parent, and what became of the parent.
fn family(element: &Element<'_, '_>, out: &mut Relation) {
    for part in element.elements() {
        match part.name() {
            "child" => out.children.extend(document_ids(&part)),
            "parent" => out.parents.extend(document_ids(&part)),
            "parent-patent" => out.parent_grants.extend(document_ids(&part)),
            "parent-status" if out.status.is_empty() => out.status = leaf(&part),
            _ => out.statements.push(statement::statement(&part)),
        }
    }
}
