//! `location/missing`.

use crate::listing::examined::Examined;
use crate::listing::words::is_there_but_blank;
use crate::rule::Found;

listing_rule! {
    /// A feature has a location.
    ///
    /// *What it checks:* that `INSDFeature_location` is not blank.
    ///
    /// *Why:* nobody knows what the feature is said of.
    ///
    /// *Example:* an empty `INSDFeature_location`.
    ///
    /// *Draft id:* `XFL_1`
    ///
    /// Clause: ST.26 64
    Sequence struct Missing = "location/missing", Error,
        "write the location of the feature";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in &sequence.features {
        if is_there_but_blank(feature.feature.location.as_ref()) {
            let message = "the location is blank";
            found.say_within(
                sequence.feature_path(feature),
                feature.location_place(),
                "",
                message,
            );
        }
    }
}
