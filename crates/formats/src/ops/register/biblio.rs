//! Bibliographic data of the register: those of ST.36, with when and in which gazette each of them changed.

use super::event;
use crate::vocabulary::{attributes, biblio, document, party, statement};
use model::{PartyRole, Patent};
use xml::tree::Element;

/// Reads a part of the bibliographic data.
pub(super) fn part(element: &Element<'_, '_>, out: &mut Patent) {
    match element.name() {
        "parties" => {
            for group in element.elements() {
                parties(&group, out);
            }
        }
        "places-of-business" | "assignees" => parties(element, out),
        "term-of-grant" => term(element, out),
        "opposition-data" => opposition(element, out),
        "priority-claims" => {
            let history = attributes(element);
            let known = out.priorities.len();
            biblio::child(element, out);
            for claim in out.priorities.iter_mut().skip(known) {
                claim.attributes.extend(history.iter().cloned());
            }
        }
        "designation-of-states" => {
            let history = attributes(element);
            let known = out.designations.len();
            biblio::child(element, out);
            if let Some(first) = out.designations.get_mut(known) {
                let history = event::history(element.name(), history);
                first.statements.extend(history);
            }
        }
        "dates-of-public-availability"
        | "references-cited"
        | "licensee-data"
        | "figures"
        | "field-of-search" => {
            let history = event::history(element.name(), attributes(element));
            biblio::child(element, out);
            out.statements.extend(history);
        }
        _ => {
            if !biblio::child(element, out) {
                out.statements.push(statement::statement(element));
            }
        }
    }
}

/// Reads a group of parties, which says when they became parties.
fn parties(group: &Element<'_, '_>, out: &mut Patent) {
    if let Some(party) = party::member(group) {
        return out.parties.push(party);
    }
    let history = attributes(group);
    for child in group.elements() {
        let mut party = match party::member(&child) {
            Some(party) => party,
            None => {
                let mut party = party::party(&child, PartyRole::Other);
                party.kind = child.name().into();
                party
            }
        };
        party.attributes.extend(history.iter().cloned());
        out.parties.push(party);
    }
}

/// Reads the term of the grant; a lapse in a state is an event.
fn term(element: &Element<'_, '_>, out: &mut Patent) {
    let history = attributes(element);
    let mut term = out.term.take().unwrap_or_default();
    for child in element.elements() {
        match child.name() {
            "lapsed-in-country" => out.events.push(event::lapse(&child, &history)),
            _ => biblio::term_part(&child, &mut term),
        }
    }
    out.term = (term != model::Term::default()).then_some(term);
}

/// Reads what is said of oppositions: opponents are parties, dates are dates.
fn opposition(element: &Element<'_, '_>, out: &mut Patent) {
    let history = attributes(element);
    for child in element.elements() {
        match child.name() {
            "opponent" => {
                let mut party = party::party(&child, PartyRole::Opponent);
                party.attributes.extend(history.iter().cloned());
                out.parties.push(party);
            }
            "date-rejected" | "date-terminated" | "opposition-not-filed" => {
                let mut date = biblio::milestone(&child);
                date.date = document::date(&child);
                date.attributes.extend(history.iter().cloned());
                out.milestones.push(date);
            }
            _ => out.statements.push(statement::statement(&child)),
        }
    }
}
