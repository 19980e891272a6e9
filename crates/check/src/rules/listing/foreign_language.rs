//! `listing/foreign-language`.

use crate::codes::is_language;
use crate::listing::words::text;
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The language of text that is not English is a code of ISO 639-1.
    ///
    /// *What it checks:* the attribute `nonEnglishFreeTextLanguageCode`, when it is given.
    ///
    /// *Why:* readers choose the text by it.
    ///
    /// *Example:* `nonEnglishFreeTextLanguageCode="jp"`.
    ///
    /// *Draft id:* `FT_LANG_2`
    ///
    /// Clause: ST.26 43; ISO 639-1
    Head struct ForeignLanguage = "listing/foreign-language", Error,
        "write the two letters of ISO 639-1, such as de";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let code = text(listing.foreign_language.as_ref());
    if listing.foreign_language.is_some() && !is_language(code) {
        let message = format!("'{code}' is no language");
        found.say_within(
            "@nonEnglishFreeTextLanguageCode",
            &listing.span,
            code,
            message,
        );
    }
}
