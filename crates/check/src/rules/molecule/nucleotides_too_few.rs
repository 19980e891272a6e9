//! `molecule/nucleotides-too-few`.

use crate::listing::examined::Examined;
use crate::listing::examined::LEAST_NUCLEOTIDES;
use crate::rule::Found;

listing_rule! {
    /// A sequence has at least 10 nucleotides that say what they are.
    ///
    /// *What it checks:* residues other than `n`; wrong ones count, another rule tells them.
    ///
    /// *Why:* shorter sequences must not be in a listing.
    ///
    /// *Example:* 9 nucleotides.
    ///
    /// *Draft id:* `XS_1`
    ///
    /// Clause: ST.26 3(k), 7(a), 8
    Sequence struct NucleotidesTooFew = "molecule/nucleotides-too-few", Error,
        "leave out the sequence, or skip it with 000 when its number is used";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    if sequence.is_nucleic && sequence.is_too_short() {
        let written = sequence.sequence.residues.as_ref();
        let message = format!(
            "{} nucleotides say what they are, and {LEAST_NUCLEOTIDES} are the least",
            sequence.scan.defined()
        );
        let path = format!("{}/INSDSeq_sequence", sequence.path());
        found.say_within(
            path,
            sequence.place(written),
            super::written(sequence),
            message,
        );
    }
}
