//! `listing/latin-name`.

use crate::listing::words::beyond_basic_latin;
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// An applicant whose name is not of Basic Latin characters has a Latin name too.
    ///
    /// *What it checks:* that `ApplicantNameLatin` is there and not blank when the name needs it; an inventor may
    /// have one.
    ///
    /// *Why:* offices that do not read the script know the applicant by it.
    ///
    /// *Example:* a Japanese name alone.
    ///
    /// *Draft id:* `XANL_1`
    ///
    /// Clause: ST.26 45, 47
    Head struct LatinName = "listing/latin-name", Error,
        "add ApplicantNameLatin with the name in Latin letters";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let Some(applicant) = &listing.applicant else {
        return;
    };
    if super::is_nameless(listing.applicant_latin.as_ref())
        && beyond_basic_latin(&applicant.text).is_some()
    {
        let message =
            "the applicant's name is not of Basic Latin characters, and no Latin name is given";
        found.say_within(
            "ApplicantNameLatin",
            &applicant.span,
            &applicant.text,
            message,
        );
    }
}
