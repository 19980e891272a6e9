//! `code/citation-office`.

use crate::codes::is_country;
use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// The office of a cited document has a code of ST.3.
    ///
    /// *What it checks:* the office of each cited patent document. Withdrawn codes are accepted:
    /// citations name old documents.
    ///
    /// *Why:* a cited document can be linked only when its office is known.
    ///
    /// *Example:* `UK` instead of `GB`.
    ///
    /// Clause: ST.3; ST.14
    struct CitationOffice = "code/citation-office", Warning,
        "use the two-letter code of the office";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, citation) in context.patent().citations.iter().enumerate() {
        for id in &citation.documents {
            let office = id.office.trim();
            if !office.is_empty() && !is_country(office) {
                found.say(
                    Place::of("citations", index),
                    office,
                    format!("{office} is no office code of ST.3"),
                );
            }
        }
    }
}
