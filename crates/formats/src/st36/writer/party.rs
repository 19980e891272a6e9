//! Parties: names, addresses, and where each role stands.
//!
//! Clause: ST.36 parties

use super::element::Element;
use super::sheet::{Sheet, said};
use super::{date, statement};
use model::{Address, Contact, Name, Party, PartyRole, Patent};

/// Adds all parties in the places of their roles.
pub(super) fn parties<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    let mut element = Element::new("parties");
    let groups = [
        ("applicants", &[PartyRole::Applicant][..]),
        (
            "inventors",
            &[PartyRole::Inventor, PartyRole::DeceasedInventor],
        ),
    ];
    for (name, roles) in groups {
        element.put(group(sheet, name, roles, patent));
    }
    for party in of(patent, &[PartyRole::Correspondent]) {
        element.add(member(sheet, party));
    }
    element.put(group(sheet, "agents", &[PartyRole::Agent], patent));
    biblio.put(element);
    let owners = [PartyRole::Assignee, PartyRole::Owner];
    biblio.put(group(sheet, "assignees", &owners, patent));
    licences(sheet, biblio, patent);
    let examiners = [
        PartyRole::PrimaryExaminer,
        PartyRole::AssistantExaminer,
        PartyRole::AuthorizedOfficer,
    ];
    biblio.put(group(sheet, "examiners", &examiners, patent));
    opposition(sheet, biblio, patent);
    for party in of(patent, &[PartyRole::Other]) {
        let mut words: Vec<String> = party.contacts.iter().map(said).collect();
        words.push(rest_line(party));
        words.retain(|part| !part.is_empty());
        sheet.note(label(party), words.join("; "));
        for fact in &party.statements {
            sheet.note(of_party(&fact.code, party), statement::line(fact));
        }
    }
}

fn of<'r>(patent: &'r Patent, roles: &[PartyRole]) -> Vec<&'r Party> {
    let all = patent.parties.iter();
    all.filter(|party| roles.contains(&party.role)).collect()
}

fn group<'r>(
    sheet: &mut Sheet<'r>,
    name: &'static str,
    roles: &[PartyRole],
    patent: &'r Patent,
) -> Element<'r> {
    let mut element = Element::new(name);
    for party in of(patent, roles) {
        match customer_alone(party) {
            Some(number) if name == "agents" => element.leaf("customer-number", number),
            _ => element.add(member(sheet, party)),
        }
    }
    element
}

/// The customer number of a party of which nothing else is said.
fn customer_alone(party: &Party) -> Option<&str> {
    let [contact] = party.contacts.as_slice() else {
        return None;
    };
    let [number] = contact.name.identifiers.as_slice() else {
        return None;
    };
    let alone = Party {
        role: party.role,
        contacts: vec![Contact {
            name: Name {
                identifiers: vec![number.clone()],
                ..Name::default()
            },
            ..Contact::default()
        }],
        ..Party::default()
    };
    (number.name == "customer-number" && *party == alone).then_some(number.value.as_str())
}

/// The element of a party's role.
fn member<'r>(sheet: &mut Sheet<'r>, party: &'r Party) -> Element<'r> {
    let name = match party.role {
        PartyRole::Applicant => "applicant",
        PartyRole::Inventor => "inventor",
        PartyRole::DeceasedInventor => "deceased-inventor",
        PartyRole::Owner | PartyRole::Assignee => "assignee",
        PartyRole::Agent => "agent",
        PartyRole::Correspondent => "correspondence-address",
        PartyRole::PrimaryExaminer => "primary-examiner",
        PartyRole::AssistantExaminer => "assistant-examiner",
        PartyRole::AuthorizedOfficer => "authorized-officer",
        PartyRole::Searcher => "searcher",
        PartyRole::Opponent => "opponent",
        PartyRole::Licensee => "licensee",
        PartyRole::OpponentAgent | PartyRole::LicenseeAgent => "attorney-or-agent",
        PartyRole::Other => "party",
    };
    named(sheet, name, party)
}

/// A party under a name.
pub(super) fn named<'r>(
    sheet: &mut Sheet<'r>,
    name: &'static str,
    party: &'r Party,
) -> Element<'r> {
    let mut element = Element::new(name)
        .with("id", party.id.as_str())
        .with("sequence", party.sequence.as_str())
        .with("data-format", party.format.as_str())
        .with("designation", party.designation.as_str());
    match party.role {
        PartyRole::Agent | PartyRole::OpponentAgent | PartyRole::LicenseeAgent => {
            if !is_code(&party.kind) {
                element.set("rep-type", party.kind.as_str());
            }
        }
        _ if is_code(&party.kind) => {}
        _ => element.set("app-type", party.kind.as_str()),
    }
    element.others(&party.attributes);
    let is_direct = matches!(
        party.role,
        PartyRole::PrimaryExaminer
            | PartyRole::AssistantExaminer
            | PartyRole::AuthorizedOfficer
            | PartyRole::DeceasedInventor
    );
    let contacts = party.contacts.iter();
    let customers = contacts.flat_map(|contact| &contact.name.identifiers);
    for number in customers.filter(|number| number.name == "customer-number") {
        element.leaf("customer-number", number.value.as_str());
    }
    let is_direct = is_direct || is_named_alone(party);
    match party.contacts.as_slice() {
        [contact] if is_direct && contact.id.is_empty() && has_no_attributes(&contact.name) => {
            element.set("lang", contact.language.as_str());
            contact_parts(&mut element, contact);
        }
        contacts => {
            for contact in contacts {
                element.put(addressbook(contact));
            }
        }
    }
    for (name, country) in [
        ("nationality", &party.nationality),
        ("residence", &party.residence),
    ] {
        let mut holder = Element::new(name);
        holder.leaf("country", country.as_str());
        element.put(holder);
    }
    for fact in &party.statements {
        if TAKEN.contains(&fact.code.as_str()) {
            sheet.note(of_party(&fact.code, party), statement::line(fact));
        } else {
            statement::known(sheet, &mut element, fact, &label(party));
        }
    }
    rest(sheet, party);
    element
}

/// Whether nothing but its name is known of an assignee: ST.36 lets it stand without a contact around it.
///
/// Clause: ST.36 assignee
fn is_named_alone(party: &Party) -> bool {
    let [contact] = party.contacts.as_slice() else {
        return false;
    };
    let alone = Contact {
        name: contact.name.clone(),
        ..Contact::default()
    };
    party.role == PartyRole::Assignee && *contact == alone
}

/// Names of parts of a party that hold something else than a source gives under them.
const TAKEN: [&str; 4] = ["residence", "nationality", "address", "addressbook"];

/// Whether the kind of a party is the B code of its role, which its element says.
///
/// Clause: ST.9 70
fn is_code(kind: &str) -> bool {
    kind.strip_prefix('B')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// What a party has for which there is no place.
fn rest<'r>(sheet: &mut Sheet<'r>, party: &'r Party) {
    for date in &party.dates {
        if party.role != PartyRole::Opponent {
            sheet.note(of_party(&date.code, party), date.date.raw.as_str());
        }
    }
    if !party.countries.is_empty() && party.role != PartyRole::Licensee {
        sheet.note(of_party("countries", party), party.countries.join(" "));
    }
    if let Some(id) = &party.document
        && (party.role != PartyRole::Opponent || !id.is_empty() || !id.kind.is_empty())
    {
        sheet.note(of_party("document", party), id_line(id));
    }
    for contact in &party.contacts {
        if !contact.name.reference.is_empty() {
            sheet.note(
                of_party("reference", party),
                contact.name.reference.as_str(),
            );
        }
    }
}

/// The words of a number in one line.
pub(super) fn id_line(id: &model::DocumentId) -> String {
    let mut out = Vec::new();
    for part in [&id.office, &id.number, &id.kind, &id.date.raw, &id.name] {
        if !part.is_empty() {
            out.push(part.as_str());
        }
    }
    out.join(" ")
}

/// A fact with the party that it is about: `reference of agent Roe`.
fn of_party(fact: &str, party: &Party) -> String {
    format!("{fact} of {}", label(party))
}

/// A party in plain words: its role and its name.
fn label(party: &Party) -> String {
    let mut role = party.role.as_str().replace('-', " ");
    let mut names = party.contacts.iter().map(|contact| {
        let name = &contact.name;
        let organizations = name.organizations.iter();
        let all = [&name.full, &name.last].into_iter().chain(organizations);
        all.map(model::Str::as_str).find(|name| !name.is_empty())
    });
    if let Some(Some(name)) = names.find(Option::is_some) {
        role.push(' ');
        role.push_str(name);
    }
    role
}

fn rest_line(party: &Party) -> String {
    let mut out: Vec<&str> = Vec::new();
    for part in [&party.kind, &party.nationality, &party.residence] {
        out.push(part);
    }
    out.extend(party.countries.iter().map(model::Str::as_str));
    out.retain(|part| !part.is_empty());
    out.join(" ")
}

/// Licensees, their agents, and where the licences hold.
///
/// Clause: ST.36 licensee-data
fn licences<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    let roles = [PartyRole::Licensee, PartyRole::LicenseeAgent];
    let mut open: Option<Element<'r>> = None;
    for party in of(patent, &roles) {
        let is_licensee = party.role == PartyRole::Licensee;
        if is_licensee && let Some(done) = open.take() {
            biblio.put(done);
        }
        let holder = open.get_or_insert_with(|| Element::new("licensee-data"));
        let is_named = !party.contacts.is_empty() || !party.statements.is_empty();
        if is_named || !is_licensee {
            holder.add(member(sheet, party));
        }
        if is_licensee && !party.countries.is_empty() {
            let mut countries = Element::new("effective-in");
            for country in &party.countries {
                countries.leaf("country", country.as_str());
            }
            holder.add(countries);
        }
    }
    if let Some(done) = open {
        biblio.put(done);
    }
}

/// Oppositions: opponents with their agents and dates.
///
/// Clause: ST.36 opposition-data
fn opposition<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    let roles = [PartyRole::Opponent, PartyRole::OpponentAgent];
    let mut element = Element::new("opposition-data");
    for party in of(patent, &roles) {
        element.add(member(sheet, party));
        if party.role != PartyRole::Opponent {
            continue;
        }
        if let Some(id) = &party.document {
            date::held(&mut element, "date-opposition-filed", &id.date);
        }
        for date in &party.dates {
            match opposition_date(&date.code) {
                Some(name) => date::held(&mut element, name, &date.date),
                None => sheet.note(of_party(&date.code, party), date.date.raw.as_str()),
            }
        }
    }
    biblio.put(element);
}

/// The element for a date of an opposition.
fn opposition_date(code: &str) -> Option<&'static str> {
    Some(match code {
        "date-opposition-filed" => "date-opposition-filed",
        "date-deemed-not-to-have-been-filed" => "date-deemed-not-to-have-been-filed",
        "date-inadmissable" => "date-inadmissable",
        "date-rejected" => "date-rejected",
        "date-terminated" => "date-terminated",
        _ => return None,
    })
}

/// Whether a name has no identifiers that are written as attributes.
fn has_no_attributes(name: &Name) -> bool {
    let mut identifiers = name.identifiers.iter();
    identifiers.all(|one| identifier_element(&one.name).is_some())
}

/// The element for an identifier; `None` for one that is an attribute.
fn identifier_element(name: &str) -> Option<&'static str> {
    Some(match name {
        "iid" => "iid",
        "registered-number" | "identifier" => "registered-number",
        "customer-number" => "",
        _ => return None,
    })
}

/// A contact.
///
/// Clause: ST.36 addressbook
fn addressbook(contact: &Contact) -> Element<'_> {
    let mut element = Element::new("addressbook")
        .with("id", contact.id.as_str())
        .with("lang", contact.language.as_str());
    let identifiers = contact.name.identifiers.iter();
    for said in identifiers.filter(|one| identifier_element(&one.name).is_none()) {
        element.set(said.name.as_str(), said.value.as_str());
    }
    contact_parts(&mut element, contact);
    element
}

fn contact_parts<'r>(element: &mut Element<'r>, contact: &'r Contact) {
    name(element, &contact.name);
    if let Some(address) = &contact.address {
        element.put(self::address(address));
    }
    for (name, texts) in [
        ("phone", &contact.phones),
        ("fax", &contact.faxes),
        ("email", &contact.emails),
        ("url", &contact.urls),
        ("ead", &contact.electronic),
        ("dtext", &contact.notes),
    ] {
        for text in texts {
            element.leaf(name, text.as_str());
        }
    }
    element.leaf("text", contact.text.as_str());
}

/// The parts of a name; a whole name beside a first name is the last name.
fn name<'r>(element: &mut Element<'r>, name: &'r Name) {
    let is_surname = !name.first.is_empty() && name.last.is_empty() && name.kind.is_empty();
    let (full, last) = match is_surname {
        true => ("", name.full.as_str()),
        false => (name.full.as_str(), name.last.as_str()),
    };
    if !full.is_empty() {
        let mut whole = Element::new("name").with("name-type", name.kind.as_str());
        whole.text(full);
        element.add(whole);
    }
    element.leaf("prefix", name.prefix.as_str());
    element.leaf("last-name", last);
    let is_person = !last.is_empty();
    let mut organizations = name.organizations.iter();
    if !is_person && let Some(first) = organizations.next() {
        element.leaf("orgname", first.as_str());
    }
    for (part, text) in [
        ("first-name", &name.first),
        ("middle-name", &name.middle),
        ("first-last-name", &name.first_last),
        ("second-last-name", &name.second_last),
        ("suffix", &name.suffix),
    ] {
        element.leaf(part, text.as_str());
    }
    identifiers(element, name, "iid");
    element.leaf("role", name.role.as_str());
    for organization in organizations {
        element.leaf("orgname", organization.as_str());
    }
    element.leaf("department", name.department.as_str());
    for synonym in &name.synonyms {
        element.leaf("synonym", synonym.as_str());
    }
    identifiers(element, name, "registered-number");
}

fn identifiers<'r>(element: &mut Element<'r>, name: &'r Name, wanted: &'static str) {
    for said in &name.identifiers {
        if identifier_element(&said.name) == Some(wanted) {
            element.leaf(wanted, said.value.as_str());
        }
    }
}

/// A postal address.
///
/// Clause: ST.36 address
pub(super) fn address(address: &Address) -> Element<'_> {
    let mut element = Element::new("address");
    for (index, line) in address.lines.iter().enumerate() {
        let name = match line.kind.as_str() {
            "pbox" => "pobox",
            "str" => "street",
            kind if LINES.contains(&kind) => kind,
            _ => NUMBERED.get(index).copied().unwrap_or("street"),
        };
        element.leaf(name, line.text.as_str());
    }
    for (name, text) in [
        ("city", &address.city),
        ("county", &address.county),
        ("state", &address.state),
        ("postcode", &address.postcode),
        ("country", &address.country),
        ("text", &address.text),
    ] {
        element.leaf(name, text.as_str());
    }
    element
}

const NUMBERED: [&str; 5] = [
    "address-1",
    "address-2",
    "address-3",
    "address-4",
    "address-5",
];

/// The lines of an address that have names.
const LINES: [&str; 12] = [
    "address-1",
    "address-2",
    "address-3",
    "address-4",
    "address-5",
    "mailcode",
    "address-city",
    "pobox",
    "room",
    "address-floor",
    "building",
    "street",
];
