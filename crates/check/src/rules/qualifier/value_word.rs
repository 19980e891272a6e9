//! `qualifier/value-word`.

use crate::listing::examined::Examined;
use crate::listing::value::{Trouble, trouble};
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// A value from a list is on the list.
    ///
    /// *What it checks:* values of qualifiers such as `mol_type`, `mod_base`, `codon_start` and `transl_table`.
    ///
    /// *Why:* software cannot understand another one.
    ///
    /// *Example:* `mol_type` `dna`.
    ///
    /// *Draft id:* `XQV_2`, `MB_2`
    ///
    /// Clause: ST.26 Annex I
    Sequence struct ValueWord = "qualifier/value-word", Error,
        "use one of the values of Annex I";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        let Some(name) = said.name.known().filter(|_| said.is_fit) else {
            return;
        };
        let value = said.value();
        if value.is_empty() {
            return;
        }
        if let Some(Trouble::Word(words)) = trouble(name, value) {
            let few = match words {
                [] => String::new(),
                words if words.len() < 12 => format!("; it takes {}", words.join(", ")),
                words => format!("; it takes one of {} values of Annex I", words.len()),
            };
            let message = format!("'{}' is no value of {}{few}", shortened(value), name.name);
            found.say_within(
                sequence.qualifier_path(feature, said),
                said.value_place(),
                shortened(value),
                message,
            );
        }
    });
}
