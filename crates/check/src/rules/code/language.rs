//! `code/language`.

use crate::codes::is_language;
use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// Language codes are those of ISO 639-1.
    ///
    /// *What it checks:* languages of filing, of publication, and of each title, abstract,
    /// description and set of claims, in small or capital letters. The code `ol`, by which DOCDB
    /// says that the language is the original one, is accepted there.
    ///
    /// *Why:* search and translation depend on the language.
    ///
    /// *Example:* `jp` instead of `ja`.
    ///
    /// Clause: ISO 639-1
    struct Language = "code/language", Error,
        "use the two-letter code of the language, such as en or ja";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let mut look = |place: Place<'_>, code: &str| {
        let small = code.trim().to_ascii_lowercase();
        let is_original = small == "ol" && context.is_format("docdb");
        if !small.is_empty() && !is_original && !is_language(&small) {
            found.say(place, code, format!("{code} is no language code"));
        }
    };
    let whole = |list| Place {
        list,
        ..Place::default()
    };
    look(
        whole("application/filing_language"),
        &patent.application.filing_language,
    );
    look(whole("publication_language"), &patent.publication_language);
    for (index, title) in patent.titles.iter().enumerate() {
        look(Place::of("title", index), &title.language);
    }
    for (index, set) in patent.claim_sets.iter().enumerate() {
        look(Place::of("claims", index), &set.language);
    }
    let sections = [
        ("abstract", &patent.abstracts),
        ("description", &patent.descriptions),
    ];
    for (name, sections) in sections {
        for (index, section) in sections.iter().enumerate() {
            look(Place::of(name, index), &section.language);
        }
    }
}
