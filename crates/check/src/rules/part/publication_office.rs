//! `part/publication-office`.

use crate::{Context, rule::Found};

rule! {
    /// A publication has an office.
    ///
    /// *What it checks:* that an office is given in one of the number formats.
    ///
    /// *Why:* each office has its own numbers.
    ///
    /// *Example:* a `document-id` without `country`.
    ///
    /// Clause: ST.9 19; ST.3
    struct PublicationOffice = "part/publication-office", Error, "add the code of the office";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let documents = &context.patent().publication.documents;
    if !documents.is_empty() && documents.iter().all(|id| id.office.trim().is_empty()) {
        found.say("publication", "", "the publication has no office");
    }
}
