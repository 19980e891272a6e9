//! `classification/first-twice`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// One symbol stands first.
    ///
    /// *What it checks:* the position F in the IPC symbols of each generating office. DOCDB
    /// collects symbols of several editions and is not looked at.
    ///
    /// *Why:* lists by class count a document once, under its first symbol.
    ///
    /// *Example:* two symbols with position F.
    ///
    /// Clause: ST.8; ST.96 V6_0 com:SymbolPositionCode
    struct FirstTwice = "classification/first-twice", Warning,
        "compare the symbols with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    if context.is_format("docdb") {
        return;
    }
    for (index, classification) in context.patent().classifications.iter().enumerate() {
        let is_first = |symbol: &&model::Symbol| symbol.position == "F";
        let mut firsts = classification.symbols.iter().filter(is_first);
        let Some(first) = firsts.next().filter(|_| classification.scheme == "ipcr") else {
            continue;
        };
        if let Some(second) = firsts.find(|second| second.office == first.office) {
            let (first, second) = (first.display(), second.display());
            found.say(
                Place::of("classifications", index),
                &second,
                format!("both {first} and {second} are said to stand first"),
            );
        }
    }
}
