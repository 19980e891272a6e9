//! `location/form`.

use super::Fault;
use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// A location is written as its grammar says.
    ///
    /// *What it checks:* the form of locations: `5`, `5..9`, `<5..>9`, `5^6`, and operators around them.
    ///
    /// *Why:* software cannot read another one.
    ///
    /// *Example:* `5-9`.
    ///
    /// *Draft id:* `XFL_2`
    ///
    /// Clause: ST.26 65, 66
    Sequence struct Form = "location/form", Error,
        "write the first and last residue with two dots between them";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, error) in super::unread(sequence) {
        if super::fault(error) == Fault::Form {
            let location = shortened(super::written(feature));
            let message = format!("'{location}' is no location: {error}");
            found.say_within(
                sequence.feature_path(feature),
                feature.location_place(),
                location,
                message,
            );
        }
    }
}
