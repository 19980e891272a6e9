//! From a record to components of ST.96 V6_0: `pat:PatentPublication`, `pat:BibliographicData` where there is no text, or
//! `pat:ApplicationBody` where there is nothing else; and `pat:PatentLegalStatusData` for legal events, beside one of
//! them or alone.
//!
//! Each part of the record has its own file here, as it has in the vocabulary that is read. What ST.96 has no
//! enumerated place for goes to a free-text place and is reported; what has none at all is a finding.
//!
//! Clause: ST.96 V6_0 pat:PatentPublication

mod application;
mod biblio;
mod body;
mod choice;
mod citation;
mod claims;
mod classification;
mod date;
mod designation;
mod document;
mod inline;
mod literature;
mod media;
mod notes;
mod party;
mod relation;
mod republication;
mod sheet;
mod status;
mod table;

use super::draft::Draft;
use super::schema::{attr, com, pat};
use crate::Cost;
use model::{Attribute, Patent, Record};
use sheet::Sheet;

/// A record as a valid draft.
///
/// # Errors
///
/// What it cost, when no component holds records of its kind, or a component cannot be made valid.
pub(crate) fn draft_of(record: &Record) -> Result<(Draft<'_>, Cost), Cost> {
    match record {
        Record::Patent(patent) => Ok(draft_of_status(patent).unwrap_or_else(|| draft(patent))),
        Record::Component(component) => {
            let mut draft = Draft::of(&component.root).ok_or_else(super::no_document)?;
            let mut cost = Cost::default();
            cost.conformed(&draft.conform());
            if draft.is_broken() {
                cost.broken(&draft);
                return Err(cost);
            }
            Ok((draft, cost))
        }
        Record::Listing(_) => Err(super::no_document()),
    }
}

/// The record of a patent as a valid draft.
pub(super) fn draft(patent: &Patent) -> (Draft<'_>, Cost) {
    let root = if application::is_body(patent) {
        pat::APPLICATION_BODY
    } else if has_text(patent) {
        pat::PATENT_PUBLICATION
    } else {
        pat::BIBLIOGRAPHIC_DATA
    };
    let mut sheet = Sheet::new(Draft::new(root), patent);
    if root == pat::APPLICATION_BODY {
        application::body(&mut sheet, patent);
    } else if root == pat::PATENT_PUBLICATION {
        publication(&mut sheet, patent);
    } else {
        let node = sheet.draft.root();
        biblio::bibliographic_data(&mut sheet, node, patent);
        for attribute in &patent.origin.attributes {
            root_attribute(&mut sheet, patent, attribute);
        }
    }
    let version = &patent.origin.version;
    sheet.spare(&patent.origin.root, "dtd-version", version);
    sheet.finish(&patent.carried)
}

/// The legal events of a record that holds more than them.
///
/// Gives `None` when there are none, or nothing but them, so that [`draft_of`] has given them.
pub(crate) fn status_of(record: &Record) -> Option<(Draft<'_>, Cost)> {
    let patent = record.patent()?;
    let is_second = !patent.events.is_empty() && !status::is_all(patent) && has_day(patent);
    is_second.then(|| legal_status(patent, false))
}

/// The legal events of a patent that is nothing but them.
pub(super) fn draft_of_status(patent: &Patent) -> Option<(Draft<'_>, Cost)> {
    (status::is_all(patent) && has_day(patent)).then(|| legal_status(patent, true))
}

/// Whether there is a date to go with legal events: ST.96 wants one of each.
fn has_day(patent: &Patent) -> bool {
    sheet::best_date(patent).is_some()
}

fn legal_status(patent: &Patent, alone: bool) -> (Draft<'_>, Cost) {
    let draft = Draft::new(pat::PATENT_LEGAL_STATUS_DATA);
    let mut sheet = Sheet::of_status(draft, patent);
    status::data(&mut sheet, patent, alone);
    sheet.finish(&[])
}

/// Whether there is text beside the bibliographic data, or files.
fn has_text(patent: &Patent) -> bool {
    !patent.abstracts.is_empty()
        || !patent.is_bibliographic()
        || !patent.sections.is_empty()
        || !patent.attachments.is_empty()
}

/// Reports an attribute of the source's root for which there is no attribute, unless an element says the same.
fn root_attribute(sheet: &mut Sheet<'_>, patent: &Patent, attribute: &Attribute) {
    let value = &attribute.value;
    let is_said = patent
        .document()
        .is_some_and(|id| match attribute.name.as_str() {
            "country" => id.office == *value,
            "doc-number" => id.number == *value,
            "kind" => id.kind == *value,
            "date-publ" => id.date.raw == *value,
            _ => false,
        });
    if !is_said {
        sheet.spare(&patent.origin.root, &attribute.name, value);
    }
}

fn publication<'r>(sheet: &mut Sheet<'r>, patent: &'r Patent) {
    let root = sheet.draft.root();
    sheet.set(
        root,
        attr::LANGUAGE_CODE,
        document::language(sheet.language),
    );
    sheet.set(root, attr::ST96_VERSION, "V6_0");
    for attribute in &patent.origin.attributes {
        let value = attribute.value.as_str();
        match attribute.name.as_str() {
            "id" => sheet.id(root, value),
            "file" => sheet.set(root, attr::DOCUMENT_FILE_NAME, value),
            "status" => sheet.set(root, attr::DOCUMENT_STATUS_TEXT, value),
            "date-produced" => sheet.set_date(root, attr::CREATION_DATE, value),
            "date-publ" => sheet.set_date(root, attr::DOCUMENT_PUBLICATION_DATE, value),
            "lang" if value.eq_ignore_ascii_case(sheet.language) => {}
            "country" if value == patent.office => {}
            _ => root_attribute(sheet, patent, attribute),
        }
    }
    sheet.leaf(root, com::IP_OFFICE_CODE, patent.office.as_str());
    let node = sheet.draft.element(root, pat::BIBLIOGRAPHIC_DATA);
    biblio::bibliographic_data(sheet, node, patent);
    body::descriptions(sheet, root, patent);
    claims::claims(sheet, root, patent);
    body::abstracts(sheet, root, patent);
    media::drawings(sheet, root, patent);
    media::files(sheet, root, patent);
}
