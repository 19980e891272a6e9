//! `qualifier/missing`.

use crate::listing::examined::Examined;
use crate::listing::tables::annex;
use crate::rule::Found;

listing_rule! {
    /// A feature has the qualifiers that it must have.
    ///
    /// *What it checks:* the mandatory qualifiers of each key; one with an unknown name may be meant.
    ///
    /// *Why:* without them the feature says nothing.
    ///
    /// *Example:* a source without `mol_type`.
    ///
    /// *Draft id:* `QUAL_M`
    ///
    /// Clause: ST.26 72 to 75; ST.26 Annex I
    Sequence struct Missing = "qualifier/missing", Error,
        "add the qualifier";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in &sequence.features {
        let Some(key) = feature.key.known() else {
            continue;
        };
        let absent = key.mandatory.without(feature.present());
        let is_empty = feature
            .feature
            .qualifiers
            .as_ref()
            .is_some_and(Vec::is_empty);
        if absent.is_empty() || is_empty {
            continue;
        }
        let names: Vec<&str> = annex(sequence.is_nucleic).names(absent).collect();
        // A qualifier whose name says nothing here may be the one that is missed.
        if feature.strangers() >= names.len() {
            continue;
        }
        for name in names {
            let message = format!("{} lacks the qualifier {name}", key.name);
            found.say_within(
                sequence.feature_path(feature),
                &feature.feature.span,
                name,
                message,
            );
        }
    }
}
