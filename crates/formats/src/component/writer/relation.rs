//! Related documents, families, and what was filed or published at another level.
//!
//! Clause: ST.96 V6_0 pat:RelatedDocumentBag

mod family;
mod international;

pub(super) use family::family;
pub(super) use international::{filings, publications};

use super::classification::statement_line;
use super::sheet::Sheet;
use super::{date, document};
use crate::component::draft::NodeId;
use crate::component::schema::{Name, com, pat};
use model::{DocumentId, Gazette, Patent, Relation};

/// Adds the related documents.
pub(super) fn relations<'r>(sheet: &mut Sheet<'r>, biblio: NodeId, patent: &'r Patent) {
    if patent.relations.is_empty() {
        return;
    }
    let bag = sheet.draft.element(biblio, pat::RELATED_DOCUMENT_BAG);
    for relation in &patent.relations {
        self::relation(sheet, bag, relation, patent);
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
        "continuation" | "B630" | "B631" => pat::CONTINUATION,
        "continuation-in-part" | "B632" => pat::PARTIAL_CONTINUATION,
        "continuing-reissue" | "B633" => pat::CONTINUING_REISSUE,
        "reissue" | "B640" => pat::REISSUE,
        "us-divisional-reissue" => pat::DIVISIONAL_REISSUE,
        "reexamination" | "B645" => pat::REEXAMINATION,
        "us-reexamination-reissue-merger" => pat::REEXAMINATION_REISSUE_MERGER,
        "substitution" | "B660" => pat::SUBSTITUTION,
        "utility-model-basis" | "B670" => pat::UTILITY_MODEL_BASIS,
        _ => return None,
    })
}

fn relation<'r>(sheet: &mut Sheet<'r>, bag: NodeId, relation: &'r Relation, patent: &'r Patent) {
    sheet.spares(&relation.kind, &relation.attributes);
    match relation.kind.as_str() {
        "us-provisional-application" => provisional(sheet, bag, relation),
        "related-publication" | "B650" | "B655" => related_publication(sheet, bag, relation),
        "correction" => correction(sheet, bag, relation),
        kind => match relation_name(kind) {
            Some(_) if names_none(relation) => {
                let mut said = told(sheet, relation);
                said.push(relation.status.to_string());
                said.retain(|part| !part.is_empty());
                if !said.is_empty() {
                    sheet.note(kind, said.join(" "));
                }
                words(sheet, relation);
            }
            Some(name) => {
                let element = sheet.draft.element(bag, name);
                sheet.id(element, &relation.id);
                parent(sheet, element, relation, patent);
                children(sheet, element, relation, patent);
                words(sheet, relation);
            }
            None => {
                let mut said = told(sheet, relation);
                said.push(relation.status.to_string());
                said.retain(|part| !part.is_empty());
                sheet.note(kind, said.join("; "));
                words(sheet, relation);
            }
        },
    }
    for statement in &relation.statements {
        sheet.note(statement.code.as_str(), statement_line(statement));
    }
}

/// Whether a relation stands in words only.
fn names_none(relation: &Relation) -> bool {
    named(relation).all(DocumentId::is_empty)
}

/// All documents of a relation, each in one line.
fn told(sheet: &mut Sheet<'_>, relation: &Relation) -> Vec<String> {
    let all = named(relation);
    all.map(|id| document::told(sheet, id)).collect()
}

/// All documents of a relation.
fn named(relation: &Relation) -> impl Iterator<Item = &DocumentId> {
    [
        &relation.parents,
        &relation.documents,
        &relation.parent_grants,
        &relation.parent_international,
        &relation.children,
    ]
    .into_iter()
    .flatten()
}

/// Adds the parent of a relation: the document itself, where the source names children only.
///
/// Clause: ST.96 V6_0 pat:ParentDocument
fn parent<'r>(sheet: &mut Sheet<'r>, element: NodeId, relation: &'r Relation, patent: &'r Patent) {
    let parent = sheet.draft.element(element, pat::PARENT_DOCUMENT);
    let holder = sheet
        .draft
        .element(parent, pat::PATENT_DOCUMENT_IDENTIFICATION);
    for id in relation.parents.iter().chain(&relation.documents) {
        related(sheet, holder, id, relation, patent);
    }
    for id in &relation.parent_grants {
        match id.format.as_str() {
            "application" | "publication" => related(sheet, holder, id, relation, patent),
            _ => document::grant(sheet, holder, id),
        }
    }
    sheet.leaf(
        parent,
        pat::PARENT_DOCUMENT_STATUS_CODE,
        relation.status.as_str(),
    );
    for id in &relation.parent_international {
        let international = sheet.draft.element(parent, pat::PCT_DOCUMENT_PARENT);
        let name = pat::APPLICATION_IDENTIFICATION;
        document::application(sheet, international, name, id, "");
    }
    if sheet.draft.is_childless(holder) && relation.parent_international.is_empty() {
        itself(sheet, holder, patent);
    }
}

/// Adds the children of a relation: the document itself, where the source names the parent only.
///
/// Clause: ST.96 V6_0 pat:ChildDocument
fn children<'r>(
    sheet: &mut Sheet<'r>,
    element: NodeId,
    relation: &'r Relation,
    patent: &'r Patent,
) {
    for child in relation.children.chunk_by(is_one_document) {
        let holder = child_document(sheet, element);
        for id in child {
            related(sheet, holder, id, relation, patent);
        }
    }
    if relation.children.is_empty() {
        let holder = child_document(sheet, element);
        itself(sheet, holder, patent);
    }
}

fn child_document(sheet: &mut Sheet<'_>, element: NodeId) -> NodeId {
    let child = sheet.draft.element(element, pat::CHILD_DOCUMENT);
    sheet
        .draft
        .element(child, pat::PATENT_DOCUMENT_IDENTIFICATION)
}

/// Whether a number and the one after it are those of one document: of its application and its publication.
fn is_one_document(one: &DocumentId, next: &DocumentId) -> bool {
    one.format == "application" && next.format == "publication"
}

/// Adds the application of the document itself.
fn itself<'r>(sheet: &mut Sheet<'r>, holder: NodeId, patent: &'r Patent) {
    let mut ids = patent.application.documents.iter();
    let Some(own) = ids.find(|id| !id.is_empty()) else {
        return;
    };
    let element = sheet.draft.element(holder, pat::APPLICATION_IDENTIFICATION);
    let office = document::office(own, &patent.office);
    sheet.leaf(element, com::IP_OFFICE_CODE, office);
    document::application_number(sheet, element, own, office);
    date::leaf(sheet, element, pat::FILING_DATE, &own.date);
}

/// Adds a parent or a child as what it is.
///
/// Who divides, continues or substitutes names applications and their filing dates, whatever kind code stands
/// beside them. Elsewhere it may be a publication; the kind code `00` is none, and the number of the document's
/// own application is no publication number.
///
/// Clause: ST.9 60
fn related<'r>(
    sheet: &mut Sheet<'r>,
    holder: NodeId,
    id: &'r DocumentId,
    relation: &'r Relation,
    patent: &'r Patent,
) {
    let office = sheet.office;
    let own = |other: &DocumentId| other.unpadded() == id.unpadded();
    if !matches!(id.format.as_str(), "application" | "publication") {
        sheet.spare("document-id", "data-format", &id.format);
    }
    let is_publication = match id.format.as_str() {
        "application" | "application number" => false,
        "publication" | "publication number" => true,
        _ => {
            !names_applications(&relation.kind)
                && !id.kind.is_empty()
                && id.kind.trim() != "00"
                && !patent.application.documents.iter().any(own)
        }
    };
    if !is_publication {
        document::application(sheet, holder, pat::APPLICATION_IDENTIFICATION, id, office);
    } else if names_applications(&relation.kind) && !id.date.is_empty() {
        document::undated(sheet, holder, id, office);
        let code = format!("date given with document {}", id.number);
        sheet.note(code, id.date.raw.as_str());
    } else {
        document::publication(sheet, holder, id, office);
    }
}

/// Whether a relation is one between applications, and its dates are those of filing.
fn names_applications(kind: &str) -> bool {
    matches!(
        kind,
        "division"
            | "B620"
            | "B620EP"
            | "continuation"
            | "B630"
            | "B631"
            | "continuation-in-part"
            | "B632"
            | "substitution"
            | "B660"
            | "us-provisional-application"
    )
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
        document::application(sheet, holder, pat::APPLICATION_IDENTIFICATION, id, "");
    }
    sheet.leaf(
        element,
        pat::PROVISIONAL_APPLICATION_STATUS_CODE,
        relation.status.as_str(),
    );
    let grants = relation.parent_grants.iter();
    let others = grants.chain(&relation.parent_international);
    let others: Vec<String> = others
        .chain(&relation.children)
        .map(|id| document::told(sheet, id))
        .collect();
    if !others.is_empty() {
        sheet.note("us-provisional-application", others.join("; "));
    }
    words(sheet, relation);
}

/// Adds related publications.
///
/// Clause: ST.96 V6_0 pat:RelatedPublication
fn related_publication<'r>(sheet: &mut Sheet<'r>, bag: NodeId, relation: &'r Relation) {
    // B655 is the publication of another office.
    let office = match relation.kind.as_str() {
        "B655" => "",
        _ => sheet.office,
    };
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
            if id.format == "application" {
                document::any(sheet, holder, id, office);
            } else {
                document::publication(sheet, holder, id, office);
            }
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
    for said in &gazette.attributes {
        match said.name.as_str() {
            "id" => sheet.id(element, &said.value),
            "country" => sheet.leaf(element, com::IP_OFFICE_CODE, said.value.as_str()),
            name => sheet.spare("gazette-reference", name, &said.value),
        }
    }
}
