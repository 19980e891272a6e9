//! `part/drawings`.

use crate::{Context, form, rule::Found};

rule! {
    /// Drawings are there when the bibliographic data count them.
    ///
    /// *What it checks:* full texts with a number of figures or sheets above zero.
    ///
    /// *Why:* a description without its drawings cannot be understood.
    ///
    /// *Example:* 5 figures stated, no `drawings`.
    ///
    /// Clause: ST.36 drawings; ST.96 V6_0 pat:Drawings
    struct Drawings = "part/drawings", Warning, "look for the drawings in the source";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let Some(summary) = &patent.figures else {
        return;
    };
    let stated = [&summary.figures, &summary.sheets].map(|text| form::number(text).unwrap_or(0));
    let stated = stated[0].max(stated[1]);
    if stated > 0 && context.is_full_text() && patent.drawings.is_empty() {
        found.say(
            "drawings",
            &summary.figures,
            format!("{stated} figures or sheets are stated, and there are no drawings"),
        );
    }
}
