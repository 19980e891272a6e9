//! `qualifier/repeated`.

use crate::listing::examined::Examined;
use crate::rule::Found;

listing_rule! {
    /// A qualifier of which a feature can have but one stands once.
    ///
    /// *What it checks:* `mol_type`, organism, `mod_base`, `codon_start`, `transl_table`, translation and
    /// `protein_id`.
    ///
    /// *Why:* nobody knows which of them counts.
    ///
    /// *Example:* two `mol_type`.
    ///
    /// *Draft id:* `MB_1`, `QUAL_M`
    ///
    /// Clause: ST.26 Annex I
    Sequence struct Repeated = "qualifier/repeated", Error,
        "keep one of them";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        if said.is_again {
            let name = said.qualifier.name();
            let message = format!("a qualifier {name} stands before already");
            found.say_within(
                sequence.qualifier_path(feature, said),
                &said.qualifier.span,
                name,
                message,
            );
        }
    });
}
