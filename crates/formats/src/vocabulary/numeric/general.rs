//! The general information: `<110>` to `<170>`.

use super::{Item, Notes};
use model::sequence::{ListedApplication, Wording, Written};
use model::{SequenceListing, Severity, Span, Str};

pub(super) fn read(items: &[Item], listing: &mut SequenceListing, notes: &mut Notes) {
    let mut priorities: Vec<ListedApplication> = Vec::new();
    for item in items {
        match item.code {
            110 => applicants(item, listing),
            120 => listing
                .titles
                .push(Wording::new("en", item.flat(), item.span.clone())),
            130 if listing.reference.is_none() => listing.reference = Some(item.written()),
            140 if listing.application.is_none() => {
                listing.application = Some(application(item, notes));
            }
            141 => date(item, listing.application.get_or_insert_default()),
            150 => priorities.push(application(item, notes)),
            151 => match priorities.last_mut().filter(|last| last.filed.is_none()) {
                Some(last) => date(item, last),
                None => listing.statements.push(item.statement()),
            },
            160 if listing.total.is_none() => listing.total = Some(item.written()),
            170 if listing.software_name.is_none() => software(item, listing),
            _ => listing.statements.push(item.statement()),
        }
    }
    if let Some(item) = items.iter().find(|item| matches!(item.code, 110 | 120)) {
        let message =
            "ST.25 does not say the language of names and titles; they are taken for English"
                .to_owned();
        notes
            .say("st25/language", Severity::Info, item, message)
            .hint("correct the language codes when they are not");
    }
    earliest(priorities, listing, items, notes);
}

/// Each line is a name; the first is the applicant of ST.26.
fn applicants(item: &Item, listing: &mut SequenceListing) {
    for line in item.text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.is_empty() {
            continue;
        }
        let name = Wording::new("en", words.join(" "), item.span.clone());
        if listing.applicant.is_none() {
            listing.applicant = Some(name);
        } else {
            listing.further_names.push(name);
        }
    }
}

/// `EP 15910560.0`, `PCT/CN2015/097783`, `US 60/123,456`: the office stands before the number.
fn application(item: &Item, notes: &mut Notes) -> ListedApplication {
    let text = item.flat();
    let letters = text.len()
        - text
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .len();
    let (office, number) = if text.to_ascii_uppercase().starts_with("PCT") {
        (Some("IB"), text.as_str())
    } else if letters == 2 {
        let rest = text[2..].trim_start_matches([' ', '-', '/']);
        (Some(&text[..2]), rest)
    } else {
        (None, text.as_str())
    };
    if office.is_none() && !text.is_empty() {
        let message = format!("the number {text} names no office");
        notes
            .say("st25/office", Severity::Warning, item, message)
            .hint("add the code of the office");
    }
    let written = |text: &str| Written::new(Str::from(text), item.span.clone());
    let office = office.map(str::to_ascii_uppercase);
    ListedApplication {
        office: office.as_deref().map(written),
        number: Some(written(number)),
        filed: None,
        span: item.span.clone(),
    }
}

fn date(item: &Item, application: &mut ListedApplication) {
    if application.span == Span::default() {
        application.span = item.span.clone();
    }
    let text = item.flat();
    if !text.is_empty() {
        application.filed = Some(Written::new(text, item.span.clone()));
    }
}

/// `PatentIn version 3.5`: name and version.
fn software(item: &Item, listing: &mut SequenceListing) {
    let text = item.flat();
    let at = ["version", "Version", "Ver.", "ver."]
        .iter()
        .find_map(|word| {
            let at = text.find(word)?;
            Some((at, at + word.len()))
        });
    let written = |text: &str| Some(Written::new(text.trim(), item.span.clone()));
    match at {
        Some((name, version)) if name > 0 => {
            listing.software_name = written(&text[..name]);
            listing.software_version = written(&text[version..]);
        }
        _ => listing.software_name = written(&text),
    }
}

/// ST.26 has a place for the earliest priority alone.
fn earliest(
    mut priorities: Vec<ListedApplication>,
    listing: &mut SequenceListing,
    items: &[Item],
    notes: &mut Notes,
) {
    let day = |listed: &ListedApplication| listed.document().date.ymd();
    let known = priorities.iter().enumerate();
    let first = known
        .filter_map(|(index, listed)| Some((day(listed)?, index)))
        .min();
    let index = match first {
        Some((_, index)) => index,
        None if priorities.is_empty() => return,
        None => 0,
    };
    listing.earliest_priority = Some(priorities.remove(index));
    listing.further_priorities = priorities;
    if !listing.further_priorities.is_empty()
        && let Some(item) = items.iter().find(|item| item.code == 150)
    {
        let message = format!(
            "ST.26 has a place for the earliest priority alone; {} others stand in the record",
            listing.further_priorities.len()
        );
        notes
            .say("st25/priorities", Severity::Info, item, message)
            .hint("nothing need be done");
    }
}
