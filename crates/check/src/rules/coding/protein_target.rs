//! `coding/protein-target`.

use crate::listing::End;
use crate::listing::ledger::Target;
use crate::rule::Found;

listing_rule! {
    /// The protein of a coding region is a sequence of amino acids of the listing.
    ///
    /// *What it checks:* the sequence that `protein_id` names; while numbers are missing or stand twice, other
    /// rules speak.
    ///
    /// *Why:* a reader looks for the protein there.
    ///
    /// *Example:* `protein_id` with the number of its own sequence.
    ///
    /// *Draft id:* `CDS_2`
    ///
    /// Clause: ST.26 91, 92
    End struct ProteinTarget = "coding/protein-target", Error,
        "write the number of the sequence of amino acids";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    let ledger = end.ledger;
    let announced = end.listing.stated_total().unwrap_or(0);
    for claim in &ledger.claims {
        let number = claim.target;
        let message = match ledger.target(claim) {
            Target::Protein(_) => continue,
            Target::Nucleic => format!("sequence {number} is of nucleotides"),
            Target::Skipped => format!("sequence {number} was skipped"),
            Target::Nothing if !ledger.is_numbering_whole() => continue,
            // The announced sequences are not all there, and this is one of them.
            Target::Nothing if number > ledger.highest() && number <= announced => continue,
            Target::Nothing => format!("there is no sequence {number}"),
        };
        found.say_within(&claim.path, &claim.span, &number.to_string(), message);
    }
}
