//! `number/publication-characters`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// A number is made of letters, digits and marks that divide them.
    ///
    /// *What it checks:* the numbers of the publication and of the application.
    ///
    /// *Why:* other characters come from damage or from text that is no number.
    ///
    /// *Example:* `1234#67`.
    ///
    /// Clause: ST.10/C
    struct PublicationCharacters = "number/publication-characters", Error,
        "write the number as on the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let lists = [
        ("publication", &patent.publication.documents),
        ("application", &patent.application.documents),
    ];
    for (list, documents) in lists {
        for (index, id) in documents.iter().enumerate() {
            if let Some(stray) = id.number.chars().find(|c| !is_usual(*c)) {
                found.say(
                    Place::of(list, index),
                    &id.number,
                    format!("the number {} has the character {stray:?}", id.number),
                );
            }
        }
    }
}

fn is_usual(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '.' | '/' | '-' | ',')
}
