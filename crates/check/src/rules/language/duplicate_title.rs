//! `language/duplicate-title`.

use crate::context::Place;
use crate::{Context, rule::Found};
use std::collections::BTreeSet;

rule! {
    /// There is one title in each language.
    ///
    /// *What it checks:* titles with the same stated language and the same number format.
    ///
    /// *Why:* of two titles one is wrong, or its language is.
    ///
    /// *Example:* two titles in `en`.
    ///
    /// Clause: ST.9 54; ST.96 V6_0 pat:InventionTitleBag
    struct DuplicateTitle = "language/duplicate-title", Warning,
        "look in which language each title is";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut seen = BTreeSet::new();
    for (index, title) in context.patent().titles.iter().enumerate() {
        let language = title.language.trim().to_lowercase();
        if !language.is_empty() && !seen.insert((language.clone(), title.format.as_str())) {
            let words = model::text::plain(&title.content);
            let message = format!("there is a second title in {language}");
            found.say(Place::of("titles", index), &words, message);
        }
    }
}
