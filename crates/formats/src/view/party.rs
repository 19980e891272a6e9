//! Parties as rows.

use super::document::{as_written, date_text};
use super::inid;
use super::row::{Row, Value};
use super::statement::statements;
use model::{Address, AddressLine, Attribute, Contact, Name, Party, PartyDate, PartyRole};

/// A party with its names and addresses.
pub(super) fn party(party: &Party) -> Row<'_> {
    let Party {
        role,
        kind,
        sequence,
        format,
        id,
        designation,
        contacts,
        nationality,
        residence,
        countries,
        document,
        dates,
        attributes,
        statements: facts,
    } = party;
    let (code, label) = role_label(*role);
    let mut row = Row::new(code, label);
    match contacts.as_slice() {
        [only] => row = contact(row, only),
        several => {
            let each = |one| contact(Row::new("", "Name"), one).language(&one.language);
            row = row.rows(several.iter().map(each));
        }
    }
    row.row(Row::new("", "Nationality").text(nationality.as_str()))
        .row(Row::new("", "Residence").text(residence.as_str()))
        .row(Row::new("", "For the states").texts(countries))
        .rows(document.as_ref().map(|id| as_written("", "Document", id)))
        .rows(dates.iter().map(|PartyDate { code, date }| {
            Row::new(inid::of_code(code), inid::label(code))
                .named(inid::name(code))
                .date(date)
        }))
        .note("kind", kind.as_str())
        .note("sequence", sequence.as_str())
        .note("format", format.as_str())
        .note("id", id.as_str())
        .note("designation", designation.as_str())
        .attributes(attributes)
        .rows(statements(facts))
}

fn role_label(role: PartyRole) -> (&'static str, &'static str) {
    match role {
        PartyRole::Applicant => ("71", "Applicant"),
        PartyRole::Inventor => ("72", "Inventor"),
        PartyRole::DeceasedInventor => ("72", "Inventor, deceased"),
        PartyRole::Owner => ("73", "Owner"),
        PartyRole::Assignee => ("73", "Assignee"),
        PartyRole::Agent => ("74", "Agent"),
        PartyRole::Correspondent => ("", "Correspondence"),
        PartyRole::PrimaryExaminer => ("", "Primary examiner"),
        PartyRole::AssistantExaminer => ("", "Assistant examiner"),
        PartyRole::AuthorizedOfficer => ("", "Authorized officer"),
        PartyRole::Searcher => ("", "Searcher"),
        PartyRole::Opponent => ("", "Opponent"),
        PartyRole::LicenseeAgent => ("", "Licensee's agent"),
        PartyRole::OpponentAgent => ("", "Opponent's agent"),
        PartyRole::Licensee => ("", "Licensee"),
        PartyRole::Other => ("", "Party"),
    }
}

fn contact<'a>(row: Row<'a>, contact: &'a Contact) -> Row<'a> {
    let Contact {
        id,
        language,
        name: name_,
        address: address_,
        phones,
        faxes,
        emails,
        purposes,
        urls,
        electronic,
        notes,
        text,
    } = contact;
    let row = name(row, name_)
        .text(text.as_str())
        .anchor(id)
        .note("language", language.as_str())
        .rows(address_.as_ref().and_then(address))
        .row(Row::new("", "Telephone").texts(phones))
        .row(Row::new("", "Telefax").texts(faxes))
        .row(Row::new("", "E-mail").texts(emails))
        .row(Row::new("", "Electronic address").texts(electronic));
    let row = purposes.iter().fold(row, |row, Attribute { name, value }| {
        row.row(Row::new("", "Purpose of e-mail").text(format!("{name}: {value}")))
    });
    let web = urls
        .iter()
        .fold(Row::new("", "Web"), |row, url| row.value(Value::Web(url)));
    row.row(web).row(Row::new("", "Note").texts(notes))
}

fn name<'a>(row: Row<'a>, name: &'a Name) -> Row<'a> {
    let Name {
        full,
        kind,
        prefix,
        last,
        first_last,
        second_last,
        first,
        middle,
        suffix,
        organizations,
        role,
        department,
        synonyms,
        identifiers,
        reference,
    } = name;
    let parts = [prefix, first, middle, last, first_last, second_last, suffix];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(|part| part.as_str())
        .filter(|part| !part.is_empty())
        .collect();
    let identifiers = identifiers
        .iter()
        .map(|Attribute { name, value }| Row::new("", inid::label(name)).text(value.as_str()));
    row.text(full.as_str())
        .text(parts.join(" "))
        .texts(organizations)
        .text(department.as_str())
        .note("kind of name", kind.as_str())
        .note("role", role.as_str())
        .row(Row::new("", "Also called").texts(synonyms))
        .rows(identifiers)
        .row(Row::new("", "Own reference").text(reference.as_str()))
}

/// An address in one line; `None` when nothing stands in it.
pub(super) fn address(address: &Address) -> Option<Row<'_>> {
    let Address {
        lines,
        city,
        county,
        state,
        postcode,
        country,
        text,
    } = address;
    let mut row = Row::new("", "Address");
    for AddressLine { kind: _, text } in lines {
        row = row.text(text.as_str());
    }
    for part in [city, county, state, postcode, country, text] {
        row = row.text(part.as_str());
    }
    (!row.is_empty()).then_some(row)
}

/// Used where a date is a note beside a name.
pub(super) fn dated<'a>(row: Row<'a>, date: &model::Date) -> Row<'a> {
    if date.is_empty() {
        row
    } else {
        row.note("date", date_text(date))
    }
}
