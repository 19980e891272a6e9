//! `listing/foreign-text-missing`.

use crate::codes::is_language;
use crate::listing::End;
use crate::listing::words::text;
use crate::rule::Found;

listing_rule! {
    /// A language other than English is given only when there is text in it.
    ///
    /// *What it checks:* that one `NonEnglishQualifier_value` is there when `nonEnglishFreeTextLanguageCode` is;
    /// one that is blank is another rule's.
    ///
    /// *Why:* the translation was forgotten, or the attribute.
    ///
    /// *Example:* `nonEnglishFreeTextLanguageCode="ru"` and English values only.
    ///
    /// *Draft id:* `FT_LANG_2`
    ///
    /// Clause: ST.26 43, 87
    End struct ForeignTextMissing = "listing/foreign-text-missing", Error,
        "add the text in that language, or remove the attribute";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    let code = text(end.listing.foreign_language.as_ref());
    let is_other = is_language(code) && code != "en";
    let ledger = end.ledger;
    if is_other
        && ledger.count > 0
        && ledger.is_numbering_whole()
        && ledger.foreign.is_none()
        && !ledger.has_blank_foreign
    {
        let message = format!("'{code}' is given as language, and no qualifier has text in it");
        found.say_within(
            "@nonEnglishFreeTextLanguageCode",
            &end.listing.span,
            code,
            message,
        );
    }
}
