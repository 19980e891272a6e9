//! `party/duplicate`.

use super::names;
use crate::context::Place;
use crate::{Context, rule::Found};
use model::{Address, Contact, Party, PartyRole};

rule! {
    /// A party stands once in its role.
    ///
    /// *What it checks:* whole names of applicants, inventors and owners in the same number format
    /// and language, with their city. Agents and opponents recur rightly: one agent serves several
    /// parties, one opponent files several oppositions.
    ///
    /// *Why:* a second entry is often a copy that should have been someone else.
    ///
    /// *Example:* the inventor Anna Sample of Sampletown stands twice.
    ///
    /// Clause: ST.9 71, 72, 73
    struct Duplicate = "party/duplicate", Info, "compare the parties with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let parties = &context.patent().parties;
    for (index, party) in parties.iter().enumerate() {
        if !is_unique(party.role) {
            continue;
        }
        let is_like = |other: &Party| {
            (other.role, &other.kind, &other.format) == (party.role, &party.kind, &party.format)
        };
        let earlier = || parties[..index].iter().filter(|other| is_like(other));
        for contact in &party.contacts {
            let mut others = earlier().flat_map(|other| &other.contacts);
            if others.any(|other| is_same(other, contact)) && !names(contact).is_empty() {
                let (role, names) = (party.role.as_str(), names(contact));
                found.say(
                    Place::of("parties", index).part(role),
                    &names,
                    format!("the {role} {names} stands twice"),
                );
            }
        }
    }
}

fn is_unique(role: PartyRole) -> bool {
    matches!(
        role,
        PartyRole::Applicant
            | PartyRole::Inventor
            | PartyRole::DeceasedInventor
            | PartyRole::Owner
            | PartyRole::Assignee
    )
}

fn is_same(a: &Contact, b: &Contact) -> bool {
    let city = |address: &Option<Address>| address.as_ref().map(|address| address.city.clone());
    a.name == b.name && a.language == b.language && city(&a.address) == city(&b.address)
}
