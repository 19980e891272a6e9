//! `molecule/amino-acid-case`.

use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// Amino acids are written in capital letters.
    ///
    /// *What it checks:* small letters in amino acid sequences.
    ///
    /// *Why:* small letters are nucleotides.
    ///
    /// *Example:* `mkl`.
    ///
    /// *Draft id:* `XS_6`
    ///
    /// Clause: ST.26 57
    Sequence struct AminoAcidCase = "molecule/amino-acid-case", Error,
        "write capital letters";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let bad = sequence.scan.wrong_case;
    if !sequence.is_nucleic && !sequence.is_skipped && bad.count > 0 {
        let residues = super::written(sequence).trim();
        let message = format!(
            "amino acids in small letters: {}",
            super::times(bad, residues)
        );
        let path = format!("{}/INSDSeq_sequence", sequence.path());
        let place = sequence.place(sequence.sequence.residues.as_ref());
        let around = residues.get(bad.first..).unwrap_or(residues);
        found.say_within(path, place, shortened(around), message);
    }
}
