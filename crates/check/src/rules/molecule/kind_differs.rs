//! `molecule/kind-differs`.

use crate::listing::examined::Examined;
use crate::listing::words::text;
use crate::rule::Found;

listing_rule! {
    /// The kind of molecule fits the residues.
    ///
    /// *What it checks:* `INSDSeq_moltype` when residues and `mol_type` both belong to the other kind.
    ///
    /// *Why:* a protein is no nucleic acid.
    ///
    /// *Example:* `DNA` for residues `MKLV` with `mol_type` protein.
    ///
    /// *Draft id:* `MT_1`
    ///
    /// Clause: ST.26 54, 57
    Sequence struct KindDiffers = "molecule/kind-differs", Error,
        "correct the kind of molecule";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    if sequence.is_of_other_kind && !sequence.is_skipped {
        let written = sequence.sequence.molecule.as_ref();
        let kind = text(written);
        let other = if sequence.is_nucleic {
            "nucleotides"
        } else {
            "amino acids"
        };
        let message = format!("the kind is {kind}, and the residues are {other}");
        let path = format!("{}/INSDSeq_moltype", sequence.path());
        found.say_within(path, sequence.place(written), kind, message);
    }
}
