//! `molecule/other-identifier-form`.

use crate::listing::examined::Examined;
use crate::listing::words::is_positive;
use crate::rule::Found;
use model::sequence::Written;

listing_rule! {
    /// Another identifier names a publication and a sequence.
    ///
    /// *What it checks:* the form of `INSDSeqid`: `pat`, office, number, kind and sequence number, with strokes
    /// between them.
    ///
    /// *Why:* databases find the publication by it.
    ///
    /// *Example:* `JP2025012345-1`.
    ///
    /// *Draft id:* `OSI_2`
    ///
    /// Clause: ST.26 Annex V
    Sequence struct OtherIdentifierForm = "molecule/other-identifier-form", Error,
        "write pat|OFFICE|NUMBER|KIND|SEQUENCE, or remove it from a listing that is to be filed";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let ids = sequence.sequence.other_ids.iter().flatten();
    for id in ids.filter(|id| !sequence.is_skipped && !is_right(id)) {
        let path = format!("{}/INSDSeq_other-seqids/INSDSeqid", sequence.path());
        let message = format!("'{}' names no publication and sequence", id.text);
        found.say_within(path, sequence.place(Some(id)), &id.text, message);
    }
}

/// Whether an identifier has its form.
pub(super) fn is_right(id: &Written) -> bool {
    match id.text.trim().split('|').collect::<Vec<_>>()[..] {
        ["pat", office, number, kind, sequence] => {
            let is_office =
                crate::codes::is_office(office) || crate::codes::is_former_office(office);
            is_office && !number.is_empty() && !kind.is_empty() && is_positive(sequence)
        }
        _ => false,
    }
}
