//! `location/between`.

use crate::listing::examined::Examined;
use crate::listing::examined::Misplaced;
use crate::listing::words::shortened;
use crate::rule::Found;

listing_rule! {
    /// A site between residues lies between neighbors.
    ///
    /// *What it checks:* `x^y`, where the last residue is a neighbor of the first; of two amino acids that are bound
    /// (`CROSSLNK`, `DISULFID`) only the order.
    ///
    /// *Why:* between others there is more than a site.
    ///
    /// *Example:* `5^8`.
    ///
    /// *Draft id:* `LOC_RANGE`
    ///
    /// Clause: ST.26 64 to 66
    Sequence struct Between = "location/between", Error,
        "name two neighbors, such as 5^6";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    for feature in sequence
        .features
        .iter()
        .filter(|feature| !feature.is("source"))
    {
        let misplaced = feature.misplaced(sequence.last(), sequence.is_nucleic);
        if let Some(Misplaced::Apart(from, to)) = misplaced {
            let message = format!("{from} and {to} are no neighbors");
            let location = shortened(super::written(feature));
            found.say_within(
                sequence.feature_path(feature),
                feature.location_place(),
                location,
                message,
            );
        }
    }
}
