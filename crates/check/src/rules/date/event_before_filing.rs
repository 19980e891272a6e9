//! `date/event-before-filing`.

use crate::context::Place;
use crate::{Context, calendar::is_before, rule::Found};

rule! {
    /// Nothing happens to an application before it is filed.
    ///
    /// *What it checks:* events that follow the filing: publications at every stage, search, grant
    /// and entry into the national phase; and legal events, but for recorded assignments.
    ///
    /// *Why:* one of the two dates is wrong.
    ///
    /// *Example:* grant announced on 2018-05-02 of an application of 2019.
    ///
    /// Clause: ST.9 40
    struct EventBeforeFiling = "date/event-before-filing", Warning,
        "compare both dates with the register";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(filed) = context.filed() else {
        return;
    };
    for (index, milestone) in context.patent().milestones.iter().enumerate() {
        let Some(date) = milestone
            .date
            .ymd()
            .filter(|_| follows_filing(&milestone.code))
        else {
            continue;
        };
        if is_before(date, filed) {
            found.say(
                Place::of("milestones", index).part(&milestone.code),
                &milestone.date.raw,
                format!(
                    "{} is dated {date}, before the filing on {filed}",
                    milestone.code
                ),
            );
        }
    }
    for (index, event) in context.patent().events.iter().enumerate() {
        // A recorded assignment may be older than the application that it is recorded for.
        let date = event.date().filter(|_| event.list != "assignment");
        let Some((date, ymd)) = date.and_then(|date| Some((date, date.ymd()?))) else {
            continue;
        };
        if is_before(ymd, filed) {
            found.say(
                Place::of("events", index).part(&event.code),
                &date.raw,
                format!(
                    "{} is dated {ymd}, before the filing on {filed}",
                    event.code
                ),
            );
        }
    }
}

fn follows_filing(code: &str) -> bool {
    let is_public = code.starts_with("B4") && code != "B472";
    is_public
        || matches!(
            code,
            "B240"
                | "B241"
                | "B242"
                | "B880"
                | "unexamined-printed-without-grant"
                | "printed-with-grant"
                | "examined-printed-without-grant"
                | "invalidation-of-patent"
        )
}
