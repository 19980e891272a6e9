//! A publication that corrects, alters or supplements an earlier one.
//!
//! Clause: ST.50

use super::classification::{attributes_beside, beside, statement_line, statement_words};
use super::document;
use super::sheet::Sheet;
use crate::component::draft::NodeId;
use crate::component::schema::{Name, attr, com, pat};
use model::{Date, Statement, Str};

/// Adds a republication; says whether that was possible: there is one, and it has a date.
///
/// Clause: ST.96 V6_0 pat:PatentDocumentRepublication
pub(super) fn add<'r>(sheet: &mut Sheet<'r>, node: NodeId, statement: &'r Statement) -> bool {
    let is_taken = sheet
        .draft
        .child(node, pat::PATENT_DOCUMENT_REPUBLICATION)
        .is_some();
    let Some(day) = sheet.date.clone().filter(|_| !is_taken) else {
        return false;
    };
    let element = sheet
        .draft
        .element(node, pat::PATENT_DOCUMENT_REPUBLICATION);
    sheet.leaf(element, com::PUBLICATION_DATE, day);
    beside(sheet, statement, &[]);
    for part in &statement.parts {
        match part.code.as_str() {
            "republication-code" | "kind" | "cancellation-date" => {
                attributes_beside(sheet, part, &[]);
            }
            "modifications" | "republication-notes" | "correction-notice" => {
                beside(sheet, part, &[]);
            }
            _ => {}
        }
        match part.code.as_str() {
            "republication-code" => {
                sheet.leaf(element, pat::REPUBLICATION_CATEGORY, category(part));
                sheet.note("republication-code", statement_words(part));
            }
            "kind" => {
                let name = pat::REPUBLISHED_PATENT_DOCUMENT_KIND_CODE;
                sheet.leaf(element, name, statement_words(part));
            }
            "cancellation-date" => {
                let name = pat::REPUBLICATION_CANCELLATION_DATE;
                sheet.leaf(element, name, date(part));
            }
            "modifications" => modifications(sheet, element, part),
            "republication-notes" => {
                let bag = sheet
                    .draft
                    .element(element, pat::REPUBLICATION_NOTE_TEXT_BAG);
                for note in &part.parts {
                    ordered(sheet, bag, pat::REPUBLICATION_NOTE_TEXT, note);
                }
            }
            "correction-notice" => {
                for inner in &part.parts {
                    gazette(sheet, element, inner);
                }
            }
            _ => sheet.note(part.code.as_str(), statement_line(part)),
        }
    }
    true
}

/// What a code of ST.50 says: W and Z for corrections, and the words of the standard for others.
///
/// Clause: ST.50
fn category(part: &Statement) -> String {
    let code = statement_words(part);
    match code.bytes().next() {
        Some(b'W' | b'Z') => "Correction".to_owned(),
        _ => code,
    }
}

/// A date in an element, or in a `date` within it.
fn date(part: &Statement) -> String {
    let raw = statement_words(part);
    Date::new(raw.clone()).iso().unwrap_or(raw)
}

fn said<'s>(part: &'s Statement, name: &str) -> Option<&'s Str> {
    let found = part.attributes.iter().find(|said| said.name == name);
    found.map(|said| &said.value)
}

/// A text with its place and language.
fn ordered<'r>(sheet: &mut Sheet<'r>, node: NodeId, name: Name, part: &'r Statement) {
    let leaf = sheet.draft.leaf(node, name, statement_words(part));
    attributes_beside(sheet, part, &["sequence", "lang"]);
    if let Some(sequence) = said(part, "sequence") {
        sheet.set(leaf, attr::SEQUENCE_NUMBER, sequence.as_str());
    }
    if let Some(language) = said(part, "lang") {
        sheet.set(leaf, attr::LANGUAGE_CODE, document::language(language));
    }
}

fn modifications<'r>(sheet: &mut Sheet<'r>, node: NodeId, part: &'r Statement) {
    let element = sheet
        .draft
        .element(node, pat::MODIFICATION_PART_IDENTIFICATION);
    for inner in &part.parts {
        match inner.code.as_str() {
            "modified-bibliography" => {
                let holder = sheet.draft.element(element, pat::MODIFIED_BIBLIOGRAPHY);
                beside(sheet, inner, &[]);
                for code in &inner.parts {
                    attributes_beside(sheet, code, &["sequence"]);
                    sheet.leaf(holder, pat::PATENT_INID_CODE, statement_words(code));
                }
                let mut sequences = inner.parts.iter().filter_map(|code| said(code, "sequence"));
                if let Some(sequence) = sequences.next() {
                    sheet.set(holder, attr::SEQUENCE_NUMBER, sequence.as_str());
                }
            }
            "modified-part" => modified(sheet, element, inner),
            _ => sheet.note(inner.code.as_str(), statement_line(inner)),
        }
    }
}

fn modified<'r>(sheet: &mut Sheet<'r>, node: NodeId, part: &'r Statement) {
    let element = sheet.draft.element(node, pat::MODIFIED_PART_INFORMATION);
    beside(sheet, part, &["sequence", "lang"]);
    if let Some(sequence) = said(part, "sequence") {
        sheet.set(element, attr::SEQUENCE_NUMBER, sequence.as_str());
    }
    if let Some(language) = said(part, "lang") {
        sheet.set(element, attr::LANGUAGE_CODE, document::language(language));
    }
    for inner in &part.parts {
        match inner.code.as_str() {
            "modified-part-name" => {
                attributes_beside(sheet, inner, &[]);
                let name = statement_words(inner);
                let known = match name.to_ascii_lowercase().as_str() {
                    "abstract" => "Abstract",
                    "description" => "Description",
                    "claims" => "Claims",
                    "drawings" => "Drawings",
                    "sequence-list" | "sequence listing" => "Sequence listing",
                    _ => "",
                };
                if known.is_empty() {
                    sheet.note("modified-part-name", name);
                } else {
                    sheet.leaf(element, pat::MODIFIED_PART_CATEGORY, known);
                }
            }
            "modified-item" => ordered(sheet, element, pat::MODIFIED_ITEM_TEXT, inner),
            _ => sheet.note(inner.code.as_str(), statement_line(inner)),
        }
    }
}

fn gazette<'r>(sheet: &mut Sheet<'r>, node: NodeId, part: &'r Statement) {
    if part.code != "gazette-reference" {
        return sheet.note(part.code.as_str(), statement_line(part));
    }
    let element = sheet.draft.element(node, pat::GAZETTE_REFERENCE);
    beside(sheet, part, &["id", "country"]);
    if let Some(id) = said(part, "id") {
        sheet.id(element, id);
    }
    for inner in &part.parts {
        if matches!(inner.code.as_str(), "gazette-num" | "date" | "text") {
            attributes_beside(sheet, inner, &[]);
        }
        match inner.code.as_str() {
            "gazette-num" => sheet.leaf(element, pat::GAZETTE_NUMBER, statement_words(inner)),
            "date" => sheet.leaf(element, com::PUBLICATION_DATE, date(inner)),
            "text" => sheet.leaf(element, pat::GAZETTE_REFERENCE_TEXT, statement_words(inner)),
            _ => sheet.note(inner.code.as_str(), statement_line(inner)),
        }
    }
    if let Some(country) = said(part, "country") {
        sheet.leaf(element, com::IP_OFFICE_CODE, country.as_str());
    }
}
