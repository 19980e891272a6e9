//! `code/designated-state`.

use crate::codes::is_country;
use crate::context::Place;
use crate::{Context, rule::Found};
use std::collections::BTreeSet;

rule! {
    /// Designated states have codes of ST.3, and each stands once in its list.
    ///
    /// *What it checks:* every list of designated, contracting and extension states.
    ///
    /// *Why:* a state that is not recognized loses the effect of the designation for readers.
    ///
    /// *Example:* `FR, DE, FR`.
    ///
    /// Clause: ST.3; ST.9 81, 84
    struct DesignatedState = "code/designated-state", Warning,
        "compare the list with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, designation) in context.patent().designations.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for country in &designation.countries {
            let country = country.trim();
            let place = Place::of("designations", index).part(&designation.code);
            if !is_country(country) {
                found.say(place, country, format!("{country:?} is no code of a state"));
            } else if !seen.insert(country) {
                found.say(place, country, format!("{country} is designated twice"));
            }
        }
    }
}
