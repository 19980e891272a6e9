//! Parties of ST.32: names and addresses under the codes of B700.
//!
//! Clause: ST.9 70

use super::text::{self, leaf};
use crate::vocabulary::code;
use model::{Address, AddressLine, Attribute, Contact, Name, Party, PartyRole, Patent, Statement};
use xml::tree::Element;

/// Reads `B700`.
pub(super) fn parties(element: &Element<'_, '_>, patent: &mut Patent) {
    for group in element.elements() {
        for item in group.elements() {
            match code::role(item.name()) {
                Some(role) => party(&item, role, patent),
                None => further(&item, patent),
            }
        }
    }
}

/// What is said of the party before it: the kind of assignee, the unit of the examiners.
fn further(element: &Element<'_, '_>, patent: &mut Patent) {
    let of = |role: PartyRole| move |party: &&mut Party| party.role == role;
    match element.name() {
        "B732US" => {
            let last = patent.parties.last_mut().filter(of(PartyRole::Owner));
            if let Some(name) = last.and_then(name).filter(|name| name.role.is_empty()) {
                name.role = leaf(element);
                return;
            }
        }
        "B748US" => {
            let mut all = patent.parties.iter_mut();
            let examiner = all.find(of(PartyRole::PrimaryExaminer));
            if let Some(name) = examiner
                .and_then(name)
                .filter(|name| name.department.is_empty())
            {
                name.department = leaf(element);
                return;
            }
        }
        _ => {}
    }
    patent
        .statements
        .push(text::statement(element, element.name()));
}

fn name(party: &mut Party) -> Option<&mut Name> {
    party.contacts.first_mut().map(|contact| &mut contact.name)
}

/// Reads a party, and those who represent it.
fn party(element: &Element<'_, '_>, role: PartyRole, patent: &mut Patent) {
    let mut out = Party {
        role,
        ..Party::default()
    };
    let mut others = Vec::new();
    for part in element.elements() {
        match part.name() {
            "PARTY-US" => party_us(&part, &mut out),
            "LEGAL-REPRESENTATIVE" => others.push(representative(&part)),
            _ => out.statements.push(text::statement(&part, part.name())),
        }
    }
    patent.parties.push(out);
    patent.parties.extend(others);
}

fn representative(element: &Element<'_, '_>) -> Party {
    let mut out = Party {
        role: PartyRole::Other,
        kind: "legal-representative".into(),
        ..Party::default()
    };
    for part in element.elements().filter(|part| part.name() == "PARTY-US") {
        party_us(&part, &mut out);
    }
    out
}

/// Reads the components of a party.
///
/// Clause: ST.32 PARTY-US
pub(super) fn party_us(element: &Element<'_, '_>, out: &mut Party) {
    let mut contact = Contact::default();
    for part in element.elements() {
        match part.name() {
            "NAM" => name_parts(&part, &mut contact.name),
            "ADR" if contact.address.is_none() => {
                contact.address = Some(address(&part, &mut contact));
            }
            "RESIDENCE" => residence(&part, out),
            "DTXT" => contact.notes.push(leaf(&part)),
            "RCTRY" if out.residence.is_empty() => out.residence = leaf(&part),
            "NCTRY" if out.nationality.is_empty() => out.nationality = leaf(&part),
            _ => out.statements.push(text::statement(&part, part.name())),
        }
    }
    out.contacts.push(contact);
}

/// Where an inventor lives: the country in its place, the whole as it stands.
fn residence(element: &Element<'_, '_>, out: &mut Party) {
    let mut statement = Statement {
        code: "residence".into(),
        ..Statement::default()
    };
    for part in element.elements() {
        match part.name() {
            "CTRY" if out.residence.is_empty() => out.residence = leaf(&part),
            name => statement
                .parts
                .push(Statement::text(name.to_lowercase(), leaf(&part))),
        }
    }
    if !statement.parts.is_empty() {
        out.statements.push(statement);
    }
}

fn name_parts(element: &Element<'_, '_>, name: &mut Name) {
    for part in element.elements() {
        let slot = match part.name() {
            "TTL" => &mut name.prefix,
            "FNM" => &mut name.first,
            "SNM" => &mut name.last,
            "SFX" => &mut name.suffix,
            "IRF" => &mut name.reference,
            "ODV" => &mut name.department,
            "ONM" => {
                name.organizations.push(leaf(&part));
                continue;
            }
            "SYN" => {
                name.synonyms.push(leaf(&part));
                continue;
            }
            "IID" | "OID" | "DID" => {
                let code = part.name().to_lowercase();
                name.identifiers.push(Attribute::new(code, leaf(&part)));
                continue;
            }
            _ => continue,
        };
        if slot.is_empty() {
            *slot = leaf(&part);
        }
    }
}

fn address(element: &Element<'_, '_>, contact: &mut Contact) -> Address {
    let mut out = Address::default();
    for part in element.elements() {
        let slot = match part.name() {
            "CITY" => &mut out.city,
            "CNTY" => &mut out.county,
            "STATE" => &mut out.state,
            "CTRY" => &mut out.country,
            "PCODE" => &mut out.postcode,
            "STR" | "OMC" => {
                let kind = if part.name() == "STR" {
                    "street"
                } else {
                    "omc"
                };
                out.lines.push(AddressLine {
                    kind: kind.into(),
                    text: leaf(&part),
                });
                continue;
            }
            "TEL" => {
                contact.phones.push(leaf(&part));
                continue;
            }
            "FAX" => {
                contact.faxes.push(leaf(&part));
                continue;
            }
            "EAD" => {
                contact.electronic.push(leaf(&part));
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
