//! `sequence/citations`.

use crate::context::Place;
use crate::{Context, form, rule::Found};
use model::Citation;
use std::collections::BTreeSet;

rule! {
    /// No two citations have the same number.
    ///
    /// *What it checks:* the numbers of citations of patents, and of other literature among
    /// themselves.
    ///
    /// *Why:* search reports refer to citations by number.
    ///
    /// *Example:* two citations with `num="00001"`.
    ///
    /// Clause: ST.36 patcit/@num
    struct Citations = "sequence/citations", Warning, "number the citations as on the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let citations = &context.patent().citations;
    if form::ascend(citations.iter().map(number)) {
        return;
    }
    let mut seen = BTreeSet::new();
    for (index, citation) in citations.iter().enumerate() {
        let (number, phase) = (number(citation), citation.phase.as_str());
        let key = (citation.literature.is_some(), phase, number);
        if !number.is_empty() && !seen.insert(key) {
            found.say(
                Place::of("citations", index),
                number,
                format!("a second citation has the number {number}"),
            );
        }
    }
}

/// The number of a citation, which literature has among its attributes.
fn number(citation: &Citation) -> &str {
    if !citation.number.is_empty() {
        return citation.number.trim();
    }
    let literature = citation.literature.iter();
    let mut attributes = literature.flat_map(|literature| &literature.attributes);
    let number = attributes.find(|attribute| attribute.name == "num");
    number.map_or("", |number| number.value.trim())
}
