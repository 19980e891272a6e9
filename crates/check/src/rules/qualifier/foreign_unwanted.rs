//! `qualifier/foreign-unwanted`.

use crate::listing::examined::Examined;
use crate::listing::words::{is_blank, place, shortened, text};
use crate::rule::Found;

listing_rule! {
    /// Only qualifiers whose text depends on a language have it in another one.
    ///
    /// *What it checks:* `NonEnglishQualifier_value` of qualifiers outside Tables 5 and 6.
    ///
    /// *Why:* a term of a list or a number has no translation.
    ///
    /// *Example:* a `mol_type` in Russian.
    ///
    /// *Draft id:* `NEQ_2`
    ///
    /// Clause: ST.26 3(o), 76, 87
    Sequence struct ForeignUnwanted = "qualifier/foreign-unwanted", Error,
        "remove the text in another language";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        let foreign = said.qualifier.foreign.as_ref();
        let Some(name) = said.name.known().filter(|_| said.is_fit) else {
            return;
        };
        if !is_blank(foreign) && !name.is_language_dependent {
            let message = format!("{} does not depend on a language", name.name);
            let place = place(foreign, &said.qualifier.span);
            let path = sequence.qualifier_path(feature, said);
            found.say_within(path, place, shortened(text(foreign)), message);
        }
    });
}
