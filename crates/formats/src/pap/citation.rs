//! Citations of the applications of 2001 to 2004.
//!
//! Clause: PAP citation

use super::{biblio, text};
use crate::vocabulary::{statement, text as leaf};
use model::{Citation, NonPatent, Passage};
use xml::tree::Element;

/// Reads `citation`.
pub(super) fn citation(element: &Element<'_, '_>) -> Citation {
    let mut out = Citation::default();
    for part in element.elements() {
        match part.name() {
            "cited-patent-literature" => patent(&part, &mut out),
            "cited-non-patent-literature" => {
                out.literature = Some(NonPatent {
                    kind: "othercit".into(),
                    content: text::mixed(&part),
                    ..NonPatent::default()
                });
            }
            "relevant-section" => out.passages.push(Passage {
                texts: vec![leaf(&part)],
                ..Passage::default()
            }),
            _ => out.statements.push(statement::statement(&part)),
        }
    }
    out.attributes = crate::vocabulary::attributes(element);
    out
}

fn patent(element: &Element<'_, '_>, out: &mut Citation) {
    for part in element.elements() {
        match part.name() {
            "document-id" => out.documents.push(biblio::document_id(&part)),
            "party" => match out.documents.last_mut() {
                Some(id) if id.name.is_empty() => id.name = leaf(&part),
                _ => out.statements.push(statement::statement(&part)),
            },
            "classification-ipc" | "classification-us" => {
                out.classifications.push(biblio::classification(&part));
            }
            _ => out.statements.push(statement::statement(&part)),
        }
    }
}
