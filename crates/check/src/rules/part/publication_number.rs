//! `part/publication-number`.

use crate::{Context, rule::Found};

rule! {
    /// A publication has a number.
    ///
    /// *What it checks:* that a number is given in one of the number formats.
    ///
    /// *Why:* without it the document has no name.
    ///
    /// *Example:* `<doc-number/>`.
    ///
    /// Clause: ST.9 11; ST.96 V6_0 pat:PublicationNumber
    struct PublicationNumber = "part/publication-number", Error,
        "add the number from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    if context.patent().document().is_none() {
        found.say("publication", "", "the publication has no number");
    }
}
