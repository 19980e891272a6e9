//! `priority/too-early`.

use crate::context::Place;
use crate::{
    Context,
    calendar::{is_before, months_later},
    rule::Found,
};

rule! {
    /// A priority lies at most a year, and two months for its restoration, before the filing.
    ///
    /// *What it checks:* each priority claim of an application that is no continuation, division or
    /// national phase: there the date of filing says nothing. The terms are those of the Paris
    /// Convention as known here, and vary with the law.
    ///
    /// *Why:* the claim may have no effect, or a date may be wrong.
    ///
    /// *Example:* filed on 2020-03-04, priority of 2015-05-01.
    ///
    /// Clause: ST.9 32
    struct TooEarly = "priority/too-early", Info, "compare both dates with the register";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let is_first =
        patent.relations.is_empty() && patent.filings.is_empty() && !context.is_format("docdb");
    let Some(filed) = context.filed().filter(|_| is_first) else {
        return;
    };
    for (index, priority) in patent.priorities.iter().enumerate() {
        let date = priority.documents.iter().find_map(|id| id.date.ymd());
        if let Some(date) = date.filter(|date| is_before(months_later(*date, 14), filed)) {
            found.say(
                Place::of("priorities", index).part("date"),
                &date.to_string(),
                format!("the priority of {date} lies long before the filing on {filed}"),
            );
        }
    }
}
