//! The elements of the roles: applicants, practitioners, examiners, correspondents, opponents.

use super::contact::{contacts, name};
use super::{common, fact, identify};
use crate::component::draft::View;
use crate::component::reader::document::id;
use crate::component::schema::{attr, com, pat};
use model::{Contact, DocumentId, Party, PartyRole};

/// Reads an applicant.
///
/// Clause: ST.96 V6_0 pat:Applicant
pub(super) fn applicant(view: View<'_, '_>) -> Party {
    let kind = view.text_of(pat::APPLICANT_CATEGORY);
    let designation = view.text_of(pat::DESIGNATION_CATEGORY);
    Party {
        kind: match kind.as_str() {
            "Applicant_Inventor" => "applicant-inventor".into(),
            "Applicant" => "applicant".into(),
            _ => kind,
        },
        designation: match designation.as_str() {
            "All" => "all".into(),
            "All except US" => "all-except-us".into(),
            "US only" => "us-only".into(),
            "As indicated" => "as-indicated".into(),
            _ => designation,
        },
        nationality: view.text_of(com::NATIONALITY_CODE),
        residence: view.text_of(com::RESIDENCE_COUNTRY_CODE),
        statements: view.all(pat::SUCCESSOR_RIGHTS).map(fact::rights).collect(),
        ..common(view, PartyRole::Applicant)
    }
}

/// Reads an assignee.
///
/// Clause: ST.96 V6_0 pat:PartyBag
pub(super) fn assignee(view: View<'_, '_>) -> Party {
    let mut out = common(view, PartyRole::Assignee);
    if let Some(first) = out.contacts.first_mut() {
        first.name.role = view.text_of(pat::ENTITY_CATEGORY);
    }
    out
}

/// Reads a representative before the office.
///
/// Clause: ST.96 V6_0 pat:RegisteredPractitioner
pub(super) fn practitioner(view: View<'_, '_>, role: PartyRole) -> Party {
    let category = view.text_of(pat::REGISTERED_PRACTITIONER_CATEGORY);
    let mut out = Party {
        role,
        id: id(view),
        sequence: view.value(attr::SEQUENCE_NUMBER).into(),
        kind: match category.as_str() {
            "Attorney" => "attorney".into(),
            "Common representative" => "common-representative".into(),
            "Agent" => "agent".into(),
            _ => category,
        },
        contacts: contacts(view),
        ..Party::default()
    };
    let number = view.texts_of(pat::REGISTERED_PRACTITIONER_REGISTRATION_NUMBER);
    identify(&mut out, "registered-number", number);
    out
}

/// Reads an examiner; an organization beside the name is the department.
///
/// Clause: ST.96 V6_0 pat:ExaminerBag
pub(super) fn examiner(view: View<'_, '_>, role: PartyRole) -> Party {
    let names = view.all(com::NAME).map(|holder| {
        let mut name = name(holder);
        let others = holder.all(com::ORGANIZATION_NAME);
        let mut others = others.flat_map(|one| one.elements().skip(1).collect::<Vec<_>>());
        let is_unit = |one: &View<'_, '_>| {
            one.value(attr::ORGANIZATION_NAME_CATEGORY) == "Organization department name"
        };
        // An organization alone is the unit; one that has a unit is the office.
        if name.organizations.len() < 2 || others.any(|one| is_unit(&one)) {
            name.department = name.organizations.pop().unwrap_or_default();
        }
        Contact {
            name,
            ..Contact::default()
        }
    });
    let mut out = Party {
        role,
        id: id(view),
        contacts: names.collect(),
        statements: view
            .all(com::ELECTRONIC_SIGNATURE)
            .map(fact::signature)
            .collect(),
        ..Party::default()
    };
    out.contacts.extend(contacts(view));
    out
}

/// Reads where to write to.
pub(super) fn correspondent(view: View<'_, '_>) -> Party {
    let mut out = Party {
        role: PartyRole::Correspondent,
        contacts: contacts(view),
        ..Party::default()
    };
    identify(&mut out, "identifier", view.texts_of(com::PARTY_IDENTIFIER));
    out
}

/// Reads opponents and their representatives.
///
/// Clause: ST.96 V6_0 pat:OppositionData
pub(in crate::component::reader) fn opposition(view: View<'_, '_>, out: &mut Vec<Party>) {
    let mut filed = view.all(pat::OPPOSITION_FILING_DATE);
    for child in view.elements() {
        match child.name() {
            pat::OPPONENT => {
                let date = filed.next().map(|date| model::Date::new(date.text()));
                let mut party = Party {
                    role: PartyRole::Opponent,
                    id: id(child),
                    sequence: child.value(attr::SEQUENCE_NUMBER).into(),
                    contacts: contacts(child),
                    document: date.map(|date| DocumentId {
                        date,
                        ..DocumentId::default()
                    }),
                    ..Party::default()
                };
                let identifiers = child.texts_of(com::PARTY_IDENTIFIER);
                identify(&mut party, "identifier", identifiers);
                out.push(party);
            }
            pat::REGISTERED_PRACTITIONER => {
                out.push(practitioner(child, PartyRole::OpponentAgent));
            }
            _ => {}
        }
    }
}

/// Reads licensees, where their licences hold, and their representatives.
///
/// Clause: ST.96 V6_0 pat:LicenceBag
pub(in crate::component::reader) fn licences(view: View<'_, '_>, out: &mut Vec<Party>) {
    for licence in view.all(pat::LICENCE) {
        let first = out.len();
        for child in licence.elements() {
            match child.name() {
                pat::LICENSEE_BAG => out.extend(child.all(pat::LICENSEE).map(|one| Party {
                    role: PartyRole::Licensee,
                    contacts: contacts(one),
                    ..Party::default()
                })),
                pat::REGISTERED_PRACTITIONER_BAG => {
                    let all = child.elements();
                    out.extend(all.map(|one| practitioner(one, PartyRole::LicenseeAgent)));
                }
                _ => {}
            }
        }
        let bags = licence.all(com::EFFECTIVE_COUNTRY_BAG);
        let countries: Vec<_> = bags
            .flat_map(|bag| bag.texts_of(com::COUNTRY_CODE))
            .collect();
        let is_licensee = |party: &Party| party.role == PartyRole::Licensee;
        match out[first..].iter_mut().find(|party| is_licensee(party)) {
            Some(party) => party.countries = countries,
            None if !countries.is_empty() => out.push(Party {
                role: PartyRole::Licensee,
                countries,
                ..Party::default()
            }),
            None => {}
        }
    }
}
