//! `part/description`.

use crate::{Context, rule::Found};

rule! {
    /// A document with claims has a description.
    ///
    /// *What it checks:* publications with claims; designs, which are described by their drawings,
    /// are not looked at.
    ///
    /// *Why:* claims are read in the light of the description.
    ///
    /// *Example:* a grant whose `description` is missing.
    ///
    /// Clause: ST.36 description; ST.96 V6_0 pat:Description
    struct Description = "part/description", Warning, "look for the description in the source";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let has_claims = patent.claim_sets.iter().any(|set| !set.claims.is_empty());
    if has_claims && patent.descriptions.is_empty() && !context.is_kind('S') {
        found.say(
            "description",
            "",
            "the document has claims and no description",
        );
    }
}
