//! The writer of sequence listings: valid against the document type definition 1.3.
//!
//! What the definition demands and the record lacks is written empty or counted, with a finding; what it has no place
//! for stands in a finding.
//!
//! Clause: ST.26 Annex II

mod general;
mod sequence;
mod sheet;

use crate::Cost;
use model::{Finding, Record, SequenceListing, Severity};
use sheet::Sheet;

/// The version of the definition that is written.
const VERSION: &str = "V1_3";

/// Writes the sequence listing of a record and appends it to `out`.
pub fn write(record: &Record, out: &mut Vec<u8>) -> Cost {
    let Some((listing, others)) = record.listings().split_first() else {
        return Cost {
            findings: vec![
                Finding::new(
                    "st26/no-listing",
                    Severity::Error,
                    "the document holds no sequence listing; nothing was written",
                )
                .hint("convert it to st96; its sequence listing is a file of its own, if there is one"),
            ],
            lost: 0,
        };
    };
    let mut sheet = Sheet::new(out);
    for other in others {
        let said = format!(
            "the document holds a further sequence listing of {} sequences; only the first was written",
            other.sequences.len()
        );
        sheet.say(
            "st26/no-place",
            Severity::Error,
            said,
            "ask for one listing a document",
        );
    }
    document(&mut sheet, listing);
    sheet.cost
}

fn document(sheet: &mut Sheet<'_>, listing: &SequenceListing) {
    sheet.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    sheet.raw("<!DOCTYPE ST26SequenceListing PUBLIC \"-//WIPO//DTD Sequence Listing 1.3//EN\" ");
    sheet.raw("\"ST26SequenceListing_V1_3.dtd\">\n");
    general::root(sheet, listing);
    general::children(sheet, listing);
    if listing.sequences.is_empty() {
        sheet.say(
            "st26/no-sequence",
            Severity::Error,
            "the listing holds no sequence; the definition demands one, so the output is not valid"
                .to_owned(),
            "ask the sender for the sequences",
        );
    }
    for (index, one) in listing.sequences.iter().enumerate() {
        sequence::sequence(sheet, one, index);
    }
    sheet.raw("</ST26SequenceListing>\n");
}
