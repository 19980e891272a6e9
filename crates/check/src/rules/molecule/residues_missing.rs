//! `molecule/residues-missing`.

use crate::listing::examined::Examined;
use crate::listing::words::is_there_but_blank;
use crate::rule::Found;

listing_rule! {
    /// A sequence has residues.
    ///
    /// *What it checks:* that `INSDSeq_sequence` is not blank.
    ///
    /// *Why:* nothing is disclosed without them.
    ///
    /// *Example:* an empty `INSDSeq_sequence`.
    ///
    /// *Draft id:* `XS_1`, `XS_2`
    ///
    /// Clause: ST.26 57
    Sequence struct ResiduesMissing = "molecule/residues-missing", Error,
        "add the residues, or skip the sequence with 000";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let written = sequence.sequence.residues.as_ref();
    if !sequence.is_skipped && is_there_but_blank(written) {
        let path = format!("{}/INSDSeq_sequence", sequence.path());
        found.say_within(
            path,
            sequence.place(written),
            "",
            "the sequence has no residues",
        );
    }
}
