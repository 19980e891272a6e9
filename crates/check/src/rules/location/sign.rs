//! `location/sign`.

use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;
use model::sequence::Location;

listing_rule! {
    /// `<` stands before the first position of a range and `>` before the last.
    ///
    /// *What it checks:* signs of ranges.
    ///
    /// *Why:* a range cannot begin after its start.
    ///
    /// *Example:* `>5..9`.
    ///
    /// *Draft id:* `XFL_2` (from INSDC, therefore a warning)
    ///
    /// Clause: ST.26 65, 66
    Sequence struct Sign = "location/sign", Warning,
        "write < before the first and > before the last position";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in &sequence.features {
        let is_misplaced = feature
            .misplaced(sequence.last(), sequence.is_nucleic)
            .is_some();
        if !feature.is("source") && !is_misplaced && feature.read().is_some_and(is_wrong) {
            let location = shortened(super::written(feature));
            let message = format!("a sign in '{location}' points into the range");
            found.say_within(
                sequence.feature_path(feature),
                feature.location_place(),
                location,
                message,
            );
        }
    }
}

fn is_wrong(location: &Location) -> bool {
    match location {
        Location::Range(from, to) => from.after || to.before,
        Location::Complement(inner) => is_wrong(inner),
        Location::Join(parts) | Location::Order(parts) => parts.iter().any(is_wrong),
        Location::Residue(_) | Location::Between(..) => false,
    }
}
