//! `qualifier/duplicate`.

use crate::listing::examined::Examined;
use crate::rule::Found;
use std::collections::BTreeSet;

listing_rule! {
    /// No qualifier stands twice with the same value.
    ///
    /// *What it checks:* name and value of qualifiers of which there may be several.
    ///
    /// *Why:* it was copied.
    ///
    /// *Example:* the same note twice.
    ///
    /// *Draft id:* none
    ///
    /// Clause: ST.26 76
    Sequence struct Duplicate = "qualifier/duplicate", Warning,
        "remove one of them";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in sequence
        .features
        .iter()
        .filter(|feature| feature.qualifiers.len() > 1)
    {
        let mut seen = BTreeSet::new();
        for said in &feature.qualifiers {
            let own = said.qualifier;
            let foreign = crate::listing::words::text(own.foreign.as_ref());
            let is_new = seen.insert((own.name(), said.value(), foreign));
            let is_told = said.is_again || said.is_id_repeated || own.name().is_empty();
            if !is_new && !is_told {
                let message = format!("the same {} stands before already", own.name());
                found.say_within(
                    sequence.qualifier_path(feature, said),
                    &own.span,
                    said.value(),
                    message,
                );
            }
        }
    }
}
