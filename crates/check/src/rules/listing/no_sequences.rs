//! `listing/no-sequences`.

use crate::listing::End;
use crate::rule::Found;

listing_rule! {
    /// A listing has sequences.
    ///
    /// *What it checks:* that there is a `SequenceData`.
    ///
    /// *Why:* a listing without any was cut off.
    ///
    /// *Example:* a file that ends after `SequenceTotalQuantity`.
    ///
    /// *Draft id:* DTD
    ///
    /// Clause: ST.26 39
    End struct NoSequences = "listing/no-sequences", Error,
        "add the sequences, or do without a listing";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    if end.ledger.count == 0 {
        found.say_within(
            "SequenceData",
            &end.listing.span,
            "",
            "the listing has no sequence",
        );
    }
}
