//! `qualifier/name-case`.

use crate::listing::examined::Examined;
use crate::listing::tables::Named;
use crate::rule::Found;

listing_rule! {
    /// Names of qualifiers are written as in Annex I.
    ///
    /// *What it checks:* capitals and small letters.
    ///
    /// *Why:* listings of the years before `V1_3` have `NOTE` for amino acids; it is understood.
    ///
    /// *Example:* `MOL_TYPE`.
    ///
    /// *Draft id:* `XQN_2`
    ///
    /// Clause: ST.26 73
    Sequence struct NameCase = "qualifier/name-case", Info,
        "write the name as Annex I does";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        if let Named::OtherCase(name) = said.name {
            let written = said.qualifier.name();
            let message = format!("{written} is written {}", name.name);
            found.say_within(
                sequence.qualifier_path(feature, said),
                said.name_place(),
                written,
                message,
            );
        }
    });
}
