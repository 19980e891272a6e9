//! `molecule/nucleotide-symbol`.

use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// Nucleotides are written with the symbols of Annex I.
    ///
    /// *What it checks:* letters of nucleotide sequences; capitals and signs are other rules'.
    ///
    /// *Why:* other letters mean nothing.
    ///
    /// *Example:* `u`, which is written t.
    ///
    /// *Draft id:* `XS_3`
    ///
    /// Clause: ST.26 13, 57
    Sequence struct NucleotideSymbol = "molecule/nucleotide-symbol", Error,
        "use a c g t m r w s y k v h d b n; u is written t, a modified one as its nearest with modified_base";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let bad = sequence.scan.others;
    if sequence.is_nucleic && !sequence.is_skipped && bad.count > 0 {
        let residues = super::written(sequence).trim();
        let message = format!("no symbol of a nucleotide: {}", super::times(bad, residues));
        let path = format!("{}/INSDSeq_sequence", sequence.path());
        let place = sequence.place(sequence.sequence.residues.as_ref());
        let around = residues.get(bad.first..).unwrap_or(residues);
        found.say_within(path, place, shortened(around), message);
    }
}
