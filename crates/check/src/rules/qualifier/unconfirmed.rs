//! `qualifier/unconfirmed`.

use crate::listing::examined::Examined;
use crate::listing::value::{Trouble, trouble};
use crate::rule::Found;

listing_rule! {
    /// Qualifiers and values are those of the text that these rules follow.
    ///
    /// *What it checks:* those that a newer text may allow.
    ///
    /// *Why:* an office with an older text refuses them.
    ///
    /// *Example:* `circular_RNA` in a CDS.
    ///
    /// *Draft id:* `QUAL_ALLOWED` (unverified)
    ///
    /// Clause: ST.26 Annex I
    Sequence struct Unconfirmed = "qualifier/unconfirmed", Info,
        "check with the receiving office whether it takes them";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        let (Some(key), Some(name)) = (feature.key.known(), said.name.known()) else {
            return;
        };
        let is_newer = key.newer.has(name) && !key.allowed.has(name);
        if is_newer || said.is_fit && trouble(name, said.value()) == Some(Trouble::Newer) {
            let message = format!(
                "{} may be newer than many offices know",
                said.qualifier.name()
            );
            let path = sequence.qualifier_path(feature, said);
            found.say_within(path, said.name_place(), said.value(), message);
        }
    });
}
