//! `reference/claim-missing`.

use super::missing;
use crate::{Context, rule::Found};
use model::ReferenceKind;

rule! {
    /// References to claims lead to a claim.
    ///
    /// *What it checks:* that each target of a reference to a claim is an identifier of the
    /// document.
    ///
    /// *Why:* on what a claim depends is part of its scope.
    ///
    /// *Example:* `<claim-ref idref="CLM-00012">` in a document with ten claims.
    ///
    /// Clause: ST.36 claim-ref/@idref; ST.96 V6_0 pat:ClaimReference
    struct ClaimMissing = "reference/claim-missing", Error,
        "correct the identifier, or look for the claim in the source";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    missing(context, ReferenceKind::Claim, found);
}
