//! The general information of a listing.

use super::VERSION;
use super::sheet::Sheet;
use model::sequence::{ListedApplication, Wording, Written};
use model::{SequenceListing, Severity, Statement};

/// The root's start tag.
pub(super) fn root(sheet: &mut Sheet<'_>, listing: &SequenceListing) {
    sheet.raw("<ST26SequenceListing");
    sheet.attribute("dtdVersion", VERSION);
    if let Some(version) = &listing.dtd_version
        && version.text.trim() != VERSION
    {
        let message = format!(
            "the listing was made for version {} of the definition; it was written for {VERSION}",
            version.text.trim()
        );
        sheet.say(
            "st26/version",
            Severity::Info,
            message,
            "nothing need be done",
        );
    }
    let attributes = [
        ("fileName", &listing.file_name),
        ("softwareName", &listing.software_name),
        ("softwareVersion", &listing.software_version),
        ("productionDate", &listing.production_date),
        ("originalFreeTextLanguageCode", &listing.original_language),
        ("nonEnglishFreeTextLanguageCode", &listing.foreign_language),
    ];
    for (name, value) in attributes {
        if let Some(value) = value {
            sheet.attribute(name, &value.text);
        }
    }
    sheet.raw(">\n");
}

/// All that stands before the sequences.
pub(super) fn children(sheet: &mut Sheet<'_>, listing: &SequenceListing) {
    if let Some(listed) = &listing.application {
        application(sheet, "ApplicationIdentification", listed);
        sheet.written("ApplicantFileReference", listing.reference.as_ref());
    } else {
        let place = || "the listing".to_owned();
        sheet.demanded(
            "ApplicantFileReference",
            listing.reference.as_ref(),
            "",
            &place,
        );
    }
    if let Some(listed) = &listing.earliest_priority {
        application(sheet, "EarliestPriorityApplicationIdentification", listed);
    }
    name(
        sheet,
        "ApplicantName",
        &listing.applicant,
        &listing.applicant_latin,
    );
    name(
        sheet,
        "InventorName",
        &listing.inventor,
        &listing.inventor_latin,
    );
    titles(sheet, listing);
    let count = listing.sequences.len().to_string();
    let place = || "the listing".to_owned();
    sheet.demanded(
        "SequenceTotalQuantity",
        listing.total.as_ref(),
        &count,
        &place,
    );
    left(sheet, listing);
}

fn application(sheet: &mut Sheet<'_>, name: &str, listed: &ListedApplication) {
    let place = || name.to_owned();
    sheet.open(name, None);
    sheet.demanded("IPOfficeCode", listed.office.as_ref(), "", &place);
    sheet.demanded("ApplicationNumberText", listed.number.as_ref(), "", &place);
    sheet.written("FilingDate", listed.filed.as_ref());
    sheet.close(name);
}

/// A name and its Latin form; the definition demands the first when there is the second.
fn name(sheet: &mut Sheet<'_>, element: &str, name: &Option<Wording>, latin: &Option<Wording>) {
    match (name, latin) {
        (Some(name), _) => wording(sheet, element, name),
        (None, Some(latin)) => {
            let message = format!(
                "the listing has {element}Latin without {element}; the Latin form was written as both"
            );
            sheet.say(
                "st26/filled-in",
                Severity::Warning,
                message,
                "add the name in its own letters",
            );
            wording(sheet, element, latin);
        }
        (None, None) => {}
    }
    if let Some(latin) = latin {
        sheet.leaf(&format!("{element}Latin"), None, &latin.text);
    }
}

fn wording(sheet: &mut Sheet<'_>, element: &str, wording: &Wording) {
    let language = wording.language.as_deref().unwrap_or("");
    if wording.language.is_none() {
        let message = format!("{element} gives no language; languageCode was written empty");
        sheet.say(
            "st26/filled-in",
            Severity::Warning,
            message,
            "add the language code",
        );
    }
    sheet.leaf(element, Some(("languageCode", language)), &wording.text);
}

fn titles(sheet: &mut Sheet<'_>, listing: &SequenceListing) {
    for title in &listing.titles {
        wording(sheet, "InventionTitle", title);
    }
    if listing.titles.is_empty() {
        let message = "the listing has no title of the invention; it was written empty".to_owned();
        sheet.say(
            "st26/filled-in",
            Severity::Warning,
            message,
            "add the title",
        );
        sheet.leaf("InventionTitle", Some(("languageCode", "")), "");
    }
}

/// What ST.26 has no place for.
fn left(sheet: &mut Sheet<'_>, listing: &SequenceListing) {
    for other in &listing.further_priorities {
        let parts = [&other.office, &other.number, &other.filed];
        let words: Vec<&str> = parts.into_iter().flatten().map(text).collect();
        sheet.no_place("a further priority claim", &words.join(" "));
    }
    for other in &listing.further_names {
        sheet.no_place("a further name", &other.text);
    }
    for statement in &listing.statements {
        self::statement(sheet, statement);
    }
    for said in &listing.origin.attributes {
        sheet.no_place(&format!("the attribute {}", said.name), &said.value);
    }
    for part in &listing.unmapped {
        let mut words = part.text.to_string();
        for said in &part.attributes {
            words.push(' ');
            words.push_str(&said.value);
        }
        sheet.no_place(&format!("{}, which was not understood", part.path), &words);
    }
}

/// The values of all attributes of a statement.
fn attribute_values(statement: &Statement, out: &mut String) {
    for said in &statement.attributes {
        out.push_str(&said.value);
        out.push(' ');
    }
    for part in &statement.parts {
        attribute_values(part, out);
    }
}

/// Says a statement that has no place.
pub(super) fn statement(sheet: &mut Sheet<'_>, statement: &Statement) {
    let mut words = String::new();
    model::text::statement(statement, &mut |text| {
        words.push_str(text);
        words.push(' ');
    });
    attribute_values(statement, &mut words);
    sheet.no_place(&statement.code, &words);
}

fn text(written: &Written) -> &str {
    written.text.as_str()
}
