//! `qualifier/not-allowed`.

use crate::listing::examined::Examined;
use crate::listing::tables::Named;
use crate::rule::Found;

listing_rule! {
    /// A qualifier may stand in its feature.
    ///
    /// *What it checks:* each known qualifier against the list of its key.
    ///
    /// *Why:* nobody knows what it means there.
    ///
    /// *Example:* translation in a gene.
    ///
    /// *Draft id:* `QUAL_ALLOWED`
    ///
    /// Clause: ST.26 Annex I
    Sequence struct NotAllowed = "qualifier/not-allowed", Error,
        "remove the qualifier, or use another key";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        let Some(key) = feature.key.known() else {
            return;
        };
        let is_strange = match said.name {
            Named::Exactly(name) | Named::OtherCase(name) => {
                !key.allowed.has(name) && !key.newer.has(name)
            }
            Named::OtherMolecule => true,
            Named::Unknown => false,
        };
        if is_strange && !sequence.is_source_in_disguise(feature) {
            let name = said.qualifier.name();
            let message = format!("{} has no qualifier {name}", key.name);
            found.say_within(
                sequence.qualifier_path(feature, said),
                said.name_place(),
                name,
                message,
            );
        }
    });
}
