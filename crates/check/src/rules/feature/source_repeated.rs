//! `feature/source-repeated`.

use crate::listing::examined::Examined;
use crate::rule::Found;

listing_rule! {
    /// A sequence has one feature `source`.
    ///
    /// *What it checks:* that there is only one.
    ///
    /// *Why:* a sequence comes from one molecule.
    ///
    /// *Example:* two features `source`.
    ///
    /// *Draft id:* `XFK_4`
    ///
    /// Clause: ST.26 75
    Sequence struct SourceRepeated = "feature/source-repeated", Error,
        "keep one source, and put the others into misc_feature or REGION";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in sequence.sources().skip(1) {
        let message = "a feature source stands before already";
        found.say_within(
            sequence.feature_path(feature),
            &feature.feature.span,
            feature.feature.key(),
            message,
        );
    }
}
