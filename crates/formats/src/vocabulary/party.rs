//! Parties: names, addresses, and what they are in the document.
//!
//! Clause: ST.36 parties

use super::{attributes, document, statement, text, value};
use model::{Address, AddressLine, Attribute, Contact, Name, Party, PartyRole};
use xml::tree::Element;

/// Reads all parties of a group element such as `parties`, `us-parties`, `applicants`, `assignees`, `examiners`.
pub(crate) fn parties(element: &Element<'_, '_>, out: &mut Vec<Party>) {
    for child in element.elements() {
        match child.name() {
            "applicants"
            | "us-applicants"
            | "inventors"
            | "agents"
            | "assignees"
            | "examiners"
            | "applicants-agents-article"
            | "applicants-agents" => {
                let first = out.len();
                parties(&child, out);
                if let Some(party) = out.get_mut(first) {
                    party.attributes.extend(attributes(&child));
                }
            }
            "customer-number" => out.push(customer(&child, PartyRole::Agent)),
            _ => out.extend(member(&child)),
        }
    }
}

/// Reads a party whose name tells its role.
pub(crate) fn member(element: &Element<'_, '_>) -> Option<Party> {
    role(element.name()).map(|role| party(element, role))
}

fn role(name: &str) -> Option<PartyRole> {
    Some(match name {
        "applicant" | "us-applicant" => PartyRole::Applicant,
        "inventor" => PartyRole::Inventor,
        "deceased-inventor" | "us-deceased-inventor" => PartyRole::DeceasedInventor,
        "assignee" => PartyRole::Assignee,
        "agent" | "attorney-or-agent" => PartyRole::Agent,
        "correspondence-address" => PartyRole::Correspondent,
        "primary-examiner" => PartyRole::PrimaryExaminer,
        "assistant-examiner" => PartyRole::AssistantExaminer,
        "authorized-officer" => PartyRole::AuthorizedOfficer,
        "opponent" => PartyRole::Opponent,
        "licensee" => PartyRole::Licensee,
        "searcher" => PartyRole::Searcher,
        _ => return None,
    })
}

fn customer(element: &Element<'_, '_>, role: PartyRole) -> Party {
    let number = Attribute::new(element.name(), text(element));
    let name = Name {
        identifiers: vec![number],
        ..Name::default()
    };
    Party {
        role,
        contacts: vec![Contact {
            name,
            ..Contact::default()
        }],
        ..Party::default()
    }
}

/// Reads one party.
pub(crate) fn party(element: &Element<'_, '_>, role: PartyRole) -> Party {
    let mut party = Party {
        role,
        sequence: value(element, "sequence"),
        format: value(element, "data-format"),
        designation: value(element, "designation"),
        id: value(element, "id"),
        kind: ["app-type", "rep-type"]
            .iter()
            .find_map(|name| element.attribute(name))
            .unwrap_or("")
            .into(),
        ..Party::default()
    };
    let mut direct = Contact::default();
    let mut has_direct = false;
    let mut agencies = Vec::new();
    for child in element.elements() {
        match child.name() {
            "addressbook" => party.contacts.push(contact(&child)),
            "nationality" => document::country_once(&mut party.nationality, &child),
            "residence" => document::country_once(&mut party.residence, &child),
            "customer-number" => {
                has_direct = true;
                direct
                    .name
                    .identifiers
                    .push(Attribute::new(child.name(), text(&child)));
            }
            "applicant-name" | "inventor-name" => party.contacts.push(contact(&child)),
            "agency" => agencies.extend(agency(&child)),
            _ if contact_part(&child, &mut direct) => has_direct = true,
            _ => party.statements.push(statement::statement(&child)),
        }
    }
    if has_direct {
        direct.language = value(element, "lang");
        party.contacts.insert(0, direct);
    }
    identified(&mut party.contacts);
    if !agencies.is_empty() {
        if party.contacts.is_empty() {
            party.contacts.push(Contact::default());
        }
        party.contacts[0].name.organizations.append(&mut agencies);
    }
    party.attributes = attributes(element);
    party
}

/// The names of an agency for which an agent works.
fn agency(element: &Element<'_, '_>) -> Vec<model::Str> {
    let mut names = Vec::new();
    for child in element.elements() {
        match child.name() {
            "name" | "orgname" => names.push(text(&child)),
            "addressbook" => names.extend(agency(&child)),
            _ => {}
        }
    }
    names
}

/// Identifiers that stand beside a contact are those of the party that it names.
fn identified(contacts: &mut Vec<Contact>) {
    let [first, second, ..] = contacts.as_mut_slice() else {
        return;
    };
    let identifiers = std::mem::take(&mut first.name.identifiers);
    let language = std::mem::take(&mut first.language);
    if *first == Contact::default() && !identifiers.is_empty() {
        second.name.identifiers.extend(identifiers);
        contacts.remove(0);
    } else {
        first.name.identifiers = identifiers;
        first.language = language;
    }
}

/// Reads an `addressbook`.
pub(crate) fn contact(element: &Element<'_, '_>) -> Contact {
    let mut contact = Contact {
        id: value(element, "id"),
        language: value(element, "lang"),
        ..Contact::default()
    };
    for child in element.elements() {
        contact_part(&child, &mut contact);
    }
    let others = attributes(element);
    contact.name.identifiers.extend(others);
    contact
}

/// Reads a part of a contact; says whether it was one.
fn contact_part(element: &Element<'_, '_>, contact: &mut Contact) -> bool {
    match element.name() {
        "address" if contact.address.is_none() => contact.address = Some(address(element)),
        "phone" => contact.phones.push(text(element)),
        "fax" => contact.faxes.push(text(element)),
        "email" => {
            let address = text(element);
            if let Some(purpose) = element.attribute("email-purpose") {
                let purpose = Attribute::new(address.clone(), purpose);
                contact.purposes.push(purpose);
            }
            contact.emails.push(address);
        }
        "url" => contact.urls.push(text(element)),
        "ead" => contact.electronic.push(text(element)),
        "dtext" => contact.notes.push(text(element)),
        "text" if contact.text.is_empty() => contact.text = text(element),
        _ => return name_part(element, &mut contact.name),
    }
    true
}

/// Reads a part of a name; says whether it was one.
pub(crate) fn name_part(element: &Element<'_, '_>, name: &mut Name) -> bool {
    let part = element.name();
    let slot = match part {
        "name" if name.full.is_empty() => {
            name.kind = value(element, "name-type");
            &mut name.full
        }
        "prefix" => &mut name.prefix,
        "last-name" => &mut name.last,
        "first-last-name" => &mut name.first_last,
        "second-last-name" => &mut name.second_last,
        "first-name" => &mut name.first,
        "middle-name" => &mut name.middle,
        "suffix" => &mut name.suffix,
        "role" => &mut name.role,
        "department" => &mut name.department,
        "orgname" => {
            name.organizations.push(text(element));
            return true;
        }
        "synonym" => {
            name.synonyms.push(text(element));
            return true;
        }
        "iid" | "registered-number" => {
            name.identifiers.push(Attribute::new(part, text(element)));
            return true;
        }
        _ => return false,
    };
    if !slot.is_empty() {
        return false;
    }
    *slot = text(element);
    true
}

/// Reads an `address`.
pub(crate) fn address(element: &Element<'_, '_>) -> Address {
    let mut address = Address::default();
    for child in element.elements() {
        let slot = match child.name() {
            "city" => &mut address.city,
            "county" => &mut address.county,
            "state" => &mut address.state,
            "postcode" => &mut address.postcode,
            "country" => &mut address.country,
            "text" => &mut address.text,
            kind @ ("address-1" | "address-2" | "address-3" | "address-4" | "address-5"
            | "mailcode" | "address-city" | "pobox" | "room" | "address-floor"
            | "building" | "street") => {
                address.lines.push(AddressLine {
                    kind: kind.into(),
                    text: text(&child),
                });
                continue;
            }
            _ => continue,
        };
        if slot.is_empty() {
            *slot = text(&child);
        }
    }
    address
}
