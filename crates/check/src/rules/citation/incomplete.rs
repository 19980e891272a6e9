//! `citation/incomplete`.

use crate::context::Place;
use crate::{Context, rule::Found};
use model::{Citation, NonPatent};

rule! {
    /// A citation says what is cited.
    ///
    /// *What it checks:* that there is the number of a document, or literature, or words.
    ///
    /// *Why:* nobody can find what is not named.
    ///
    /// *Example:* `<patcit num="1"><document-id><country>US</country></document-id></patcit>`.
    ///
    /// Clause: ST.14; ST.36 citation
    struct Incomplete = "citation/incomplete", Warning, "take the citation from the search report";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, citation) in context.patent().citations.iter().enumerate() {
        if !says_something(citation) {
            found.say(
                Place::of("citations", index),
                &citation.number,
                "the citation does not say what is cited",
            );
        }
    }
}

fn says_something(citation: &Citation) -> bool {
    let has_number = citation.documents.iter().any(|id| !id.is_empty());
    let has_literature = |literature: &NonPatent| {
        !literature.content.is_empty()
            || !literature.parts.is_empty()
            || !literature.attributes.is_empty()
    };
    has_number
        || citation.literature.as_ref().is_some_and(has_literature)
        || !citation.text.is_empty()
        || !citation.statements.is_empty()
        || !citation.corresponding.is_empty()
        || !citation.attributes.is_empty()
}
