//! `part/title`.

use crate::{Context, rule::Found};
use model::text::plain;

rule! {
    /// The invention has a title.
    ///
    /// *What it checks:* that at least one title has words.
    ///
    /// *Why:* ST.96 asks for it, and lists of documents show it.
    ///
    /// *Example:* `<invention-title/>`.
    ///
    /// Clause: ST.9 54; ST.96 V6_0 pat:InventionTitleBag
    struct Title = "part/title", Warning, "add the title from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut titles = context.patent().titles.iter();
    if titles.all(|title| plain(&title.content).trim().is_empty()) {
        found.say("titles", "", "the invention has no title");
    }
}
