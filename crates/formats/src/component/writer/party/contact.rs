//! Names and addresses.

use super::{coded, of};
use crate::component::draft::NodeId;
use crate::component::schema::{attr, com};
use crate::component::writer::document;
use crate::component::writer::inline::capitalized;
use crate::component::writer::sheet::Sheet;
use model::{Address, Contact, Name, Party, PartyRole, Str};

/// Adds up to two contacts, one a script; the names of further entries join the second.
pub(super) fn contacts<'r>(sheet: &mut Sheet<'r>, node: NodeId, group: &[&'r Party]) {
    let mut made = 0;
    let mut last_name = None;
    for party in group {
        let residence = match party.role {
            PartyRole::Inventor => party.residence.as_str(),
            _ => "",
        };
        let mut is_told = residence.is_empty();
        for contact in &party.contacts {
            match last_name.filter(|_| made >= 2) {
                Some(holder) => {
                    name(sheet, holder, &contact.name);
                    let rest = Contact {
                        name: Name::default(),
                        ..contact.clone()
                    };
                    let line = contact_line(&rest);
                    if !line.is_empty() {
                        sheet.note(of(party, "contact"), line);
                    }
                }
                None => {
                    last_name = Some(self::contact(sheet, node, contact, (residence, party)));
                    is_told = true;
                    made += 1;
                }
            }
        }
        if !is_told {
            sheet.note(of(party, "residence"), residence);
        }
    }
}

/// Adds a contact in the form that loses nothing: the short public one, or the full one.
///
/// Gives back the element that holds the name.
pub(super) fn contact<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    contact: &'r Contact,
    (residence, party): (&'r str, &Party),
) -> NodeId {
    if !is_short(contact) {
        return full_contact(sheet, node, contact, (residence, party));
    }
    let element = sheet.draft.element(node, com::PUBLICATION_CONTACT);
    sheet.set(
        element,
        attr::LANGUAGE_CODE,
        document::language(&contact.language),
    );
    let holder = sheet.draft.element(element, com::NAME);
    name(sheet, holder, &contact.name);
    let mut country = "";
    if let Some(address) = &contact.address {
        sheet.leaf(element, com::CITY_NAME, address.city.as_str());
        region(sheet, element, "State", &address.state);
        region(sheet, element, "County", &address.county);
        country = address.country.as_str();
        sheet.leaf(element, com::POSTAL_CODE, address.postcode.as_str());
    }
    if country.is_empty() {
        country = residence;
    } else if !residence.is_empty() {
        sheet.note(of(party, "residence"), residence);
    }
    coded(
        sheet,
        element,
        com::COUNTRY_CODE,
        country,
        (party, "country"),
    );
    holder
}

/// Whether the short public form says all: no lines, no numbers, one region.
pub(super) fn is_short(contact: &Contact) -> bool {
    let reachable = [
        &contact.phones,
        &contact.faxes,
        &contact.emails,
        &contact.urls,
        &contact.electronic,
    ]
    .into_iter()
    .any(|list| !list.is_empty());
    let address = contact.address.as_ref().is_none_or(|address| {
        address.lines.is_empty()
            && address.text.is_empty()
            && (address.state.is_empty() || address.county.is_empty())
    });
    !reachable && contact.text.is_empty() && address
}

pub(super) fn region<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    category: &'static str,
    text: &'r str,
) {
    if !text.is_empty() {
        let element = sheet.draft.leaf(node, com::GEOGRAPHIC_REGION_NAME, text);
        sheet
            .draft
            .attribute(element, attr::GEOGRAPHIC_REGION_CATEGORY, category);
    }
}

/// Adds a full contact; gives back the element that holds the name.
///
/// Clause: ST.96 V6_0 com:Contact
pub(super) fn full_contact<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    contact: &'r Contact,
    (residence, party): (&'r str, &Party),
) -> NodeId {
    let element = sheet.draft.element(node, com::CONTACT);
    sheet.set(
        element,
        attr::LANGUAGE_CODE,
        document::language(&contact.language),
    );
    if !residence.is_empty() {
        sheet.note(of(party, "residence"), residence);
    }
    if !has_name(&contact.name) && !contact.text.is_empty() {
        let text = sheet
            .draft
            .leaf(element, com::CONTACT_TEXT, contact.text.as_str());
        sheet.note(
            of(party, "contact"),
            contact_line(&Contact {
                text: Str::default(),
                ..contact.clone()
            }),
        );
        return text;
    }
    let holder = sheet.draft.element(element, com::NAME);
    name(sheet, holder, &contact.name);
    if let Some(address) = &contact.address {
        let bag = sheet.draft.element(element, com::POSTAL_ADDRESS_BAG);
        postal_address(sheet, bag, address);
    }
    let lists = [
        (&contact.faxes, com::FAX_NUMBER_BAG, com::FAX_NUMBER),
        (
            &contact.emails,
            com::EMAIL_ADDRESS_BAG,
            com::EMAIL_ADDRESS_TEXT,
        ),
        (&contact.urls, com::WEB_ADDRESS_BAG, com::WEB_ADDRESS_URI),
        (&contact.phones, com::PHONE_NUMBER_BAG, com::PHONE_NUMBER),
        (
            &contact.electronic,
            com::OTHER_ELECTRONIC_ADDRESS_BAG,
            com::OTHER_ELECTRONIC_ADDRESS_TEXT,
        ),
    ];
    for (texts, list, item) in lists {
        if !texts.is_empty() {
            let bag = sheet.draft.element(element, list);
            for text in texts {
                let leaf = sheet.draft.leaf(bag, item, text.as_str());
                if item == com::EMAIL_ADDRESS_TEXT {
                    let mut said = contact.purposes.iter();
                    let said = said.find(|said| said.name == *text);
                    let purpose = said.map_or("", |said| said.value.as_str());
                    let name = attr::EMAIL_ADDRESS_PURPOSE_CATEGORY;
                    sheet.set(leaf, name, capitalized(purpose));
                }
            }
        }
    }
    if !contact.text.is_empty() {
        sheet.note(of(party, "contact"), contact.text.as_str());
    }
    holder
}

/// Adds an address in its parts when the schema's mandatory ones are there, else line by line.
///
/// Clause: ST.96 V6_0 com:PostalAddress
pub(in crate::component::writer) fn postal_address<'r>(
    sheet: &mut Sheet<'r>,
    bag: NodeId,
    address: &'r Address,
) {
    let element = sheet.draft.element(bag, com::POSTAL_ADDRESS);
    let country = com::COUNTRY_CODE.accepts(&address.country);
    let in_parts = !address.lines.is_empty()
        || address.text.is_empty() && !(address.city.is_empty() && address.postcode.is_empty());
    if !in_parts || !country {
        for text in address_words(address) {
            sheet.draft.leaf(element, com::POSTAL_ADDRESS_TEXT, text);
        }
        return;
    }
    let structured = sheet.draft.element(element, com::POSTAL_STRUCTURED_ADDRESS);
    let code = |line: &&model::AddressLine| line.kind == "mailcode" && address.postcode.is_empty();
    let lines = address.lines.iter().filter(|line| !code(line));
    let lines = lines.map(|line| line.text.as_str());
    let free = (!address.text.is_empty()).then_some(address.text.as_str());
    for (index, line) in lines.chain(free).enumerate() {
        let leaf = sheet.draft.leaf(structured, com::ADDRESS_LINE_TEXT, line);
        sheet
            .draft
            .attribute(leaf, attr::SEQUENCE_NUMBER, (index + 1).to_string());
    }
    sheet.leaf(structured, com::CITY_NAME, address.city.as_str());
    region(sheet, structured, "State", &address.state);
    region(sheet, structured, "County", &address.county);
    sheet.leaf(structured, com::COUNTRY_CODE, address.country.as_str());
    sheet.leaf(structured, com::POSTAL_CODE, address.postcode.as_str());
    if let Some(line) = address.lines.iter().find(code) {
        sheet.leaf(structured, com::POSTAL_CODE, line.text.as_str());
    }
}

/// All texts of an address, in order.
pub(in crate::component::writer) fn address_words(address: &Address) -> impl Iterator<Item = &str> {
    let parts = [
        &address.text,
        &address.city,
        &address.county,
        &address.state,
        &address.postcode,
        &address.country,
    ];
    address
        .lines
        .iter()
        .map(|line| line.text.as_str())
        .chain(parts.into_iter().map(Str::as_str))
        .filter(|text| !text.is_empty())
}

pub(super) fn has_name(name: &Name) -> bool {
    *name
        != Name {
            identifiers: name.identifiers.clone(),
            ..Name::default()
        }
}

/// The roles for which ST.96 has an attribute; all others are notes.
///
/// Clause: ST.96 V6_0 com:Name
const ENTITY_NAME_CATEGORIES: &[&str] = &["DBA TA AKA or FKA", "Composed of"];

/// Adds a name in its parts.
///
/// Clause: ST.96 V6_0 com:Name
pub(super) fn name<'r>(sheet: &mut Sheet<'r>, node: NodeId, name: &'r Name) {
    let structured = own_name(sheet, node, name);
    for organization in &name.organizations {
        self::organization(sheet, node, organization);
    }
    other_names(sheet, node, name, structured);
    if !name.department.is_empty() {
        organization(sheet, node, &name.department);
    }
}

/// Adds what a party itself is called; says whether in the parts of a person's name.
fn own_name<'r>(sheet: &mut Sheet<'r>, node: NodeId, name: &'r Name) -> bool {
    let given = [
        &name.prefix,
        &name.first,
        &name.middle,
        &name.suffix,
        &name.first_last,
        &name.second_last,
    ];
    let structured = !name.last.is_empty() || given.iter().any(|part| !part.is_empty());
    if structured {
        let person = sheet.draft.element(node, com::PERSON_NAME);
        let parts = sheet.draft.element(person, com::PERSON_STRUCTURED_NAME);
        sheet.leaf(parts, com::NAME_PREFIX, name.prefix.as_str());
        sheet.leaf(parts, com::FIRST_NAME, name.first.as_str());
        sheet.leaf(parts, com::MIDDLE_NAME, name.middle.as_str());
        let last = if name.last.is_empty() {
            &name.full
        } else {
            &name.last
        };
        sheet.leaf(parts, com::LAST_NAME, last.as_str());
        sheet.leaf(parts, com::FIRST_LAST_NAME, name.first_last.as_str());
        sheet.leaf(parts, com::SECOND_LAST_NAME, name.second_last.as_str());
        sheet.leaf(parts, com::NAME_SUFFIX, name.suffix.as_str());
        if let Some(other) = name.synonyms.first() {
            sheet.leaf(parts, com::PERSON_OTHER_NAME, other.as_str());
        }
    }
    let is_last = structured && name.last.is_empty();
    if !name.full.is_empty() && !is_last {
        match name.kind.as_str() {
            "natural" if !structured => full_name(sheet, node, &name.full),
            "legal" => organization(sheet, node, &name.full),
            kind => {
                let leaf = sheet.draft.leaf(node, com::ENTITY_NAME, name.full.as_str());
                if ENTITY_NAME_CATEGORIES.contains(&name.role.as_str()) {
                    sheet.set(leaf, attr::ENTITY_NAME_CATEGORY, name.role.as_str());
                }
                sheet.spare("name", "name-type", kind);
            }
        }
    }
    structured
}

/// Adds what else a party is called; the first other name of a person has a place with it.
fn other_names<'r>(sheet: &mut Sheet<'r>, node: NodeId, name: &'r Name, structured: bool) {
    let others = name.synonyms.iter().skip(usize::from(structured));
    for text in others.filter(|text| !text.is_empty()) {
        organization(sheet, node, text);
    }
}

/// Adds the name of an examiner, who is a person unless the source says otherwise.
pub(super) fn person<'r>(sheet: &mut Sheet<'r>, node: NodeId, name: &'r Name) {
    let given = [
        &name.prefix,
        &name.first,
        &name.middle,
        &name.last,
        &name.suffix,
        &name.first_last,
        &name.second_last,
    ];
    let is_full = !name.full.is_empty() && given.iter().all(|part| part.is_empty());
    if is_full && name.kind.is_empty() && name.role.is_empty() {
        full_name(sheet, node, &name.full);
        institution(sheet, node, name);
        other_names(sheet, node, name, false);
    } else {
        let structured = own_name(sheet, node, name);
        institution(sheet, node, name);
        other_names(sheet, node, name, structured);
    }
}

/// Adds the organization of an examiner, with the unit in it as another name of it.
///
/// Clause: ST.96 V6_0 com:Name
pub(super) fn institution<'r>(sheet: &mut Sheet<'r>, node: NodeId, name: &'r Name) {
    let mut all = name.organizations.iter();
    let Some(first) = all.next() else {
        if !name.department.is_empty() {
            organization(sheet, node, &name.department);
        }
        return;
    };
    let element = sheet.draft.element(node, com::ORGANIZATION_NAME);
    let standard = com::ORGANIZATION_STANDARD_NAME;
    sheet.draft.leaf(element, standard, first.as_str());
    for other in all {
        let other = other.as_str();
        sheet
            .draft
            .leaf(element, com::ORGANIZATION_OTHER_NAME, other);
    }
    if !name.department.is_empty() {
        let unit = name.department.as_str();
        let leaf = sheet
            .draft
            .leaf(element, com::ORGANIZATION_OTHER_NAME, unit);
        let category = "Organization department name";
        sheet.set(leaf, attr::ORGANIZATION_NAME_CATEGORY, category);
    }
}

/// The whole name of a person.
fn full_name<'r>(sheet: &mut Sheet<'r>, node: NodeId, text: &'r str) {
    let person = sheet.draft.element(node, com::PERSON_NAME);
    sheet.draft.leaf(person, com::PERSON_FULL_NAME, text);
}

pub(super) fn organization<'r>(sheet: &mut Sheet<'r>, node: NodeId, text: &'r str) {
    let element = sheet.draft.element(node, com::ORGANIZATION_NAME);
    sheet
        .draft
        .leaf(element, com::ORGANIZATION_STANDARD_NAME, text);
}

/// A contact in one line, for free text.
pub(in crate::component::writer) fn contact_line(contact: &Contact) -> String {
    let name = &contact.name;
    let names = [
        &name.prefix,
        &name.first,
        &name.middle,
        &name.last,
        &name.first_last,
        &name.second_last,
        &name.suffix,
        &name.full,
    ];
    let mut out: Vec<&str> = names.into_iter().map(Str::as_str).collect();
    out.extend(
        name.organizations
            .iter()
            .chain(&name.synonyms)
            .map(Str::as_str),
    );
    out.push(&name.department);
    out.extend(
        name.identifiers
            .iter()
            .map(|identifier| identifier.value.as_str()),
    );
    if let Some(address) = &contact.address {
        out.extend(address_words(address));
    }
    let lists = [
        &contact.phones,
        &contact.faxes,
        &contact.emails,
        &contact.urls,
        &contact.electronic,
    ];
    out.extend(lists.into_iter().flatten().map(Str::as_str));
    out.push(&contact.text);
    out.retain(|part| !part.is_empty());
    out.join(" ")
}
