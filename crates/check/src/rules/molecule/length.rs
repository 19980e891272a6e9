//! `molecule/length`.

use crate::listing::examined::Examined;
use crate::listing::words::{is_positive, text};
use crate::rule::Found;

listing_rule! {
    /// The length is a positive number.
    ///
    /// *What it checks:* `INSDSeq_length` of sequences that were not skipped.
    ///
    /// *Why:* by it one sees whether the sequence is whole.
    ///
    /// *Example:* `INSDSeq_length` of `abc`.
    ///
    /// *Draft id:* `XL_1`
    ///
    /// Clause: ST.26 53
    Sequence struct Length = "molecule/length", Error,
        "write the number of residues in digits";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let written = sequence.sequence.length.as_ref();
    let length = text(written);
    if written.is_none() || sequence.is_skipped || is_positive(length) {
        return;
    }
    let message = if length.is_empty() {
        "the length is blank".to_owned()
    } else {
        format!("'{length}' is no length")
    };
    let path = format!("{}/INSDSeq_length", sequence.path());
    found.say_within(path, sequence.place(written), length, message);
}
