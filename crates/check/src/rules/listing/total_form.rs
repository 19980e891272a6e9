//! `listing/total-form`.

use crate::listing::End;
use crate::listing::words::{is_positive, place, text};
use crate::rule::Found;

listing_rule! {
    /// The number of sequences is a positive number.
    ///
    /// *What it checks:* the form of `SequenceTotalQuantity`.
    ///
    /// *Why:* by it one sees whether the listing is whole.
    ///
    /// *Example:* `eleven`.
    ///
    /// *Draft id:* `XSTQ_2`
    ///
    /// Clause: ST.26 10, 45
    End struct TotalForm = "listing/total-form", Error,
        "write the number in digits";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    let written = end.listing.total.as_ref();
    let total = text(written);
    if !total.is_empty() && !is_positive(total) {
        let message = format!("'{total}' is no number of sequences");
        found.say_within(
            "SequenceTotalQuantity",
            place(written, &end.listing.span),
            total,
            message,
        );
    }
}
