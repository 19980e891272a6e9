//! `priority/after-filing`.

use crate::context::Place;
use crate::{Context, calendar::is_before, rule::Found};

rule! {
    /// An application claims the priority of earlier applications only.
    ///
    /// *What it checks:* the date of each priority claim against the date of filing; the same day
    /// is accepted.
    ///
    /// *Why:* one of the two dates is wrong, or the claim has no effect.
    ///
    /// *Example:* filed on 2019-03-04, priority of 2019-05-01.
    ///
    /// Clause: ST.9 32; ST.36 priority-claim
    struct AfterFiling = "priority/after-filing", Error,
        "compare both dates with the certified copy of the earlier application";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(filed) = context.filed() else {
        return;
    };
    for (index, priority) in context.patent().priorities.iter().enumerate() {
        let date = priority.documents.iter().find_map(|id| id.date.ymd());
        if let Some(date) = date.filter(|date| is_before(filed, *date)) {
            found.say(
                Place::of("priorities", index).part("date"),
                &date.to_string(),
                format!("the priority of {date} is later than the filing on {filed}"),
            );
        }
    }
}
