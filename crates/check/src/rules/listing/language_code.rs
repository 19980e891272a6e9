//! `listing/language-code`.

use crate::codes::is_language;
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// Languages of names and titles are codes of ISO 639-1.
    ///
    /// *What it checks:* `languageCode` of applicant, inventor and titles.
    ///
    /// *Why:* a name is read in the script of its language.
    ///
    /// *Example:* `languageCode="xx"`.
    ///
    /// *Draft id:* `XLC_1`
    ///
    /// Clause: ST.26 9, 47, 48; ISO 639-1
    Head struct LanguageCode = "listing/language-code", Error,
        "write the two letters of ISO 639-1, in small letters";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    for (name, wording) in super::wordings(listing) {
        let code = wording.language.as_deref().map(str::trim);
        if code.is_some_and(is_language) {
            continue;
        }
        let message = match code {
            None => "the language is missing".to_owned(),
            Some(code) => format!("'{code}' is no language"),
        };
        let path = format!("{name}/@languageCode");
        found.say_within(path, &wording.span, code.unwrap_or_default(), message);
    }
}
