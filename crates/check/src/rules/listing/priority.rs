//! `listing/priority`.

use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The earliest priority is given, with office, number and date.
    ///
    /// *What it checks:* that `EarliestPriorityApplicationIdentification` and its date are there; when it lacks
    /// office and number as well, `listing/element-missing` says so.
    ///
    /// *Why:* what is new is judged by the state of that day.
    ///
    /// *Example:* a priority without `FilingDate`.
    ///
    /// *Draft id:* `ID_3`
    ///
    /// Clause: ST.26 45
    Head struct Priority = "listing/priority", Warning,
        "add office, number and date, unless no priority is claimed";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let Some(priority) = &listing.earliest_priority else {
        let message = "no earliest priority application is given";
        found.say_within(
            "EarliestPriorityApplicationIdentification",
            &listing.span,
            "",
            message,
        );
        return;
    };
    let is_empty = priority.office.is_none() && priority.number.is_none();
    if priority.filed.is_none() && !is_empty {
        let message = "the earliest priority application has no filing date";
        let path = "EarliestPriorityApplicationIdentification/FilingDate";
        found.say_within(path, &priority.span, "", message);
    }
}
