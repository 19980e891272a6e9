//! `reference/duplicate-id`.

use crate::{Context, rule::Found};

rule! {
    /// An identifier names one thing.
    ///
    /// *What it checks:* all identifiers of the document.
    ///
    /// *Why:* a reference to an identifier that stands twice is ambiguous, and XML forbids it.
    ///
    /// *Example:* two paragraphs with `id="p0012"`.
    ///
    /// Clause: XML 3.3.1
    struct DuplicateId = "reference/duplicate-id", Warning,
        "give the second one an identifier of its own";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (id, times) in context.doubles() {
        found.say(
            format_args!("@id={id}"),
            &id,
            format!("the identifier {id} stands {times} times"),
        );
    }
}
