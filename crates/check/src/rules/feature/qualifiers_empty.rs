//! `feature/qualifiers-empty`.

use crate::listing::examined::Examined;
use crate::rule::Found;

listing_rule! {
    /// An element for qualifiers holds at least one.
    ///
    /// *What it checks:* `INSDFeature_quals` without `INSDQualifier`.
    ///
    /// *Why:* something was lost.
    ///
    /// *Example:* `<INSDFeature_quals/>`.
    ///
    /// *Draft id:* `XFQ_3`
    ///
    /// Clause: ST.26 76
    Sequence struct QualifiersEmpty = "feature/qualifiers-empty", Error,
        "add a qualifier, or remove the empty element";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in &sequence.features {
        if feature
            .feature
            .qualifiers
            .as_ref()
            .is_some_and(Vec::is_empty)
        {
            let path = format!("{}/INSDFeature_quals", sequence.feature_path(feature));
            found.say_within(
                path,
                &feature.feature.span,
                "",
                "there are no qualifiers in it",
            );
        }
    }
}
