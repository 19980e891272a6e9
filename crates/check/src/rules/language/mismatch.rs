//! `language/mismatch`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// The description is in the language of the publication.
    ///
    /// *What it checks:* the languages of descriptions, where they are stated, against the language
    /// of the publication.
    ///
    /// *Why:* translation and search take the wrong language otherwise.
    ///
    /// *Example:* a description in `de` in a publication in `fr`.
    ///
    /// Clause: ST.9 26; ST.96 V6_0 com:PublicationLanguageCode
    struct Mismatch = "language/mismatch", Error, "look in which language the text is";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let language = context.language();
    let descriptions = &context.patent().descriptions;
    let is_own = |code: &str| code.is_empty() || code.eq_ignore_ascii_case(&language);
    if language.is_empty()
        || descriptions
            .iter()
            .any(|section| is_own(section.language.trim()))
    {
        return;
    }
    for (index, section) in descriptions.iter().enumerate() {
        let code = section.language.trim();
        found.say(
            Place::of("description", index),
            code,
            format!("the description is in {code}, the publication in {language}"),
        );
    }
}
