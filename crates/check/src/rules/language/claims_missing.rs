//! `language/claims-missing`.

use crate::{Context, rule::Found};

rule! {
    /// The claims are there in the language of the publication.
    ///
    /// *What it checks:* sets of claims with stated languages: one of them must be in the language
    /// of the publication.
    ///
    /// *Why:* the text in that language is the one that counts.
    ///
    /// *Example:* claims in `en` and `fr` of a publication in `de`.
    ///
    /// Clause: ST.9 26; ST.36 claims/@lang
    struct ClaimsMissing = "language/claims-missing", Warning, "look for the claims in the source";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let language = context.language();
    let sets = &context.patent().claim_sets;
    let is_own = |code: &str| code.is_empty() || code.eq_ignore_ascii_case(&language);
    if !language.is_empty()
        && !sets.is_empty()
        && !sets.iter().any(|set| is_own(set.language.trim()))
    {
        found.say(
            "claims",
            &language,
            format!("there are no claims in {language}, the language of the publication"),
        );
    }
}
