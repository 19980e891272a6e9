//! `molecule/number-repeated`.

use crate::listing::examined::Examined;
use crate::listing::ledger::Numbered;
use crate::rule::Found;

listing_rule! {
    /// No two sequences have the same number.
    ///
    /// *What it checks:* all numbers of the listing.
    ///
    /// *Why:* nobody knows which sequence a claim means.
    ///
    /// *Example:* two sequences 5.
    ///
    /// *Draft id:* `XSIDN_1`
    ///
    /// Clause: ST.26 10
    Sequence struct NumberRepeated = "molecule/number-repeated", Error,
        "give each sequence a number of its own";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    if let Numbered::Again(number) = sequence.number {
        let path = format!("{}/@sequenceIDNumber", sequence.path());
        let message = format!("a sequence {number} stands before already");
        found.say_within(path, &sequence.sequence.span, &number.to_string(), message);
    }
}
