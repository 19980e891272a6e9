//! `code/priority-office`.

use crate::codes::is_country;
use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// The office of an earlier application has a code of ST.3.
    ///
    /// *What it checks:* the office of each number of a priority claim, and the states for which a
    /// regional application counts. Withdrawn codes and codes of territories are accepted.
    ///
    /// *Why:* the family of a document is found by its priorities.
    ///
    /// *Example:* `JAP` instead of `JP`.
    ///
    /// Clause: ST.3; ST.9 33
    struct PriorityOffice = "code/priority-office", Error, "use the two-letter code of the office";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, priority) in context.patent().priorities.iter().enumerate() {
        let offices = priority.documents.iter().map(|id| &id.office);
        for office in offices.chain(&priority.offices) {
            let office = office.trim();
            if !office.is_empty() && !is_country(office) {
                found.say(
                    Place::of("priorities", index).part("office"),
                    office,
                    format!("{office} is no office code of ST.3"),
                );
            }
        }
    }
}
