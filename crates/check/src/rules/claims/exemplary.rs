//! `claims/exemplary`.

use super::count;
use crate::context::Place;
use crate::{Context, form, rule::Found};

rule! {
    /// An exemplary claim is one of the claims.
    ///
    /// *What it checks:* the numbers of exemplary claims against the number of claims.
    ///
    /// *Why:* gazettes print that claim.
    ///
    /// *Example:* exemplary claim 12 of a document with 10 claims.
    ///
    /// Clause: ST.96 V6_0 pat:ExemplaryClaimBag
    struct Exemplary = "claims/exemplary", Warning, "name a claim of the document";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let Some(total) = patent
        .claim_sets
        .first()
        .map(count)
        .filter(|total| *total > 0)
    else {
        return;
    };
    for (index, exemplary) in patent.exemplary_claims.iter().enumerate() {
        let numbers = exemplary.split([',', ' ', ';']).filter_map(form::number);
        for number in numbers.filter(|number| *number == 0 || *number > total) {
            found.say(
                Place::of("exemplary_claims", index),
                exemplary,
                format!("claim {number} is named as exemplary, but there are {total} claims"),
            );
        }
    }
}
