//! `listing/total-differs`.

use crate::listing::End;
use crate::listing::words::{is_positive, place, shortened, text};
use crate::rule::Found;

listing_rule! {
    /// The number of sequences is as many as there are.
    ///
    /// *What it checks:* `SequenceTotalQuantity` against the sequences; when sequences are missing or stand twice,
    /// and it fits without that, another rule speaks.
    ///
    /// *Why:* a sequence was lost, or the number is old.
    ///
    /// *Example:* 94, and 95 sequences.
    ///
    /// *Draft id:* `XSTQ_2`
    ///
    /// Clause: ST.26 10, 45
    End struct TotalDiffers = "listing/total-differs", Error,
        "count the sequences again; those that were skipped count";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    let ledger = end.ledger;
    let total = text(end.listing.total.as_ref());
    let stated = match end.listing.stated_total() {
        Some(stated) => stated,
        // More than can be counted.
        None if is_positive(total) => u64::MAX,
        None => return,
    };
    let fits_without_faults =
        stated.checked_add(ledger.repeated) == Some(ledger.count + ledger.missing());
    let is_zero = stated == 0 || ledger.count == 0;
    if is_zero || stated == ledger.count || fits_without_faults {
        return;
    }
    let span = place(end.listing.total.as_ref(), &end.listing.span);
    let message = format!(
        "{} sequences are announced, and there are {}",
        shortened(total),
        ledger.count
    );
    found.say_within("SequenceTotalQuantity", span, shortened(total), message);
}
