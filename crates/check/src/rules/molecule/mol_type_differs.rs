//! `molecule/mol-type-differs`.

use crate::listing::examined::Examined;
use crate::listing::examined::Said;
use crate::listing::value::trouble;
use crate::rule::Found;
use model::sequence::Molecule;

listing_rule! {
    /// `mol_type` is of the same nucleic acid as the kind of molecule.
    ///
    /// *What it checks:* `INSDSeq_moltype` against the value of `mol_type` in the source.
    ///
    /// *Why:* one of them is wrong.
    ///
    /// *Example:* `RNA` with `other DNA`.
    ///
    /// *Draft id:* `MT_2` (unverified, therefore a warning)
    ///
    /// Clause: ST.26 55, 84
    Sequence struct MolTypeDiffers = "molecule/mol-type-differs", Warning,
        "let INSDSeq_moltype and mol_type agree; of both kinds in one molecule, write DNA and other DNA";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let kind = match sequence.sequence.molecule() {
        Some(Molecule::Dna) => "DNA",
        Some(Molecule::Rna) => "RNA",
        _ => return,
    };
    let is_wrong = |said: &&Said<'_>| {
        let name = said.name.known();
        let is_word = name.is_some_and(|name| trouble(name, said.value()).is_none());
        is_word && said.value().ends_with("DNA") != (kind == "DNA")
    };
    for feature in sequence.sources().filter(|_| sequence.is_nucleic) {
        if let Some(said) = feature.find("mol_type").filter(is_wrong) {
            let message = format!("the kind is {kind} and mol_type is {}", said.value());
            let path = sequence.qualifier_path(feature, said);
            found.say_within(path, said.value_place(), said.value(), message);
        }
    }
}
