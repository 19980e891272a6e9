//! `date/publication-before-filing`.

use crate::{Context, calendar::is_before, rule::Found};

rule! {
    /// Nothing is published before it is filed.
    ///
    /// *What it checks:* the date of publication against the date of filing.
    ///
    /// *Why:* one of the two dates is wrong.
    ///
    /// *Example:* published on 2020-01-07, filed on 2020-02-03.
    ///
    /// Clause: ST.9 22; ST.9 43, 44, 45
    struct PublicationBeforeFiling = "date/publication-before-filing", Error,
        "compare both dates with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let (Some(published), Some(filed)) = (context.published(), context.filed()) else {
        return;
    };
    if is_before(published, filed) {
        found.say(
            "publication[1]/date",
            &published.to_string(),
            format!("the document was published on {published}, before it was filed on {filed}"),
        );
    }
}
