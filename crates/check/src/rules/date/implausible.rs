//! `date/implausible`.

use crate::{Context, rule::Found};

rule! {
    /// No date lies before the first patents or in a far future.
    ///
    /// *What it checks:* that years are between 1700 and 2099.
    ///
    /// *Why:* other years come from two digits that were read as four, or from a slip.
    ///
    /// *Example:* `02040107`.
    ///
    /// Clause: ST.2
    struct Implausible = "date/implausible", Warning, "compare the date with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    context.dates(&mut |place, date| {
        if let Some(ymd) = date.ymd().filter(|ymd| !(1700..2100).contains(&ymd.year)) {
            found.say(
                place,
                &date.raw,
                format!("the year {} is not plausible", ymd.year),
            );
        }
    });
}
