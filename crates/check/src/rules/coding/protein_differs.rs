//! `coding/protein-differs`.

use crate::listing::End;
use crate::listing::ledger::Target;
use crate::rule::Found;

listing_rule! {
    /// The protein of a coding region is its translation.
    ///
    /// *What it checks:* translation against the residues of the sequence that `protein_id` names, when nothing
    /// else is wrong with both.
    ///
    /// *Why:* one of them is wrong.
    ///
    /// *Example:* a translation MKL and a sequence MKV.
    ///
    /// *Draft id:* `CDS_2`
    ///
    /// Clause: ST.26 91, 92
    End struct ProteinDiffers = "coding/protein-differs", Error,
        "let the translation and the sequence of the protein be the same";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    for claim in &end.ledger.claims {
        if end.ledger.target(claim) == Target::Protein(Some(false)) {
            let message = format!("sequence {} is not the translation", claim.target);
            found.say_within(&claim.path, &claim.span, &claim.target.to_string(), message);
        }
    }
}
