//! Parties: inventors, applicants, attorneys, assignors, assignees, and where letters go.

use super::number;
use super::reader::{fact, keep};
use crate::vocabulary::text;
use model::{
    Address, AddressLine, Attribute, Contact, EventDateRole, LegalEvent, Name, Party, PartyDate,
    PartyRole, Statement, Str,
};
use xml::tree::Element;

/// Reads a party of a role.
pub(super) fn party(element: &Element<'_, '_>, role: PartyRole, kind: &str) -> Party {
    let mut out = Party {
        role,
        kind: kind.into(),
        ..Party::default()
    };
    let mut contact = Contact::default();
    if !element.has_elements() {
        contact.name.full = text(element);
        out.contacts.push(contact);
        return out;
    }
    let mut more = Vec::new();
    for child in element.elements() {
        part(&child, &mut out, &mut contact, &mut more);
    }
    out.contacts.push(contact);
    out.contacts.append(&mut more);
    out
}

fn part(
    element: &Element<'_, '_>,
    out: &mut Party,
    contact: &mut Contact,
    more: &mut Vec<Contact>,
) {
    let facts = &mut out.statements;
    match element.name() {
        "firstName" => keep(&mut contact.name.first, element, facts),
        "middleName" => keep(&mut contact.name.middle, element, facts),
        "lastName" => keep(&mut contact.name.last, element, facts),
        "nameSuffix" | "suffix" => keep(&mut contact.name.suffix, element, facts),
        "namePrefix" | "prefixName" => keep(&mut contact.name.prefix, element, facts),
        "inventorNameText"
        | "applicantNameText"
        | "applicant"
        | "assignorName"
        | "assigneeNameText"
        | "assigneeName"
        | "correspondentNameText"
        | "fullName"
        | "patAssignorName"
        | "patAssigneeName"
        | "addressNameText"
        | "nameLineOne" => {
            keep(&mut contact.name.full, element, facts);
        }
        "registrationNumber" | "registrationNo" | "patronIdentifier" | "customerNumber" => {
            let value = text(element);
            if !value.is_empty() {
                let name = element.name();
                contact.name.identifiers.push(Attribute::new(name, value));
            }
        }
        "registeredPractitionerCategory" => {
            let category = text(element);
            // The words of ST.36 where the office's are known to be the same.
            out.kind = match category.as_str() {
                "ATTNY" => "attorney".into(),
                "AGENT" => "agent".into(),
                _ => Str::default(),
            };
            contact.name.role = category;
        }
        "rankNo" => keep(&mut out.sequence, element, facts),
        "executionDate" | "execDate" | "patAssignorExDate" | "patAssignorDateAck" => {
            dated(element, &mut out.dates);
        }
        "telecommunicationAddressBag" => telecommunication(element, contact, facts),
        "phoneNum" => contact.phones.extend(one(element)),
        "correspondenceAddressBag"
        | "attorneyAddressBag"
        | "assigneeAddress"
        | "correspondenceAddress"
        | "powerOfAttorneyAddressBag" => {
            address(element, contact, more);
        }
        _ if address_part(element, contact) => {}
        _ => facts.extend(fact(element)),
    }
}

fn one(element: &Element<'_, '_>) -> Option<Str> {
    let text = text(element);
    (!text.is_empty()).then_some(text)
}

/// Reads a date under its name; one that is written month first is put in order, and kept as it was written.
fn dated(element: &Element<'_, '_>, out: &mut Vec<PartyDate>) {
    let raw = text(element);
    if !raw.is_empty() {
        out.push(PartyDate {
            code: element.name().into(),
            date: model::Date::new(number::date(&raw).map_or(raw, Str::from)),
        });
    }
}

/// Reads a date of an event in the same way.
pub(super) fn event_date(element: &Element<'_, '_>, role: EventDateRole, out: &mut LegalEvent) {
    let raw = text(element);
    match number::date(&raw) {
        Some(iso) => {
            out.dated(role, element.name(), iso);
            out.attributes.push(Attribute::new(element.name(), raw));
        }
        None => out.dated(role, element.name(), raw),
    }
}

/// Reads an address: into the contact when it has none, else as a further contact.
fn address(element: &Element<'_, '_>, contact: &mut Contact, more: &mut Vec<Contact>) {
    if !element.has_elements() {
        let text = text(element);
        if text.is_empty() {
            return;
        }
        let known = contact.address.get_or_insert_default();
        if known.text.is_empty() {
            known.text = text;
        } else {
            contact.notes.push(text);
        }
        return;
    }
    let mut other = Contact::default();
    let into = if contact.address.is_none() {
        contact
    } else {
        &mut other
    };
    for child in element.elements() {
        if !address_part(&child, into) {
            let said = fact(&child);
            into.notes.extend(said.as_ref().map(line));
        }
    }
    if other != Contact::default() {
        more.push(other);
    }
}

fn line(fact: &Statement) -> Str {
    let mut out = Str::default();
    model::text::statement(fact, &mut |text| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(text);
    });
    out
}

/// Reads a part of an address, or a name that stands with one; says whether it was one.
fn address_part(element: &Element<'_, '_>, contact: &mut Contact) -> bool {
    let name = element.name();
    if element.has_elements() {
        return false;
    }
    if let "nameLineOneText" | "nameLineTwoText" | "name" = name {
        contact.name.organizations.extend(one(element));
        return true;
    }
    let known = matches!(
        name,
        "cityName"
            | "city"
            | "geographicRegionName"
            | "geographicRegionCode"
            | "geoCode"
            | "countryCode"
            | "country"
            | "countryName"
            | "postalCode"
            | "address"
            | "postalAddressCategory"
    );
    let is_line = is_line(name);
    if !known && !is_line {
        return false;
    }
    let value = text(element);
    if value.is_empty() || value == "null" && is_line {
        return true;
    }
    let address = contact.address.get_or_insert_default();
    let slot = match name {
        "cityName" | "city" => &mut address.city,
        "geographicRegionCode" | "geoCode" => &mut address.state,
        "geographicRegionName" if address.county.is_empty() => &mut address.county,
        "countryCode" | "country" => &mut address.country,
        "postalCode" => &mut address.postcode,
        "address" => &mut address.text,
        _ => return put_line(address, name, value),
    };
    if slot.is_empty() {
        *slot = value;
        return true;
    }
    put_line(address, name, value)
}

fn is_line(name: &str) -> bool {
    name.starts_with("addressLine")
        || matches!(
            name,
            "streetOne" | "streetTwo" | "streetLineOneText" | "streetLineTwoText"
        )
}

fn put_line(address: &mut Address, kind: &str, text: Str) -> bool {
    address.lines.push(AddressLine {
        kind: kind.into(),
        text,
    });
    true
}

fn telecommunication(element: &Element<'_, '_>, contact: &mut Contact, facts: &mut Vec<Statement>) {
    let mut number = Str::default();
    let mut kind = Str::default();
    for child in element.elements() {
        match child.name() {
            "telecommunicationNumber" | "telecomNumber" => number = text(&child),
            "usageTypeCategory" | "telecomTypeCode" => kind = text(&child),
            "extensionNumber" => {
                let more = text(&child);
                if !more.is_empty() {
                    number.push_str(" ext. ");
                    number.push_str(&more);
                }
            }
            _ => facts.extend(fact(&child)),
        }
    }
    match kind.as_str() {
        "FAX" => contact.faxes.push(number),
        "TEL" | "" => contact.phones.push(number),
        _ => contact.electronic.push(number),
    }
    if !kind.is_empty() {
        contact.notes.push(kind);
    }
}

/// The name of the party, when that is all there is of it.
pub(super) fn named(name: Str, role: PartyRole, kind: &str) -> Party {
    Party {
        role,
        kind: kind.into(),
        contacts: vec![Contact {
            name: Name {
                full: name,
                ..Name::default()
            },
            ..Contact::default()
        }],
        ..Party::default()
    }
}
