//! `number/international-form`.

use crate::context::Place;
use crate::{Context, form, rule::Found};

/// Forms of international application numbers, without strokes and blanks.
const FORMS: [&str; 6] = [
    "AAAAA9999999999",
    "AAAAA999999999",
    "AAAAA9999999",
    "AA9999999999",
    "AA999999999",
    "AA9999999",
];

rule! {
    /// An international application has a number of the usual form.
    ///
    /// *What it checks:* filing data at the international level: the letters PCT or nothing, the
    /// receiving office, the year and the serial number.
    ///
    /// *Why:* the national phase is joined with the international application by this number.
    ///
    /// *Example:* `PCT/EP2020` has no serial number.
    ///
    /// Clause: ST.10/C
    struct InternationalForm = "number/international-form", Warning,
        "write the number as PCT/CCYYYY/NNNNNN";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, filing) in context.patent().filings.iter().enumerate() {
        let is_international = |office: &str| matches!(office, "WO" | "IB" | "");
        let mut documents = filing.documents.iter();
        let wrong = documents.find(|id| {
            let compact = form::plain(&id.number);
            !id.is_empty()
                && (is_international(&id.office) || compact.starts_with("PCT"))
                && id.format != "publication"
                && !FORMS.contains(&form::of(&compact).as_str())
        });
        if let Some(id) = wrong {
            found.say(
                Place::of("filings", index),
                &id.number,
                format!("{} is no number of an international application", id.number),
            );
        }
    }
}
