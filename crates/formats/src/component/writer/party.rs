//! Parties.
//!
//! Clause: ST.96 V6_0 pat:PartyBag

mod contact;
mod role;

pub(super) use contact::{address_words, contact_line, postal_address};

use contact::contacts;

use super::classification::statement_line;
use super::sheet::Sheet;
use super::{designation, document};
use crate::component::draft::NodeId;
use crate::component::schema::{Name as Element, attr, com, pat};
use model::{Contact, Name, Party, PartyRole, Patent};
use std::collections::BTreeMap;

/// Adds all parties to the bibliographic data.
pub(super) fn parties<'r>(sheet: &mut Sheet<'r>, biblio: NodeId, patent: &'r Patent) {
    let bag = sheet.draft.element(biblio, pat::PARTY_BAG);
    let mut groups: Vec<Vec<&'r Party>> = Vec::new();
    let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for party in &patent.parties {
        let key = (party.role.as_str(), party.sequence.as_str());
        match known.get(&key).copied() {
            Some(index) if is_same(&groups[index], party) => groups[index].push(party),
            _ => {
                known.insert(key, groups.len());
                groups.push(vec![party]);
            }
        }
    }
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for group in &groups {
        let place = places.entry(group[0].role.as_str()).or_default();
        *place += 1;
        self::party(sheet, (bag, biblio), group, *place);
    }
}

/// Whether an entry is the party of a group in another format or script, wherever in the list DOCDB writes it.
fn is_same(group: &[&Party], other: &Party) -> bool {
    !other.sequence.is_empty() && group.iter().all(|one| one.format != other.format)
}

/// Adds a party, the `place`th of its role.
fn party<'r>(
    sheet: &mut Sheet<'r>,
    (bag, biblio): (NodeId, NodeId),
    group: &[&'r Party],
    place: usize,
) {
    let first = group[0];
    match first.role {
        PartyRole::Applicant => {
            let node = member(sheet, bag, pat::APPLICANT_BAG, pat::APPLICANT);
            role::applicant(sheet, node, group);
        }
        PartyRole::Inventor => {
            let node = member(sheet, bag, pat::INVENTOR_BAG, pat::INVENTOR);
            common(sheet, node, group);
            let nationality = first_of(group.iter().map(|party| party.nationality.as_str()));
            let whose = (first, "nationality");
            let all = group.iter().flat_map(|party| &party.statements);
            for states in all.filter(|one| one.code == DESIGNATED) {
                designation::of_party(sheet, node, states);
            }
            coded(sheet, node, com::NATIONALITY_CODE, nationality, whose);
        }
        PartyRole::DeceasedInventor => {
            let node = member(sheet, bag, pat::INVENTOR_BAG, pat::DECEASED_INVENTOR);
            common(sheet, node, group);
        }
        PartyRole::Owner => {
            let node = member(sheet, bag, pat::OWNER_BAG, pat::OWNER);
            common(sheet, node, group);
        }
        PartyRole::Assignee => {
            let node = member(sheet, bag, pat::ASSIGNEE_BAG, pat::ASSIGNEE);
            common(sheet, node, group);
            let contacts = group.iter().flat_map(|party| &party.contacts);
            let roles = contacts.map(|contact| contact.name.role.as_str());
            let mut roles = roles.filter(|role| !role.is_empty());
            sheet.leaf(node, pat::ENTITY_CATEGORY, roles.next().unwrap_or_default());
            roles.for_each(|role| sheet.note(of(first, "role"), role));
        }
        PartyRole::Agent => {
            let node = member(
                sheet,
                bag,
                pat::REGISTERED_PRACTITIONER_BAG,
                pat::REGISTERED_PRACTITIONER,
            );
            role::practitioner(sheet, node, group, place);
        }
        PartyRole::PrimaryExaminer => role::examiner(sheet, bag, pat::PRIMARY_EXAMINER, first),
        PartyRole::AssistantExaminer => role::examiner(sheet, bag, pat::ASSISTANT_EXAMINER, first),
        PartyRole::AuthorizedOfficer => role::examiner(sheet, bag, pat::AUTHORIZED_OFFICER, first),
        PartyRole::Correspondent => role::correspondent(sheet, bag, group),
        PartyRole::Opponent | PartyRole::OpponentAgent => {
            role::opposition(sheet, biblio, first, place);
        }
        PartyRole::Licensee | PartyRole::LicenseeAgent => {
            for party in group {
                role::licence(sheet, biblio, party, place);
            }
        }
        PartyRole::Searcher | PartyRole::Other => {
            for party in group {
                let text = party
                    .contacts
                    .iter()
                    .map(contact_line)
                    .collect::<Vec<_>>()
                    .join("; ");
                sheet.note(party.role.as_str(), text);
                rest(sheet, party);
                shown_elsewhere(sheet, party);
            }
        }
    }
}

/// What only some roles have a place for, as notes for those that have none.
fn shown_elsewhere<'r>(sheet: &mut Sheet<'r>, party: &'r Party) {
    for (code, text) in [
        ("residence", &party.residence),
        ("nationality", &party.nationality),
    ] {
        if !text.is_empty() {
            sheet.note(of(party, code), text.as_str());
        }
    }
}

/// A fact with the party that it is about, in plain words: `residence of inventor Roe`.
fn of(party: &Party, fact: &str) -> String {
    let names = party.contacts.iter().map(|contact| {
        contact_line(&Contact {
            name: Name {
                identifiers: Vec::new(),
                ..contact.name.clone()
            },
            ..Contact::default()
        })
    });
    let role = party.role.as_str().replace('-', " ");
    let name = names.into_iter().find(|name| !name.is_empty());
    format!("{fact} of {role} {}", name.unwrap_or_default())
        .trim()
        .to_owned()
}

/// Adds a code of a country or a nationality; what is none, such as `unknown`, is said with the party's name.
fn coded<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    name: Element,
    text: &'r str,
    (party, fact): (&Party, &str),
) {
    let text = text.trim();
    if text.is_empty() || name.accepts(text) || name.accepts(&text.to_ascii_uppercase()) {
        sheet.leaf(node, name, text);
    } else {
        sheet.note(of(party, fact), text);
    }
}

/// Adds a member to the bag of its role, which is made when it is first needed.
fn member(sheet: &mut Sheet<'_>, bag: NodeId, list: Element, name: Element) -> NodeId {
    let holder = match sheet.draft.child(bag, list) {
        Some(holder) => holder,
        None => sheet.draft.element(bag, list),
    };
    sheet.draft.element(holder, name)
}

fn first_of<'r>(mut texts: impl Iterator<Item = &'r str>) -> &'r str {
    texts.find(|text| !text.is_empty()).unwrap_or("")
}

/// Identifier, sequence, contacts, and what is left of each entry of a party.
fn common<'r>(sheet: &mut Sheet<'r>, node: NodeId, group: &[&'r Party]) {
    let first = group[0];
    sheet.id(node, &first.id);
    sheet.set(node, attr::SEQUENCE_NUMBER, first.sequence.as_str());
    identifier(sheet, node, group);
    contacts(sheet, node, group);
    for party in group {
        rest(sheet, party);
        let shown = matches!(party.role, PartyRole::Applicant | PartyRole::Inventor);
        let same = party.nationality == first.nationality && party.residence == first.residence;
        if !shown || !same {
            shown_elsewhere(sheet, party);
        }
    }
}

/// The first identifier has a place; others are notes.
fn identifier<'r>(sheet: &mut Sheet<'r>, node: NodeId, group: &[&'r Party]) {
    let all = group
        .iter()
        .flat_map(|party| &party.contacts)
        .flat_map(|c| &c.name.identifiers);
    let takes =
        crate::component::draft::Draft::allows(sheet.draft.name(node), com::PARTY_IDENTIFIER);
    for (index, identifier) in all.enumerate() {
        if index == 0 && takes {
            sheet
                .draft
                .leaf(node, com::PARTY_IDENTIFIER, identifier.value.as_str());
        } else {
            let whose = of(group[0], &identifier.name);
            sheet.note(whose, identifier.value.as_str());
        }
    }
}

/// The states for which an inventor is named.
const DESIGNATED: &str = "designated-states";

/// Whether the element of the party's role has a place for a statement.
fn is_placed(party: &Party, code: &str) -> bool {
    match party.role {
        PartyRole::PrimaryExaminer
        | PartyRole::AssistantExaminer
        | PartyRole::AuthorizedOfficer => code == "electronic-signature",
        PartyRole::Applicant => code == "us-rights",
        PartyRole::Inventor => code == DESIGNATED,
        _ => false,
    }
}

/// What a party has beside its contacts: statements, dates, references, attributes.
fn rest<'r>(sheet: &mut Sheet<'r>, party: &'r Party) {
    for statement in party
        .statements
        .iter()
        .filter(|one| !is_placed(party, &one.code))
    {
        sheet.note(of(party, &statement.code), statement_line(statement));
    }
    for date in &party.dates {
        sheet.note(of(party, &date.code), date.date.raw.as_str());
    }
    if !party.countries.is_empty() && party.role != PartyRole::Licensee {
        sheet.note(of(party, "countries"), party.countries.join(" "));
    }
    if let Some(id) = party
        .document
        .as_ref()
        .filter(|_| party.role != PartyRole::Opponent)
    {
        let line = document::told(sheet, id);
        sheet.note(of(party, "document"), line);
    }
    for contact in &party.contacts {
        if !contact.name.reference.is_empty() {
            sheet.note(of(party, "reference"), contact.name.reference.as_str());
        }
        if !contact.name.role.is_empty() && party.role != PartyRole::Assignee {
            sheet.note(of(party, "role"), contact.name.role.as_str());
        }
        for note in &contact.notes {
            sheet.note(of(party, "note"), note.as_str());
        }
    }
    sheet.spares("party", &party.attributes);
    if party.role != PartyRole::Applicant {
        sheet.spare("party", "designation", &party.designation);
    }
    if !matches!(party.role, PartyRole::Applicant | PartyRole::Agent) {
        sheet.spare("party", "kind", &party.kind);
    }
    sheet.spare("party", "format", &party.format);
}
