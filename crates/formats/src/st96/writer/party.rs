//! Parties.
//!
//! Clause: ST.96 V6_0 pat:PartyBag

use super::classification::statement_line;
use super::document;
use super::sheet::Sheet;
use crate::st96::draft::NodeId;
use crate::st96::schema::{Name as Element, attr, com, pat};
use model::{Address, Contact, Name, Party, PartyRole, Patent, Str};
use std::borrow::Cow;
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
            applicant(sheet, node, group);
        }
        PartyRole::Inventor => {
            let node = member(sheet, bag, pat::INVENTOR_BAG, pat::INVENTOR);
            common(sheet, node, group);
            let nationality = first_of(group.iter().map(|party| party.nationality.as_str()));
            let whose = (first, "nationality");
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
            practitioner(sheet, node, group, place);
        }
        PartyRole::PrimaryExaminer => examiner(sheet, bag, pat::PRIMARY_EXAMINER, first),
        PartyRole::AssistantExaminer => examiner(sheet, bag, pat::ASSISTANT_EXAMINER, first),
        PartyRole::AuthorizedOfficer => examiner(sheet, bag, pat::AUTHORIZED_OFFICER, first),
        PartyRole::Correspondent => correspondent(sheet, bag, group),
        PartyRole::Opponent | PartyRole::OpponentAgent => opposition(sheet, biblio, first, place),
        PartyRole::Searcher | PartyRole::Licensee | PartyRole::Other => {
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
    let takes = crate::st96::draft::Draft::allows(sheet.draft.name(node), com::PARTY_IDENTIFIER);
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

/// What a party has beside its contacts: statements, dates, references, attributes.
fn rest<'r>(sheet: &mut Sheet<'r>, party: &'r Party) {
    for statement in &party.statements {
        sheet.note(of(party, &statement.code), statement_line(statement));
    }
    for date in &party.dates {
        sheet.note(of(party, &date.code), date.date.raw.as_str());
    }
    if !party.countries.is_empty() {
        sheet.note(of(party, "countries"), party.countries.join(" "));
    }
    if let Some(id) = party
        .document
        .as_ref()
        .filter(|_| party.role != PartyRole::Opponent)
    {
        sheet.note(of(party, "document"), document::line(id));
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

/// An applicant.
///
/// Clause: ST.96 V6_0 pat:Applicant
fn applicant<'r>(sheet: &mut Sheet<'r>, node: NodeId, group: &[&'r Party]) {
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
fn practitioner<'r>(sheet: &mut Sheet<'r>, node: NodeId, group: &[&'r Party], place: usize) {
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
fn examiner<'r>(sheet: &mut Sheet<'r>, bag: NodeId, name: Element, party: &'r Party) {
    let node = member(sheet, bag, pat::EXAMINER_BAG, name);
    sheet.id(node, &party.id);
    for contact in &party.contacts {
        let holder = sheet.draft.element(node, com::NAME);
        self::name(sheet, holder, &contact.name);
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

fn correspondent<'r>(sheet: &mut Sheet<'r>, bag: NodeId, group: &[&'r Party]) {
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
fn opposition<'r>(sheet: &mut Sheet<'r>, biblio: NodeId, party: &'r Party, place: usize) {
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
        super::date::leaf(sheet, data, pat::OPPOSITION_FILING_DATE, &id.date);
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

/// Adds up to two contacts, one a script; the names of further entries join the second.
fn contacts<'r>(sheet: &mut Sheet<'r>, node: NodeId, group: &[&'r Party]) {
    let mut made = 0;
    let mut last_name = None;
    for party in group {
        let residence = match party.role {
            PartyRole::Inventor => party.residence.as_str(),
            _ => "",
        };
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
                    made += 1;
                }
            }
        }
        if party.contacts.is_empty() && !residence.is_empty() {
            sheet.note(of(party, "residence"), residence);
        }
    }
}

/// Adds a contact in the form that loses nothing: the short public one, or the full one.
///
/// Gives back the element that holds the name.
fn contact<'r>(
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
fn is_short(contact: &Contact) -> bool {
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

fn region<'r>(sheet: &mut Sheet<'r>, node: NodeId, category: &'static str, text: &'r str) {
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
fn full_contact<'r>(
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
                sheet.draft.leaf(bag, item, text.as_str());
            }
        }
    }
    if !contact.text.is_empty() {
        sheet.note(of(party, "contact"), contact.text.as_str());
    }
    if !residence.is_empty() {
        sheet.note(of(party, "residence"), residence);
    }
    holder
}

/// Adds an address in its parts when the schema's mandatory ones are there, else line by line.
///
/// Clause: ST.96 V6_0 com:PostalAddress
fn postal_address<'r>(sheet: &mut Sheet<'r>, bag: NodeId, address: &'r Address) {
    let element = sheet.draft.element(bag, com::POSTAL_ADDRESS);
    let country = com::COUNTRY_CODE.accepts(&address.country);
    if address.lines.is_empty() || !country {
        for text in address_words(address) {
            sheet.draft.leaf(element, com::POSTAL_ADDRESS_TEXT, text);
        }
        return;
    }
    let structured = sheet.draft.element(element, com::POSTAL_STRUCTURED_ADDRESS);
    let lines = address.lines.iter().map(|line| line.text.as_str());
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
}

/// All texts of an address, in order.
pub(super) fn address_words(address: &Address) -> impl Iterator<Item = &str> {
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

fn has_name(name: &Name) -> bool {
    *name
        != Name {
            identifiers: name.identifiers.clone(),
            ..Name::default()
        }
}

/// Adds a name in its parts.
///
/// Clause: ST.96 V6_0 com:Name
fn name<'r>(sheet: &mut Sheet<'r>, node: NodeId, name: &'r Name) {
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
    }
    let is_last = structured && name.last.is_empty();
    if !name.full.is_empty() && !is_last {
        sheet.draft.leaf(node, com::ENTITY_NAME, name.full.as_str());
        sheet.spare("name", "name-type", &name.kind);
    }
    for organization in &name.organizations {
        self::organization(sheet, node, organization);
    }
    for text in name
        .synonyms
        .iter()
        .chain([&name.department])
        .filter(|text| !text.is_empty())
    {
        self::organization(sheet, node, text);
    }
}

fn organization<'r>(sheet: &mut Sheet<'r>, node: NodeId, text: &'r str) {
    let element = sheet.draft.element(node, com::ORGANIZATION_NAME);
    sheet
        .draft
        .leaf(element, com::ORGANIZATION_STANDARD_NAME, text);
}

/// A contact in one line, for free text.
fn contact_line(contact: &Contact) -> String {
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
