//! The elements of the roles: applicants, practitioners, examiners, correspondents, opponents.

use super::contact::{self, contact_line, contacts, full_contact};
use super::{coded, common, first_of, member, of, rest, shown_elsewhere};
use crate::st96::draft::NodeId;
use crate::st96::schema::{Name as Element, attr, com, pat};
use crate::st96::writer::sheet::Sheet;
use crate::st96::writer::{date, document};
use model::{Contact, Name, Party, PartyRole};
use std::borrow::Cow;

/// An applicant.
///
/// Clause: ST.96 V6_0 pat:Applicant
pub(super) fn applicant<'r>(sheet: &mut Sheet<'r>, node: NodeId, group: &[&'r Party]) {
    common(sheet, node, group);
    let first = group[0];
    match first.kind.as_str() {
        "applicant-inventor" => sheet.leaf(node, pat::APPLICANT_CATEGORY, "Applicant_Inventor"),
        "applicant" => sheet.leaf(node, pat::APPLICANT_CATEGORY, "Applicant"),
        other => sheet.spare("party", "kind", other),
    }
    let nationality = first_of(group.iter().map(|party| party.nationality.as_str()));
    let whose = (first, "nationality");
    coded(sheet, node, com::NATIONALITY_CODE, nationality, whose);
    match first.designation.as_str() {
        "all" => sheet.leaf(node, pat::DESIGNATION_CATEGORY, "All"),
        "all-except-us" => sheet.leaf(node, pat::DESIGNATION_CATEGORY, "All except US"),
        "us-only" => sheet.leaf(node, pat::DESIGNATION_CATEGORY, "US only"),
        "as-indicated" => sheet.leaf(node, pat::DESIGNATION_CATEGORY, "As indicated"),
        other => sheet.spare("party", "designation", other),
    }
    let residence = first_of(group.iter().map(|party| party.residence.as_str()));
    let whose = (first, "residence");
    coded(sheet, node, com::RESIDENCE_COUNTRY_CODE, residence, whose);
}

/// A representative before the office.
///
/// Clause: ST.96 V6_0 pat:RegisteredPractitioner
pub(super) fn practitioner<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    group: &[&'r Party],
    place: usize,
) {
    let first = group[0];
    sheet.id(node, &first.id);
    // The schema demands a number: where the source gives none, it is the place in the list.
    let sequence = if first.sequence.is_empty() {
        Cow::Owned(place.to_string())
    } else {
        Cow::Borrowed(first.sequence.as_str())
    };
    sheet.set(node, attr::SEQUENCE_NUMBER, sequence);
    let identifiers = group
        .iter()
        .flat_map(|p| &p.contacts)
        .flat_map(|c| &c.name.identifiers);
    for (index, identifier) in identifiers.enumerate() {
        if index == 0 {
            let name = pat::REGISTERED_PRACTITIONER_REGISTRATION_NUMBER;
            sheet.leaf(node, name, identifier.value.as_str());
        } else {
            sheet.note(of(first, &identifier.name), identifier.value.as_str());
        }
    }
    let category = match first.kind.as_str() {
        "attorney" => "Attorney",
        "common-representative" => "Common representative",
        _ => "Agent",
    };
    sheet.leaf(node, pat::REGISTERED_PRACTITIONER_CATEGORY, category);
    contacts(sheet, node, group);
    for party in group {
        rest(sheet, party);
        shown_elsewhere(sheet, party);
    }
}

/// An examiner; the department stands beside the name as an organization.
///
/// Clause: ST.96 V6_0 pat:ExaminerBag
pub(super) fn examiner<'r>(sheet: &mut Sheet<'r>, bag: NodeId, name: Element, party: &'r Party) {
    let node = member(sheet, bag, pat::EXAMINER_BAG, name);
    sheet.id(node, &party.id);
    for contact in &party.contacts {
        let holder = sheet.draft.element(node, com::NAME);
        contact::name(sheet, holder, &contact.name);
        let others = contact
            .phones
            .iter()
            .chain(&contact.faxes)
            .chain(&contact.emails);
        for text in others.chain(&contact.electronic) {
            sheet.note(party.role.as_str(), text.as_str());
        }
        for identifier in &contact.name.identifiers {
            sheet.note(of(party, &identifier.name), identifier.value.as_str());
        }
    }
    rest(sheet, party);
    shown_elsewhere(sheet, party);
}

pub(super) fn correspondent<'r>(sheet: &mut Sheet<'r>, bag: NodeId, group: &[&'r Party]) {
    let node = sheet.draft.element(bag, com::CORRESPONDENCE_ADDRESS);
    for party in group {
        for contact in &party.contacts {
            for identifier in &contact.name.identifiers {
                sheet
                    .draft
                    .leaf(node, com::PARTY_IDENTIFIER, identifier.value.as_str());
            }
            let unnumbered = Contact {
                name: Name {
                    identifiers: Vec::new(),
                    ..contact.name.clone()
                },
                ..contact.clone()
            };
            if !contact_line(&unnumbered).is_empty() {
                full_contact(sheet, node, contact, ("", party));
            }
        }
        rest(sheet, party);
        shown_elsewhere(sheet, party);
    }
}

/// An opponent or its representative.
///
/// Clause: ST.96 V6_0 pat:OppositionData
pub(super) fn opposition<'r>(
    sheet: &mut Sheet<'r>,
    biblio: NodeId,
    party: &'r Party,
    place: usize,
) {
    let data = match sheet.draft.child(biblio, pat::OPPOSITION_DATA) {
        Some(data) => data,
        None => sheet.draft.element(biblio, pat::OPPOSITION_DATA),
    };
    if party.role == PartyRole::OpponentAgent {
        let node = sheet.draft.element(data, pat::REGISTERED_PRACTITIONER);
        return practitioner(sheet, node, &[party], place);
    }
    let node = sheet.draft.element(data, pat::OPPONENT);
    for contact in &party.contacts {
        full_contact(sheet, node, contact, ("", party));
        for identifier in &contact.name.identifiers {
            sheet.note(of(party, &identifier.name), identifier.value.as_str());
        }
    }
    if let Some(id) = &party.document {
        date::leaf(sheet, data, pat::OPPOSITION_FILING_DATE, &id.date);
        let line = document::line(&model::DocumentId {
            date: model::Date::default(),
            ..id.clone()
        });
        if !line.is_empty() {
            sheet.note(of(party, "number of the opposition"), line);
        }
    }
    rest(sheet, party);
    shown_elsewhere(sheet, party);
}
