//! `claims/number-missing`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// Every claim has a number.
    ///
    /// *What it checks:* sets in which some claims are numbered and others are not.
    ///
    /// *Why:* claims are cited by number, and ST.96 asks for it.
    ///
    /// *Example:* the third claim with `num=""`.
    ///
    /// Clause: ST.96 V6_0 pat:ClaimNumber
    struct NumberMissing = "claims/number-missing", Warning,
        "number the claim as in the published document";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (number, set) in context.patent().claim_sets.iter().enumerate() {
        if set
            .claims
            .iter()
            .all(|claim| claim.number.trim().is_empty())
        {
            continue;
        }
        for (index, claim) in set.claims.iter().enumerate() {
            if claim.number.trim().is_empty() {
                found.say(
                    Place::of("claims", number).nth("claim", index),
                    "",
                    format!("the claim at position {} has no number", index + 1),
                );
            }
        }
    }
}
