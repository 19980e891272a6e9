//! `classification/duplicate`.

use super::symbols;
use crate::{Context, rule::Found};
use std::collections::BTreeSet;

rule! {
    /// A symbol stands once in its classification.
    ///
    /// *What it checks:* symbols that are the same with value, level and generating office, in
    /// one classification.
    ///
    /// *Why:* counts by class become wrong, and one of the two may have been meant to be another.
    ///
    /// *Example:* `H04L 9/00` twice with value I.
    ///
    /// Clause: ST.8
    struct Duplicate = "classification/duplicate", Info, "remove the second symbol, or correct it";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut seen = BTreeSet::new();
    let is_scheme = |scheme: &str| matches!(scheme, "ipcr" | "cpc");
    symbols(context, is_scheme, &mut |place, classification, symbol| {
        let parts = [
            &symbol.section,
            &symbol.class,
            &symbol.subclass,
            &symbol.main_group,
            &symbol.subgroup,
            &symbol.text,
            &symbol.value,
            &symbol.level,
            &symbol.office,
            &symbol.scheme,
        ];
        let is_empty = parts.iter().all(|part| part.is_empty());
        if !is_empty && !seen.insert((std::ptr::from_ref(classification), parts)) {
            let shown = symbol.display();
            found.say(place, &shown, format!("the symbol {shown} stands twice"));
        }
    });
}
