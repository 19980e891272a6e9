//! Parties of the applications of 2001 to 2004.
//!
//! Clause: PAP inventors

use crate::vocabulary::{attributes, statement, text as leaf};
use model::{Address, AddressLine, Contact, Name, Party, PartyRole, Patent};
use xml::tree::Element;

/// Reads `inventors`, `assignee` or `correspondence-address`.
pub(super) fn parties(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "inventors" => {
            for part in element.elements() {
                patent.parties.push(party(&part, PartyRole::Inventor));
            }
        }
        "assignee" => patent.parties.push(party(element, PartyRole::Assignee)),
        _ => patent
            .parties
            .push(party(element, PartyRole::Correspondent)),
    }
}

fn party(element: &Element<'_, '_>, role: PartyRole) -> Party {
    let mut out = Party {
        role,
        ..Party::default()
    };
    let mut contact = Contact::default();
    let mut residence = None;
    for part in element.elements() {
        match part.name() {
            "name" => name(&part, &mut contact.name),
            "name-1" if contact.name.full.is_empty() => contact.name.full = leaf(&part),
            "name-2" | "organization-name" => contact.name.organizations.push(leaf(&part)),
            "address" if contact.address.is_none() => {
                contact.address = Some(address(&part, &mut contact));
            }
            "residence" if residence.is_none() => residence = Some(part),
            "assignee-type" if contact.name.role.is_empty() => contact.name.role = leaf(&part),
            _ => out.statements.push(statement::statement(&part)),
        }
    }
    if let Some(residence) = residence {
        self::residence(&residence, &mut contact, &mut out);
    }
    out.contacts.push(contact);
    out.attributes = attributes(element);
    out
}

fn name(element: &Element<'_, '_>, name: &mut Name) {
    for part in element.elements() {
        let slot = match part.name() {
            "name-prefix" => &mut name.prefix,
            "given-name" => &mut name.first,
            "middle-name" => &mut name.middle,
            "family-name" => &mut name.last,
            "name-suffix" => &mut name.suffix,
            _ => continue,
        };
        if slot.is_empty() {
            *slot = leaf(&part);
        }
    }
}

/// Reads `address`.
///
/// Clause: PAP address
fn address(element: &Element<'_, '_>, contact: &mut Contact) -> Address {
    let mut out = Address::default();
    for part in element.elements() {
        let slot = match part.name() {
            "city" => &mut out.city,
            "state" => &mut out.state,
            "postalcode" => &mut out.postcode,
            "country" | "country-code" => &mut out.country,
            kind @ ("address-1" | "address-2" | "military-address") => {
                out.lines.push(AddressLine {
                    kind: kind.into(),
                    text: leaf(&part),
                });
                continue;
            }
            "email" => {
                contact.emails.push(leaf(&part));
                continue;
            }
            "telephone" => {
                contact.phones.push(leaf(&part));
                continue;
            }
            "fax" => {
                contact.faxes.push(leaf(&part));
                continue;
            }
            _ => continue,
        };
        if slot.is_empty() {
            *slot = leaf(&part);
        }
    }
    out
}

/// Where an inventor lives. Where no address is given, it is the address that is published.
fn residence(element: &Element<'_, '_>, contact: &mut Contact, party: &mut Party) {
    for part in element.elements() {
        match part.name() {
            "residence-us" | "residence-non-us" => {
                if let Some(country) = part.find("country-code") {
                    party.residence = leaf(&country);
                }
                if contact.address.is_none() {
                    contact.address = Some(address(&part, contact));
                } else {
                    party.statements.push(statement::named(&part, "residence"));
                }
            }
            "citizenship" if party.nationality.is_empty() => party.nationality = leaf(&part),
            _ => party.statements.push(statement::statement(&part)),
        }
    }
}
