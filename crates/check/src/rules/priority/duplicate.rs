//! `priority/duplicate`.

use crate::context::Place;
use crate::{Context, rule::Found};
use std::collections::BTreeMap;

rule! {
    /// An earlier application is claimed once.
    ///
    /// *What it checks:* office and number of the claims, in the same number format.
    ///
    /// *Why:* a second claim of the same application is often a slip for another one.
    ///
    /// *Example:* `JP 2019-012345` stands twice.
    ///
    /// Clause: ST.9 31; ST.36 priority-claims
    struct Duplicate = "priority/duplicate", Warning,
        "remove the second claim, or correct its number";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut seen = BTreeMap::new();
    for (index, priority) in context.patent().priorities.iter().enumerate() {
        for id in priority.documents.iter().filter(|id| !id.is_empty()) {
            let key = (id.format.as_str(), id.office.as_str(), id.unpadded());
            let first = *seen.entry(key).or_insert(index);
            if first != index {
                found.say(
                    Place::of("priorities", index),
                    &id.number,
                    format!("the priority {} {} is claimed twice", id.office, id.number),
                );
                break;
            }
        }
    }
}
