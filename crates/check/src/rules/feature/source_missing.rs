//! `feature/source-missing`.

use crate::listing::examined::Examined;
use crate::listing::tables::Named;
use crate::rule::Found;

listing_rule! {
    /// Each sequence has a feature `source`.
    ///
    /// *What it checks:* that there is one; a key that is not known, or missing, may be it.
    ///
    /// *Why:* it says of which organism the sequence is.
    ///
    /// *Example:* a sequence whose only feature is CDS.
    ///
    /// *Draft id:* `XFK_4`, `SRC_1`
    ///
    /// Clause: ST.26 75
    Sequence struct SourceMissing = "feature/source-missing", Error,
        "add a feature source over all residues, with organism and mol_type";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let is_none = sequence.sources().next().is_none();
    let mut keys = sequence.features.iter().map(|feature| feature.key);
    let may_be = keys.any(|key| matches!(key, Named::Unknown));
    if is_none && !may_be && !sequence.features.is_empty() {
        let path = format!("{}/INSDSeq_feature-table", sequence.path());
        let message = "the sequence has no feature source";
        found.say_within(path, &sequence.sequence.span, "", message);
    }
}
