//! `claims/duplicate-number`.

use super::numbers;
use crate::context::Place;
use crate::{Context, rule::Found};
use std::collections::BTreeSet;

rule! {
    /// No two claims of a set have the same number.
    ///
    /// *What it checks:* the numbers of each set.
    ///
    /// *Why:* a reference to that number is ambiguous.
    ///
    /// *Example:* 1, 2, 2.
    ///
    /// Clause: ST.36 claim/@num
    struct DuplicateNumber = "claims/duplicate-number", Error,
        "number the claims as in the published document";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (number, set) in context.patent().claim_sets.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for (index, claim) in set.claims.iter().enumerate() {
            if let Some((first, _)) = numbers(claim).filter(|(first, _)| !seen.insert(*first)) {
                found.say(
                    Place::of("claims", number).nth("claim", index),
                    &claim.number,
                    format!("there are two claims {first}"),
                );
            }
        }
    }
}
