//! The European Patent Register: bibliographic data with their history, events, steps of the procedure.

mod biblio;
mod event;

use super::envelope::patent;
use crate::vocabulary::{attributes, statement, value};
use model::{Attribute, Patent};
use xml::tree::Element;

/// Reads a `register-document`.
pub(super) fn document(element: &Element<'_, '_>) -> Patent {
    let mut out = patent(element.name());
    out.origin.version = value(element, "dtd-version");
    out.language = value(element, "lang");
    parts(element, "", &mut out);
    out.origin.attributes.extend(attributes(element));
    out.office = match out.publication.documents.first() {
        Some(id) => id.office.clone(),
        None => "EP".into(),
    };
    out
}

/// Reads the parts of a document, or of the unitary patent within it, whose lists of events are named with `prefix`.
fn parts(element: &Element<'_, '_>, prefix: &str, out: &mut Patent) {
    for child in element.elements() {
        match child.name() {
            "bibliographic-data" => {
                out.origin.bibliographic = attributes(&child);
                for part in child.elements() {
                    biblio::part(&part, out);
                }
            }
            "ep-patent-statuses" | "unitary-patent-statuses" => {
                for status in child.elements() {
                    out.events.push(event::status(&status));
                }
            }
            "events-data" | "procedural-data" => {
                let group = attributes(&child);
                for one in child.elements() {
                    let mut event = match one.name() {
                        "dossier-event" => event::dossier(&one),
                        _ => event::step(&one),
                    };
                    event.list = format!("{prefix}{}", event.list).into();
                    event.attributes.extend(group.iter().cloned());
                    out.events.push(event);
                }
            }
            "unitary-patent" => {
                for Attribute { name, value } in attributes(&child) {
                    let name = format!("unitary-patent/{name}");
                    out.origin.attributes.push(Attribute::new(name, value));
                }
                parts(&child, "unitary-patent ", out);
            }
            "file-wrapper-data" => out.statements.push(statement::statement(&child)),
            _ => biblio::part(&child, out),
        }
    }
}
