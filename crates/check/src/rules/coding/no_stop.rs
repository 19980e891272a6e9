//! `coding/no-stop`.

use crate::listing::examined::Examined;
use crate::rule::Found;

listing_rule! {
    /// A coding region ends with a codon that stops the translation.
    ///
    /// *What it checks:* its last codon in its genetic code, unless the end is open or it is no working gene; one
    /// of incomplete codons is another rule's.
    ///
    /// *Why:* the stop codon belongs to the region.
    ///
    /// *Example:* a region that ends with ccc.
    ///
    /// *Draft id:* `CDS_3` (unverified, therefore a warning)
    ///
    /// Clause: ST.26 90
    Sequence struct NoStop = "coding/no-stop", Warning,
        "add the stop codon to the location, or mark the end with >";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, coding) in super::regions(sequence) {
        let is_open = coding.is_end_open || coding.is_pseudo || coding.is_exceptional;
        let Some(ends) = coding
            .ends
            .filter(|_| !is_open && coding.difference.is_none())
        else {
            continue;
        };
        if !ends.stops && ends.left == 0 {
            let message = "the last codon does not stop the translation";
            found.say_within(
                sequence.feature_path(feature),
                feature.location_place(),
                "",
                message,
            );
        }
    }
}
