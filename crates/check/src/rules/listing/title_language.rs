//! `listing/title-language`.

use crate::rule::Found;
use model::SequenceListing;
use std::collections::BTreeSet;

listing_rule! {
    /// There is one title in each language.
    ///
    /// *What it checks:* languages of the titles.
    ///
    /// *Why:* of two titles in one language nobody knows which counts.
    ///
    /// *Example:* two titles with `languageCode="en"`.
    ///
    /// *Draft id:* `TITLE_1` (this half is unverified, therefore a warning)
    ///
    /// Clause: ST.26 48
    Head struct TitleLanguage = "listing/title-language", Warning,
        "keep one title of each language";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let mut seen = BTreeSet::new();
    for title in &listing.titles {
        let Some(code) = title.language.as_deref().map(str::trim) else {
            continue;
        };
        if !code.is_empty() && !seen.insert(code) {
            let message = format!("a title in '{code}' stands before already");
            found.say_within("InventionTitle", &title.span, &title.text, message);
        }
    }
}
