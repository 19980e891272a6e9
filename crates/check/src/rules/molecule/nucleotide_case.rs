//! `molecule/nucleotide-case`.

use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// Nucleotides are written in small letters.
    ///
    /// *What it checks:* capitals of symbols in nucleotide sequences.
    ///
    /// *Why:* capitals are amino acids.
    ///
    /// *Example:* `ACGT`.
    ///
    /// *Draft id:* `XS_5`
    ///
    /// Clause: ST.26 57
    Sequence struct NucleotideCase = "molecule/nucleotide-case", Error,
        "write small letters";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let bad = sequence.scan.wrong_case;
    if sequence.is_nucleic && !sequence.is_skipped && bad.count > 0 {
        let residues = super::written(sequence).trim();
        let message = format!(
            "nucleotides in capital letters: {}",
            super::times(bad, residues)
        );
        let path = format!("{}/INSDSeq_sequence", sequence.path());
        let place = sequence.place(sequence.sequence.residues.as_ref());
        let around = residues.get(bad.first..).unwrap_or(residues);
        found.say_within(path, place, shortened(around), message);
    }
}
