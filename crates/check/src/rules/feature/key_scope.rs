//! `feature/key-scope`.

use crate::listing::examined::Examined;
use crate::rule::Found;
use model::sequence::Molecule;

listing_rule! {
    /// Features that only DNA has stand in DNA.
    ///
    /// *What it checks:* keys such as `telomere` in RNA.
    ///
    /// *Why:* RNA has no telomere.
    ///
    /// *Example:* `telomere` in RNA.
    ///
    /// *Draft id:* `XFK_2` (the scope comes from INSDC, therefore a warning)
    ///
    /// Clause: ST.26 Annex I
    Sequence struct KeyScope = "feature/key-scope", Warning,
        "check key and kind of molecule";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    if sequence.sequence.molecule() != Some(Molecule::Rna) || !sequence.is_nucleic {
        return;
    }
    for feature in &sequence.features {
        if feature.key.known().is_some_and(|key| key.dna_only) {
            let key = feature.feature.key();
            let message = format!("{key} is a feature of DNA, and the sequence is RNA");
            found.say_within(
                sequence.feature_path(feature),
                feature.key_place(),
                key,
                message,
            );
        }
    }
}
