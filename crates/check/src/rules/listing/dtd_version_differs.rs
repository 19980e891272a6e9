//! `listing/dtd-version-differs`.

use crate::listing::structure::{is_version, version_of_public_id, version_of_system_id};
use crate::listing::words::text;
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The version of the DTD is a known one, and that of the document type.
    ///
    /// *What it checks:* `dtdVersion` against the versions up to `V1_3` and against the identifiers in the
    /// declaration.
    ///
    /// *Why:* a listing is validated against one of them and understood by the other.
    ///
    /// *Example:* `dtdVersion="V1_2"` below a DOCTYPE with `ST26SequenceListing_V1_3.dtd`.
    ///
    /// *Draft id:* `XDV_1`
    ///
    /// Clause: ST.26 39, 43
    Head struct DtdVersionDiffers = "listing/dtd-version-differs", Warning,
        "give the same version in both places";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    const KNOWN: [&str; 4] = ["V1_0", "V1_1", "V1_2", "V1_3"];
    let version = text(listing.dtd_version.as_ref());
    if !is_version(version) {
        return;
    }
    let declared = listing.doctype.as_ref().and_then(|doctype| {
        let file = version_of_system_id(&doctype.system_id).map(str::to_owned);
        let other = file.filter(|file| file != version);
        other.or_else(|| version_of_public_id(&doctype.public_id))
    });
    match declared {
        Some(declared) if declared != version => {
            let message = format!("the root says {version} and the document type {declared}");
            found.say_within("@dtdVersion", &listing.span, version, message);
        }
        _ if !KNOWN.contains(&version) => {
            let message = format!("no version {version} of the DTD is known");
            found.say_within("@dtdVersion", &listing.span, version, message);
        }
        _ => {}
    }
}
