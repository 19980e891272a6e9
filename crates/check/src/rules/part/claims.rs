//! `part/claims`.

use crate::{Context, rule::Found};

rule! {
    /// A document with a description has claims.
    ///
    /// *What it checks:* that a full text has a claim, or its claims as pages or text.
    ///
    /// *Why:* claims say what is protected; ST.96 asks for them.
    ///
    /// *Example:* a grant whose `claims` are missing.
    ///
    /// Clause: ST.36 claims; ST.96 V6_0 pat:Claims
    struct Claims = "part/claims", Error, "look for the claims in the source";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let mut sets = patent.claim_sets.iter();
    let has_claims = sets.any(|set| !set.claims.is_empty() || !set.blocks.is_empty());
    if !patent.descriptions.is_empty() && !has_claims {
        found.say("claims", "", "the document has a description and no claims");
    }
}
