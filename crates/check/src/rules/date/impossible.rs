//! `date/impossible`.

use crate::{Context, rule::Found};

rule! {
    /// Every date is a day, a month or a year of the calendar.
    ///
    /// *What it checks:* all dates of the bibliographic data except those of citations.
    ///
    /// *Why:* a date that does not exist cannot be searched, sorted or counted from.
    ///
    /// *Example:* `20200230`.
    ///
    /// Clause: ST.2
    struct Impossible = "date/impossible", Error, "write the date as YYYYMMDD from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    context.dates(&mut |place, date| {
        if date.ymd().is_none() {
            found.say(place, &date.raw, format!("{} is no date", date.raw));
        }
    });
}
