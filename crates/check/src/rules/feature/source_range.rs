//! `feature/source-range`.

use crate::listing::examined::{Examined, Marked, Misplaced};
use crate::rule::Found;
use model::sequence::Location;

listing_rule! {
    /// The feature `source` spans the whole sequence.
    ///
    /// *What it checks:* its location, when it can be read; of several, that one spans all.
    ///
    /// *Why:* it is said of all residues.
    ///
    /// *Example:* `1..10` of 12 residues.
    ///
    /// *Draft id:* `SRC_1`
    ///
    /// Clause: ST.26 75
    Sequence struct SourceRange = "feature/source-range", Error,
        "let source span all residues, from 1 to the last";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let mut locations = sequence.sources().filter_map(Marked::read);
    // The others are one too many, wherever they lie.
    if locations.any(|location| is_whole(sequence, location)) {
        return;
    }
    for feature in sequence.sources() {
        let Some(location) = feature.read() else {
            continue;
        };
        let misplaced = feature.misplaced(sequence.last(), sequence.is_nucleic);
        let is_reversed = matches!(misplaced, Some(Misplaced::Reversed(..)));
        let is_amino_operator =
            !sequence.is_nucleic && super::super::location::operator::stands_in(location);
        if !is_reversed && !is_amino_operator && sequence.length() > 0 {
            let message = format!(
                "source lies at {location}, and not at 1..{}",
                sequence.length()
            );
            let path = sequence.feature_path(feature);
            found.say_within(
                path,
                feature.location_place(),
                &location.to_string(),
                message,
            );
        }
    }
}

fn is_whole(sequence: &Examined<'_>, location: &Location) -> bool {
    let (from, to) = match location {
        Location::Range(from, to) => (from.residue, to.residue),
        Location::Residue(place) => (place.residue, place.residue),
        _ => return false,
    };
    !location.is_partial() && from == 1 && sequence.is_last(to)
}
