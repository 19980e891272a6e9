//! The body of an application on its own: a text of which no bibliographic data are known.
//!
//! Clause: ST.96 V6_0 pat:ApplicationBody

use super::sheet::Sheet;
use super::{body, claims, document, media};
use crate::component::schema::attr;
use model::{Patent, Publication};

/// Whether a record is the body of an application, and no more than that place takes.
pub(super) fn is_body(patent: &Patent) -> bool {
    let Patent {
        publication,
        application,
        titles,
        parties,
        priorities,
        classifications,
        citations,
        relations,
        milestones,
        events,
        statements,
        ..
    } = patent;
    let root = patent.origin.root.rsplit(':').next().unwrap_or_default();
    let is_part = matches!(
        root,
        "application-body" | "ApplicationBody" | "description" | "claims" | "abstract"
    );
    let has_data = *publication != Publication::default()
        || !application.documents.is_empty()
        || patent.root_document().is_some()
        || !titles.is_empty()
        || !parties.is_empty()
        || !priorities.is_empty()
        || !classifications.is_empty()
        || !citations.is_empty()
        || !relations.is_empty()
        || !milestones.is_empty()
        || !events.is_empty()
        || !statements.is_empty();
    let fits = patent.descriptions.len() <= 1
        && patent.abstracts.len() <= 1
        && patent.drawings.len() <= 1
        && patent.sections.is_empty()
        && (patent.attachments.is_empty() || is_pages(patent));
    let has_text = !patent.descriptions.is_empty()
        || !patent.claim_sets.is_empty()
        || !patent.abstracts.is_empty()
        || !patent.drawings.is_empty()
        || is_pages(patent);
    is_part && !has_data && fits && has_text
}

/// Whether there are pages kept as images, and nothing else.
fn is_pages(patent: &Patent) -> bool {
    !patent.attachments.is_empty()
        && patent
            .attachments
            .iter()
            .all(|part| part.name == "doc-page")
        && patent.is_bibliographic()
        && patent.abstracts.is_empty()
}

/// Fills the root of the body of an application.
pub(super) fn body<'r>(sheet: &mut Sheet<'r>, patent: &'r Patent) {
    let root = sheet.draft.root();
    sheet.set(
        root,
        attr::LANGUAGE_CODE,
        document::language(sheet.language),
    );
    sheet.set(root, attr::RECEIVING_OFFICE, patent.office.as_str());
    sheet.set(root, attr::ST96_VERSION, "V6_0");
    for attribute in &patent.origin.attributes {
        let value = attribute.value.as_str();
        match attribute.name.as_str() {
            "id" => sheet.id(root, value),
            "file" => sheet.set(root, attr::DOCUMENT_FILE_NAME, value),
            "file-reference-id" => sheet.set(root, attr::FILE_REFERENCE_IDENTIFIER, value),
            "status" => sheet.set(root, attr::APPLICATION_BODY_STATUS, value),
            "lang" if value.eq_ignore_ascii_case(sheet.language) => {}
            "country" if value == patent.office => {}
            name => sheet.spare(&patent.origin.root, name, value),
        }
    }
    if is_pages(patent) {
        for part in &patent.attachments {
            media::attached_page(sheet, root, part);
        }
        return;
    }
    body::descriptions(sheet, root, patent);
    claims::claims(sheet, root, patent);
    body::abstracts(sheet, root, patent);
    media::drawings(sheet, root, patent);
}
