//! `listing/title-length`.

use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// A title has two to seven words.
    ///
    /// *What it checks:* titles in English.
    ///
    /// *Why:* lists have little place; longer titles are allowed.
    ///
    /// *Example:* a title of twenty words.
    ///
    /// *Draft id:* `TITLE_1`
    ///
    /// Clause: ST.26 48
    Head struct TitleLength = "listing/title-length", Info,
        "shorten the title, if that can be done";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let english = listing
        .titles
        .iter()
        .filter(|title| title.language.as_deref() == Some("en"));
    for title in english {
        let words = title.text.split_whitespace().count();
        if words == 1 || words > 7 {
            let message = format!(
                "the title has {words} word{}",
                if words == 1 { "" } else { "s" }
            );
            found.say_within("InventionTitle", &title.span, &title.text, message);
        }
    }
}
