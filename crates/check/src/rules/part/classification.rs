//! `part/classification`.

use crate::{Context, rule::Found};

rule! {
    /// The document is classified.
    ///
    /// *What it checks:* that there is a classification of any scheme.
    ///
    /// *Why:* searchers find documents by their class.
    ///
    /// *Example:* a grant without IPC, CPC, Locarno or national class.
    ///
    /// Clause: ST.9 51, 52; ST.96 V6_0 pat:PatentClassificationBag
    struct Classification = "part/classification", Info,
        "add the classification from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    if patent.document().is_some() && patent.classifications.is_empty() {
        found.say("classifications", "", "the document is not classified");
    }
}
