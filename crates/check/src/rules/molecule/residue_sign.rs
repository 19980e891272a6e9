//! `molecule/residue-sign`.

use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// Residues stand without blanks, digits and signs.
    ///
    /// *What it checks:* characters of residues that are no letters; blanks around them are no fault.
    ///
    /// *Why:* positions are counted over the characters.
    ///
    /// *Example:* `acgt 10 acgt`.
    ///
    /// *Draft id:* `SEQ_WS`
    ///
    /// Clause: ST.26 57
    Sequence struct ResidueSign = "molecule/residue-sign", Error,
        "remove blanks, digits and signs";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let bad = sequence.scan.signs;
    if !sequence.is_skipped && bad.count > 0 {
        let residues = super::written(sequence).trim();
        let message = format!(
            "blanks, digits or signs among the residues: {}",
            super::times(bad, residues)
        );
        let path = format!("{}/INSDSeq_sequence", sequence.path());
        let place = sequence.place(sequence.sequence.residues.as_ref());
        let around = residues.get(bad.first..).unwrap_or(residues);
        found.say_within(path, place, shortened(around), message);
    }
}
