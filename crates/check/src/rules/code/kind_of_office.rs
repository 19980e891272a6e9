//! `code/kind-of-office`.

use crate::{Context, rule::Found};

/// Kind codes of publications, by office.
const KNOWN: [(&str, &[&str]); 3] = [
    (
        "EP",
        &[
            "A1", "A2", "A3", "A4", "A8", "A9", "B1", "B2", "B3", "B8", "B9",
        ],
    ),
    (
        "US",
        &[
            "A", "A1", "A2", "A9", "B1", "B2", "B8", "B9", "C1", "C2", "C3", "E", "E1", "F1", "F2",
            "H", "H1", "I4", "I5", "P", "P1", "P2", "P3", "P4", "P9", "S", "S1", "S2", "S9",
        ],
    ),
    (
        "WO",
        &["A1", "A2", "A3", "A4", "A8", "A9", "B1", "B9", "C1", "C2"],
    ),
];

rule! {
    /// The kind code is one that the office uses.
    ///
    /// *What it checks:* publications of the United States, of the European Patent Office and of
    /// the International Bureau. The list is what is known here of these offices, and no standard.
    ///
    /// *Why:* a code that the office does not use is often a slip: `B` for `B1`.
    ///
    /// *Example:* `EP 1234567 C1`.
    ///
    /// Clause: ST.16
    struct KindOfOffice = "code/kind-of-office", Warning, "compare the code with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(id) = context.patent().document() else {
        return;
    };
    let (office, kind) = (id.office.trim(), id.kind.trim());
    let known = KNOWN.iter().find(|(name, _)| *name == office);
    let is_unknown = known.is_some_and(|(_, kinds)| !kinds.contains(&kind));
    if is_unknown && !kind.is_empty() && kind.len() <= 2 {
        found.say(
            "publication[1]/kind",
            kind,
            format!("{kind} is no kind code that {office} is known to use"),
        );
    }
}
