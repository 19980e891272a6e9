//! `molecule/amino-acids-too-few`.

use crate::listing::examined::Examined;
use crate::listing::examined::LEAST_AMINO_ACIDS;
use crate::rule::Found;

listing_rule! {
    /// A sequence has at least 4 amino acids that say what they are.
    ///
    /// *What it checks:* residues other than `X`; wrong ones count, another rule tells them.
    ///
    /// *Why:* shorter sequences must not be in a listing.
    ///
    /// *Example:* 3 amino acids.
    ///
    /// *Draft id:* `XS_2`
    ///
    /// Clause: ST.26 3(k), 7(b), 8
    Sequence struct AminoAcidsTooFew = "molecule/amino-acids-too-few", Error,
        "leave out the sequence, or skip it with 000 when its number is used";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    if !sequence.is_nucleic && sequence.is_too_short() {
        let written = sequence.sequence.residues.as_ref();
        let message = format!(
            "{} amino acids say what they are, and {LEAST_AMINO_ACIDS} are the least",
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
