//! Every date of the bibliographic data.

use super::Place;
use model::{Date, DocumentId, Milestone, Patent, RegionalData};

type Visit<'v, 'a> = &'v mut dyn FnMut(Place<'a>, &'a Date);

/// Calls `visit` with every date that is given, except those of citations and classifications.
pub(super) fn all<'a>(patent: &'a Patent, visit: &mut dyn FnMut(Place<'a>, &'a Date)) {
    let mut given = |place: Place<'a>, date: &'a Date| {
        if !date.is_empty() {
            visit(place, date);
        }
    };
    let visit: Visit<'_, 'a> = &mut given;
    documents("publication", &patent.publication.documents, visit);
    documents("application", &patent.application.documents, visit);
    for (index, priority) in patent.priorities.iter().enumerate() {
        for id in &priority.documents {
            visit(Place::of("priorities", index), &id.date);
        }
    }
    for (index, relation) in patent.relations.iter().enumerate() {
        let place = Place::of("relations", index);
        let lists = [
            &relation.parents,
            &relation.parent_grants,
            &relation.parent_international,
            &relation.children,
            &relation.documents,
        ];
        for id in lists.into_iter().flatten() {
            visit(place, &id.date);
        }
        if let Some(gazette) = &relation.gazette {
            visit(place.part("gazette"), &gazette.date);
        }
    }
    milestones("milestones", &patent.milestones, visit);
    for (index, event) in patent.events.iter().enumerate() {
        let place = Place::of("events", index).part(&event.code);
        for date in &event.dates {
            visit(place, &date.date);
        }
        if let Some(gazette) = &event.gazette {
            visit(place, &gazette.date);
        }
    }
    regional("filings", &patent.filings, visit);
    regional("publications", &patent.publications, visit);
    rest(patent, visit);
}

fn documents<'a>(list: &'a str, documents: &'a [DocumentId], visit: Visit<'_, 'a>) {
    for (index, id) in documents.iter().enumerate() {
        visit(Place::of(list, index), &id.date);
    }
}

fn milestones<'a>(list: &'a str, milestones: &'a [Milestone], visit: Visit<'_, 'a>) {
    for (index, milestone) in milestones.iter().enumerate() {
        let place = Place::of(list, index).part(&milestone.code);
        visit(place, &milestone.date);
        if let Some(id) = &milestone.document {
            visit(place, &id.date);
        }
    }
}

fn regional<'a>(list: &'a str, data: &'a [RegionalData], visit: Visit<'_, 'a>) {
    for (index, data) in data.iter().enumerate() {
        let place = Place::of(list, index);
        for id in &data.documents {
            visit(place, &id.date);
        }
        for milestone in &data.dates {
            visit(place.part(&milestone.code), &milestone.date);
        }
        if let Some(gazette) = &data.gazette {
            visit(place.part("gazette"), &gazette.date);
        }
    }
}

fn rest<'a>(patent: &'a Patent, visit: Visit<'_, 'a>) {
    for (index, party) in patent.parties.iter().enumerate() {
        let place = Place::of("parties", index);
        for dated in &party.dates {
            visit(place.part(&dated.code), &dated.date);
        }
    }
    for (index, designation) in patent.designations.iter().enumerate() {
        for state in &designation.dated {
            visit(
                Place::of("designations", index).part(&state.code),
                &state.date,
            );
        }
    }
    for (index, deposit) in patent.deposits.iter().enumerate() {
        visit(Place::of("deposits", index), &deposit.date);
    }
    let whole = |list| Place {
        list,
        ..Place::default()
    };
    if let Some(hague) = &patent.hague {
        visit(whole("hague/filed"), &hague.filed);
        visit(whole("hague/published"), &hague.published);
        visit(whole("hague/registered"), &hague.registered);
    }
    if let Some(search) = &patent.search {
        visit(whole("search/completed"), &search.completed);
        visit(whole("search/mailed"), &search.mailed);
    }
    for disclaimer in patent.term.iter().flat_map(|term| &term.disclaimers) {
        visit(whole("term/disclaimer"), &disclaimer.date);
    }
}
