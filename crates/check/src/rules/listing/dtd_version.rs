//! `listing/dtd-version`.

use crate::listing::structure::is_version;
use crate::listing::words::text;
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The version of the DTD is given as `V`, number, underscore, number.
    ///
    /// *What it checks:* the attribute `dtdVersion` of the root.
    ///
    /// *Why:* software chooses its checks by it.
    ///
    /// *Example:* `dtdVersion="1.3"`.
    ///
    /// *Draft id:* `XDV_1`
    ///
    /// Clause: ST.26 43
    Head struct DtdVersion = "listing/dtd-version", Error,
        "write the version of the DTD, such as V1_3";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let version = listing.dtd_version.as_ref();
    match version {
        None => found.say_within(
            "@dtdVersion",
            &listing.span,
            "",
            "the version of the DTD is missing",
        ),
        Some(written) if !is_version(text(version)) => {
            let message = format!("'{}' is no version of the DTD", written.text);
            found.say_within("@dtdVersion", &listing.span, &written.text, message);
        }
        Some(_) => {}
    }
}
