//! Identifications of documents: application, publication, grant, citation.
//!
//! Clause: ST.96 V6_0 pat:PatentDocumentIdentification

use super::date;
use super::sheet::Sheet;
use crate::component::draft::NodeId;
use crate::component::schema::{Name, com, pat};
use model::{DocumentId, Patent};
use std::borrow::Cow;

/// A language code in the form of ISO 639-1: lower case.
pub(super) fn language(raw: &str) -> Cow<'_, str> {
    if raw.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(raw.to_ascii_lowercase())
    } else {
        Cow::Borrowed(raw)
    }
}

/// The language that an office publishes in, where that is one only. Offices with several have none here.
///
/// Not from a standard: what the publications of these offices are written in.
pub(super) fn language_of(office: &str) -> Option<&'static str> {
    Some(match office {
        "AU" | "GB" | "IE" | "IN" | "NZ" | "SG" | "US" | "ZA" => "en",
        "AT" | "DD" | "DE" => "de",
        "AR" | "CL" | "CO" | "CU" | "EC" | "ES" | "MX" | "PE" | "UY" => "es",
        "BR" | "PT" => "pt",
        "CN" | "TW" => "zh",
        "CZ" => "cs",
        "DK" => "da",
        "FR" => "fr",
        "GR" => "el",
        "HU" => "hu",
        "IT" => "it",
        "JP" => "ja",
        "KR" => "ko",
        "NL" => "nl",
        "NO" => "no",
        "PL" => "pl",
        "RO" => "ro",
        "RU" | "SU" => "ru",
        "SE" => "sv",
        "TR" => "tr",
        "UA" => "uk",
        _ => return None,
    })
}

/// The office of a document, else the one that stands for it, else the one that its number begins with.
pub(super) fn office<'r>(id: &'r DocumentId, otherwise: &'r str) -> &'r str {
    if !id.office.is_empty() {
        id.office.trim()
    } else if !otherwise.is_empty() {
        otherwise
    } else {
        office_in(&id.number)
    }
}

/// The office at the start of a number such as `WO2011021582`, or nothing.
///
/// Clause: ST.3
fn office_in(number: &str) -> &str {
    let number = number.trim_start();
    match number.split_at_checked(2) {
        Some((office, rest))
            if office.bytes().all(|byte| byte.is_ascii_uppercase())
                && rest.starts_with(|c: char| c.is_ascii_digit())
                && com::IP_OFFICE_CODE.accepts(office) =>
        {
            office
        }
        _ => "",
    }
}

/// Adds a `pat:ApplicationIdentification` without its office-specific parts.
///
/// Clause: ST.96 V6_0 pat:ApplicationIdentification
pub(super) fn application<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    name: Name,
    id: &'r DocumentId,
    otherwise: &'r str,
) -> NodeId {
    let element = sheet.draft.element(node, name);
    sheet.id(element, &id.id);
    sheet.leaf(element, com::IP_OFFICE_CODE, office(id, otherwise));
    application_number(sheet, element, id, office(id, otherwise));
    sheet.leaf(element, com::FILING_LANGUAGE_CODE, language(&id.language));
    date::leaf(sheet, element, pat::FILING_DATE, &id.date);
    left_over(sheet, id, true);
    element
}

/// Adds a `com:ApplicationNumber`.
pub(super) fn application_number<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    id: &'r DocumentId,
    office: &'r str,
) {
    if !id.number.is_empty() {
        let number = sheet.draft.element(node, com::APPLICATION_NUMBER);
        sheet.leaf(number, com::IP_OFFICE_CODE, office);
        sheet
            .draft
            .leaf(number, com::APPLICATION_NUMBER_TEXT, id.number.as_str());
    }
}

/// Adds a `pat:PatentPublicationIdentification`.
///
/// Clause: ST.96 V6_0 pat:PatentPublicationIdentification
pub(super) fn publication<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    id: &'r DocumentId,
    otherwise: &'r str,
) -> NodeId {
    let element = undated(sheet, node, id, otherwise);
    date::leaf(sheet, element, com::PUBLICATION_DATE, &id.date);
    element
}

/// Adds a `pat:PatentPublicationIdentification` without its date.
pub(super) fn undated<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    id: &'r DocumentId,
    otherwise: &'r str,
) -> NodeId {
    let element = sheet
        .draft
        .element(node, pat::PATENT_PUBLICATION_IDENTIFICATION);
    sheet.id(element, &id.id);
    sheet.leaf(element, com::IP_OFFICE_CODE, office(id, otherwise));
    sheet.leaf(element, pat::PUBLICATION_NUMBER, id.number.as_str());
    sheet.leaf(
        element,
        com::PUBLICATION_LANGUAGE_CODE,
        language(&id.language),
    );
    sheet.leaf(element, com::PATENT_DOCUMENT_KIND_CODE, id.kind.trim());
    left_over(sheet, id, false);
    element
}

/// Adds the publication as the root of the source names it, for a source that names it nowhere else.
///
/// Clause: ST.96 V6_0 pat:PatentPublicationIdentification
pub(super) fn publication_of_root(sheet: &mut Sheet<'_>, node: NodeId, patent: &Patent) {
    let Some(id) = patent.root_document() else {
        return;
    };
    let element = sheet
        .draft
        .element(node, pat::PATENT_PUBLICATION_IDENTIFICATION);
    let office = office(&id, &patent.office).to_owned();
    sheet.leaf(element, com::IP_OFFICE_CODE, office);
    sheet.leaf(element, pat::PUBLICATION_NUMBER, id.number.to_string());
    let kind = id.kind.trim().to_owned();
    sheet.leaf(element, com::PATENT_DOCUMENT_KIND_CODE, kind);
}

/// Whether a publication is that of a grant, by the kind codes of offices for which that is certain. Elsewhere a `B`
/// may be an examined application.
///
/// Clause: ST.16
pub(super) fn is_grant(id: &DocumentId, otherwise: &str) -> bool {
    let kind = id.kind.trim();
    match office(id, otherwise) {
        "US" => kind.starts_with(['B', 'E', 'S']) || matches!(kind, "P2" | "P3"),
        "EP" => kind.starts_with('B'),
        "KR" => kind == "B1",
        _ => false,
    }
}

/// Adds the grant of which a publication tells; it was granted on the day of the first publication as a patent.
///
/// Clause: ST.96 V6_0 pat:PatentGrantIdentification
pub(super) fn granted<'r>(sheet: &mut Sheet<'r>, node: NodeId, id: &'r DocumentId) {
    let element = sheet.draft.element(node, pat::PATENT_GRANT_IDENTIFICATION);
    let own = sheet.office;
    sheet.leaf(element, com::IP_OFFICE_CODE, office(id, own));
    sheet.leaf(element, pat::PATENT_NUMBER, id.number.as_str());
    sheet.leaf(element, com::PATENT_DOCUMENT_KIND_CODE, id.kind.trim());
    if matches!(
        (office(id, own), id.kind.trim()),
        ("US", "B1" | "B2" | "S" | "S1" | "P2" | "P3") | ("EP", "B1")
    ) {
        date::leaf(sheet, element, pat::GRANT_DATE, &id.date);
    }
}

/// Adds a `pat:PatentGrantIdentification`.
///
/// Clause: ST.96 V6_0 pat:PatentGrantIdentification
pub(super) fn grant<'r>(sheet: &mut Sheet<'r>, node: NodeId, id: &'r DocumentId) {
    let element = sheet.draft.element(node, pat::PATENT_GRANT_IDENTIFICATION);
    sheet.id(element, &id.id);
    let own = sheet.office;
    sheet.leaf(element, com::IP_OFFICE_CODE, office(id, own));
    sheet.leaf(element, pat::PATENT_NUMBER, id.number.as_str());
    sheet.leaf(element, com::PATENT_DOCUMENT_KIND_CODE, id.kind.trim());
    date::leaf(sheet, element, pat::GRANT_DATE, &id.date);
    left_over(sheet, id, false);
}

/// Adds a document as what it is: a publication when it has a kind code or says so, else an application.
pub(super) fn any<'r>(sheet: &mut Sheet<'r>, node: NodeId, id: &'r DocumentId, otherwise: &'r str) {
    let is_publication = match id.format.as_str() {
        "application" => false,
        "publication" => true,
        _ => !id.kind.is_empty(),
    };
    if is_publication {
        publication(sheet, node, id, otherwise);
    } else {
        application(sheet, node, pat::APPLICATION_IDENTIFICATION, id, otherwise);
    }
}

/// Adds a `com:CitedPatentDocumentIdentification`.
///
/// Clause: ST.96 V6_0 com:CitedPatentDocumentIdentification
pub(super) fn cited<'r>(sheet: &mut Sheet<'r>, node: NodeId, id: &'r DocumentId) -> NodeId {
    let element = sheet
        .draft
        .element(node, com::CITED_PATENT_DOCUMENT_IDENTIFICATION);
    sheet.id(element, &id.id);
    sheet.leaf(element, com::IP_OFFICE_CODE, office(id, ""));
    sheet.leaf(element, com::DOCUMENT_NUMBER, id.number.as_str());
    sheet.leaf(element, com::ENTITY_NAME, id.name.as_str());
    sheet.leaf(element, com::PATENT_DOCUMENT_KIND_CODE, id.kind.trim());
    date::leaf(sheet, element, com::PATENT_DOCUMENT_DATE, &id.date);
    let language = language(&id.language);
    sheet.set(
        element,
        crate::component::schema::attr::LANGUAGE_CODE,
        language,
    );
    sheet.spares("document-id", &id.attributes);
    element
}

/// What an identification has beyond its element in ST.96.
fn left_over<'r>(sheet: &mut Sheet<'r>, id: &'r DocumentId, application: bool) {
    if application && !id.kind.is_empty() {
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
    sheet.spares("document-id", &id.attributes);
}

/// A document in one line, for free text; its attributes have no place.
pub(super) fn told(sheet: &mut Sheet<'_>, id: &DocumentId) -> String {
    sheet.spares("document-id", &id.attributes);
    line(id)
}

/// A document in one line, for free text: office, number, kind, date and name as they were written.
pub(super) fn line(id: &DocumentId) -> String {
    [&id.office, &id.number, &id.kind, &id.date.raw, &id.name]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(model::Str::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}
