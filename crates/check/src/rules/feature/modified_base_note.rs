//! `feature/modified-base-note`.

use crate::listing::examined::Examined;
use crate::listing::examined::Said;
use crate::rule::Found;

listing_rule! {
    /// A modified nucleotide without an abbreviation is named in full.
    ///
    /// *What it checks:* that `modified_base` with `mod_base` OTHER has a `note`.
    ///
    /// *Why:* OTHER says nothing.
    ///
    /// *Example:* OTHER alone.
    ///
    /// *Draft id:* `MB_1`
    ///
    /// Clause: ST.26 15 to 17
    Sequence struct ModifiedBaseNote = "feature/modified-base-note", Error,
        "add a note with the full name";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in sequence
        .features
        .iter()
        .filter(|feature| feature.is("modified_base"))
    {
        let is_other = feature.find("mod_base").map(Said::value) == Some("OTHER");
        if is_other && feature.find("note").is_none() && feature.strangers() == 0 {
            let message = "mod_base is OTHER, and no note names the nucleotide";
            found.say_within(
                sequence.feature_path(feature),
                &feature.feature.span,
                "OTHER",
                message,
            );
        }
    }
}
