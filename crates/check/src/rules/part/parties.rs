//! `part/parties`.

use crate::{Context, rule::Found};
use model::PartyRole;

rule! {
    /// An applicant, an inventor or an owner is named.
    ///
    /// *What it checks:* that there is at least one of them.
    ///
    /// *Why:* ST.96 asks for a party, and a right belongs to someone.
    ///
    /// *Example:* a document without `parties`.
    ///
    /// Clause: ST.9 71, 72, 73; ST.96 V6_0 pat:PartyBag
    struct Parties = "part/parties", Warning, "add the parties from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let is_holder = |role: PartyRole| {
        matches!(
            role,
            PartyRole::Applicant
                | PartyRole::Inventor
                | PartyRole::DeceasedInventor
                | PartyRole::Owner
                | PartyRole::Assignee
        )
    };
    let patent = context.patent();
    if patent.document().is_some() && !patent.parties.iter().any(|party| is_holder(party.role)) {
        found.say("parties", "", "no applicant, inventor or owner is named");
    }
}
