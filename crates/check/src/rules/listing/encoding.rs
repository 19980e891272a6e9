//! `listing/encoding`.

use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The file is in UTF-8.
    ///
    /// *What it checks:* the encoding that the XML declaration names; none is UTF-8.
    ///
    /// *Why:* names and titles may be in any script.
    ///
    /// *Example:* `encoding="ISO-8859-1"`.
    ///
    /// *Draft id:* DTD
    ///
    /// Clause: ST.26 39
    Head struct Encoding = "listing/encoding", Error,
        "write the file in UTF-8 and declare it";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let encoding = listing.encoding.trim();
    if !encoding.is_empty() && !encoding.eq_ignore_ascii_case("utf-8") {
        let message = format!("the file is declared to be in {encoding}");
        found.say_within("xml/@encoding", &listing.span, encoding, message);
    }
}
