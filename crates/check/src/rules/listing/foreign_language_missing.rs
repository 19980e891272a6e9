//! `listing/foreign-language-missing`.

use crate::listing::End;
use crate::rule::Found;

listing_rule! {
    /// A listing with text that is not English says in which language it is.
    ///
    /// *What it checks:* that `nonEnglishFreeTextLanguageCode` is there when a `NonEnglishQualifier_value` is.
    ///
    /// *Why:* without it nobody knows how to read the text.
    ///
    /// *Example:* a German note in a listing without the attribute.
    ///
    /// *Draft id:* `FT_LANG_2` (this half is unverified, therefore a warning)
    ///
    /// Clause: ST.26 43, 87
    End struct ForeignLanguageMissing = "listing/foreign-language-missing", Warning,
        "add the attribute nonEnglishFreeTextLanguageCode";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    let Some(place) = &end.ledger.foreign else {
        return;
    };
    if end.listing.foreign_language.is_none() {
        let message = format!(
            "text that is not English stands in line {}, and its language is not given",
            place.line
        );
        found.say_within(
            "@nonEnglishFreeTextLanguageCode",
            &end.listing.span,
            "",
            message,
        );
    }
}
