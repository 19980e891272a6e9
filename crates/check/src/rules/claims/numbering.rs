//! `claims/numbering`.

use super::numbers;
use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// Claims are numbered from 1 without gaps.
    ///
    /// *What it checks:* the numbers of each set, in order; claims without number are passed over,
    /// and a number that stands twice is another rule's.
    ///
    /// *Why:* a gap is a lost claim.
    ///
    /// *Example:* 1, 2, 4.
    ///
    /// Clause: ST.36 claim/@num; ST.96 V6_0 pat:Claims
    struct Numbering = "claims/numbering", Error, "look for the missing claim in the source";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (number, set) in context.patent().claim_sets.iter().enumerate() {
        let mut next = 1;
        for (index, claim) in set.claims.iter().enumerate() {
            let Some((first, last)) = numbers(claim) else {
                next += 1;
                continue;
            };
            if first > next {
                found.say(
                    Place::of("claims", number).nth("claim", index),
                    &claim.number,
                    format!("claim {first} stands where claim {next} is due"),
                );
            }
            next = next.max(last + 1);
        }
    }
}
