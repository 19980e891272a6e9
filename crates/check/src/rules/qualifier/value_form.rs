//! `qualifier/value-form`.

use crate::listing::examined::Examined;
use crate::listing::value::{Trouble, trouble};
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// A value that has a form has it.
    ///
    /// *What it checks:* values of qualifiers such as `protein_id`, translation, `transl_except` and
    /// `collection_date`.
    ///
    /// *Why:* software cannot understand another one.
    ///
    /// *Example:* translation `MAL*`.
    ///
    /// *Draft id:* `XQV_2`
    ///
    /// Clause: ST.26 Annex I
    Sequence struct ValueForm = "qualifier/value-form", Error,
        "write the value in its form";
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
        if let Some(Trouble::Form(form)) = trouble(name, value) {
            let message = format!(
                "'{}' is no value of {}, which takes {form}",
                shortened(value),
                name.name
            );
            found.say_within(
                sequence.qualifier_path(feature, said),
                said.value_place(),
                shortened(value),
                message,
            );
        }
    });
}
