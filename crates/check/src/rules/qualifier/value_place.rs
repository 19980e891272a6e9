//! `qualifier/value-place`.

use crate::listing::examined::{Examined, Marked, Said};
use crate::listing::words::shortened;
use crate::listing::{coding, value};
use crate::rule::Found;
use model::sequence::Stretch;

listing_rule! {
    /// A place in a value lies in the sequence.
    ///
    /// *What it checks:* the positions in anticodon, `transl_except`, `rpt_unit_range` and `tag_peptide`: they run
    /// forward and end with the sequence; those of `transl_except` lie in the coding region.
    ///
    /// *Why:* software looks there, and finds nothing.
    ///
    /// *Example:* `rpt_unit_range` `202..245` in a sequence of 100 residues.
    ///
    /// Clause: ST.26 Annex I
    Sequence struct ValuePlace = "qualifier/value-place", Error,
        "count the positions again, from 1 in this sequence";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    if !sequence.is_sound() {
        return;
    }
    super::each(sequence, |feature, said| {
        let stretches = said.name.known().filter(|_| said.is_fit);
        let stretches = stretches.and_then(|name| value::places(name.name, said.value()));
        let Some(wrong) = stretches.and_then(|all| wrong(sequence, feature, said, &all)) else {
            return;
        };
        let message = format!("'{}' {wrong}", shortened(said.value()));
        found.say_within(
            sequence.qualifier_path(feature, said),
            said.value_place(),
            shortened(said.value()),
            message,
        );
    });
}

/// What is wrong with the places of a value.
fn wrong(
    sequence: &Examined<'_>,
    feature: &Marked<'_>,
    said: &Said<'_>,
    all: &[Stretch],
) -> Option<&'static str> {
    if all.iter().any(|part| part.from > part.to) {
        return Some("runs backward");
    }
    if all
        .iter()
        .any(|part| part.from == 0 || part.to > sequence.length())
    {
        return Some("points beyond the sequence");
    }
    let is_outside = said.known_name() == "transl_except" && coding::is_outside(feature, all);
    is_outside.then_some("points beyond the coding region")
}
