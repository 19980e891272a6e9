//! `qualifier/value-characters`.

use crate::listing::examined::Examined;
use crate::listing::words::{beyond_basic_latin, shortened, shown};
use crate::rule::Found;

listing_rule! {
    /// Values are of Basic Latin characters.
    ///
    /// *What it checks:* `INSDQualifier_value`: characters from the blank to the tilde; blanks and line breaks
    /// around it are no fault.
    ///
    /// *Why:* databases know no others.
    ///
    /// *Example:* a note with µ.
    ///
    /// *Draft id:* `QV_CHARS`
    ///
    /// Clause: ST.26 40(b), 41
    Sequence struct ValueCharacters = "qualifier/value-characters", Error,
        "write the value in Basic Latin; text in another language has a place of its own";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        let Some(written) = &said.qualifier.value else {
            return;
        };
        // What has a form or a list says so itself.
        let is_told = said.name.known().is_some_and(|name| {
            let is_trouble = crate::listing::value::trouble(name, said.value()).is_some();
            said.is_fit && (is_trouble || name.name == "translation")
        });
        if let Some(strange) = beyond_basic_latin(&written.text).filter(|_| !is_told) {
            let message = format!(
                "the value holds {}, which is not Basic Latin",
                shown(strange)
            );
            let path = sequence.qualifier_path(feature, said);
            found.say_within(path, said.value_place(), shortened(&written.text), message);
        }
    });
}
