//! Legal events as rows, in the order in which they happened.

use super::document::{as_written, date_text};
use super::inid;
use super::party::party;
use super::row::Row;
use super::statement::statements;
use model::{EventDate, EventDateRole, Gazette, LegalEvent, Patent, StandardEvent};

/// All events: the earliest first, and those without a date last.
pub(super) fn rows(patent: &Patent) -> Vec<Row<'_>> {
    let mut events: Vec<&LegalEvent> = patent.events.iter().collect();
    events.sort_by_key(|event| {
        let day = event.date().and_then(model::Date::ymd);
        (day.is_none(), day)
    });
    events.into_iter().map(event).collect()
}

fn event(event: &LegalEvent) -> Row<'_> {
    let LegalEvent {
        id,
        office,
        list,
        code,
        description,
        language,
        dates,
        gazette,
        countries,
        documents,
        parties,
        standard,
        statements: facts,
        attributes,
    } = event;
    let row = match event.date() {
        Some(date) => Row::new("", date_text(date)),
        None => Row::new("", "Without a date"),
    };
    let row = row
        .anchor(id)
        .language(language)
        .text(if description.is_empty() {
            code.trim()
        } else {
            description.as_str()
        })
        .note(
            "code",
            if description.is_empty() {
                ""
            } else {
                code.trim()
            },
        )
        .note("list", list.as_str())
        .note("office", office.as_str())
        .note("id", id.as_str());
    let row = dates.iter().fold(row, |row, date| dated(row, event, date));
    row.rows(gazette.as_ref().map(self::gazette))
        .row(Row::new("", "States").texts(countries))
        .rows(documents.iter().map(|id| as_written("", "Document", id)))
        .rows(parties.iter().map(party))
        .rows(standard.as_ref().map(self::standard))
        .rows(statements(facts))
        .attributes(attributes)
}

/// A date of the event, unless the row begins with it.
fn dated<'a>(row: Row<'a>, event: &LegalEvent, date: &'a EventDate) -> Row<'a> {
    let is_first = event
        .date()
        .is_some_and(|first| std::ptr::eq(first, &date.date));
    let role = match date.role {
        EventDateRole::Event => "date",
        EventDateRole::Effective => "in effect from",
        EventDateRole::Publication => "published",
        EventDateRole::Recorded => "recorded",
        EventDateRole::Other => "",
    };
    let words = inid::words_of(&date.code);
    if is_first {
        row.note("date", words)
    } else if role.is_empty() {
        row.note(words, date_text(&date.date))
    } else {
        row.note(format!("{role}, {words}"), date_text(&date.date))
    }
}

fn gazette(gazette: &Gazette) -> Row<'_> {
    let Gazette {
        number,
        date,
        text,
        attributes,
    } = gazette;
    Row::new("", "Gazette")
        .text(number.as_str())
        .date(date)
        .text(text.as_str())
        .attributes(attributes)
}

fn standard(standard: &StandardEvent) -> Row<'_> {
    let StandardEvent {
        state,
        previous_stage,
        current_stage,
        key,
        detailed,
        indicator,
    } = standard;
    Row::new("", "ST.27")
        .note("state", state.as_str())
        .note("stage before", previous_stage.as_str())
        .note("stage after", current_stage.as_str())
        .note("key event", key.as_str())
        .note("detailed event", detailed.as_str())
        .note("procedure", indicator.as_str())
}
