//! `listing/stray-text`.

use crate::listing::End;
use crate::listing::structure::{Left, left};
use crate::rule::Found;

listing_rule! {
    /// Text stands only in elements that hold text.
    ///
    /// *What it checks:* text between elements.
    ///
    /// *Why:* software that reads by the DTD refuses the whole file.
    ///
    /// *Example:* a word between two features.
    ///
    /// *Draft id:* DTD
    ///
    /// Clause: ST.26 39
    End struct StrayText = "listing/stray-text", Error,
        "move the text into an element, or remove it";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    for part in &end.listing.unmapped {
        if left(part) == Left::Text {
            found.say_within(
                &part.path,
                &part.span,
                &part.text,
                "text stands between elements",
            );
        }
    }
}
