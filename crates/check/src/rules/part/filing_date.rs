//! `part/filing-date`.

use crate::{Context, rule::Found};

rule! {
    /// The date of filing is given.
    ///
    /// *What it checks:* that there is one in one of the number formats of the application.
    ///
    /// *Why:* the term of a patent counts from it.
    ///
    /// *Example:* an application number without date.
    ///
    /// Clause: ST.9 22; ST.96 V6_0 pat:FilingDate
    struct FilingDate = "part/filing-date", Warning, "add the date from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let documents = &context.patent().application.documents;
    if !documents.is_empty() && documents.iter().all(|id| id.date.is_empty()) {
        found.say("application", "", "the date of filing is not given");
    }
}
