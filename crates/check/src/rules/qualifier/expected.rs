//! `qualifier/expected`.

use crate::listing::examined::Examined;
use crate::listing::tables::annex;
use crate::rule::Found;

listing_rule! {
    /// A feature that is described in words has its note.
    ///
    /// *What it checks:* keys of amino acids such as SITE, of which it is unverified that `note` is mandatory.
    ///
    /// *Why:* without it the feature says nothing.
    ///
    /// *Example:* a SITE without note.
    ///
    /// *Draft id:* `MR_1`, `QUAL_M` (unverified, therefore a warning)
    ///
    /// Clause: ST.26 72 to 75; ST.26 Annex I
    Sequence struct Expected = "qualifier/expected", Warning,
        "add the qualifier";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in &sequence.features {
        let Some(key) = feature.key.known() else {
            continue;
        };
        let absent = key.expected.without(feature.present());
        let is_empty = feature
            .feature
            .qualifiers
            .as_ref()
            .is_some_and(Vec::is_empty);
        if absent.is_empty() || is_empty {
            continue;
        }
        let names: Vec<&str> = annex(sequence.is_nucleic).names(absent).collect();
        // A qualifier whose name says nothing here may be the one that is missed.
        if feature.strangers() >= names.len() {
            continue;
        }
        for name in names {
            let message = format!("{} should have the qualifier {name}", key.name);
            found.say_within(
                sequence.feature_path(feature),
                &feature.feature.span,
                name,
                message,
            );
        }
    }
}
