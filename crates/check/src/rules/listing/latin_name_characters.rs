//! `listing/latin-name-characters`.

use crate::listing::words::{beyond_basic_latin, shown};
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// Latin names are of Basic Latin characters.
    ///
    /// *What it checks:* `ApplicantNameLatin` and `InventorNameLatin`.
    ///
    /// *Why:* they are for systems that know no others.
    ///
    /// *Example:* a Latin name with ü.
    ///
    /// *Draft id:* `XANL_1`
    ///
    /// Clause: ST.26 45, 47
    Head struct LatinNameCharacters = "listing/latin-name-characters", Error,
        "write the name in Basic Latin characters, without accents";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    for (name, wording) in [
        ("ApplicantNameLatin", &listing.applicant_latin),
        ("InventorNameLatin", &listing.inventor_latin),
    ] {
        let Some(wording) = wording else { continue };
        if let Some(strange) = beyond_basic_latin(&wording.text) {
            let message = format!("the Latin name holds {}", shown(strange));
            found.say_within(name, &wording.span, &wording.text, message);
        }
    }
}
