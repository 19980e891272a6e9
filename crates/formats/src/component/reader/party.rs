//! Parties.
//!
//! Clause: ST.96 V6_0 pat:PartyBag

mod contact;
mod fact;
mod role;

pub(super) use contact::institution;
pub(super) use role::{licences, opposition};

use super::document::id;
use crate::component::draft::View;
use crate::component::schema::{attr, com, pat};
use contact::contacts;
use model::{Attribute, Contact, Party, PartyRole, Statement, Str};

/// Reads a bag of parties, or one of the bags in it; says whether it was one.
pub(super) fn parties(view: View<'_, '_>, out: &mut Vec<Party>) -> bool {
    match view.name() {
        pat::PARTY_BAG => {
            for child in view.elements() {
                parties(child, out);
            }
        }
        com::CORRESPONDENCE_ADDRESS => out.push(role::correspondent(view)),
        com::CORRESPONDENCE_ADDRESS_BAG => out.extend(view.elements().map(role::correspondent)),
        pat::APPLICANT_BAG
        | pat::INVENTOR_BAG
        | pat::OWNER_BAG
        | pat::ASSIGNEE_BAG
        | pat::REGISTERED_PRACTITIONER_BAG
        | pat::EXAMINER_BAG => out.extend(view.elements().filter_map(party)),
        _ => return false,
    }
    true
}

fn party(view: View<'_, '_>) -> Option<Party> {
    Some(match view.name() {
        pat::APPLICANT => role::applicant(view),
        pat::INVENTOR => Party {
            nationality: view.text_of(com::NATIONALITY_CODE),
            statements: view.all(pat::STATE_DESIGNATION).map(designated).collect(),
            ..common(view, PartyRole::Inventor)
        },
        pat::DECEASED_INVENTOR => common(view, PartyRole::DeceasedInventor),
        pat::OWNER => common(view, PartyRole::Owner),
        pat::ASSIGNEE => role::assignee(view),
        pat::REGISTERED_PRACTITIONER => role::practitioner(view, PartyRole::Agent),
        pat::PRIMARY_EXAMINER => role::examiner(view, PartyRole::PrimaryExaminer),
        pat::ASSISTANT_EXAMINER => role::examiner(view, PartyRole::AssistantExaminer),
        pat::AUTHORIZED_OFFICER => role::examiner(view, PartyRole::AuthorizedOfficer),
        _ => return None,
    })
}

/// The states for which an inventor is named.
///
/// Clause: ST.96 V6_0 pat:StateDesignation
fn designated(view: View<'_, '_>) -> Statement {
    let mut out = Statement::flag("designated-states");
    for group in view.elements() {
        for child in group.elements() {
            let country = Statement::text("country", child.text());
            out.parts.push(match child.name() {
                pat::REGIONAL_OFFICE_CODE => Statement {
                    parts: vec![country],
                    ..Statement::flag("region")
                },
                _ => country,
            });
        }
    }
    out
}

/// Identifier, sequence and contacts.
fn common(view: View<'_, '_>, role: PartyRole) -> Party {
    let mut out = Party {
        role,
        id: id(view),
        sequence: view.value(attr::SEQUENCE_NUMBER).into(),
        contacts: contacts(view),
        ..Party::default()
    };
    identify(&mut out, "identifier", view.texts_of(com::PARTY_IDENTIFIER));
    out
}

/// Keeps identifiers with the first name of a party; an empty one was written for the schema's sake.
fn identify(party: &mut Party, name: &str, mut identifiers: Vec<Str>) {
    identifiers.retain(|identifier| !identifier.is_empty());
    if identifiers.is_empty() {
        return;
    }
    if party.contacts.is_empty() {
        party.contacts.push(Contact::default());
    }
    let all = identifiers
        .into_iter()
        .map(|value| Attribute::new(name, value));
    party.contacts[0].name.identifiers.extend(all);
}
