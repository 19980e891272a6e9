//! Legal events: `pat:PatentLegalStatusData`, a document of its own beside the bibliographic data.
//!
//! ST.96 wants an event in the codes of ST.27. What nobody mapped is written as what the standard has for it: an other
//! event that is not mapped (`W00`), of unspecified state and stage, with the office's own code beside it.
//!
//! Clause: ST.96 V6_0 pat:PatentLegalStatusData

use super::classification::statement_line;
use super::party::contact_line;
use super::sheet::Sheet;
use super::{choice, date, document};
use crate::component::draft::NodeId;
use crate::component::schema::{Name, attr, com, pat};
use model::{Date, EventDateRole, LegalEvent, Party, Patent, StandardEvent};

/// State `U`: unspecified.
///
/// Clause: ST.27
const NO_STATE: &str = "U";
/// Stage `0`: unspecified.
const NO_STAGE: &str = "0";

/// Whether a patent is nothing but its numbers and what happened to it.
pub(super) fn is_all(patent: &Patent) -> bool {
    let Patent {
        origin: _,
        part: _,
        office: _,
        language: _,
        publication: _,
        application: _,
        publication_language: _,
        priorities,
        incorporated_by_reference: _,
        term,
        classifications,
        titles,
        plant,
        citations,
        search,
        field_of_search,
        claim_count,
        exemplary_claims,
        figures,
        relations,
        parties,
        filings,
        publications,
        hague,
        family,
        deposits,
        designations,
        milestones,
        events,
        statements: _,
        abstracts,
        descriptions,
        claim_sets,
        drawings,
        sections,
        attachments,
        listings,
        carried,
        unmapped: _,
    } = patent;
    let no_data = priorities.is_empty()
        && term.is_none()
        && classifications.is_empty()
        && titles.is_empty()
        && plant.is_none()
        && citations.is_empty()
        && search.is_none()
        && field_of_search.is_empty()
        && claim_count.is_empty()
        && exemplary_claims.is_empty()
        && figures.is_none();
    let no_relations = relations.is_empty()
        && parties.is_empty()
        && filings.is_empty()
        && publications.is_empty()
        && hague.is_none()
        && family.is_none()
        && deposits.is_empty()
        && designations.is_empty()
        && milestones.is_empty();
    let no_text = abstracts.is_empty()
        && descriptions.is_empty()
        && claim_sets.is_empty()
        && drawings.is_empty()
        && sections.is_empty()
        && attachments.is_empty()
        && listings.is_empty()
        && carried.is_empty();
    !events.is_empty() && no_data && no_relations && no_text
}

/// Fills the root of a status document. When it is `alone`, it carries all else that the record holds as well.
pub(super) fn data<'r>(sheet: &mut Sheet<'r>, patent: &'r Patent, alone: bool) {
    let root = sheet.draft.root();
    sheet.set(root, attr::OFFICE_CODE, patent.office.trim());
    sheet.set(root, attr::ST96_VERSION, "V6_0");
    let status = sheet.draft.element(root, pat::PATENT_LEGAL_STATUS);
    identify(sheet, status, patent, alone);
    let bag = sheet.draft.element(status, pat::STATUS_EVENT_DATA_BAG);
    let is_dated = |event: &&LegalEvent| day(event).is_some();
    let any_date = patent.events.iter().any(|event| is_dated(&event));
    for event in &patent.events {
        if is_dated(&event) || !any_date {
            self::event(sheet, bag, patent, event);
        } else {
            let line = event_line(event);
            spares(sheet, event);
            sheet.note("event without a date", line);
        }
    }
    let unmapped = patent
        .events
        .iter()
        .filter(|event| event.standard.is_none());
    let count = unmapped.count();
    if count > 0 {
        sheet.assume(
            format!(
                "the source gives no ST.27 codes for {count} events, but ST.96 demands them: \"other event, not mapped\" (W00) was written, of unspecified state and stage"
            ),
            "",
        );
    }
}

/// The numbers of the application and of its publications.
fn identify<'r>(sheet: &mut Sheet<'r>, status: NodeId, patent: &'r Patent, alone: bool) {
    let (best, others) = choice::split(&patent.application.documents);
    let name = pat::APPLICATION_IDENTIFICATION;
    let element = match best {
        Some(best) => document::application(sheet, status, name, best, &patent.office),
        None => {
            let element = sheet.draft.element(status, name);
            sheet.leaf(element, com::IP_OFFICE_CODE, patent.office.trim());
            element
        }
    };
    if let Some(best) = best
        && let Some(filed) = choice::date(best, &others)
    {
        date::leaf(sheet, element, pat::FILING_DATE, filed);
    }
    let (published, more) = choice::split(&patent.publication.documents);
    if let Some(published) = published {
        let node = document::publication(sheet, status, published, &patent.office);
        if let Some(date) = choice::date(published, &more) {
            date::leaf(sheet, node, com::PUBLICATION_DATE, date);
        }
    } else if patent.root_document().is_some() {
        document::publication_of_root(sheet, status, patent);
    }
    if !alone {
        return;
    }
    for (code, ids) in [
        ("application-reference", others),
        ("publication-reference", more),
    ] {
        for id in ids {
            let line = document::told(sheet, id);
            sheet.note(code, format!("{} {line}", id.format));
        }
    }
    all_else(sheet, element, patent);
}

/// What a record that holds only events says beside them and its numbers.
fn all_else<'r>(sheet: &mut Sheet<'r>, element: NodeId, patent: &'r Patent) {
    let application = &patent.application;
    let reference = application.reference.as_str();
    sheet.leaf(element, com::APPLICANT_FILE_REFERENCE, reference);
    let language = document::language(&application.filing_language);
    sheet.leaf(element, com::FILING_LANGUAGE_CODE, language);
    for (code, text) in [
        ("application-series-code", &application.series),
        ("application-kind", &application.kind),
        ("language-of-publication", &patent.publication_language),
    ] {
        if !text.is_empty() {
            sheet.note(code, text.as_str());
        }
    }
    let publication = &patent.publication;
    let said = publication.designations.iter();
    let said = said.chain(&publication.statements);
    let said = said.chain(&application.statements);
    for statement in said.chain(&patent.statements) {
        sheet.note(statement.code.as_str(), statement_line(statement));
    }
    for language in &application.languages {
        sheet.note(language.name.as_str(), language.value.as_str());
    }
    sheet.spares("application-reference", &application.attributes);
    sheet.spares("publication-reference", &publication.attributes);
    let root = patent.origin.root.as_str();
    sheet.spare(root, "dtd-version", &patent.origin.version);
    sheet.spare(root, "lang", &patent.language);
    sheet.spares(root, &patent.origin.attributes);
    for format in [&application.documents, &publication.documents]
        .into_iter()
        .flat_map(|ids| choice::split(ids).0)
    {
        sheet.spare("document-id", "data-format", &format.format);
    }
    sheet.spares("bibliographic-data", &patent.origin.bibliographic);
    for part in patent.unmapped.iter().filter(|part| !part.text.is_empty()) {
        let name = part.path.rsplit('/').next().unwrap_or(&part.path);
        sheet.note(name, part.text.as_str());
    }
}

/// Adds an event.
///
/// Clause: ST.96 V6_0 pat:StatusEventData
fn event<'r>(sheet: &mut Sheet<'r>, bag: NodeId, patent: &'r Patent, event: &'r LegalEvent) {
    let node = sheet.draft.element(bag, pat::STATUS_EVENT_DATA);
    sheet.leaf(node, com::STATUS_EVENT_IDENTIFIER, event.id.as_str());
    code(sheet, node, event);
    let mut comments = Vec::new();
    dates(sheet, node, event, &mut comments);
    let key = event.standard.as_ref().map_or("", |one| one.key.as_str());
    let name = place_of(key);
    let data = sheet.draft.element(node, name);
    if !event.countries.is_empty() {
        let states = sheet.draft.element(data, com::EFFECTIVE_COUNTRY_BAG);
        for state in &event.countries {
            sheet.leaf(states, com::COUNTRY_CODE, state.trim());
        }
    }
    if let Some(gazette) = &event.gazette {
        sheet.leaf(data, pat::GAZETTE_NUMBER, gazette.number.as_str());
        comments.push(gazette.text.to_string());
    }
    if name == pat::OTHER_EVENT_DATA {
        let what = pat::NATIONAL_EVENT_DESCRIPTION_TEXT;
        if !event.description.is_empty() {
            let text = sheet.draft.leaf(data, what, event.description.as_str());
            let language = document::language(&event.language);
            sheet.set(text, attr::LANGUAGE_CODE, language);
        }
    } else {
        comments.push(event.description.to_string());
    }
    if !event.list.is_empty() {
        comments.push(format!("list: {}", event.list));
    }
    if !event.office.is_empty() && event.office.trim() != patent.office.trim() {
        comments.push(format!("office: {}", event.office));
    }
    comments.extend(facts(event));
    for comment in comments.iter().filter(|text| !text.trim().is_empty()) {
        let text = comment.trim().to_owned();
        sheet.draft.leaf(data, com::COMMENT_TEXT, text);
    }
    spares(sheet, event);
}

/// The attributes of an event and of what it names, which have no place.
fn spares(sheet: &mut Sheet<'_>, event: &LegalEvent) {
    sheet.spares("event", &event.attributes);
    if let Some(gazette) = &event.gazette {
        sheet.spares("gazette-reference", &gazette.attributes);
    }
    for party in &event.parties {
        sheet.spares("party", &party.attributes);
        for (name, value) in [
            ("id", &party.id),
            ("sequence", &party.sequence),
            ("format", &party.format),
            ("designation", &party.designation),
        ] {
            sheet.spare("party", name, value);
        }
    }
    for id in &event.documents {
        sheet.spares("document-id", &id.attributes);
    }
}

/// Adds the codes of an event.
///
/// Clause: ST.96 V6_0 pat:StatusEventCode
fn code<'r>(sheet: &mut Sheet<'r>, node: NodeId, event: &'r LegalEvent) {
    let none = const { &StandardEvent::EMPTY };
    let standard = event.standard.as_ref().unwrap_or(none);
    let or = |given: &'r str, otherwise: &'static str| {
        if given.is_empty() { otherwise } else { given }
    };
    let key = or(&standard.key, "W00");
    let element = sheet.draft.element(node, pat::STATUS_EVENT_CODE);
    sheet.leaf(element, com::STATE_CODE, or(&standard.state, NO_STATE));
    let before = or(&standard.previous_stage, NO_STAGE);
    sheet.leaf(element, com::PREVIOUS_STAGE_CODE, before);
    let after = or(&standard.current_stage, NO_STAGE);
    sheet.leaf(element, com::CURRENT_STAGE_CODE, after);
    sheet.leaf(element, pat::KEY_EVENT_CODE, key);
    let detailed = if standard.detailed.is_empty() {
        format!("{}00", key.get(..1).unwrap_or("W"))
    } else {
        standard.detailed.to_string()
    };
    sheet.leaf(element, pat::DETAILED_EVENT_CODE, detailed);
    let indicator = standard.indicator.as_str();
    sheet.leaf(element, pat::EVENT_INDICATOR_CODE, indicator);
    sheet.leaf(element, pat::NATIONAL_EVENT_CODE, event.code.trim());
}

/// The dates of which ST.96 wants one.
const DATES: &[Name] = &[com::EVENT_DATE, com::EFFECTIVE_DATE, com::PUBLICATION_DATE];

/// The date by which an event has its place in time, where there is one to the day.
pub(super) fn day(event: &LegalEvent) -> Option<&Date> {
    let own = event.dates.iter().map(|date| &date.date);
    let gazette = event.gazette.iter().map(|gazette| &gazette.date);
    let all = event.date().into_iter().chain(own).chain(gazette);
    all.into_iter().find(|date| date::day(date).is_some())
}

/// Keeps the events of a patent that gives no date at all, without which ST.96 has no place for them.
pub(super) fn undated<'r>(sheet: &mut Sheet<'r>, patent: &'r Patent) {
    for event in &patent.events {
        let line = event_line(event);
        spares(sheet, event);
        sheet.note("event", line);
    }
}

/// Adds the dates of an event: one of each kind that ST.96 has; the others are comments.
fn dates<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    event: &'r LegalEvent,
    comments: &mut Vec<String>,
) {
    let gazette = event.gazette.as_ref().map(|gazette| &gazette.date);
    let first = day(event);
    let own = event.dates.iter();
    let own = own.map(|date| (date.role, date.code.as_str(), &date.date));
    let gazette = gazette
        .filter(|date| !date.is_empty())
        .map(|date| (EventDateRole::Publication, "gazette", date));
    for (role, code, date) in own.chain(gazette) {
        let is_first = first.is_some_and(|first| std::ptr::eq(first, date));
        let name = match role {
            EventDateRole::Event => com::EVENT_DATE,
            EventDateRole::Effective => com::EFFECTIVE_DATE,
            EventDateRole::Publication => com::PUBLICATION_DATE,
            EventDateRole::Recorded | EventDateRole::Other if is_first => com::EVENT_DATE,
            EventDateRole::Recorded | EventDateRole::Other => {
                comments.push(format!("{code}: {}", date.raw));
                continue;
            }
        };
        let Some(iso) = date::day(date).filter(|_| sheet.draft.child(node, name).is_none()) else {
            comments.push(format!("{code}: {}", date.raw));
            continue;
        };
        sheet.draft.leaf(node, name, iso);
        if date.has_time() {
            comments.push(format!("{code}: {}", date.raw));
        } else if !matches!(code, "" | "date" | "gazette") {
            comments.push(format!("date: {code}"));
        }
    }
    let is_dated = |name: &Name| sheet.draft.child(node, *name).is_some();
    if !DATES.iter().any(is_dated)
        && let Some(best) = sheet.date.clone()
    {
        sheet.assume(
            "an event has no date, but ST.96 demands one: the date of the document was written",
            best.clone(),
        );
        sheet.leaf(node, com::PUBLICATION_DATE, best);
    }
}

/// Parties, documents and statements of an event, each in one line.
fn facts(event: &LegalEvent) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(event.parties.iter().map(party_line));
    out.extend(event.documents.iter().map(document::line));
    for statement in &event.statements {
        let line = statement_line(statement);
        out.push(match statement.code.as_str() {
            "" => line,
            code => format!("{code}: {line}"),
        });
    }
    out
}

fn party_line(party: &Party) -> String {
    let kind = match party.kind.as_str() {
        "" => party.role.as_str(),
        kind => kind,
    };
    let mut out: Vec<String> = party.contacts.iter().map(contact_line).collect();
    for contact in &party.contacts {
        out.extend([&contact.name.reference, &contact.name.role].map(ToString::to_string));
        out.extend(contact.notes.iter().map(ToString::to_string));
    }
    out.push(party.countries.join(" "));
    for date in &party.dates {
        out.push(format!("{}: {}", date.code, date.date.raw));
    }
    out.extend([party.nationality.to_string(), party.residence.to_string()]);
    out.extend(party.document.iter().map(document::line));
    out.extend(party.statements.iter().map(statement_line));
    out.retain(|part| !part.trim().is_empty());
    format!("{kind}: {}", out.join("; "))
}

/// An event in one line.
fn event_line(event: &LegalEvent) -> String {
    let gazette = event.gazette.iter();
    let mut out = vec![
        event.list.to_string(),
        event.code.trim().to_owned(),
        event.description.to_string(),
        event.id.to_string(),
        event.office.to_string(),
        event.countries.join(" "),
    ];
    out.extend(
        gazette.flat_map(|one| [&one.number, &one.date.raw, &one.text].map(ToString::to_string)),
    );
    out.extend(event.dates.iter().map(|date| date.date.raw.to_string()));
    out.extend(facts(event));
    out.retain(|part| !part.trim().is_empty());
    out.join("; ")
}

/// The element for the data of an event, by the category that its key event begins with.
///
/// Clause: ST.27
fn place_of(key: &str) -> Name {
    match key.as_bytes().first() {
        Some(b'A') => pat::APPLICATION_FILING_EVENT_DATA,
        Some(b'B') => pat::APPLICATION_DISCONTINUATION_EVENT_DATA,
        Some(b'C') => pat::APPLICATION_REVIVAL_EVENT_DATA,
        Some(b'D') => pat::SEARCH_EXAMINATION_EVENT_DATA,
        Some(b'E') => pat::PRE_GRANT_REVIEW_REQUEST_EVENT_DATA,
        Some(b'F') => pat::IP_RIGHT_GRANT_EVENT_DATA,
        Some(b'G') => pat::PROTECTION_BEYOND_IP_RIGHT_TERM_EVENT_DATA,
        Some(b'H') => pat::IP_RIGHT_CESSATION_EVENT_DATA,
        Some(b'K') => pat::IP_RIGHT_REVIVAL_EVENT_DATA,
        Some(b'L') => pat::IP_RIGHT_REVIEW_REQUEST_EVENT_DATA,
        Some(b'M') => pat::IP_RIGHT_MAINTENANCE_EVENT_DATA,
        Some(b'N') => pat::PERMANENT_TERMINATION_EVENT_DATA,
        Some(b'P') => pat::DOCUMENT_MODIFICATION_EVENT_DATA,
        Some(b'Q') => pat::DOCUMENT_PUBLICATION_EVENT_DATA,
        Some(b'R') => pat::PARTY_CHANGE_EVENT_DATA,
        Some(b'S') => pat::LICENSING_INFORMATION_EVENT_DATA,
        Some(b'T') => pat::ADMINISTRATIVE_PROCEDURE_ADJUSTMENT_EVENT_DATA,
        Some(b'U') => pat::PAYMENT_EVENT_DATA,
        Some(b'V') => pat::APPEAL_EVENT_DATA,
        Some(b'Y') => pat::CORRECTION_EVENT_DATA,
        _ => pat::OTHER_EVENT_DATA,
    }
}
