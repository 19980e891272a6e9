//! `listing/original-language-missing`.

use crate::listing::End;
use crate::listing::structure::has_languages;
use crate::rule::Found;

listing_rule! {
    /// A listing with free text says in which language it was first written.
    ///
    /// *What it checks:* that `originalFreeTextLanguageCode` is there when a qualifier depends on a language, from
    /// `V1_3` on.
    ///
    /// *Why:* without it nobody knows which text is the original.
    ///
    /// *Example:* an `organism` in a listing without the attribute.
    ///
    /// *Draft id:* `FT_LANG_1` (its condition is unverified, therefore a warning)
    ///
    /// Clause: ST.26 43
    End struct OriginalLanguageMissing = "listing/original-language-missing", Warning,
        "add the attribute originalFreeTextLanguageCode";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    let Some(place) = &end.ledger.free_text else {
        return;
    };
    if end.listing.original_language.is_none() && has_languages(end.listing) {
        let message = format!(
            "free text stands in line {}, and its language is not given",
            place.line
        );
        found.say_within(
            "@originalFreeTextLanguageCode",
            &end.listing.span,
            "",
            message,
        );
    }
}
