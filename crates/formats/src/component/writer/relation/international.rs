//! What the document is elsewhere: filings and publications under treaties.

use crate::component::draft::NodeId;
use crate::component::schema::{com, pat};
use crate::component::writer::classification::statement_line;
use crate::component::writer::sheet::Sheet;
use crate::component::writer::{biblio, date, document};
use model::{Milestone, Patent, RegionalData};

/// Whether data of another level is about the PCT; else it is regional.
fn is_international(data: &RegionalData) -> bool {
    matches!(data.code.as_str(), "B860" | "B870")
        || data
            .documents
            .iter()
            .any(|id| matches!(id.office.as_str(), "WO" | "IB") || id.number.starts_with("PCT"))
}

/// Adds what was filed at PCT or regional level; a second one of a kind is a note.
///
/// Clause: ST.96 V6_0 pat:InternationalFilingData
pub(in crate::component::writer) fn filings<'r>(
    sheet: &mut Sheet<'r>,
    biblio: NodeId,
    patent: &'r Patent,
) {
    for data in &patent.filings {
        let name = if is_international(data) {
            pat::INTERNATIONAL_FILING_DATA
        } else {
            pat::REGIONAL_FILING_DATA
        };
        let mut ids = data.documents.iter();
        if sheet.draft.child(biblio, name).is_none() {
            let element = sheet.draft.element(biblio, name);
            if let Some(first) = ids.next() {
                let name = pat::APPLICATION_IDENTIFICATION;
                let node = document::application(sheet, element, name, first, "");
                let language = document::language(&data.language);
                sheet.leaf(node, com::FILING_LANGUAGE_CODE, language);
            } else {
                language(sheet, data);
            }
            let entry = national_stage(data);
            if let Some(entry) = entry {
                date::leaf(sheet, element, pat::NATIONAL_STAGE_FILING_DATE, &entry.date);
                sheet.spares(&entry.code, &entry.attributes);
            }
            let rest = data.dates.iter();
            others(
                sheet,
                data,
                rest.filter(|other| entry.is_none_or(|one| !std::ptr::eq(one, *other))),
            );
        } else {
            language(sheet, data);
            others(sheet, data, data.dates.iter());
        }
        announced(sheet, data);
        let rest: Vec<String> = ids.map(|id| document::told(sheet, id)).collect();
        if !rest.is_empty() {
            sheet.note(data.code.as_str(), rest.join("; "));
        }
    }
}

/// The date on which an international application was filed at the national office; that of section 102(e) is none.
///
/// Clause: ST.96 V6_0 pat:InternationalFilingData
fn national_stage(data: &RegionalData) -> Option<&Milestone> {
    ["us-371c124-date", "us-371c12-date", "B863"]
        .into_iter()
        .find_map(|code| data.dates.iter().find(|entry| entry.code == code))
}

/// The language of what was filed or published at another level, where it has no place.
fn language<'r>(sheet: &mut Sheet<'r>, data: &'r RegionalData) {
    if !data.language.is_empty() {
        sheet.note(data.code.as_str(), data.language.as_str());
    }
}

/// Adds what was published at PCT or regional level.
///
/// Clause: ST.96 V6_0 pat:InternationalPublishingData
pub(in crate::component::writer) fn publications<'r>(
    sheet: &mut Sheet<'r>,
    biblio: NodeId,
    patent: &'r Patent,
) {
    for data in &patent.publications {
        let name = if is_international(data) {
            pat::INTERNATIONAL_PUBLISHING_DATA
        } else {
            pat::REGIONAL_PUBLISHING_DATA
        };
        if sheet.draft.child(biblio, name).is_none() {
            let element = sheet.draft.element(biblio, name);
            let holder = sheet
                .draft
                .element(element, pat::PATENT_DOCUMENT_IDENTIFICATION);
            let mut published = None;
            for id in &data.documents {
                if id.format == "application" {
                    document::any(sheet, holder, id, "");
                } else {
                    let node = document::publication(sheet, holder, id, "");
                    published.get_or_insert(node);
                }
            }
            match published {
                Some(node) => {
                    let language = document::language(&data.language);
                    sheet.leaf(node, com::PUBLICATION_LANGUAGE_CODE, language);
                }
                None => language(sheet, data),
            }
            if let Some(gazette) = &data.gazette {
                super::gazette(sheet, element, gazette);
            }
        } else {
            let ids = data.documents.iter();
            let lines: Vec<String> = ids.map(|id| document::told(sheet, id)).collect();
            sheet.note(data.code.as_str(), lines.join("; "));
            announced(sheet, data);
            language(sheet, data);
        }
        others(sheet, data, data.dates.iter());
    }
}

/// The gazette in which data of another level was announced, where it has no place.
fn announced(sheet: &mut Sheet<'_>, data: &RegionalData) {
    if let Some(gazette) = &data.gazette {
        let parts = [&gazette.number, &gazette.date.raw, &gazette.text];
        let words: Vec<&str> = parts.into_iter().map(model::Str::as_str).collect();
        sheet.note(data.code.clone().to_string(), words.join(" "));
    }
}

fn others<'r>(
    sheet: &mut Sheet<'r>,
    data: &'r RegionalData,
    dates: impl Iterator<Item = &'r Milestone>,
) {
    for milestone in dates {
        sheet.note(milestone.code.as_str(), biblio::milestone_line(milestone));
        sheet.spares(&milestone.code, &milestone.attributes);
    }
    for statement in &data.statements {
        sheet.note(statement.code.as_str(), statement_line(statement));
    }
    sheet.spares(&data.code, &data.attributes);
}
