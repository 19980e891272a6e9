//! `listing/original-language`.

use crate::codes::is_language;
use crate::listing::words::text;
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The language in which free text was first written is a code of ISO 639-1.
    ///
    /// *What it checks:* the attribute `originalFreeTextLanguageCode`, when it is given.
    ///
    /// *Why:* translators start from that text.
    ///
    /// *Example:* `originalFreeTextLanguageCode="english"`.
    ///
    /// *Draft id:* `FT_LANG_1`
    ///
    /// Clause: ST.26 43; ISO 639-1
    Head struct OriginalLanguage = "listing/original-language", Error,
        "write the two letters of ISO 639-1, such as en";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let code = text(listing.original_language.as_ref());
    if listing.original_language.is_some() && !is_language(code) {
        let message = format!("'{code}' is no language");
        found.say_within(
            "@originalFreeTextLanguageCode",
            &listing.span,
            code,
            message,
        );
    }
}
