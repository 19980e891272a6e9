//! `part/application-number`.

use crate::{Context, rule::Found};

rule! {
    /// The number of the application is given.
    ///
    /// *What it checks:* that there is one in one of the number formats.
    ///
    /// *Why:* ST.96 asks for it, and the file is found by it.
    ///
    /// *Example:* a document without `application-reference`.
    ///
    /// Clause: ST.9 21; ST.96 V6_0 pat:ApplicationIdentification
    struct ApplicationNumber = "part/application-number", Error,
        "add the number from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    if context.patent().document().is_some() && context.application().is_none() {
        found.say(
            "application",
            "",
            "the number of the application is not given",
        );
    }
}
