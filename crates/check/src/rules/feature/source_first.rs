//! `feature/source-first`.

use crate::listing::examined::Examined;
use crate::rule::Found;

listing_rule! {
    /// The feature `source` stands first.
    ///
    /// *What it checks:* the position of the only source.
    ///
    /// *Why:* all known listings have it there.
    ///
    /// *Example:* source after CDS.
    ///
    /// *Draft id:* `SRC_1` (seen in all specimens, unverified, therefore a warning)
    ///
    /// Clause: ST.26 75
    Sequence struct SourceFirst = "feature/source-first", Warning,
        "put source first";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let mut sources = sequence.sources();
    if let (Some(feature), None) = (sources.next(), sources.next())
        && feature.position > 1
    {
        let message = format!("source is feature {}", feature.position);
        found.say_within(
            sequence.feature_path(feature),
            &feature.feature.span,
            feature.feature.key(),
            message,
        );
    }
}
