//! Rules about the general information and the structure of a sequence listing.

pub(crate) mod applicant;
pub(crate) mod application_number;
pub(crate) mod attribute_unknown;
pub(crate) mod document_type;
pub(crate) mod dtd_version;
pub(crate) mod dtd_version_differs;
pub(crate) mod element_misplaced;
pub(crate) mod element_missing;
pub(crate) mod element_unknown;
pub(crate) mod encoding;
pub(crate) mod file_reference;
pub(crate) mod filing_date;
pub(crate) mod foreign_language;
pub(crate) mod foreign_language_english;
pub(crate) mod foreign_language_missing;
pub(crate) mod foreign_text_missing;
pub(crate) mod identification;
pub(crate) mod language_code;
pub(crate) mod latin_name;
pub(crate) mod latin_name_alone;
pub(crate) mod latin_name_characters;
pub(crate) mod no_sequences;
pub(crate) mod office_code;
pub(crate) mod original_language;
pub(crate) mod original_language_missing;
pub(crate) mod priority;
pub(crate) mod production_date;
pub(crate) mod software_characters;
pub(crate) mod stray_text;
pub(crate) mod title;
pub(crate) mod title_language;
pub(crate) mod title_length;
pub(crate) mod total;
pub(crate) mod total_differs;
pub(crate) mod total_form;

use crate::listing::words::beyond_basic_latin;
use model::SequenceListing;
use model::sequence::{ListedApplication, Wording, Written};

/// The applications that a listing names, with their paths.
fn applications(
    listing: &SequenceListing,
) -> impl Iterator<Item = (&'static str, &ListedApplication)> {
    let own = listing.application.as_ref();
    let earliest = listing.earliest_priority.as_ref();
    [
        ("ApplicationIdentification", own),
        ("EarliestPriorityApplicationIdentification", earliest),
    ]
    .into_iter()
    .filter_map(|(name, application)| Some((name, application?)))
}

/// Names and titles whose language is given, with their paths.
fn wordings(listing: &SequenceListing) -> impl Iterator<Item = (&'static str, &Wording)> {
    let applicant = listing.applicant.iter().map(|name| ("ApplicantName", name));
    let inventor = listing.inventor.iter().map(|name| ("InventorName", name));
    let titles = listing.titles.iter().map(|title| ("InventionTitle", title));
    applicant.chain(inventor).chain(titles)
}

/// Whether a name is not there, or blank.
fn is_nameless(wording: Option<&Wording>) -> bool {
    wording.is_none_or(|wording| wording.text.trim().is_empty())
}

/// What is the matter with a text that must be of Basic Latin.
fn strange(written: &Written) -> Option<String> {
    let c = beyond_basic_latin(&written.text)?;
    Some(crate::listing::words::shown(c))
}
