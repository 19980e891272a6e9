//! Events of the register and steps of the procedure.

use crate::vocabulary::{attributes, document, statement, text, value};
use model::{EventDateRole, LegalEvent, Statement};
use xml::tree::Element;

/// Reads an `ep-patent-status`: what the right became, and since when.
pub(super) fn status(element: &Element<'_, '_>) -> LegalEvent {
    let mut out = LegalEvent {
        list: element.name().into(),
        code: value(element, "status-code"),
        description: text(element),
        ..LegalEvent::default()
    };
    let since = value(element, "change-date");
    out.dated(EventDateRole::Event, "change-date", since);
    out.attributes = attributes(element);
    out
}

/// Reads a `dossier-event`.
pub(super) fn dossier(element: &Element<'_, '_>) -> LegalEvent {
    let mut out = LegalEvent {
        id: value(element, "id"),
        list: element.name().into(),
        ..LegalEvent::default()
    };
    for child in element.elements() {
        match child.name() {
            "event-date" => dated(&child, "", &mut out),
            "event-code" => once(&child, "event-code-type", &mut out),
            "event-text" => said(&child, "event-text-type", "DESCRIPTION", &mut out),
            _ => rest(&child, &mut out),
        }
    }
    out.attributes.extend(attributes(element));
    out
}

/// Reads a `procedural-step`.
pub(super) fn step(element: &Element<'_, '_>) -> LegalEvent {
    let mut out = LegalEvent {
        id: value(element, "id"),
        list: element.name().into(),
        ..LegalEvent::default()
    };
    for child in element.elements() {
        match child.name() {
            "procedural-step-code" => once(&child, "step-code-type", &mut out),
            "procedural-step-text" => {
                said(&child, "step-text-type", "STEP_DESCRIPTION", &mut out);
            }
            "procedural-step-date" => dated(&child, "step-date-type", &mut out),
            "procedural-step-result" => said(&child, "step-result-type", "", &mut out),
            "procedural-step-affected-states" => {
                let states = child.elements().map(|state| text(&state));
                out.countries.extend(states);
            }
            _ => rest(&child, &mut out),
        }
    }
    out.attributes.extend(attributes(element));
    out
}

/// Reads the code of an event; a second one is a statement.
fn once(element: &Element<'_, '_>, kind: &str, out: &mut LegalEvent) {
    if !out.code.is_empty() {
        return out.statements.push(statement::statement(element));
    }
    let kind = value(element, kind);
    out.code = text(element);
    if !kind.is_empty() {
        out.attributes
            .push(model::Attribute::new("code-type", kind));
    }
    out.attributes.extend(attributes(element));
}

/// Reads a text of an event: its description, or a statement under the name that the source gives it.
fn said(element: &Element<'_, '_>, name: &str, description: &str, out: &mut LegalEvent) {
    let kind = value(element, name);
    if out.description.is_empty() && !description.is_empty() && kind == description {
        out.description = text(element);
        out.attributes.push(model::Attribute::new(name, kind));
        out.attributes.extend(attributes(element));
        return;
    }
    let code = if kind.is_empty() {
        element.name().into()
    } else {
        kind
    };
    let mut statement = statement::statement(element);
    statement.code = code;
    out.statements.push(statement);
}

/// Reads a date with its name.
fn dated(element: &Element<'_, '_>, name: &str, out: &mut LegalEvent) {
    let kind = if name.is_empty() {
        model::Str::default()
    } else {
        value(element, name)
    };
    let role = if kind.contains("EFFECT") {
        EventDateRole::Effective
    } else {
        EventDateRole::Event
    };
    let date = document::date(element);
    out.dated(role, kind, date.raw);
    out.attributes.extend(attributes(element));
}

fn rest(element: &Element<'_, '_>, out: &mut LegalEvent) {
    match element.name() {
        "gazette-reference" if out.gazette.is_none() => {
            out.gazette = Some(document::gazette(element));
        }
        _ => out.statements.push(statement::statement(element)),
    }
}

/// Reads a `lapsed-in-country`: the right ceased in one of the states, as `history` says of the list that it is in.
pub(super) fn lapse(element: &Element<'_, '_>, history: &[model::Attribute]) -> LegalEvent {
    let mut out = LegalEvent {
        list: "term-of-grant".into(),
        code: element.name().into(),
        ..LegalEvent::default()
    };
    for child in element.elements() {
        match child.name() {
            "country" => out.countries.push(text(&child)),
            "date" => out.dated(EventDateRole::Event, "date", text(&child)),
            _ => out.statements.push(statement::statement(&child)),
        }
    }
    out.attributes = attributes(element);
    out.attributes.extend(history.iter().cloned());
    out
}

/// A statement for the attributes of a group that has no place for them.
pub(super) fn history(code: &str, attributes: Vec<model::Attribute>) -> Option<Statement> {
    (!attributes.is_empty()).then(|| Statement {
        code: code.into(),
        attributes,
        ..Statement::default()
    })
}
