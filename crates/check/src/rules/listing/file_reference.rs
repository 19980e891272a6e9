//! `listing/file-reference`.

use crate::listing::words::is_blank;
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The applicant's file reference is given.
    ///
    /// *What it checks:* that it is there and not blank although the application is identified.
    ///
    /// *Why:* until the application has a number, it is found by the reference.
    ///
    /// *Example:* an empty `ApplicantFileReference`.
    ///
    /// *Draft id:* `ID_2`
    ///
    /// Clause: ST.26 45
    Head struct FileReference = "listing/file-reference", Warning,
        "add the reference by which the applicant knows the application";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    if listing.application.is_some() && is_blank(listing.reference.as_ref()) {
        let span = crate::listing::words::place(listing.reference.as_ref(), &listing.span);
        let message = "the applicant's file reference is missing";
        found.say_within("ApplicantFileReference", span, "", message);
    }
}
