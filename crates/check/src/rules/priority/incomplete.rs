//! `priority/incomplete`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// A priority claim has an office, a date and a number.
    ///
    /// *What it checks:* that each of the three is given in one of the number formats of the claim.
    ///
    /// *Why:* an application elsewhere is found by all three.
    ///
    /// *Example:* a claim with country and date only.
    ///
    /// Clause: ST.36 priority-claim; ST.9 31, 32, 33
    struct Incomplete = "priority/incomplete", Warning, "add what is missing from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, priority) in context.patent().priorities.iter().enumerate() {
        let documents = &priority.documents;
        let parts = [
            (
                "office",
                documents.iter().all(|id| id.office.trim().is_empty()),
            ),
            ("date", documents.iter().all(|id| id.date.is_empty())),
            ("number", documents.iter().all(model::DocumentId::is_empty)),
        ];
        let missing: Vec<&str> = parts
            .iter()
            .filter(|part| part.1)
            .map(|part| part.0)
            .collect();
        if !missing.is_empty() {
            let missing = missing.join(" and ");
            found.say(
                Place::of("priorities", index),
                "",
                format!("the priority claim has no {missing}"),
            );
        }
    }
}
