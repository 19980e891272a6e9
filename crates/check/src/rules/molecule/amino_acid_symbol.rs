//! `molecule/amino-acid-symbol`.

use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// Amino acids are written with the symbols of Annex I.
    ///
    /// *What it checks:* characters of amino acid sequences; small letters and signs are other rules'.
    ///
    /// *Why:* other characters mean nothing; a stop has no symbol.
    ///
    /// *Example:* `MKL*`.
    ///
    /// *Draft id:* `XS_4`
    ///
    /// Clause: ST.26 26, 28, 57
    Sequence struct AminoAcidSymbol = "molecule/amino-acid-symbol", Error,
        "use the capital letters A to Z, one for each amino acid; leave out the stop";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let bad = sequence.scan.others;
    if !sequence.is_nucleic && !sequence.is_skipped && bad.count > 0 {
        let residues = super::written(sequence).trim();
        let message = format!(
            "no symbol of an amino acid: {}",
            super::times(bad, residues)
        );
        let path = format!("{}/INSDSeq_sequence", sequence.path());
        let place = sequence.place(sequence.sequence.residues.as_ref());
        let around = residues.get(bad.first..).unwrap_or(residues);
        found.say_within(path, place, shortened(around), message);
    }
}
