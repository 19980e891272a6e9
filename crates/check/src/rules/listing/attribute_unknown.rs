//! `listing/attribute-unknown`.

use crate::listing::End;
use crate::listing::structure::{self, Left, left};
use crate::rule::Found;

listing_rule! {
    /// There is no attribute that the DTD does not know.
    ///
    /// *What it checks:* attributes of all elements.
    ///
    /// *Why:* software that reads by the DTD refuses the whole file.
    ///
    /// *Example:* `INSDSeq_length unit="bp"`.
    ///
    /// *Draft id:* DTD
    ///
    /// Clause: ST.26 39
    End struct AttributeUnknown = "listing/attribute-unknown", Error,
        "remove the attribute";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    for attribute in structure::strange_attributes(end.listing) {
        let path = format!("@{}", attribute.name);
        let message = "the DTD knows no such attribute here";
        found.say_within(path, &end.listing.span, &attribute.value, message);
    }
    for part in &end.listing.unmapped {
        if left(part) == Left::Attribute {
            let message = "the DTD knows no such attribute here";
            found.say_within(&part.path, &part.span, &part.text, message);
        }
    }
}
