//! Parties of an EP document: B711 to B794.
//!
//! Clause: ST.9 70

use super::biblio;
use crate::vocabulary::{attributes, code, once, statement, text, value};
use model::{
    Address, AddressLine, Attribute, Contact, DocumentId, Party, PartyDate, PartyRole, Patent,
};
use xml::tree::Element;

/// Reads one party code; a code that is none becomes an event or a statement.
pub(super) fn party(element: &Element<'_, '_>, patent: &mut Patent) {
    let role = match element.name() {
        "B711EP" => Some(PartyRole::Correspondent),
        "B742EP" => Some(PartyRole::Agent),
        name => code::role(name),
    };
    let Some(role) = role else {
        return biblio::milestone_or_statement(element, patent);
    };
    let mut party = Party {
        role,
        kind: element.name().into(),
        id: value(element, "id"),
        ..Party::default()
    };
    let mut contact = Contact::default();
    let mut agents = Vec::new();
    for part in element.elements() {
        match part.name() {
            "dnum" => {
                let mut found = biblio::numbers(&part).into_iter();
                let own = document(&mut party);
                if own.number.is_empty()
                    && let Some(first) = found.next()
                {
                    own.number = first.number;
                    own.format = first.format;
                }
                contact.notes.extend(found.map(|id| id.number));
            }
            "date" => once(&mut document(&mut party).date.raw, &part),
            "kind" => once(&mut document(&mut party).kind, &part),
            "B784" | "B794" | "B711EP" => agents.push(part),
            "B785" | "B786" | "B718EP" | "B738EP" => {
                party.dates.push(PartyDate {
                    code: part.name().into(),
                    date: crate::vocabulary::document::date(&part),
                });
            }
            "B716EP" | "B717EP" | "B736EP" | "B737EP" | "B796EP" | "B796" => {
                let mut listed = statement::statement(&part);
                listed.code = part.name().into();
                party.statements.push(listed);
            }
            _ if contact_part(&part, &mut contact, &mut party) => {}
            _ => party.statements.push(statement::statement(&part)),
        }
    }
    party.contacts.push(contact);
    party.attributes.extend(attributes(element));
    patent.parties.push(party);
    for agent in agents {
        self::party(&agent, patent);
    }
}

fn document(party: &mut Party) -> &mut DocumentId {
    party.document.get_or_insert_with(DocumentId::default)
}

fn contact_part(element: &Element<'_, '_>, contact: &mut Contact, party: &mut Party) -> bool {
    let name = &mut contact.name;
    let slot = match element.name() {
        "snm" => &mut name.full,
        "fnm" => &mut name.first,
        "ttl" => &mut name.prefix,
        "sfx" => &mut name.suffix,
        "irf" => &mut name.reference,
        "onm" => {
            name.organizations.push(text(element));
            return true;
        }
        "syn" => {
            name.synonyms.push(text(element));
            return true;
        }
        "iid" | "oid" | "odv" | "did" => {
            name.identifiers
                .push(Attribute::new(element.name(), text(element)));
            return true;
        }
        "adr" if contact.address.is_none() => {
            contact.address = Some(address(element, contact));
            return true;
        }
        "dtxt" => {
            contact.notes.push(text(element));
            return true;
        }
        "rctry" => &mut party.residence,
        "nctry" => &mut party.nationality,
        _ => return false,
    };
    if !slot.is_empty() {
        return false;
    }
    *slot = match element.find("ctry") {
        Some(country) => {
            element.enter();
            text(&country)
        }
        None => text(element),
    };
    true
}

fn address(element: &Element<'_, '_>, contact: &mut Contact) -> Address {
    let mut out = Address::default();
    for part in element.elements() {
        let slot = match part.name() {
            "city" => &mut out.city,
            "cnty" => &mut out.county,
            "state" => &mut out.state,
            "ctry" => &mut out.country,
            "pcode" => &mut out.postcode,
            kind @ ("str" | "pbox" | "omc" | "snm" | "onm" | "fnm" | "ttl" | "sfx" | "iid"
            | "irf" | "syn" | "oid" | "odv" | "did" | "dtxt") => {
                out.lines.push(AddressLine {
                    kind: kind.into(),
                    text: text(&part),
                });
                continue;
            }
            "tel" => {
                contact.phones.push(text(&part));
                continue;
            }
            "fax" => {
                contact.faxes.push(text(&part));
                continue;
            }
            "ead" => {
                contact.electronic.push(text(&part));
                continue;
            }
            _ => continue,
        };
        if slot.is_empty() {
            *slot = text(&part);
        } else {
            out.lines.push(AddressLine {
                kind: part.name().into(),
                text: text(&part),
            });
        }
    }
    out
}
