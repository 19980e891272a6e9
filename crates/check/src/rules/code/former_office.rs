//! `code/former-office`.

use crate::codes::is_former_office;
use crate::{Context, rule::Found};

rule! {
    /// A new publication does not use a withdrawn office code.
    ///
    /// *What it checks:* the publishing office of documents of the year 2000 and later. Cited and
    /// earlier documents keep the codes of their time.
    ///
    /// *Why:* a withdrawn code sends readers to an office that is no more.
    ///
    /// *Example:* `SU` in a publication of 2020.
    ///
    /// Clause: ST.3 former codes
    struct FormerOffice = "code/former-office", Warning, "use the code of the office as it is now";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(id) = context.patent().document() else {
        return;
    };
    let is_new = context.published().is_some_and(|date| date.year >= 2000);
    if is_new && is_former_office(id.office.trim()) {
        found.say(
            "publication[1]/office",
            &id.office,
            format!(
                "{} was withdrawn from ST.3 before this publication",
                id.office
            ),
        );
    }
}
