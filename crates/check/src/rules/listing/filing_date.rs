//! `listing/filing-date`.

use crate::listing::words::{is_date, place, text};
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// Filing dates are real dates, written CCYY-MM-DD.
    ///
    /// *What it checks:* `FilingDate` of the application and of the priority, where it is there.
    ///
    /// *Why:* periods are counted from it.
    ///
    /// *Example:* `2015-04-32`.
    ///
    /// *Draft id:* `XFD_2`
    ///
    /// Clause: ST.26 45
    Head struct FilingDate = "listing/filing-date", Error,
        "write the date as CCYY-MM-DD, or leave the element out";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    for (name, application) in super::applications(listing) {
        let Some(written) = &application.filed else {
            continue;
        };
        let date = text(Some(written));
        if !is_date(date) {
            let message = if date.is_empty() {
                "the filing date is blank".to_owned()
            } else {
                format!("'{date}' is no date of the form CCYY-MM-DD")
            };
            let span = place(Some(written), &application.span);
            found.say_within(format_args!("{name}/FilingDate"), span, date, message);
        }
    }
}
