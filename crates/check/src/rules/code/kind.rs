//! `code/kind`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// A kind code is a letter of ST.16 and at most one digit.
    ///
    /// *What it checks:* the kind codes of the publication. The letters D, J, K, O, Q and V are not
    /// used by the standard; the digits are 1 to 9. DOCDB has codes of its own beside it, such as
    /// `D0` for a British application: there any letter with any digit will do.
    ///
    /// *Why:* the same number with another kind code is another document.
    ///
    /// *Example:* `B12`, `1A` or `Q1`.
    ///
    /// Clause: ST.16
    struct Kind = "code/kind", Error, "use the code of the document on the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, id) in context.patent().publication.documents.iter().enumerate() {
        let kind = id.kind.trim();
        if !kind.is_empty() && !is_kind(kind, context.is_format("docdb")) {
            found.say(
                Place::of("publication", index).part("kind"),
                kind,
                format!("{kind} is no kind code of ST.16"),
            );
        }
    }
}

fn is_kind(kind: &str, is_docdb: bool) -> bool {
    let is_letter =
        |byte: u8| byte.is_ascii_uppercase() && (is_docdb || !b"DJKOQV".contains(&byte));
    match *kind.as_bytes() {
        [letter] => is_letter(letter),
        [letter, b'0'] => is_docdb && is_letter(letter),
        [letter, digit] => is_letter(letter) && digit.is_ascii_digit(),
        _ => false,
    }
}
