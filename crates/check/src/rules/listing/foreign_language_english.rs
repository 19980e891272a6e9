//! `listing/foreign-language-english`.

use crate::listing::words::text;
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The language of text that is not English is not English.
    ///
    /// *What it checks:* the attribute `nonEnglishFreeTextLanguageCode`.
    ///
    /// *Why:* English has a place of its own in each qualifier.
    ///
    /// *Example:* `nonEnglishFreeTextLanguageCode="en"`.
    ///
    /// *Draft id:* `FT_LANG_3` (unverified, therefore a warning)
    ///
    /// Clause: ST.26 43
    Head struct ForeignLanguageEnglish = "listing/foreign-language-english", Warning,
        "give the language of the other text, or remove the attribute";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let code = text(listing.foreign_language.as_ref());
    if code == "en" {
        let message = "the language of text that is not English is given as English";
        found.say_within(
            "@nonEnglishFreeTextLanguageCode",
            &listing.span,
            code,
            message,
        );
    }
}
