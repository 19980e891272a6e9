//! Designated states, and the protection that is asked for in them.

use super::classification::{attributes_beside, beside, statement_line, statement_words};
use super::sheet::Sheet;
use super::{biblio, media};
use crate::component::draft::NodeId;
use crate::component::schema::{attr, com, pat};
use model::{Designation, Patent};

/// Designated states: those of the EPC in the place for them, all others as notes.
///
/// Clause: ST.96 V6_0 pat:StateDesignation
pub(super) fn designations<'r>(sheet: &mut Sheet<'r>, node: NodeId, patent: &'r Patent) {
    let mut holder = None;
    let has_place = patent
        .designations
        .iter()
        .any(|one| is_national(one) || is_regional(one));
    for designation in &patent.designations {
        let region = region(designation);
        let national = is_national(designation);
        if national || is_regional(designation) {
            let element =
                *holder.get_or_insert_with(|| sheet.draft.element(node, pat::STATE_DESIGNATION));
            states(sheet, element, region, designation);
        } else {
            let line = designation.countries.join(" ");
            if !line.is_empty() || !designation.region.is_empty() {
                sheet.note(
                    designation.code.as_str(),
                    format!("{} {line}", designation.region),
                );
            }
        }
        for state in &designation.dated {
            sheet.note(designation.code.as_str(), biblio::milestone_line(state));
            sheet.spares(&designation.code, &state.attributes);
        }
        for statement in &designation.statements {
            let is_national = national && statement.code == "protection-request";
            let element = holder.filter(|_| is_national);
            let element = element
                .and_then(|holder| sheet.draft.last_child(holder, pat::NATIONAL_DESIGNATION));
            match element {
                Some(element) => protection(sheet, element, statement),
                None if statement.code == "new-designation-country" && has_place => {
                    let holder = *holder
                        .get_or_insert_with(|| sheet.draft.element(node, pat::STATE_DESIGNATION));
                    let country = statement_line(statement);
                    sheet.leaf(holder, pat::NEW_DESIGNATION_COUNTRY_CODE, country);
                }
                None => sheet.note(statement.code.as_str(), statement_line(statement)),
            }
        }
    }
}

/// The region for which states are designated.
fn region(designation: &Designation) -> &str {
    match designation.code.as_str() {
        "B840" => "EP",
        _ => designation.region.as_str(),
    }
}

fn is_national(designation: &Designation) -> bool {
    region(designation).is_empty()
        && !designation.countries.is_empty()
        && matches!(designation.code.as_str(), "national" | "B810")
}

fn is_regional(designation: &Designation) -> bool {
    matches!(region(designation), "EP" | "BX" | "EM") && !designation.countries.is_empty()
}

/// The states for which a party is named, in the place for them; a region comes before its states.
///
/// Clause: ST.96 V6_0 pat:StateDesignation
pub(super) fn of_party<'r>(sheet: &mut Sheet<'r>, node: NodeId, statement: &model::Statement) {
    let element = sheet.draft.element(node, pat::STATE_DESIGNATION);
    beside(sheet, statement, &[]);
    let mut holder = None;
    for part in &statement.parts {
        let words = statement_words(part);
        if part.code == "region" {
            let regional = sheet.draft.element(element, pat::REGIONAL_DESIGNATION);
            sheet.leaf(regional, pat::REGIONAL_OFFICE_CODE, words);
            holder = Some(regional);
            continue;
        }
        let states =
            *holder.get_or_insert_with(|| sheet.draft.element(element, pat::NATIONAL_DESIGNATION));
        sheet.leaf(states, com::DESIGNATED_COUNTRY_CODE, words);
    }
}

/// The kind of protection that is asked for in a designated state.
///
/// Clause: ST.96 V6_0 pat:StateDesignation
fn protection<'r>(sheet: &mut Sheet<'r>, node: NodeId, statement: &'r model::Statement) {
    let element = sheet.draft.element(node, pat::PROTECTION_REQUEST);
    beside(sheet, statement, &["subset"]);
    let mut said = statement.attributes.iter();
    if let Some(subset) = said.find(|said| said.name == "subset") {
        sheet.set(element, attr::SUBSET_INDICATOR, media::truth(&subset.value));
    }
    let mut is_named = false;
    for part in &statement.parts {
        match part.code.as_str() {
            "kind-of-protection" if !is_named => {
                is_named = true;
                attributes_beside(sheet, part, &[]);
                sheet.leaf(element, pat::PROTECTION_CATEGORY, statement_words(part));
            }
            "document-id" => protected_document(sheet, element, part),
            code => sheet.note(code, statement_line(part)),
        }
    }
}

/// The document in which the protection is asked for.
fn protected_document<'r>(sheet: &mut Sheet<'r>, node: NodeId, part: &'r model::Statement) {
    beside(sheet, part, &[]);
    let holder = sheet
        .draft
        .element(node, pat::PATENT_DOCUMENT_IDENTIFICATION);
    let application = sheet.draft.element(holder, pat::APPLICATION_IDENTIFICATION);
    for inner in &part.parts {
        let words = statement_words(inner);
        attributes_beside(sheet, inner, &[]);
        match inner.code.as_str() {
            "country" => sheet.leaf(application, com::IP_OFFICE_CODE, words),
            "doc-number" => {
                let number = sheet.draft.element(application, com::APPLICATION_NUMBER);
                sheet.leaf(number, com::APPLICATION_NUMBER_TEXT, words);
            }
            "date" => {
                let iso = model::Date::new(words.clone()).iso();
                sheet.leaf(application, pat::FILING_DATE, iso.unwrap_or(words));
            }
            code => sheet.note(code, words),
        }
    }
}

fn states<'r>(sheet: &mut Sheet<'r>, node: NodeId, region: &'r str, designation: &'r Designation) {
    let name = if region.is_empty() {
        pat::NATIONAL_DESIGNATION
    } else {
        pat::REGIONAL_DESIGNATION
    };
    let element = sheet.draft.element(node, name);
    sheet.leaf(element, pat::REGIONAL_OFFICE_CODE, region);
    for country in &designation.countries {
        sheet
            .draft
            .leaf(element, com::DESIGNATED_COUNTRY_CODE, country.as_str());
    }
}
