//! `coding/length`.

use crate::listing::examined::Examined;
use crate::rule::Found;

listing_rule! {
    /// A coding region is made of whole codons.
    ///
    /// *What it checks:* its length after `codon_start`, unless an end is open or it is no working gene.
    ///
    /// *Why:* a nucleotide was lost.
    ///
    /// *Example:* a region of 61 nucleotides.
    ///
    /// *Draft id:* `CDS_3` (unverified, therefore a warning)
    ///
    /// Clause: ST.26 90
    Sequence struct Length = "coding/length", Warning,
        "correct the location or codon_start, or mark the end with >";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, coding) in super::regions(sequence) {
        let is_open =
            coding.is_start_open || coding.is_end_open || coding.is_pseudo || coding.is_exceptional;
        let Some(ends) = coding
            .ends
            .filter(|_| !is_open && coding.difference.is_none())
        else {
            continue;
        };
        if ends.left > 0 {
            let message = format!("{} nucleotides are left after the last codon", ends.left);
            found.say_within(
                sequence.feature_path(feature),
                feature.location_place(),
                "",
                message,
            );
        }
    }
}
