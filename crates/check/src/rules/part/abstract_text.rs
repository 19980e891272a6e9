//! `part/abstract-text`.

use crate::{Context, rule::Found};

rule! {
    /// A published application with its text has an abstract.
    ///
    /// *What it checks:* publications with kind code A and a description.
    ///
    /// *Why:* the abstract is what most searchers read first.
    ///
    /// *Example:* an `A1` publication whose `abstract` is missing.
    ///
    /// Clause: ST.9 57; ST.96 V6_0 pat:Abstract
    struct AbstractText = "part/abstract-text", Warning, "look for the abstract in the source";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    if context.is_kind('A') && !patent.descriptions.is_empty() && patent.abstracts.is_empty() {
        found.say("abstract", "", "the published application has no abstract");
    }
}
