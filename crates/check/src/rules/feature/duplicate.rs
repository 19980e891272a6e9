//! `feature/duplicate`.

use crate::listing::examined::Examined;
use crate::rule::Found;
use std::collections::BTreeSet;

listing_rule! {
    /// No feature stands twice.
    ///
    /// *What it checks:* key, location and qualifiers together; two sources are another rule's.
    ///
    /// *Why:* it was copied.
    ///
    /// *Example:* the same CDS twice.
    ///
    /// *Draft id:* none
    ///
    /// Clause: ST.26 60
    Sequence struct Duplicate = "feature/duplicate", Warning,
        "remove one of them";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    if sequence.features.len() < 2 {
        return;
    }
    let mut seen = BTreeSet::new();
    for feature in sequence
        .features
        .iter()
        .filter(|feature| !feature.is("source"))
    {
        let is_copied_with_ids = feature.qualifiers.iter().any(|said| said.is_id_repeated);
        let is_empty = feature.feature.key().is_empty();
        if !seen.insert(feature.digest()) && !is_copied_with_ids && !is_empty {
            let message = format!(
                "the same feature {} stands before already",
                feature.feature.key()
            );
            found.say_within(
                sequence.feature_path(feature),
                &feature.feature.span,
                feature.feature.key(),
                message,
            );
        }
    }
}
