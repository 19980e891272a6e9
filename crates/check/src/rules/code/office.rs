//! `code/office`.

use crate::codes::{is_former_office, is_office};
use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// The offices of publication and application have codes of ST.3.
    ///
    /// *What it checks:* the office of each number of the publication and of the application.
    ///
    /// *Why:* a number means nothing without its office.
    ///
    /// *Example:* `UK` instead of `GB`.
    ///
    /// Clause: ST.3
    struct Office = "code/office", Error, "use the two-letter code of the office";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let lists = [
        ("publication", &patent.publication.documents),
        ("application", &patent.application.documents),
    ];
    for (list, documents) in lists {
        for (index, id) in documents.iter().enumerate() {
            let office = id.office.trim();
            if !office.is_empty() && !is_office(office) && !is_former_office(office) {
                found.say(
                    Place::of(list, index).part("office"),
                    office,
                    format!("{office} is no office code of ST.3"),
                );
            }
        }
    }
}
