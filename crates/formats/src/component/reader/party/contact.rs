//! Names and addresses.

use crate::component::draft::View;
use crate::component::reader::document::language;
use crate::component::reader::inline::uncapitalized;
use crate::component::schema::{Name as Element, attr, com};
use model::{Address, AddressLine, Attribute, Contact, Name, Str};

/// Reads all contacts of a party.
pub(super) fn contacts(view: View<'_, '_>) -> Vec<Contact> {
    let made = view.elements().filter_map(|child| match child.name() {
        com::PUBLICATION_CONTACT => Some(public(child)),
        com::CONTACT => Some(full(child)),
        _ => None,
    });
    // One that says nothing was written for the schema's sake.
    made.filter(|contact| *contact != Contact::default())
        .collect()
}

fn public(view: View<'_, '_>) -> Contact {
    Contact {
        language: language(view),
        name: view.child(com::NAME).map(name).unwrap_or_default(),
        address: address(view),
        ..Contact::default()
    }
}

/// Reads a full contact.
///
/// Clause: ST.96 V6_0 com:Contact
fn full(view: View<'_, '_>) -> Contact {
    let listed = |list: Element| {
        let bags = view.all(list);
        bags.flat_map(|bag| bag.elements().map(View::text).collect::<Vec<Str>>())
            .collect()
    };
    let mut out = Contact {
        language: language(view),
        name: view.child(com::NAME).map(name).unwrap_or_default(),
        text: view.text_of(com::CONTACT_TEXT),
        faxes: listed(com::FAX_NUMBER_BAG),
        purposes: purposes(view),
        emails: listed(com::EMAIL_ADDRESS_BAG),
        urls: listed(com::WEB_ADDRESS_BAG),
        phones: listed(com::PHONE_NUMBER_BAG),
        electronic: listed(com::OTHER_ELECTRONIC_ADDRESS_BAG),
        ..Contact::default()
    };
    let first = view.child(com::POSTAL_ADDRESS_BAG);
    out.address = first
        .and_then(|bag| bag.child(com::POSTAL_ADDRESS))
        .and_then(postal_address);
    out
}

/// What e-mail addresses are for.
fn purposes(view: View<'_, '_>) -> Vec<Attribute> {
    let bags = view.all(com::EMAIL_ADDRESS_BAG);
    let all = bags.flat_map(|bag| bag.elements().collect::<Vec<_>>());
    let said = all.filter_map(|address| {
        let purpose = address.value(attr::EMAIL_ADDRESS_PURPOSE_CATEGORY);
        (!purpose.is_empty()).then(|| Attribute::new(address.text(), uncapitalized(purpose)))
    });
    said.collect()
}

/// Reads an institution: its name and its address.
pub(in crate::component::reader) fn institution(view: View<'_, '_>) -> (Str, Option<Address>) {
    let contact = full(view);
    let name = contact.name;
    let person = [
        &name.prefix,
        &name.first,
        &name.middle,
        &name.last,
        &name.suffix,
    ];
    let parts = [&name.full]
        .into_iter()
        .chain(person)
        .chain(&name.organizations);
    let parts: Vec<&str> = parts
        .map(Str::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    (parts.join(" ").into(), contact.address)
}

/// Reads an address: its parts, or its lines.
///
/// Clause: ST.96 V6_0 com:PostalAddress
fn postal_address(view: View<'_, '_>) -> Option<Address> {
    if let Some(structured) = view.child(com::POSTAL_STRUCTURED_ADDRESS) {
        return address(structured);
    }
    let lines = lines(view, com::POSTAL_ADDRESS_TEXT);
    (!lines.is_empty()).then(|| Address {
        lines,
        ..Address::default()
    })
}

fn lines(view: View<'_, '_>, name: Element) -> Vec<AddressLine> {
    let made = view.all(name).enumerate().map(|(index, line)| AddressLine {
        kind: format!("address-{}", index + 1).into(),
        text: line.text(),
    });
    made.collect()
}

/// Reads the parts of an address; `None` when there is none.
fn address(view: View<'_, '_>) -> Option<Address> {
    let mut out = Address {
        lines: lines(view, com::ADDRESS_LINE_TEXT),
        city: view.text_of(com::CITY_NAME),
        postcode: view.text_of(com::POSTAL_CODE),
        country: view.text_of(com::COUNTRY_CODE),
        ..Address::default()
    };
    for region in view.all(com::GEOGRAPHIC_REGION_NAME) {
        let slot = match region.value(attr::GEOGRAPHIC_REGION_CATEGORY) {
            "County" => &mut out.county,
            _ => &mut out.state,
        };
        if slot.is_empty() {
            *slot = region.text();
        }
    }
    (out != Address::default()).then_some(out)
}

/// Reads a name in its parts.
///
/// Clause: ST.96 V6_0 com:Name
pub(super) fn name(view: View<'_, '_>) -> Name {
    let mut out = Name::default();
    for child in view.elements() {
        match child.name() {
            com::PERSON_NAME => person(child, &mut out),
            com::ENTITY_NAME if out.full.is_empty() => out.full = child.text(),
            com::ENTITY_NAME => out.synonyms.push(child.text()),
            com::ORGANIZATION_NAME => {
                let all = child.elements().map(View::text);
                out.organizations.extend(all);
            }
            _ => {}
        }
    }
    out
}

fn person(view: View<'_, '_>, out: &mut Name) {
    if let Some(parts) = view.child(com::PERSON_STRUCTURED_NAME) {
        out.prefix = parts.text_of(com::NAME_PREFIX);
        out.first = parts.text_of(com::FIRST_NAME);
        out.middle = parts.text_of(com::MIDDLE_NAME);
        out.last = parts.text_of(com::LAST_NAME);
        out.first_last = parts.text_of(com::FIRST_LAST_NAME);
        out.second_last = parts.text_of(com::SECOND_LAST_NAME);
        out.suffix = parts.text_of(com::NAME_SUFFIX);
        out.synonyms.extend(parts.texts_of(com::PERSON_OTHER_NAME));
    }
    for full in view.texts_of(com::PERSON_FULL_NAME) {
        if out.full.is_empty() {
            out.full = full;
        } else {
            out.synonyms.push(full);
        }
    }
}
