//! `qualifier/value-unwanted`.

use crate::listing::examined::Examined;
use crate::listing::tables::Kind;
use crate::rule::Found;

listing_rule! {
    /// A qualifier that takes no value has none.
    ///
    /// *What it checks:* flags such as pseudo.
    ///
    /// *Why:* the value means nothing.
    ///
    /// *Example:* `pseudo` with the value yes.
    ///
    /// *Draft id:* `XQV_2`, `XQN_1`
    ///
    /// Clause: ST.26 76
    Sequence struct ValueUnwanted = "qualifier/value-unwanted", Error,
        "remove the value";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        let Some(name) = said.name.known().filter(|_| said.is_fit) else {
            return;
        };
        if name.kind == Kind::Nothing && !said.value().is_empty() {
            let message = format!("{} takes no value", name.name);
            found.say_within(
                sequence.qualifier_path(feature, said),
                said.value_place(),
                said.value(),
                message,
            );
        }
    });
}
