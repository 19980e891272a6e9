//! `feature/key-of-other-molecule`.

use crate::listing::examined::Examined;
use crate::listing::tables::Named;
use crate::rule::Found;

listing_rule! {
    /// Feature keys fit the kind of molecule.
    ///
    /// *What it checks:* keys of Annex I that are for amino acids only, or for nucleotides only.
    ///
    /// *Why:* a nucleic acid has no disulfide bond.
    ///
    /// *Example:* `SITE` in a nucleotide sequence.
    ///
    /// *Draft id:* `XFK_2`
    ///
    /// Clause: ST.26 62
    Sequence struct KeyOfOtherMolecule = "feature/key-of-other-molecule", Error,
        "use a key for this kind of molecule";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let kind = if sequence.is_nucleic {
        "amino acids"
    } else {
        "nucleotides"
    };
    for feature in &sequence.features {
        if matches!(feature.key, Named::OtherMolecule) {
            let key = feature.feature.key();
            let message = format!("the feature key {key} is for {kind}");
            found.say_within(
                sequence.feature_path(feature),
                feature.key_place(),
                key,
                message,
            );
        }
    }
}
