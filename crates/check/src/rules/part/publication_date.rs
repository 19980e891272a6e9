//! `part/publication-date`.

use crate::{Context, rule::Found};

rule! {
    /// A publication has a date.
    ///
    /// *What it checks:* that a date is given in one of the number formats.
    ///
    /// *Why:* rights and prior art count from it.
    ///
    /// *Example:* a `document-id` without `date`.
    ///
    /// Clause: ST.9 43, 44, 45; ST.96 V6_0 com:PublicationDate
    struct PublicationDate = "part/publication-date", Error, "add the date from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    if !patent.publication.documents.is_empty() && patent.date().is_none() {
        found.say("publication", "", "the publication has no date");
    }
}
