//! `molecule/skipped`.

use crate::listing::examined::Examined;
use crate::listing::words::is_blank;
use crate::listing::words::is_there_but_blank;
use crate::rule::Found;

listing_rule! {
    /// A sequence that was left out has 000 for residues and nothing else.
    ///
    /// *What it checks:* length, kind, division, other identifiers and features of skipped sequences; one of which
    /// all three are blank is meant to be skipped.
    ///
    /// *Why:* what is left of it would be taken for a sequence.
    ///
    /// *Example:* residues 000 and a length of 3.
    ///
    /// *Draft id:* `SKIP_1`
    ///
    /// Clause: ST.26 58
    Sequence struct Skipped = "molecule/skipped", Error,
        "leave length, moltype and division empty, write 000 as residues, and nothing else";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    if !sequence.is_skipped {
        return;
    }
    let own = sequence.sequence;
    let mut wrong = Vec::new();
    for (name, part) in [
        ("a length", &own.length),
        ("a kind", &own.molecule),
        ("a division", &own.division),
    ] {
        if !is_blank(part.as_ref()) {
            wrong.push(name);
        }
    }
    if own.other_ids.is_some() {
        wrong.push("other identifiers");
    }
    if own.features.is_some() {
        wrong.push("features");
    }
    let message = if !own.is_skipped() && is_there_but_blank(own.residues.as_ref()) {
        "the sequence is skipped, and its residues are blank and not 000".to_owned()
    } else if !own.is_skipped() && own.residues.is_some() {
        "the sequence is skipped, and its residues are not 000".to_owned()
    } else if wrong.is_empty() {
        return;
    } else {
        format!("the sequence is skipped and has {}", wrong.join(", "))
    };
    found.say_within(sequence.path(), &own.span, "", message);
}
