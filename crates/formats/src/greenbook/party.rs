//! Parties of the Green Book: inventors, assignees, attorneys, examiners.
//!
//! Clause: APS INVT

use super::body::line;
use model::{
    Address, AddressLine, Attribute, Contact, Name, Party, PartyRole, Patent, Statement, Str,
};
use xml::tree::Element;

/// A name written as `Last; First`.
pub(super) fn person(text: &str) -> Name {
    match text.split_once(';') {
        Some((last, first)) => Name {
            last: last.trim().into(),
            first: first.trim().into(),
            ..Name::default()
        },
        None => Name {
            full: text.into(),
            ..Name::default()
        },
    }
}

/// Reads `INVT` or `ASSG`.
pub(super) fn party(group: &Element<'_, '_>, role: PartyRole) -> Party {
    let mut out = Party {
        role,
        ..Party::default()
    };
    let mut contact = Contact::default();
    let mut address = Address::default();
    let mut name = String::new();
    for field in group.elements() {
        match field.name() {
            "NAM" if name.is_empty() => name = line(&field),
            "COD" if contact.name.role.is_empty() => contact.name.role = line(&field).into(),
            "R47" => out
                .statements
                .push(Statement::text("rule-47-flag", line(&field))),
            "CNT" if address.country.is_empty() => {
                let written = line(&field);
                address.country = country(&written);
                out.statements.extend(as_written(&written));
            }
            _ if address_field(&field, &mut address) => {}
            "ITX" => contact.notes.push(line(&field).into()),
            code => out.statements.push(Statement::text(code, line(&field))),
        }
    }
    let is_person = role == PartyRole::Inventor || is_person(&contact.name.role);
    let role_code = std::mem::take(&mut contact.name.role);
    if is_person {
        contact.name = person(&name);
    } else {
        contact.name.organizations.push(name.into());
    }
    contact.name.role = role_code;
    contact.address = (address != Address::default()).then_some(address);
    out.contacts.push(contact);
    out
}

/// Whether a kind of assignee is an individual: 4 of the United States, 5 of another country.
///
/// Clause: APS ASSG
fn is_person(code: &str) -> bool {
    matches!(code.trim_start_matches(['0', '1']), "4" | "5")
}

fn address_field(field: &Element<'_, '_>, address: &mut Address) -> bool {
    let slot = match field.name() {
        "CTY" => &mut address.city,
        "STA" => &mut address.state,
        "ZIP" => &mut address.postcode,
        "STR" => {
            address.lines.push(AddressLine {
                kind: "street".into(),
                text: line(field).into(),
            });
            return true;
        }
        _ => return false,
    };
    if !slot.is_empty() {
        return false;
    }
    *slot = line(field).into();
    true
}

/// The ST.3 code of a country that is written with a third sign: `JPX`, `GB2`.
///
/// Clause: ST.3
pub(super) fn country(written: &str) -> Str {
    match written.as_bytes() {
        [first, second, third]
            if first.is_ascii_uppercase()
                && second.is_ascii_uppercase()
                && (*third == b'X' || third.is_ascii_digit()) =>
        {
            written[..2].into()
        }
        _ => written.into(),
    }
}

/// The code as the source writes it, where it is another one.
pub(super) fn as_written(written: &str) -> Option<Statement> {
    (country(written) != written).then(|| Statement::text("country-as-written", written))
}

/// Reads `LREP`: a firm, attorneys and agents, each a party of its own.
///
/// Clause: APS LREP
pub(super) fn representatives(group: &Element<'_, '_>, patent: &mut Patent) {
    let first = patent.parties.len();
    let mut address = Address::default();
    let mut statements = Vec::new();
    for field in group.elements() {
        let said = line(&field);
        match field.name() {
            "FRM" => {
                let name = Name {
                    organizations: vec![said.into()],
                    ..Name::default()
                };
                patent.parties.push(agent(name, "firm"));
            }
            code @ ("FR2" | "AAT" | "AGT" | "ATT" | "NAM") => {
                let kind = match code {
                    "FR2" => "principal-attorney",
                    "AAT" => "associate-attorney",
                    "AGT" => "agent",
                    _ => "attorney",
                };
                patent.parties.push(agent(person(&said), kind));
            }
            "REG" => {
                let number = Attribute::new("registered-number", said);
                let last = patent.parties[first..].last_mut();
                match last.and_then(|party| party.contacts.first_mut()) {
                    Some(contact) => contact.name.identifiers.push(number),
                    None => statements.push(Statement::text("registered-number", number.value)),
                }
            }
            "CNT" if address.country.is_empty() => {
                address.country = country(&said);
                statements.extend(as_written(&said));
            }
            _ if address_field(&field, &mut address) => {}
            code => statements.push(Statement::text(code, said)),
        }
    }
    if address == Address::default() && statements.is_empty() {
        return;
    }
    if patent.parties.len() == first {
        patent.parties.push(agent(Name::default(), ""));
    }
    let holder = &mut patent.parties[first];
    holder.statements.append(&mut statements);
    if let Some(contact) = holder.contacts.first_mut() {
        contact.address = (address != Address::default()).then_some(address);
    }
}

fn agent(name: Name, kind: &str) -> Party {
    Party {
        role: PartyRole::Agent,
        kind: kind.into(),
        contacts: vec![Contact {
            name,
            ..Contact::default()
        }],
        ..Party::default()
    }
}

/// An examiner, named in the first group.
pub(super) fn examiner(field: &Element<'_, '_>, role: PartyRole) -> Party {
    Party {
        role,
        contacts: vec![Contact {
            name: person(&line(field)),
            ..Contact::default()
        }],
        ..Party::default()
    }
}
