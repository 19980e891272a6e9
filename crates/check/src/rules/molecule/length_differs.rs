//! `molecule/length-differs`.

use crate::listing::examined::Examined;
use crate::listing::words::{is_positive, text};
use crate::rule::Found;

listing_rule! {
    /// The length is that of the residues.
    ///
    /// *What it checks:* `INSDSeq_length` against the residues; wrong ones and blanks are no fault of the length.
    ///
    /// *Why:* residues were lost, or the number is old.
    ///
    /// *Example:* a length of 10 and 11 residues.
    ///
    /// *Draft id:* `XL_1`
    ///
    /// Clause: ST.26 53
    Sequence struct LengthDiffers = "molecule/length-differs", Error,
        "count the residues again, or look for those that were lost";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let written = sequence.sequence.length.as_ref();
    let is_judged = !sequence.is_skipped && !sequence.is_too_short() && sequence.length() > 0;
    if is_judged && is_positive(text(written)) && sequence.is_length_wrong() {
        let message = format!(
            "the length is {} and there are {} residues",
            text(written),
            sequence.length()
        );
        let path = format!("{}/INSDSeq_length", sequence.path());
        found.say_within(path, sequence.place(written), text(written), message);
    }
}
