//! `listing/application-number`.

use crate::listing::words::{place, text};
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// Numbers of applications are there, in Basic Latin characters.
    ///
    /// *What it checks:* `ApplicationNumberText` of the application and of the priority.
    ///
    /// *Why:* the application is found by it.
    ///
    /// *Example:* an empty `ApplicationNumberText`.
    ///
    /// *Draft id:* `APPNO_1`
    ///
    /// Clause: ST.26 45
    Head struct ApplicationNumber = "listing/application-number", Error,
        "write the number as the office does, in Basic Latin characters";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    for (name, application) in super::applications(listing) {
        let Some(written) = &application.number else {
            continue;
        };
        let span = place(Some(written), &application.span);
        let path = format!("{name}/ApplicationNumberText");
        if text(Some(written)).is_empty() {
            found.say_within(path, span, "", "the number of the application is blank");
        } else if let Some(strange) = super::strange(written) {
            let message = format!("the number holds {strange}, which is not Basic Latin");
            found.say_within(path, span, &written.text, message);
        }
    }
}
