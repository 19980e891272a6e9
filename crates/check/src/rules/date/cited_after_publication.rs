//! `date/cited-after-publication`.

use crate::context::Place;
use crate::{Context, calendar::is_before, rule::Found};

rule! {
    /// A cited document is not younger than the document that cites it.
    ///
    /// *What it checks:* dates of cited patent documents against the date of publication. Where the
    /// citation gives the date of an application and not of its publication, it says too little.
    ///
    /// *Why:* what did not exist cannot have been cited; one date or number is wrong.
    ///
    /// *Example:* a grant of 2010 that cites a document of 2012.
    ///
    /// Clause: ST.14
    struct CitedAfterPublication = "date/cited-after-publication", Warning,
        "compare the citation with the cited document";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(published) = context.published().filter(|_| !context.is_format("docdb")) else {
        return;
    };
    for (index, citation) in context.patent().citations.iter().enumerate() {
        for id in &citation.documents {
            if let Some(date) = id.date.ymd().filter(|date| is_before(published, *date)) {
                let name = id.docdb();
                found.say(
                    Place::of("citations", index).part("date"),
                    &id.date.raw,
                    format!("{name} of {date} is cited by a document of {published}"),
                );
            }
        }
    }
}
