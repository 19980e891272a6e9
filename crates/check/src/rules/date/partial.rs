//! `date/partial`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// Publication and filing are dated to the day.
    ///
    /// *What it checks:* the dates of the publication, of the application and of priority claims.
    ///
    /// *Why:* terms and rights count in days.
    ///
    /// *Example:* `20200100`, which is a month.
    ///
    /// Clause: ST.2
    struct Partial = "date/partial", Warning, "give year, month and day";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let publication = patent.publication.documents.iter().enumerate();
    let application = patent.application.documents.iter().enumerate();
    let dates = publication
        .map(|(index, id)| (Place::of("publication", index), id))
        .chain(application.map(|(index, id)| (Place::of("application", index), id)))
        .chain(
            patent
                .priorities
                .iter()
                .enumerate()
                .flat_map(|(index, priority)| {
                    let documents = priority.documents.iter();
                    documents.map(move |id| (Place::of("priorities", index), id))
                }),
        );
    for (place, id) in dates {
        if id.date.ymd().is_some_and(|ymd| ymd.day.is_none()) {
            found.say(
                place.part("date"),
                &id.date.raw,
                format!("the date {} has no day", id.date.raw),
            );
        }
    }
}
