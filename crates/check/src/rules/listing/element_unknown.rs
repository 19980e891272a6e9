//! `listing/element-unknown`.

use crate::listing::End;
use crate::listing::structure::{Left, left};
use crate::rule::Found;

listing_rule! {
    /// There is no element that the DTD does not know.
    ///
    /// *What it checks:* elements that no part of a listing can be.
    ///
    /// *Why:* software that reads by the DTD refuses the whole file.
    ///
    /// *Example:* `Bibliography` after the last sequence.
    ///
    /// *Draft id:* DTD
    ///
    /// Clause: ST.26 39
    End struct ElementUnknown = "listing/element-unknown", Error,
        "remove the element; what it says may go into the application";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    for part in &end.listing.unmapped {
        if left(part) == Left::UnknownElement {
            let message = "the DTD knows no such element";
            found.say_within(&part.path, &part.span, &part.text, message);
        }
    }
    for statement in &end.listing.statements {
        let message = "the DTD knows no such element";
        found.say_within(&statement.code, &end.listing.span, "", message);
    }
}
