//! `priority/own-application`.

use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// An application does not claim its own priority.
    ///
    /// *What it checks:* office and number of each claim against those of the application, in the
    /// same number format; DOCDB lists first filings so, and is not looked at.
    ///
    /// *Why:* the number of the earlier application was lost.
    ///
    /// *Example:* application and priority are both `US 16123456`.
    ///
    /// Clause: ST.9 31
    struct OwnApplication = "priority/own-application", Warning,
        "take the number from the certified copy of the earlier application";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(own) = context
        .application()
        .filter(|_| !context.is_format("docdb"))
    else {
        return;
    };
    for (index, priority) in context.patent().priorities.iter().enumerate() {
        let mut documents = priority.documents.iter();
        if documents.any(|id| id.office == own.office && id.unpadded() == own.unpadded()) {
            found.say(
                Place::of("priorities", index),
                &own.number,
                format!(
                    "the application {} {} claims its own priority",
                    own.office, own.number
                ),
            );
        }
    }
}
