//! `location/blank`.

use super::Fault;
use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// A location has no blanks.
    ///
    /// *What it checks:* blanks within and around locations.
    ///
    /// *Why:* software cannot read them.
    ///
    /// *Example:* `5 .. 9`.
    ///
    /// *Draft id:* `XFL_6`
    ///
    /// Clause: ST.26 71
    Sequence struct Blank = "location/blank", Error,
        "remove the blanks";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, error) in super::unread(sequence) {
        if super::fault(error) == Fault::Blank {
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
