//! `listing/total`.

use crate::listing::End;
use crate::listing::words::is_blank;
use crate::rule::Found;

listing_rule! {
    /// The number of sequences is given.
    ///
    /// *What it checks:* that `SequenceTotalQuantity` is there and not blank.
    ///
    /// *Why:* by it one sees whether the listing is whole.
    ///
    /// *Example:* a listing without `SequenceTotalQuantity`.
    ///
    /// *Draft id:* `XSTQ_1`
    ///
    /// Clause: ST.26 10, 45
    End struct Total = "listing/total", Error,
        "add SequenceTotalQuantity with the number of sequences";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    if is_blank(end.listing.total.as_ref()) {
        let span = crate::listing::words::place(end.listing.total.as_ref(), &end.listing.span);
        found.say_within(
            "SequenceTotalQuantity",
            span,
            "",
            "the number of sequences is not given",
        );
    }
}
