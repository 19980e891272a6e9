//! `coding/protein-missing`.

use crate::listing::examined::Examined;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// A coding region with a translation names the sequence of its protein.
    ///
    /// *What it checks:* that `protein_id` is there, when the translation is long enough for a sequence of its own.
    ///
    /// *Why:* a protein that is disclosed is listed.
    ///
    /// *Example:* translation alone.
    ///
    /// *Draft id:* `CDS_2`
    ///
    /// Clause: ST.26 91, 92
    Sequence struct ProteinMissing = "coding/protein-missing", Error,
        "put the protein into the listing and its number into protein_id";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, coding) in super::regions(sequence) {
        let Some(said) = feature.find("translation") else {
            continue;
        };
        let is_missing = feature.find("protein_id").is_none() && feature.strangers() == 0;
        if is_missing && coding.is_long {
            let message = "a translation is given, and no protein_id";
            let path = sequence.qualifier_path(feature, said);
            found.say_within(path, &said.qualifier.span, shortened(said.value()), message);
        }
    }
}
