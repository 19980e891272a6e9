//! The family of the document.

use crate::st96::draft::NodeId;
use crate::st96::schema::{com, pat};
use crate::st96::writer::sheet::Sheet;
use crate::st96::writer::{date, document};
use model::{DocumentId, Family};

/// Adds the family.
///
/// Clause: ST.96 V6_0 pat:PatentFamily
pub(in crate::st96::writer) fn family<'r>(
    sheet: &mut Sheet<'r>,
    biblio: NodeId,
    family: &'r Family,
) {
    let element = sheet.draft.element(biblio, pat::PATENT_FAMILY);
    sheet.id(element, &family.id);
    let priority = sheet.draft.element(element, pat::PRIORITY_APPLICATION);
    for id in &family.priority {
        let name = pat::APPLICATION_IDENTIFICATION;
        document::application(sheet, priority, name, id, "");
    }
    if family.members.is_empty() && !family.texts.is_empty() {
        sheet
            .draft
            .leaf(element, pat::PATENT_FAMILY_TEXT, family.texts.join(" "));
    } else {
        for text in &family.texts {
            sheet.note("patent-family", text.as_str());
        }
    }
    for member in &family.members {
        let node = sheet.draft.element(element, pat::PATENT_FAMILY_MEMBER);
        if member.id.starts_with("application") {
            application_member(sheet, node, member);
        } else {
            publication_member(sheet, node, member);
        }
    }
    sheet.spares("patent-family", &family.attributes);
}

fn application_member<'r>(sheet: &mut Sheet<'r>, node: NodeId, id: &'r DocumentId) {
    let element = sheet.draft.element(node, pat::APPLICATION_IDENTIFICATION);
    sheet.leaf(element, com::IP_OFFICE_CODE, id.office.as_str());
    document::application_number(sheet, element, id);
    date::leaf(sheet, element, pat::FILING_DATE, &id.date);
    if !id.kind.is_empty() {
        sheet.note(
            format!("kind code of application {}", id.number),
            id.kind.as_str(),
        );
    }
    if !id.name.is_empty() {
        sheet.note(
            format!("name with document {}", id.number),
            id.name.as_str(),
        );
    }
    sheet.spares("family-member", &id.attributes);
}

fn publication_member<'r>(sheet: &mut Sheet<'r>, node: NodeId, id: &'r DocumentId) {
    let element = sheet
        .draft
        .element(node, pat::PATENT_PUBLICATION_IDENTIFICATION);
    sheet.leaf(element, com::IP_OFFICE_CODE, id.office.as_str());
    sheet.leaf(element, pat::PUBLICATION_NUMBER, id.number.as_str());
    sheet.leaf(element, com::PATENT_DOCUMENT_KIND_CODE, id.kind.as_str());
    date::leaf(sheet, element, com::PUBLICATION_DATE, &id.date);
    if !id.name.is_empty() {
        sheet.note(
            format!("name with document {}", id.number),
            id.name.as_str(),
        );
    }
    sheet.spares("family-member", &id.attributes);
}
