//! Transactions, recorded assignments, papers of the file and steps of the term adjustment as legal events.

use super::party::{event_date, party};
use super::reader::{fact, keep};
use crate::vocabulary::text;
use model::{EventDateRole, LegalEvent, PartyRole, Str};
use xml::tree::Element;

/// Reads a transaction: its code, its words, and when it was recorded.
pub(super) fn transaction(element: &Element<'_, '_>, list: &str) -> LegalEvent {
    let mut out = LegalEvent {
        list: list.into(),
        ..LegalEvent::default()
    };
    for child in element.elements() {
        let LegalEvent {
            code,
            description,
            id,
            statements,
            ..
        } = &mut out;
        match child.name() {
            "eventCode" | "caseActionCode" | "code" => keep(code, &child, statements),
            "eventDescriptionText"
            | "caseActionDescriptionText"
            | "description"
            | "contentsDescription" => keep(description, &child, statements),
            "number" | "caseActionSequenceNumber" | "eventSequenceNumber" => {
                keep(id, &child, statements);
            }
            "eventDate" | "recordedDate" | "recordDate" | "actionDate" | "ptaOrPteDate" => {
                event_date(&child, EventDateRole::Event, &mut out);
            }
            _ => out.statements.extend(fact(&child)),
        }
    }
    out
}

/// Reads a paper of the file; `number` is that of the application.
pub(super) fn paper(element: &Element<'_, '_>, number: &mut Str) -> LegalEvent {
    let mut out = LegalEvent {
        list: "document".into(),
        ..LegalEvent::default()
    };
    for child in element.elements() {
        let LegalEvent {
            code,
            description,
            id,
            statements,
            ..
        } = &mut out;
        match child.name() {
            "applicationNumberText" if number.is_empty() => *number = text(&child),
            // The record has the number of the application; each paper repeats it.
            "applicationNumberText" if text(&child) == *number => {}
            "documentCode" => keep(code, &child, statements),
            "documentCodeDescriptionText" => keep(description, &child, statements),
            "documentIdentifier" => keep(id, &child, statements),
            "officialDate" => event_date(&child, EventDateRole::Event, &mut out),
            _ => out.statements.extend(fact(&child)),
        }
    }
    if !number.is_empty() {
        out.documents
            .push(super::number::application(number.clone()));
    }
    out
}

/// Reads a recorded assignment: conveyance, reel and frame, who gave and who took.
pub(super) fn assignment(element: &Element<'_, '_>) -> LegalEvent {
    let mut out = LegalEvent {
        list: "assignment".into(),
        ..LegalEvent::default()
    };
    for child in element.elements() {
        let name = child.name();
        match name {
            "conveyanceText" | "converyanceName" | "conveyanceName" => {
                keep(&mut out.description, &child, &mut out.statements);
            }
            "reelNumber/frameNumber" | "reelAndFrameNumber" => {
                keep(&mut out.id, &child, &mut out.statements);
            }
            "assignmentRecordedDate" | "recordedDate" => {
                event_date(&child, EventDateRole::Event, &mut out);
            }
            "assignmentReceivedDate" | "receivedDate" | "assignmentMailedDate" | "mailDate" => {
                event_date(&child, EventDateRole::Other, &mut out);
            }
            "assignorBag" | "assignors" => {
                out.parties
                    .push(party(&child, PartyRole::Other, "assignor"));
            }
            "assigneeBag" | "assignee" | "assignees" => {
                out.parties
                    .push(party(&child, PartyRole::Assignee, "assignee"));
            }
            "correspondenceAddress" | "correspondenceAddressBag" => {
                let kind = "correspondent";
                out.parties
                    .push(party(&child, PartyRole::Correspondent, kind));
            }
            _ => out.statements.extend(fact(&child)),
        }
    }
    out
}
