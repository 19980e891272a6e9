//! `location/range`.

use super::Fault;
use crate::listing::examined::{Examined, Misplaced};
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// Positions lie within the sequence.
    ///
    /// *What it checks:* all positions of locations; those of `source` and those within values are other rules'.
    ///
    /// *Why:* there is nothing at a position beyond the end.
    ///
    /// *Example:* `5..90` of 60 residues.
    ///
    /// *Draft id:* `LOC_RANGE`
    ///
    /// Clause: ST.26 64 to 66
    Sequence struct Range = "location/range", Error,
        "use positions from 1 to the length of the sequence";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, error) in super::unread(sequence) {
        if super::fault(error) == Fault::Range {
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
    let last = sequence.last();
    for feature in sequence
        .features
        .iter()
        .filter(|feature| last > 0 && !feature.is("source"))
    {
        if let Some(Misplaced::Beyond(position)) = feature.misplaced(last, sequence.is_nucleic) {
            let message =
                format!("position {position} lies beyond the sequence, which ends at {last}");
            let location = shortened(super::written(feature));
            found.say_within(
                sequence.feature_path(feature),
                feature.location_place(),
                location,
                message,
            );
        }
    }
}
