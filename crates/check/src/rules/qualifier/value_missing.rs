//! `qualifier/value-missing`.

use crate::listing::examined::Examined;
use crate::listing::tables::Kind;
use crate::listing::words::is_blank;
use crate::rule::Found;

listing_rule! {
    /// A qualifier has its value.
    ///
    /// *What it checks:* that a value is there and not blank when the qualifier takes one; `replace` may be blank,
    /// and text may be there in another language only.
    ///
    /// *Why:* it says nothing.
    ///
    /// *Example:* an organism without name.
    ///
    /// *Draft id:* `XQV_2`
    ///
    /// Clause: ST.26 76
    Sequence struct ValueMissing = "qualifier/value-missing", Error,
        "add the value, or remove the qualifier";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        let Some(name) = said.name.known().filter(|_| said.is_fit) else {
            return;
        };
        let own = said.qualifier;
        let is_needed = name.kind != Kind::Nothing && name.name != "replace";
        let is_elsewhere = own.value.is_none() && own.foreign.is_some();
        if is_needed && is_blank(own.value.as_ref()) && !is_elsewhere {
            let message = format!("{} has no value", name.name);
            found.say_within(
                sequence.qualifier_path(feature, said),
                said.value_place(),
                "",
                message,
            );
        }
    });
}
