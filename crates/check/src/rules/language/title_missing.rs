//! `language/title-missing`.

use crate::{Context, rule::Found};

rule! {
    /// The title is there in the language of the publication.
    ///
    /// *What it checks:* titles with stated languages: one of them must be in the language of the
    /// publication. DOCDB, which has translations only, is not looked at.
    ///
    /// *Why:* the title in that language is the one that counts.
    ///
    /// *Example:* a title in `fr` only of a publication in `de`.
    ///
    /// Clause: ST.9 26, 54
    struct TitleMissing = "language/title-missing", Warning, "look for the title in the source";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let language = context.language();
    let titles = &context.patent().titles;
    if language.is_empty() || titles.is_empty() || context.is_format("docdb") {
        return;
    }
    let is_own = |code: &str| code.is_empty() || code.eq_ignore_ascii_case(&language);
    if !titles.iter().any(|title| is_own(title.language.trim())) {
        found.say(
            "titles",
            &language,
            format!("there is no title in {language}, the language of the publication"),
        );
    }
}
