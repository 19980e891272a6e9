//! `listing/element-missing`.

use crate::listing::Stage;
use crate::listing::structure;
use crate::rule::Found;

listing_rule! {
    /// No part is missing.
    ///
    /// *What it checks:* elements that the DTD wants in applications, sequences, features and qualifiers; others
    /// have rules of their own.
    ///
    /// *Why:* software that reads by the DTD refuses the whole file.
    ///
    /// *Example:* a feature without `INSDFeature_location`.
    ///
    /// *Draft id:* DTD
    ///
    /// Clause: ST.26 39
    All struct ElementMissing = "listing/element-missing", Error,
        "add the element";
}

fn check(stage: &Stage<'_>, found: &mut Found<'_>) {
    match stage {
        Stage::Head(listing) => structure::missing_in_head(listing, found),
        Stage::Sequence(sequence) => structure::missing_in_sequence(sequence, found),
        Stage::End(_) => {}
    }
}
