//! `part/publication-kind`.

use crate::{Context, rule::Found};

rule! {
    /// A publication has a kind code.
    ///
    /// *What it checks:* that a code is given in one of the number formats.
    ///
    /// *Why:* application and grant may have the same number.
    ///
    /// *Example:* `EP 1234567` without `A1` or `B1`.
    ///
    /// Clause: ST.9 13; ST.16
    struct PublicationKind = "part/publication-kind", Warning, "add the code from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let documents = &context.patent().publication.documents;
    if !documents.is_empty() && documents.iter().all(|id| id.kind.trim().is_empty()) {
        found.say("publication", "", "the publication has no kind code");
    }
}
