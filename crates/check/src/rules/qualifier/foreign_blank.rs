//! `qualifier/foreign-blank`.

use crate::listing::examined::Examined;
use crate::listing::words::{is_there_but_blank, place};
use crate::rule::Found;

listing_rule! {
    /// Text in another language is not blank.
    ///
    /// *What it checks:* `NonEnglishQualifier_value`.
    ///
    /// *Why:* the translation was forgotten.
    ///
    /// *Example:* an empty `NonEnglishQualifier_value`.
    ///
    /// *Draft id:* `NEQ_1`
    ///
    /// Clause: ST.26 76, 87
    Sequence struct ForeignBlank = "qualifier/foreign-blank", Error,
        "add the text, or remove the element";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        let foreign = said.qualifier.foreign.as_ref();
        if is_there_but_blank(foreign) {
            let message = "the text in another language is blank";
            let place = place(foreign, &said.qualifier.span);
            found.say_within(sequence.qualifier_path(feature, said), place, "", message);
        }
    });
}
