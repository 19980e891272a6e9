//! The elements of the roles: applicants, practitioners, examiners, correspondents, opponents.

use super::contact::{self, contact_line, contacts, full_contact};
use super::{coded, common, first_of, member, of, rest, shown_elsewhere};
use crate::component::draft::NodeId;
use crate::component::schema::{Name as Element, attr, com, pat};
use crate::component::writer::classification::{
    attributes_beside, beside, statement_line, statement_words,
};
use crate::component::writer::inline::capitalized;
use crate::component::writer::sheet::Sheet;
use crate::component::writer::{date, document};
use model::{Contact, Name, Party, PartyRole, Statement};
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
    let rights = group.iter().flat_map(|party| &party.statements);
    for (index, right) in rights.filter(|one| one.code == "us-rights").enumerate() {
        successor(sheet, node, right, index);
    }
}

/// The rights of a successor, such as an heir of the inventor; those of a second one are a note.
///
/// Clause: ST.96 V6_0 pat:SuccessorRights
fn successor<'r>(sheet: &mut Sheet<'r>, node: NodeId, right: &'r Statement, index: usize) {
    if index > 0 {
        return sheet.note(right.code.as_str(), statement_line(right));
    }
    let element = sheet.draft.element(node, pat::SUCCESSOR_RIGHTS);
    sheet.leaf(element, pat::SUCCESSOR_RIGHTS_TEXT, statement_words(right));
    for said in &right.attributes {
        let value = said.value.as_str();
        match (said.name.as_str(), value) {
            ("to-dead-inventor", _) => {
                sheet.set(element, attr::APPLICANT_SEQUENCE_NUMBER_REFERENCE, value);
            }
            ("kind", _) => {
                let spaced = value.replace('-', " ");
                let category = capitalized(&spaced).into_owned();
                sheet.leaf(element, pat::SUCCESSOR_CATEGORY, category);
            }
            (name, _) => sheet.spare("us-rights", name, value),
        }
    }
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
    numbered(sheet, node, group, place);
    contacts(sheet, node, group);
    for party in group {
        rest(sheet, party);
        shown_elsewhere(sheet, party);
    }
}

/// What a representative has before its name: its place, its number in the register, its kind.
fn numbered<'r>(sheet: &mut Sheet<'r>, node: NodeId, group: &[&'r Party], place: usize) {
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
}

/// An examiner; the department stands beside the name as an organization.
///
/// Clause: ST.96 V6_0 pat:ExaminerBag
pub(super) fn examiner<'r>(sheet: &mut Sheet<'r>, bag: NodeId, name: Element, party: &'r Party) {
    let node = member(sheet, bag, pat::EXAMINER_BAG, name);
    sheet.id(node, &party.id);
    let officer = name == pat::AUTHORIZED_OFFICER;
    for contact in &party.contacts {
        let holder = sheet.draft.element(node, com::NAME);
        contact::person(sheet, holder, &contact.name);
        if officer {
            officer_reached(sheet, node, contact);
            continue;
        }
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
    for statement in &party.statements {
        if statement.code == "electronic-signature" {
            signature(sheet, node, statement);
        }
    }
}

/// Where an authorized officer is reached: the first of each kind has a place.
fn officer_reached<'r>(sheet: &mut Sheet<'r>, node: NodeId, contact: &'r Contact) {
    for (name, texts) in [
        (com::PHONE_NUMBER, &contact.phones),
        (com::FAX_NUMBER, &contact.faxes),
        (com::EMAIL_ADDRESS_TEXT, &contact.emails),
    ] {
        for (index, text) in texts.iter().enumerate() {
            if index == 0 {
                sheet.leaf(node, name, text.as_str());
            } else {
                sheet.note("authorized-officer", text.as_str());
            }
        }
    }
    for text in &contact.electronic {
        sheet.note("authorized-officer", text.as_str());
    }
}

/// An electronic signature.
///
/// Clause: ST.96 V6_0 com:ElectronicSignature
fn signature<'r>(sheet: &mut Sheet<'r>, node: NodeId, statement: &'r Statement) {
    let element = sheet.draft.element(node, com::ELECTRONIC_SIGNATURE);
    beside(sheet, statement, &["date", "place-signed"]);
    for said in &statement.attributes {
        match said.name.as_str() {
            "date" => {
                let iso = model::Date::new(said.value.clone()).iso();
                let text = iso.unwrap_or_else(|| said.value.to_string());
                sheet.leaf(element, com::ELECTRONIC_SIGNATURE_DATE, text);
            }
            "place-signed" => {
                let place = said.value.as_str();
                sheet.leaf(element, com::ELECTRONIC_SIGNATURE_PLACE, place);
            }
            _ => {}
        }
    }
    for part in &statement.parts {
        match part.code.as_str() {
            "basic-signature" => basic_signature(sheet, element, part),
            "enhanced-signature" => {
                let name = com::ELECTRONIC_ENHANCED_SIGNATURE;
                let leaf = sheet.draft.leaf(element, name, statement_words(part));
                let is_pkcs7 = part.parts.iter().any(|inner| inner.code == "pkcs7");
                let value = if is_pkcs7 { "true" } else { "false" };
                sheet.set(leaf, attr::PKCS7_INDICATOR, value);
                attributes_beside(sheet, part, &[]);
            }
            code => sheet.note(code, statement_line(part)),
        }
    }
}

/// A signature as an image, as words, or as a click.
fn basic_signature<'r>(sheet: &mut Sheet<'r>, node: NodeId, part: &'r Statement) {
    let basic = sheet.draft.element(node, com::ELECTRONIC_BASIC_SIGNATURE);
    beside(sheet, part, &[]);
    for inner in &part.parts {
        let words = statement_words(inner);
        match inner.code.as_str() {
            "fax-image" => {
                let files = inner.attributes.iter().filter(|said| said.name == "file");
                for file in files {
                    let name = com::ELECTRONIC_BASIC_SIGNATURE_IMAGE_URI;
                    sheet.leaf(basic, name, file.value.as_str());
                }
                beside(sheet, inner, &["file"]);
                for deeper in &inner.parts {
                    sheet.note(deeper.code.as_str(), statement_line(deeper));
                }
            }
            "click-wrap" => {
                let name = com::ELECTRONIC_BASIC_SIGNATURE_CLICK_WRAP;
                sheet.leaf(basic, name, "true");
                attributes_beside(sheet, inner, &[]);
                if !words.is_empty() {
                    sheet.note("click-wrap", words);
                }
            }
            _ => {
                attributes_beside(sheet, inner, &[]);
                sheet.leaf(basic, com::ELECTRONIC_BASIC_SIGNATURE_TEXT, words);
            }
        }
    }
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

/// A licensee or its agent: all stand in one licence, as ST.36 tells of one only.
///
/// Clause: ST.96 V6_0 pat:LicenceBag
pub(super) fn licence<'r>(sheet: &mut Sheet<'r>, biblio: NodeId, party: &'r Party, place: usize) {
    let bag = match sheet.draft.child(biblio, pat::LICENCE_BAG) {
        Some(bag) => bag,
        None => sheet.draft.element(biblio, pat::LICENCE_BAG),
    };
    let licence = match sheet.draft.child(bag, pat::LICENCE) {
        Some(licence) => licence,
        None => sheet.draft.element(bag, pat::LICENCE),
    };
    if party.role == PartyRole::LicenseeAgent {
        let list = pat::REGISTERED_PRACTITIONER_BAG;
        let node = member(sheet, licence, list, pat::REGISTERED_PRACTITIONER);
        numbered(sheet, node, &[party], place);
        for contact in party.contacts.iter().take(2) {
            full_contact(sheet, node, contact, ("", party));
        }
        for contact in party.contacts.iter().skip(2) {
            sheet.note(of(party, "contact"), contact_line(contact));
        }
        rest(sheet, party);
        shown_elsewhere(sheet, party);
        return;
    }
    if !party.countries.is_empty() {
        let list = match sheet.draft.child(licence, com::EFFECTIVE_COUNTRY_BAG) {
            Some(list) => list,
            None => sheet.draft.element(licence, com::EFFECTIVE_COUNTRY_BAG),
        };
        for country in &party.countries {
            sheet.leaf(list, com::COUNTRY_CODE, country.as_str());
        }
    }
    for contact in &party.contacts {
        let node = member(sheet, licence, pat::LICENSEE_BAG, pat::LICENSEE);
        full_contact(sheet, node, contact, ("", party));
        for identifier in &contact.name.identifiers {
            sheet.note(of(party, &identifier.name), identifier.value.as_str());
        }
    }
    rest(sheet, party);
    shown_elsewhere(sheet, party);
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
