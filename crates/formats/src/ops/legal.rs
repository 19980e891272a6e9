//! Legal events of the EPO's worldwide legal event data (INPADOC).

use crate::vocabulary::{attributes, statement, text, value};
use model::{DocumentId, EventDateRole, LegalEvent};
use xml::tree::Element;

/// Reads a `legal`. The office's code and words, its dates and its document have their places; the rest is kept under
/// the names of the source.
pub(super) fn event(element: &Element<'_, '_>) -> LegalEvent {
    let mut out = LegalEvent {
        list: "inpadoc".into(),
        description: value(element, "desc"),
        ..LegalEvent::default()
    };
    let code = value(element, "code");
    let mut document = DocumentId::default();
    for child in element.elements() {
        let slot = match child.name() {
            "L001EP" => &mut document.office,
            "L003EP" => &mut document.number,
            "L004EP" => &mut document.kind,
            "L008EP" => &mut out.code,
            name @ ("L007EP" | "L013EP" | "L014EP" | "L018EP" | "L019EP") => {
                let role = role(name);
                let said = value(&child, "desc");
                let code = if said.is_empty() { name.into() } else { said };
                out.dated(role, code, text(&child));
                out.attributes.extend(attributes(&child));
                continue;
            }
            "L500EP" => {
                out.attributes.extend(attributes(&child));
                let parts = child.elements().map(|part| statement::statement(&part));
                out.statements.extend(parts);
                continue;
            }
            _ => {
                out.statements.push(statement::statement(&child));
                continue;
            }
        };
        if slot.is_empty() {
            *slot = text(&child);
        }
        out.attributes.extend(attributes(&child));
    }
    out.office = document.office.clone();
    if out.code.is_empty() {
        out.code = code;
    } else if code.trim() != out.code.trim() && !code.is_empty() {
        out.attributes.push(model::Attribute::new("code", code));
    }
    if document != DocumentId::default() {
        out.documents.push(document);
    }
    out.attributes.extend(attributes(element));
    out
}

fn role(name: &str) -> EventDateRole {
    match name {
        "L007EP" => EventDateRole::Publication,
        "L013EP" => EventDateRole::Effective,
        _ => EventDateRole::Other,
    }
}
