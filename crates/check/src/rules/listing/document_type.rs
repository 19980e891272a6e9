//! `listing/document-type`.

use crate::listing::structure::{is_public_id, is_system_id};
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The document type declaration names the DTD of sequence listings.
    ///
    /// *What it checks:* that there is one, for `ST26SequenceListing`, with the public identifier of a version.
    ///
    /// *Why:* receiving software finds by it the DTD against which it validates.
    ///
    /// *Example:* a listing that begins with its root element.
    ///
    /// *Draft id:* DTD
    ///
    /// Clause: ST.26 39
    Head struct DocumentType = "listing/document-type", Error,
        "write the DOCTYPE of the DTD version that is used";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let Some(doctype) = &listing.doctype else {
        found.say_within(
            "DOCTYPE",
            &listing.span,
            "",
            "there is no document type declaration",
        );
        return;
    };
    let root = doctype.root.as_str();
    if !root.is_empty() && root != "ST26SequenceListing" {
        let message = "the document type is declared for another root than ST26SequenceListing";
        found.say_within("DOCTYPE", &doctype.span, root, message);
    } else if !is_public_id(&doctype.public_id) {
        let message = "the public identifier is not that of a sequence listing";
        found.say_within("DOCTYPE", &doctype.span, &doctype.public_id, message);
    } else if !is_system_id(&doctype.system_id) {
        let message = "the system identifier is not that of a sequence listing";
        found.say_within("DOCTYPE", &doctype.span, &doctype.system_id, message);
    }
}
