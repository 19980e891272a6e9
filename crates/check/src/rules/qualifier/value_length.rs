//! `qualifier/value-length`.

use crate::listing::examined::Examined;
use crate::listing::tables::Kind;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// Free text has at most 1000 characters.
    ///
    /// *What it checks:* values of qualifiers that take free text, in both languages.
    ///
    /// *Why:* databases cut off the rest.
    ///
    /// *Example:* a note of 1001 characters.
    ///
    /// *Draft id:* `XQV_8`
    ///
    /// Clause: ST.26 86
    Sequence struct ValueLength = "qualifier/value-length", Error,
        "shorten the text, or part it into several qualifiers";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    const MOST: usize = 1000;
    super::each(sequence, |feature, said| {
        if said
            .name
            .known()
            .is_some_and(|name| name.kind != Kind::Text)
        {
            return;
        }
        let own = said.qualifier;
        for (what, written) in [
            ("value", &own.value),
            ("value in another language", &own.foreign),
        ] {
            let Some(written) = written.as_ref().filter(|written| written.text.len() > MOST) else {
                continue;
            };
            let count = written.text.trim().chars().count();
            if count > MOST {
                let message = format!("the {what} has {count} characters, and {MOST} are the most");
                let place = crate::listing::words::place(Some(written), &own.span);
                found.say_within(
                    sequence.qualifier_path(feature, said),
                    place,
                    shortened(&written.text),
                    message,
                );
            }
        }
    });
}
