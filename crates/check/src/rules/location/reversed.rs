//! `location/reversed`.

use crate::listing::examined::Examined;
use crate::listing::examined::Misplaced;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// Ranges go from the lower position to the higher one.
    ///
    /// *What it checks:* both ends of each range.
    ///
    /// *Why:* a range has no residues otherwise.
    ///
    /// *Example:* `9..5`.
    ///
    /// *Draft id:* `LOC_RANGE`
    ///
    /// Clause: ST.26 64 to 66
    Sequence struct Reversed = "location/reversed", Error,
        "write the lower position first; complement reads the other strand";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in &sequence.features {
        let misplaced = feature.misplaced(sequence.last(), sequence.is_nucleic);
        if let Some(Misplaced::Reversed(from, to)) = misplaced {
            let message = format!("the range begins at {from} and ends before, at {to}");
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
