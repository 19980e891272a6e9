//! `molecule/number`.

use crate::listing::examined::Examined;
use crate::listing::ledger::Numbered;
use crate::listing::words::text;
use crate::rule::Found;

listing_rule! {
    /// Each sequence has a number.
    ///
    /// *What it checks:* that `sequenceIDNumber` is there, and a positive number.
    ///
    /// *Why:* claims and description name sequences by it.
    ///
    /// *Example:* `sequenceIDNumber="SEQ 4"`.
    ///
    /// *Draft id:* `XSIDN_2`
    ///
    /// Clause: ST.26 10
    Sequence struct Number = "molecule/number", Error,
        "number the sequences 1, 2, 3 and so on";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    if sequence.number != Numbered::Not {
        return;
    }
    let number = text(sequence.sequence.number.as_ref());
    let message = if number.is_empty() {
        "the sequence has no number".to_owned()
    } else {
        format!("'{number}' is no number of a sequence")
    };
    let path = format!("{}/@sequenceIDNumber", sequence.path());
    found.say_within(path, &sequence.sequence.span, number, message);
}
