//! `coding/no-start`.

use crate::listing::examined::Examined;
use crate::rule::Found;

listing_rule! {
    /// A coding region begins with a codon that can start a translation.
    ///
    /// *What it checks:* its first codon in its genetic code, unless the start is open or it is no working gene.
    ///
    /// *Why:* the start was missed.
    ///
    /// *Example:* a region that begins with ccc.
    ///
    /// *Draft id:* `CDS_1` (unverified, therefore a warning)
    ///
    /// Clause: ST.26 90
    Sequence struct NoStart = "coding/no-start", Warning,
        "correct the location, or mark the start with <";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for (feature, coding) in super::regions(sequence) {
        let is_open = coding.is_start_open || coding.is_pseudo || coding.is_exceptional;
        let Some(ends) = coding
            .ends
            .filter(|_| !is_open && coding.difference.is_none())
        else {
            continue;
        };
        if !ends.starts && !feature.is_shifted() {
            let message = "the first codon starts no translation";
            found.say_within(
                sequence.feature_path(feature),
                feature.location_place(),
                "",
                message,
            );
        }
    }
}
