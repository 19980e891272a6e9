//! Related documents of ST.32, under the names that later documents of the office have for them.
//!
//! Clause: ST.9 60

use super::biblio::{document, said};
use super::text::{self, leaf};
use model::{Inline, Patent, Relation};
use xml::tree::Element;

/// Reads an item of `B600`.
pub(super) fn relation(element: &Element<'_, '_>, patent: &mut Patent) {
    if element.name() == "B630" {
        for inner in element.elements() {
            relation(&inner, patent);
        }
        return;
    }
    let Some(kind) = kind(element.name()) else {
        return patent
            .statements
            .push(text::statement(element, element.name()));
    };
    let mut out = Relation {
        kind: kind.into(),
        ..Relation::default()
    };
    if element.name() == "B646US" {
        let by = model::Attribute::new("requested-by", "third party");
        out.attributes.push(by);
    }
    let mut has_parts = false;
    for part in element.elements() {
        has_parts = true;
        match part.name() {
            "PARENT-US" => parents(&part, &mut out),
            "DOC" => out.documents.push(document(&part)),
            "SIBLING" => sibling(&part, &mut out),
            "PDAT" => out.text.push(Inline::Text(leaf(&part))),
            _ => out.statements.push(text::statement(&part, part.name())),
        }
    }
    if !has_parts && !element.is_blank() {
        out.text.push(Inline::Text(leaf(element)));
    }
    if out.kind == "us-provisional-application" {
        let unsaid = out.documents.iter_mut().filter(|id| id.office.is_empty());
        unsaid.for_each(|id| id.office = "US".into());
    }
    patent.relations.push(out);
}

/// The name of a relation in later documents.
///
/// Clause: ST.36 us-related-documents
fn kind(code: &str) -> Option<&'static str> {
    Some(match code {
        "B610" => "addition",
        "B620" => "division",
        "B631" => "continuation",
        "B632" => "continuation-in-part",
        "B633" => "continuing-reissue",
        "B640" => "reissue",
        "B641US" => "us-divisional-reissue",
        "B645" | "B646US" => "reexamination",
        "B645US" => "us-reexamination-reissue-merger",
        "B650" | "B690US" => "related-publication",
        "B660" => "substitution",
        "B680US" => "us-provisional-application",
        _ => return None,
    })
}

/// Reads `PARENT-US`: child, parent, and what became of the parent.
///
/// Clause: ST.32 PARENT-US
fn parents(element: &Element<'_, '_>, out: &mut Relation) {
    for part in element.elements() {
        match part.name() {
            "CDOC" => documents(&part, &mut out.children),
            "PDOC" => documents(&part, &mut out.parents),
            "PPUB" => {
                documents(&part, &mut out.parent_grants);
                let grants = out.parent_grants.iter_mut();
                let unsaid = grants.filter(|id| id.office.is_empty());
                unsaid.for_each(|id| id.office = "US".into());
            }
            "B650" => documents(&part, &mut out.documents),
            "PSTA" if out.status.is_empty() => out.status = leaf(&part),
            _ => out.statements.push(text::statement(&part, part.name())),
        }
    }
}

fn documents(element: &Element<'_, '_>, out: &mut Vec<model::DocumentId>) {
    for part in element.elements().filter(|part| part.name() == "DOC") {
        out.push(document(&part));
    }
}

/// Another reissue that was divided from the same parent.
fn sibling(element: &Element<'_, '_>, out: &mut Relation) {
    let mut sibling = model::Statement {
        code: "sibling".into(),
        ..model::Statement::default()
    };
    for part in element.elements() {
        let code = match part.name() {
            "CDOC" => "child",
            "SDOC" => "sibling",
            "SPUB" => "sibling-publication",
            other => other,
        };
        sibling.parts.push(said(code, &part));
    }
    out.statements.push(sibling);
}
