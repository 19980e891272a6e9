//! `qualifier/name`.

use crate::listing::examined::Examined;
use crate::listing::tables::Named;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// Qualifiers are those of Annex I.
    ///
    /// *What it checks:* `INSDQualifier_name`, in any case of letters.
    ///
    /// *Why:* nobody knows what another one means.
    ///
    /// *Example:* `abc`, or `db_xref` of the databases.
    ///
    /// *Draft id:* `XQN_1`
    ///
    /// Clause: ST.26 73
    Sequence struct Name = "qualifier/name", Error,
        "use a qualifier of Annex I";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        if said.qualifier.name.is_some() && matches!(said.name, Named::Unknown) {
            let name = shortened(said.qualifier.name());
            let message = if name.is_empty() {
                "the name of the qualifier is blank".to_owned()
            } else {
                format!("'{name}' is no qualifier")
            };
            found.say_within(
                sequence.qualifier_path(feature, said),
                said.name_place(),
                name,
                message,
            );
        }
    });
}
