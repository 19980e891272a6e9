//! `party/name-missing`.

use super::names;
use crate::context::Place;
use crate::{Context, rule::Found};
use model::Contact;

rule! {
    /// A party has a name.
    ///
    /// *What it checks:* that a person, an organization, a register number or a text is given.
    ///
    /// *Why:* ST.96 asks for it, and a right belongs to someone.
    ///
    /// *Example:* an inventor with an address only.
    ///
    /// Clause: ST.9 71, 72, 73, 74; ST.96 V6_0 com:Name
    struct NameMissing = "party/name-missing", Warning, "take the name from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, party) in context.patent().parties.iter().enumerate() {
        if !party.contacts.iter().any(has_name) {
            let role = party.role.as_str();
            found.say(
                Place::of("parties", index).part(role),
                &party.sequence,
                format!("the {role} at position {} has no name", index + 1),
            );
        }
    }
}

fn has_name(contact: &Contact) -> bool {
    let name = &contact.name;
    let is_listed = !name.identifiers.is_empty() || !contact.text.is_empty();
    let is_addressed = contact.address.as_ref().is_some_and(|address| {
        let is_name = |kind: &str| matches!(kind, "snm" | "onm");
        address.lines.iter().any(|line| is_name(&line.kind))
    });
    is_listed || is_addressed || !name.synonyms.is_empty() || !names(contact).is_empty()
}
