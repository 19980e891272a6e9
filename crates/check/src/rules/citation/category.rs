//! `citation/category`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// Categories of citations are letters of ST.14.
    ///
    /// *What it checks:* the categories of citations and of their passages: X, Y, A, E, L, O, P, T,
    /// D and the ampersand, alone or together. The letters I, N and R of search reports and the
    /// phrases of the United States ("cited by examiner") are accepted.
    ///
    /// *Why:* the category says whether the invention is new.
    ///
    /// *Example:* category `Q`.
    ///
    /// Clause: ST.14
    struct Category = "citation/category", Warning, "compare the category with the search report";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, citation) in context.patent().citations.iter().enumerate() {
        let passages = citation
            .passages
            .iter()
            .flat_map(|passage| &passage.categories);
        for category in citation.categories.iter().chain(passages) {
            let category = category.trim();
            if !category.is_empty() && !is_category(category) {
                let message = format!("{category} is no category of ST.14");
                found.say(Place::of("citations", index), category, message);
            }
        }
    }
}

fn is_category(category: &str) -> bool {
    let is_phrase = category
        .get(..5)
        .is_some_and(|start| start.eq_ignore_ascii_case("cited"));
    let is_mark = |c: char| "XYINRAELOPTD&".contains(c) || matches!(c, ',' | ' ' | ';' | '/');
    is_phrase || category.chars().all(is_mark)
}
