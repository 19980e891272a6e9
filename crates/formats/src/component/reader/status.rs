//! Legal events: `pat:PatentLegalStatusData`.
//!
//! Clause: ST.96 V6_0 pat:PatentLegalStatusData

use super::document;
use crate::component::draft::View;
use crate::component::schema::{attr, com, pat};
use model::{EventDateRole, Gazette, LegalEvent, Patent, StandardEvent, Statement, Str};

/// Reads a document of legal events; `None` when it tells of several rights, which one record cannot hold.
pub(super) fn data(view: View<'_, '_>, patent: &mut Patent) -> Option<()> {
    patent.office = view.value(attr::OFFICE_CODE).into();
    let mut all = view.all(pat::PATENT_LEGAL_STATUS);
    let status = all.next()?;
    if all.next().is_some() {
        return None;
    }
    if let Some(application) = status.child(pat::APPLICATION_IDENTIFICATION) {
        let mut id = document::application(application);
        patent.application.reference = application.text_of(com::APPLICANT_FILE_REFERENCE);
        patent.application.filing_language = std::mem::take(&mut id.language);
        if !id.number.is_empty() {
            patent.application.documents.push(id);
        }
    }
    if let Some(publication) = status.child(pat::PATENT_PUBLICATION_IDENTIFICATION) {
        let id = document::publication(publication);
        patent.publication.documents.push(id);
    }
    for bag in status.all(pat::STATUS_EVENT_DATA_BAG) {
        let events = bag.all(pat::STATUS_EVENT_DATA).map(event);
        patent.events.extend(events);
    }
    Some(())
}

/// Reads an event.
///
/// Clause: ST.96 V6_0 pat:StatusEventData
fn event(view: View<'_, '_>) -> LegalEvent {
    let mut out = LegalEvent {
        id: view.text_of(com::STATUS_EVENT_IDENTIFIER),
        ..LegalEvent::default()
    };
    for child in view.elements() {
        match child.name() {
            pat::STATUS_EVENT_CODE => code(child, &mut out),
            com::EVENT_DATE => out.dated(EventDateRole::Event, "date", child.text()),
            com::EFFECTIVE_DATE => out.dated(EventDateRole::Effective, "date", child.text()),
            com::PUBLICATION_DATE => out.dated(EventDateRole::Publication, "date", child.text()),
            com::STATUS_EVENT_IDENTIFIER => {}
            _ => details(child, &mut out),
        }
    }
    out
}

/// Reads the codes of an event; what only says that nobody mapped it is none.
///
/// Clause: ST.96 V6_0 pat:StatusEventCode
fn code(view: View<'_, '_>, event: &mut LegalEvent) {
    event.code = view.text_of(pat::NATIONAL_EVENT_CODE);
    let standard = StandardEvent {
        state: view.text_of(com::STATE_CODE),
        previous_stage: view.text_of(com::PREVIOUS_STAGE_CODE),
        current_stage: view.text_of(com::CURRENT_STAGE_CODE),
        key: view.text_of(pat::KEY_EVENT_CODE),
        detailed: view.text_of(pat::DETAILED_EVENT_CODE),
        indicator: view.text_of(pat::EVENT_INDICATOR_CODE),
    };
    let nothing = StandardEvent {
        state: "U".into(),
        previous_stage: "0".into(),
        current_stage: "0".into(),
        key: "W00".into(),
        detailed: "W00".into(),
        indicator: Str::default(),
    };
    event.standard = (standard != nothing).then_some(standard);
}

/// Reads the data of an event. The comments begin with what the writer has no other place for.
fn details(view: View<'_, '_>, event: &mut LegalEvent) {
    if let Some(bag) = view.child(com::EFFECTIVE_COUNTRY_BAG) {
        event.countries = bag.texts_of(com::COUNTRY_CODE);
    }
    let number = view.text_of(pat::GAZETTE_NUMBER);
    if !number.is_empty() {
        event.gazette = Some(Gazette {
            number,
            ..Gazette::default()
        });
    }
    if let Some(text) = view.child(pat::NATIONAL_EVENT_DESCRIPTION_TEXT) {
        event.description = text.text();
        event.language = document::language(text);
    }
    let comments = view.texts_of(com::COMMENT_TEXT);
    let mut comments = comments.iter().map(|text| said(text)).peekable();
    if let Some((_, list)) = comments.next_if(|(code, _)| *code == "list") {
        event.list = list.into();
    }
    if let Some((_, office)) = comments.next_if(|(code, _)| *code == "office") {
        event.office = office.into();
    }
    let statements = comments.map(|(code, text)| Statement::text(code, text));
    event.statements.extend(statements);
}

/// The code and the words of a comment; not all have a code.
fn said(comment: &str) -> (&str, &str) {
    comment.split_once(": ").unwrap_or(("", comment))
}
