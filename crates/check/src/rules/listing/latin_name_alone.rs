//! `listing/latin-name-alone`.

use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// A Latin name of an inventor stands beside the name itself.
    ///
    /// *What it checks:* that `InventorNameLatin` has its `InventorName`.
    ///
    /// *Why:* the DTD has a place for it only there.
    ///
    /// *Example:* `InventorNameLatin` without `InventorName`.
    ///
    /// *Draft id:* `INVN_1`
    ///
    /// Clause: ST.26 45
    Head struct LatinNameAlone = "listing/latin-name-alone", Error,
        "add the name itself, or remove the Latin one";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let Some(latin) = &listing.inventor_latin else {
        return;
    };
    if super::is_nameless(listing.inventor.as_ref()) {
        let message = "the inventor has a Latin name and no name";
        found.say_within("InventorNameLatin", &latin.span, &latin.text, message);
    }
}
