//! `listing/identification`.

use crate::listing::words::is_blank;
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The listing says to which application it belongs.
    ///
    /// *What it checks:* that there is an `ApplicationIdentification` or an `ApplicantFileReference` that is not
    /// blank.
    ///
    /// *Why:* a listing travels apart from its application.
    ///
    /// *Example:* neither of both elements.
    ///
    /// *Draft id:* `ID_1`
    ///
    /// Clause: ST.26 45
    Head struct Identification = "listing/identification", Error,
        "give the applicant's file reference or the application number";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    if listing.application.is_none() && is_blank(listing.reference.as_ref()) {
        let message = "neither an application nor an applicant's file reference is given";
        found.say_within("ApplicantFileReference", &listing.span, "", message);
    }
}
