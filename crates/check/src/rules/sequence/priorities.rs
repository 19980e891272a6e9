//! `sequence/priorities`.

use crate::context::Place;
use crate::{Context, rule::Found};
use std::collections::BTreeSet;

rule! {
    /// No two priority claims have the same place in the sequence.
    ///
    /// *What it checks:* the sequence of each claim; number formats of one claim share theirs.
    ///
    /// *Why:* ST.96 asks for a sequence, and parts of a claim are joined by it.
    ///
    /// *Example:* two claims with `sequence="01"`.
    ///
    /// Clause: ST.36 priority-claim/@sequence; ST.96 V6_0 pat:PriorityClaim
    struct Priorities = "sequence/priorities", Error, "number the claims as on the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut seen = BTreeSet::new();
    for (index, priority) in context.patent().priorities.iter().enumerate() {
        let sequence = priority.sequence.trim();
        if !sequence.is_empty() && !seen.insert(sequence) {
            found.say(
                Place::of("priorities", index),
                sequence,
                format!("a second priority claim has the sequence {sequence}"),
            );
        }
    }
}
