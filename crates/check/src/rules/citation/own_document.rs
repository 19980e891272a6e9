//! `citation/own-document`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// A document does not cite itself.
    ///
    /// *What it checks:* office, number and kind code of cited documents against the publication.
    ///
    /// *Why:* the number of the cited document was lost.
    ///
    /// *Example:* `US 7654321 B2` cites `US 7654321 B2`.
    ///
    /// Clause: ST.14
    struct OwnDocument = "citation/own-document", Warning, "take the number from the search report";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(own) = context.patent().document() else {
        return;
    };
    let own_number = own.unpadded();
    for (index, citation) in context.patent().citations.iter().enumerate() {
        let is_own = |id: &model::DocumentId| {
            id.office == own.office && id.kind == own.kind && id.unpadded() == own_number
        };
        if citation.documents.iter().any(is_own) {
            let name = own.docdb();
            let message = format!("the document {name} cites itself");
            found.say(Place::of("citations", index), &own.number, message);
        }
    }
}
