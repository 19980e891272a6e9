//! A recorded assignment as the search in assignments gives it: one event, and the properties that it concerns.

use super::party::event_date;
use super::reader::{fact, keep, patent};
use super::{number, party};
use crate::vocabulary::{attributes, text};
use model::{EventDateRole, LegalEvent, PartyRole, Patent};
use xml::tree::Element;

/// Names that only an assignment has.
const PARTS: &[&str] = &["reelNo", "frameNo", "patAssignorName", "patAssigneeName"];

/// The name of a field: Solr writes it in an attribute, JSON as the name itself.
fn name<'t>(element: &Element<'t, '_>) -> &'t str {
    match element.name() {
        "str" | "arr" | "date" | "int" | "long" | "bool" | "lst" | "float" | "double" => {
            element.attribute("name").unwrap_or(element.name())
        }
        name => name,
    }
}

/// Whether a field tells that what holds it is an assignment.
pub(super) fn is_part(element: &Element<'_, '_>) -> bool {
    PARTS.contains(&name(element))
}

/// Reads an assignment.
pub(super) fn assignment(element: &Element<'_, '_>) -> Patent {
    let mut out = patent(element.name());
    let mut event = LegalEvent {
        list: "assignment".into(),
        ..LegalEvent::default()
    };
    for child in element.elements() {
        field(&child, &mut event);
    }
    out.origin.attributes.extend(attributes(element));
    // An assignment of one application is an event of that application; one of several belongs to none.
    let mut numbers = event
        .documents
        .iter()
        .filter(|id| id.format == "application");
    if let (Some(only), None) = (numbers.next(), numbers.next()) {
        out.application.documents.push(only.clone());
    }
    out.events.push(event);
    out
}

fn field(element: &Element<'_, '_>, out: &mut LegalEvent) {
    let is_list = element.name() == "arr";
    let called = name(element);
    match called {
        "id" | "displayId" => keep(&mut out.id, element, &mut out.statements),
        "conveyanceText" => keep(&mut out.description, element, &mut out.statements),
        "recordedDate" => event_date(element, EventDateRole::Event, out),
        "assignors" | "assignees" => {
            let role = if called == "assignors" {
                PartyRole::Other
            } else {
                PartyRole::Assignee
            };
            let kind = called.trim_end_matches('s');
            out.parties.push(party::party(element, role, kind));
        }
        "applNum" | "patNum" | "publNum" => {
            element.enter();
            let values: Vec<_> = if is_list {
                element.elements().map(|one| text(&one)).collect()
            } else {
                vec![text(element)]
            };
            for value in values.into_iter().filter(|value| !value.is_empty()) {
                out.documents.push(match called {
                    "applNum" => number::application(value),
                    _ => number::publication(&value),
                });
            }
        }
        _ => {
            if let Some(mut said) = fact(element) {
                said.code = called.into();
                out.statements.push(said);
            }
        }
    }
}
