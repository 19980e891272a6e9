//! `date/citation-impossible`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// The dates of cited documents are dates of the calendar.
    ///
    /// *What it checks:* dates of cited patent documents; a month or a year alone is enough.
    ///
    /// *Why:* whether a document is prior art depends on its date.
    ///
    /// *Example:* `19951300`.
    ///
    /// Clause: ST.2; ST.14
    struct CitationImpossible = "date/citation-impossible", Warning,
        "compare the date with the cited document";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, citation) in context.patent().citations.iter().enumerate() {
        for id in &citation.documents {
            if !id.date.is_empty() && id.date.ymd().is_none() {
                found.say(
                    Place::of("citations", index).part("date"),
                    &id.date.raw,
                    format!("{} is no date", id.date.raw),
                );
            }
        }
    }
}
