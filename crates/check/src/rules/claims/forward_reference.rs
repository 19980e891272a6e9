//! `claims/forward-reference`.

use super::{label, leads_to};
use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// A claim refers to claims before it.
    ///
    /// *What it checks:* the references between the claims of each set; circles are another rule's.
    ///
    /// *Why:* most laws ask for it, and a reference forward is often a wrong number.
    ///
    /// *Example:* claim 2 refers to claim 5.
    ///
    /// Clause: ST.36 claim-ref
    struct ForwardReference = "claims/forward-reference", Info,
        "compare the reference with the published claims";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (number, graph) in context.dependencies().iter().enumerate() {
        let set = &context.patent().claim_sets[number];
        for (claim, targets) in graph.iter().enumerate() {
            let forward = targets
                .iter()
                .find(|target| **target > claim && !leads_to(graph, **target, claim));
            if let Some(target) = forward {
                let (from, to) = (label(set, claim), label(set, *target));
                found.say(
                    Place::of("claims", number).nth("claim", claim),
                    "",
                    format!("claim {from} refers to claim {to}, which comes later"),
                );
            }
        }
    }
}
