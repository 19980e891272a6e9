//! `listing/title`.

use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The invention has a title.
    ///
    /// *What it checks:* that there is an `InventionTitle`, and that none is blank.
    ///
    /// *Why:* the listing is known by it.
    ///
    /// *Example:* a listing without `InventionTitle`.
    ///
    /// *Draft id:* `TITLE_1`
    ///
    /// Clause: ST.26 48
    Head struct Title = "listing/title", Error,
        "add the title of the invention";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    if listing.titles.is_empty() {
        found.say_within(
            "InventionTitle",
            &listing.span,
            "",
            "the title of the invention is missing",
        );
    }
    for title in listing
        .titles
        .iter()
        .filter(|title| title.text.trim().is_empty())
    {
        found.say_within("InventionTitle", &title.span, "", "a title is blank");
    }
}
