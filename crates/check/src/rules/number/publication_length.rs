//! `number/publication-length`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// A publication number has at most 13 digits.
    ///
    /// *What it checks:* the digits of the number, without series letters and marks.
    ///
    /// *Why:* systems that follow the standard have no room for more.
    ///
    /// *Example:* `20200000012345` has 14 digits.
    ///
    /// Clause: ST.6
    struct PublicationLength = "number/publication-length", Warning,
        "compare the number with the front page; an identifier of a file is no publication number";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, id) in context.patent().publication.documents.iter().enumerate() {
        let digits = id.number.bytes().filter(u8::is_ascii_digit).count();
        if digits > 13 {
            found.say(
                Place::of("publication", index),
                &id.number,
                format!("the publication number {} has {digits} digits", id.number),
            );
        }
    }
}
