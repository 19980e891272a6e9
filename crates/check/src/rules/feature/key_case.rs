//! `feature/key-case`.

use crate::listing::examined::Examined;
use crate::listing::tables::Named;
use crate::rule::Found;

listing_rule! {
    /// Feature keys are written as in Annex I.
    ///
    /// *What it checks:* capitals and small letters of keys.
    ///
    /// *Why:* listings of the years before `V1_3` have `SOURCE` for amino acids; it is understood.
    ///
    /// *Example:* `SOURCE`.
    ///
    /// *Draft id:* `XFK_2`
    ///
    /// Clause: ST.26 62
    Sequence struct KeyCase = "feature/key-case", Info,
        "write the key as Annex I does";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in &sequence.features {
        if let Named::OtherCase(key) = feature.key {
            let written = feature.feature.key();
            let message = format!("{written} is written {}", key.name);
            found.say_within(
                sequence.feature_path(feature),
                feature.key_place(),
                written,
                message,
            );
        }
    }
}
