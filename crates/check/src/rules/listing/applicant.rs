//! `listing/applicant`.

use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The applicant is named.
    ///
    /// *What it checks:* that `ApplicantName` is there and not blank; the DTD lets it be left out, the standard
    /// does not.
    ///
    /// *Why:* it says whose sequences they are.
    ///
    /// *Example:* a listing without `ApplicantName`.
    ///
    /// *Draft id:* `XAN_1`
    ///
    /// Clause: ST.26 45
    Head struct Applicant = "listing/applicant", Error,
        "add the name of the applicant who is named first";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    if super::is_nameless(listing.applicant.as_ref()) {
        let span = listing
            .applicant
            .as_ref()
            .map_or(&listing.span, |name| &name.span);
        found.say_within("ApplicantName", span, "", "the applicant is not named");
    }
}
