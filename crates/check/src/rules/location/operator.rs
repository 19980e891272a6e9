//! `location/operator`.

use super::Fault;
use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;
use model::sequence::Location;

listing_rule! {
    /// Operators stand only where they have a meaning.
    ///
    /// *What it checks:* operators of amino acid locations, unknown ones, `join` and `order` in one another or of
    /// one part, the complement of a complement.
    ///
    /// *Why:* amino acids have no other strand, and their features no parts.
    ///
    /// *Example:* `join(1..3,5..9)` in a protein.
    ///
    /// *Draft id:* `XFL_4`
    ///
    /// Clause: ST.26 67, 68
    Sequence struct Operator = "location/operator", Error,
        "use join, order and complement as Annex I does, and only for nucleotides";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, error) in super::unread(sequence) {
        if super::fault(error) == Fault::Operator {
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
    let is_wrong = if sequence.is_nucleic {
        is_turned_twice
    } else {
        stands_in
    };
    for feature in &sequence.features {
        if feature.read().is_some_and(is_wrong) {
            let location = shortened(super::written(feature));
            let trouble = if sequence.is_nucleic {
                "is the complement of a complement"
            } else {
                "has an operator, which amino acids have not"
            };
            let message = format!("'{location}' {trouble}");
            found.say_within(
                sequence.feature_path(feature),
                feature.location_place(),
                location,
                message,
            );
        }
    }
}

/// Whether there is an operator in a location.
pub(crate) fn stands_in(location: &Location) -> bool {
    matches!(
        location,
        Location::Complement(_) | Location::Join(_) | Location::Order(_)
    )
}

/// Whether a complement is taken of a complement.
fn is_turned_twice(location: &Location) -> bool {
    match location {
        Location::Complement(inner) => inner.has_complement(),
        Location::Join(parts) | Location::Order(parts) => parts.iter().any(is_turned_twice),
        _ => false,
    }
}
