//! `feature/source-range`.

use crate::listing::examined::Examined;
use crate::listing::examined::Misplaced;
use crate::rule::Found;
use model::sequence::Location;

listing_rule! {
    /// The feature `source` spans the whole sequence.
    ///
    /// *What it checks:* its location, when it can be read.
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
    for feature in sequence.sources() {
        let Some(location) = feature.read() else {
            continue;
        };
        let is_whole = match location {
            Location::Range(from, to) => {
                let is_plain = !location.is_partial();
                is_plain && from.residue == 1 && sequence.is_last(to.residue)
            }
            Location::Residue(place) => {
                !location.is_partial() && sequence.is_last(place.residue) && place.residue == 1
            }
            _ => false,
        };
        let misplaced = feature.misplaced(sequence.last(), sequence.is_nucleic);
        let is_reversed = matches!(misplaced, Some(Misplaced::Reversed(..)));
        let is_amino_operator =
            !sequence.is_nucleic && super::super::location::operator::stands_in(location);
        if !is_whole && !is_reversed && !is_amino_operator && sequence.length() > 0 {
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
