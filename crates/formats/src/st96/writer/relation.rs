//! Related documents, families, and what was filed or published at another level.
//!
//! Clause: ST.96 V6_0 pat:RelatedDocumentBag

use super::classification::statement_line;
use super::sheet::Sheet;
use super::{date, document};
use crate::st96::draft::NodeId;
use crate::st96::schema::{Name, com, pat};
use model::{DocumentId, Family, Gazette, Patent, RegionalData, Relation};

/// Adds the related documents.
pub(super) fn relations<'r>(sheet: &mut Sheet<'r>, biblio: NodeId, patent: &'r Patent) {
    if patent.relations.is_empty() {
        return;
    }
    let bag = sheet.draft.element(biblio, pat::RELATED_DOCUMENT_BAG);
    for relation in &patent.relations {
        self::relation(sheet, bag, relation);
    }
    if sheet.draft.is_childless(bag) {
        sheet.draft.discard(bag);
    }
}

/// The element for a kind of relation.
fn relation_name(kind: &str) -> Option<Name> {
    Some(match kind {
        "addition" | "B610" => pat::ADDITION,
        "division" | "B620" | "B620EP" => pat::DIVISION,
        "continuation" | "B630" => pat::CONTINUATION,
        "continuation-in-part" => pat::PARTIAL_CONTINUATION,
        "continuing-reissue" => pat::CONTINUING_REISSUE,
        "reissue" | "B640" => pat::REISSUE,
        "us-divisional-reissue" => pat::DIVISIONAL_REISSUE,
        "reexamination" | "B645" => pat::REEXAMINATION,
        "us-reexamination-reissue-merger" => pat::REEXAMINATION_REISSUE_MERGER,
        "substitution" | "B660" => pat::SUBSTITUTION,
        "utility-model-basis" | "B670" => pat::UTILITY_MODEL_BASIS,
        _ => return None,
    })
}

fn relation<'r>(sheet: &mut Sheet<'r>, bag: NodeId, relation: &'r Relation) {
    sheet.spares(&relation.kind, &relation.attributes);
    match relation.kind.as_str() {
        "us-provisional-application" => provisional(sheet, bag, relation),
        "related-publication" | "B650" | "B655" => related_publication(sheet, bag, relation),
        "correction" => correction(sheet, bag, relation),
        kind => match relation_name(kind) {
            Some(name) => parent_and_child(sheet, bag, name, relation),
            None => {
                let ids = relation
                    .documents
                    .iter()
                    .chain(&relation.parents)
                    .chain(&relation.children);
                let line = ids.map(document::line).collect::<Vec<_>>().join("; ");
                sheet.note(kind, line);
            }
        },
    }
    for statement in &relation.statements {
        sheet.note(statement.code.as_str(), statement_line(statement));
    }
}

/// Adds a relation between a parent and its children.
///
/// Clause: ST.96 V6_0 pat:Continuation
fn parent_and_child<'r>(sheet: &mut Sheet<'r>, bag: NodeId, name: Name, relation: &'r Relation) {
    let office = sheet.office;
    let element = sheet.draft.element(bag, name);
    sheet.id(element, &relation.id);
    let parent = sheet.draft.element(element, pat::PARENT_DOCUMENT);
    let holder = sheet
        .draft
        .element(parent, pat::PATENT_DOCUMENT_IDENTIFICATION);
    for id in relation.parents.iter().chain(&relation.documents) {
        document::any(sheet, holder, id, office);
    }
    for id in &relation.parent_grants {
        document::grant(sheet, holder, id);
    }
    sheet.leaf(
        parent,
        pat::PARENT_DOCUMENT_STATUS_CODE,
        relation.status.as_str(),
    );
    for id in &relation.parent_international {
        let international = sheet.draft.element(parent, pat::PCT_DOCUMENT_PARENT);
        document::application(
            sheet,
            international,
            pat::APPLICATION_IDENTIFICATION,
            id,
            "",
        );
    }
    for id in &relation.children {
        let child = sheet.draft.element(element, pat::CHILD_DOCUMENT);
        let holder = sheet
            .draft
            .element(child, pat::PATENT_DOCUMENT_IDENTIFICATION);
        document::any(sheet, holder, id, office);
    }
    words(sheet, relation);
}

/// The words of a relation, for free text.
fn words<'r>(sheet: &mut Sheet<'r>, relation: &'r Relation) {
    if !relation.text.is_empty() {
        sheet.note(relation.kind.as_str(), model::text::plain(&relation.text));
    }
}

/// Adds a provisional application.
///
/// Clause: ST.96 V6_0 pat:ProvisionalApplication
fn provisional<'r>(sheet: &mut Sheet<'r>, bag: NodeId, relation: &'r Relation) {
    let element = sheet.draft.element(bag, pat::PROVISIONAL_APPLICATION);
    sheet.id(element, &relation.id);
    let holder = sheet
        .draft
        .element(element, pat::PATENT_DOCUMENT_IDENTIFICATION);
    for id in relation.documents.iter().chain(&relation.parents) {
        document::any(sheet, holder, id, "");
    }
    sheet.leaf(
        element,
        pat::PROVISIONAL_APPLICATION_STATUS_CODE,
        relation.status.as_str(),
    );
    words(sheet, relation);
}

/// Adds related publications.
///
/// Clause: ST.96 V6_0 pat:RelatedPublication
fn related_publication<'r>(sheet: &mut Sheet<'r>, bag: NodeId, relation: &'r Relation) {
    let office = sheet.office;
    let ids: Vec<&DocumentId> = relation
        .documents
        .iter()
        .chain(&relation.parents)
        .chain(&relation.children)
        .chain(&relation.parent_grants)
        .collect();
    if !ids.is_empty() {
        let element = sheet.draft.element(bag, pat::RELATED_PUBLICATION);
        sheet.id(element, &relation.id);
        for id in ids {
            let holder = sheet
                .draft
                .element(element, pat::PATENT_DOCUMENT_IDENTIFICATION);
            document::any(sheet, holder, id, office);
        }
    }
    if !relation.status.is_empty() {
        sheet.note(relation.kind.as_str(), relation.status.as_str());
    }
    words(sheet, relation);
}

/// Adds a correction.
///
/// Clause: ST.96 V6_0 pat:Correction
fn correction<'r>(sheet: &mut Sheet<'r>, bag: NodeId, relation: &'r Relation) {
    let office = sheet.office;
    let element = sheet.draft.element(bag, pat::CORRECTION);
    sheet.id(element, &relation.id);
    let corrected = sheet.draft.element(element, pat::CORRECTED_DOCUMENT);
    let holder = sheet
        .draft
        .element(corrected, pat::PATENT_DOCUMENT_IDENTIFICATION);
    for id in &relation.documents {
        document::any(sheet, holder, id, office);
    }
    if let Some(gazette) = &relation.gazette {
        self::gazette(sheet, element, gazette);
    }
    if !relation.text.is_empty() {
        sheet.leaf(
            element,
            pat::CORRECTION_TEXT,
            model::text::plain(&relation.text),
        );
    }
}

/// Adds a gazette reference.
///
/// Clause: ST.96 V6_0 pat:GazetteReference
pub(super) fn gazette<'r>(sheet: &mut Sheet<'r>, node: NodeId, gazette: &'r Gazette) {
    let element = sheet.draft.element(node, pat::GAZETTE_REFERENCE);
    sheet
        .draft
        .leaf(element, pat::GAZETTE_NUMBER, gazette.number.as_str());
    date::leaf(sheet, element, com::PUBLICATION_DATE, &gazette.date);
    sheet.leaf(element, pat::GAZETTE_REFERENCE_TEXT, gazette.text.as_str());
    sheet.spares("gazette-reference", &gazette.attributes);
}

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
pub(super) fn filings<'r>(sheet: &mut Sheet<'r>, biblio: NodeId, patent: &'r Patent) {
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
                document::application(sheet, element, pat::APPLICATION_IDENTIFICATION, first, "");
            }
            if let Some(entry) = data.dates.first() {
                date::leaf(sheet, element, pat::NATIONAL_STAGE_FILING_DATE, &entry.date);
            }
            others(sheet, data, data.dates.get(1..).unwrap_or_default());
        } else {
            others(sheet, data, &data.dates);
        }
        announced(sheet, data);
        let rest: Vec<String> = ids.map(document::line).collect();
        if !rest.is_empty() {
            sheet.note(data.code.as_str(), rest.join("; "));
        }
    }
}

/// Adds what was published at PCT or regional level.
///
/// Clause: ST.96 V6_0 pat:InternationalPublishingData
pub(super) fn publications<'r>(sheet: &mut Sheet<'r>, biblio: NodeId, patent: &'r Patent) {
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
            for id in &data.documents {
                document::publication(sheet, holder, id, "");
            }
            if let Some(gazette) = &data.gazette {
                self::gazette(sheet, element, gazette);
            }
        } else {
            let lines: Vec<String> = data.documents.iter().map(document::line).collect();
            sheet.note(data.code.as_str(), lines.join("; "));
            announced(sheet, data);
        }
        others(sheet, data, &data.dates);
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

fn others<'r>(sheet: &mut Sheet<'r>, data: &'r RegionalData, dates: &'r [model::Milestone]) {
    if !data.language.is_empty() {
        sheet.note(data.code.as_str(), data.language.as_str());
    }
    for milestone in dates {
        sheet.note(
            milestone.code.as_str(),
            super::biblio::milestone_line(milestone),
        );
    }
    for statement in &data.statements {
        sheet.note(statement.code.as_str(), statement_line(statement));
    }
    sheet.spares(&data.code, &data.attributes);
}

/// Adds the family.
///
/// Clause: ST.96 V6_0 pat:PatentFamily
pub(super) fn family<'r>(sheet: &mut Sheet<'r>, biblio: NodeId, family: &'r Family) {
    let element = sheet.draft.element(biblio, pat::PATENT_FAMILY);
    sheet.id(element, &family.id);
    let priority = sheet.draft.element(element, pat::PRIORITY_APPLICATION);
    for id in &family.priority {
        document::any(sheet, priority, id, "");
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
        sheet.note("kind", id.kind.as_str());
    }
    if !id.name.is_empty() {
        sheet.note("name", id.name.as_str());
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
        sheet.note("name", id.name.as_str());
    }
    sheet.spares("family-member", &id.attributes);
}
