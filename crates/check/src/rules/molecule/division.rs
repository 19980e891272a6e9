//! `molecule/division`.

use crate::listing::examined::Examined;
use crate::listing::words::text;
use crate::rule::Found;

listing_rule! {
    /// The division is PAT.
    ///
    /// *What it checks:* `INSDSeq_division` of sequences that were not skipped.
    ///
    /// *Why:* databases sort patent sequences by it.
    ///
    /// *Example:* `INSDSeq_division` of `SYN`.
    ///
    /// *Draft id:* `DIV_1`
    ///
    /// Clause: ST.26 52
    Sequence struct Division = "molecule/division", Error,
        "write PAT";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let written = sequence.sequence.division.as_ref();
    if written.is_some() && !sequence.is_skipped && text(written) != "PAT" {
        let message = format!("the division is '{}' and not PAT", text(written));
        let path = format!("{}/INSDSeq_division", sequence.path());
        found.say_within(path, sequence.place(written), text(written), message);
    }
}
