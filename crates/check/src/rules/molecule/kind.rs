//! `molecule/kind`.

use crate::listing::examined::Examined;
use crate::listing::words::text;
use crate::rule::Found;

listing_rule! {
    /// The kind of molecule is DNA, RNA or AA.
    ///
    /// *What it checks:* `INSDSeq_moltype` of sequences that were not skipped.
    ///
    /// *Why:* everything else depends on it.
    ///
    /// *Example:* `PRT`, as in ST.25.
    ///
    /// *Draft id:* `MT_1`
    ///
    /// Clause: ST.26 54
    Sequence struct Kind = "molecule/kind", Error,
        "write DNA, RNA or AA";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let written = sequence.sequence.molecule.as_ref();
    if written.is_none() || sequence.is_skipped || sequence.sequence.molecule().is_some() {
        return;
    }
    let kind = text(written);
    let message = if kind.is_empty() {
        "the kind of molecule is blank".to_owned()
    } else {
        format!("'{kind}' is no kind of molecule")
    };
    let path = format!("{}/INSDSeq_moltype", sequence.path());
    found.say_within(path, sequence.place(written), kind, message);
}
