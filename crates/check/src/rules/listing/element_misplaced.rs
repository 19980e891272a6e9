//! `listing/element-misplaced`.

use crate::listing::End;
use crate::listing::structure::{Left, left};
use crate::rule::Found;

listing_rule! {
    /// No element stands twice, or where it does not belong.
    ///
    /// *What it checks:* elements of the DTD that are not where it has a place for them.
    ///
    /// *Why:* nobody knows which of two counts.
    ///
    /// *Example:* two elements `INSDSeq_length`.
    ///
    /// *Draft id:* DTD
    ///
    /// Clause: ST.26 39
    End struct ElementMisplaced = "listing/element-misplaced", Error,
        "keep one of the elements, in its place";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    let listing = end.listing;
    for part in &listing.unmapped {
        if left(part) == Left::KnownElement {
            let message = "the element stands here once too often, or in a wrong place";
            found.say_within(&part.path, &part.span, &part.text, message);
        }
    }
    for application in &listing.further_priorities {
        let message = "only the earliest priority has a place";
        let path = "EarliestPriorityApplicationIdentification";
        found.say_within(path, &application.span, "", message);
    }
    for name in &listing.further_names {
        let message = "only one applicant and one inventor have a place";
        found.say_within("ApplicantName", &name.span, &name.text, message);
    }
}
