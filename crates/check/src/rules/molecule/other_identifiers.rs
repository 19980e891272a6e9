//! `molecule/other-identifiers`.

use super::other_identifier_form::is_right;
use crate::listing::examined::Examined;
use crate::rule::Found;

listing_rule! {
    /// A listing as filed has no other identifiers.
    ///
    /// *What it checks:* that `INSDSeq_other-seqids` is absent; one in a wrong form is another rule's.
    ///
    /// *Why:* it names a publication, and a filed listing has none yet.
    ///
    /// *Example:* `pat|JP|2025012345|A|1` in a new application.
    ///
    /// *Draft id:* `OSI_1`
    ///
    /// Clause: ST.26 Annex V
    Sequence struct OtherIdentifiers = "molecule/other-identifiers", Error,
        "remove INSDSeq_other-seqids; offices add it for databases";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let Some(ids) = sequence
        .sequence
        .other_ids
        .as_ref()
        .filter(|_| !sequence.is_skipped)
    else {
        return;
    };
    if ids.iter().all(is_right) {
        let path = format!("{}/INSDSeq_other-seqids", sequence.path());
        let first = ids.first();
        let text = first.map_or("", |id| id.text.as_str());
        let message = "other identifiers are given, which only offices add";
        found.say_within(path, sequence.place(first), text, message);
    }
}
