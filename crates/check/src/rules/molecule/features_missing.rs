//! `molecule/features-missing`.

use crate::listing::examined::Examined;
use crate::rule::Found;

listing_rule! {
    /// Each sequence has features.
    ///
    /// *What it checks:* that `INSDSeq_feature-table` is there with a feature, unless the sequence was skipped.
    ///
    /// *Why:* a sequence without its source says nothing.
    ///
    /// *Example:* a sequence without `INSDSeq_feature-table`.
    ///
    /// *Draft id:* `XFT_1`
    ///
    /// Clause: ST.26 60
    Sequence struct FeaturesMissing = "molecule/features-missing", Error,
        "add a feature table with the feature source";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let features = sequence.sequence.features.as_ref();
    if !sequence.is_skipped && features.is_none_or(Vec::is_empty) {
        let path = format!("{}/INSDSeq_feature-table", sequence.path());
        let message = "the sequence has no features";
        found.say_within(path, &sequence.sequence.span, "", message);
    }
}
