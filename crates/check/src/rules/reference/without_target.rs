//! `reference/without-target`.

use crate::{Context, rule::Found};

rule! {
    /// A reference names its target.
    ///
    /// *What it checks:* that a reference has an identifier or a number.
    ///
    /// *Why:* a reference that leads nowhere is only words.
    ///
    /// *Example:* `<figref>Fig. 3</figref>`.
    ///
    /// Clause: ST.36 figref/@idref
    struct WithoutTarget = "reference/without-target", Info, "add the identifier of the target";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for link in context.links() {
        let reference = link.reference;
        if reference.targets.trim().is_empty() && reference.number.trim().is_empty() {
            let words = model::text::plain(&reference.content);
            let message = format!("the reference {words:?} has no target");
            found.say(link.place, &words, message);
        }
    }
}
