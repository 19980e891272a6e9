//! `sequence/parties`.

use crate::context::Place;
use crate::{Context, rule::Found};
use std::collections::BTreeSet;

rule! {
    /// No two parties of a role have the same place in the sequence.
    ///
    /// *What it checks:* applicants, inventors, owners and agents, each in the same number format
    /// and of the same kind.
    ///
    /// *Why:* the order of parties is part of what they agreed on.
    ///
    /// *Example:* two inventors with `sequence="1"`.
    ///
    /// Clause: ST.36 inventor/@sequence; ST.96 V6_0 com:sequenceNumber
    struct Parties = "sequence/parties", Warning, "number the parties as on the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut seen = BTreeSet::new();
    for (index, party) in context.patent().parties.iter().enumerate() {
        let sequence = party.sequence.trim();
        let key = (
            party.role,
            party.kind.as_str(),
            party.format.as_str(),
            sequence,
        );
        if !sequence.is_empty() && !seen.insert(key) {
            let role = party.role.as_str();
            found.say(
                Place::of("parties", index).part(role),
                sequence,
                format!("a second {role} has the sequence {sequence}"),
            );
        }
    }
}
