//! `code/former-office`.

use crate::codes::is_former_office;
use crate::{Context, rule::Found};

rule! {
    /// A new publication does not use a withdrawn office code.
    ///
    /// *What it checks:* the publishing office of documents that came out years after its code was
    /// withdrawn: of 2007 and later for Yugoslavia, of 2011 and later for the Netherlands Antilles,
    /// of 2000 and later for the others. Cited and earlier documents keep the codes of their time.
    ///
    /// *Why:* a withdrawn code sends readers to an office that is no more.
    ///
    /// *Example:* `SU` in a publication of 2020.
    ///
    /// Clause: ST.3 former codes
    struct FormerOffice = "code/former-office", Warning, "use the code of the office as it is now";
}

/// The last year in which a publication may well have this withdrawn code.
fn last_year(office: &str) -> u16 {
    match office {
        "YU" => 2006,
        "AN" => 2010,
        _ => 1999,
    }
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(id) = context.patent().document() else {
        return;
    };
    let office = id.office.trim();
    let published = context.published();
    let is_new = published.is_some_and(|date| date.year > last_year(office));
    if is_new && is_former_office(office) {
        found.say(
            "publication[1]/office",
            &id.office,
            format!("{office} was withdrawn from ST.3 before this publication"),
        );
    }
}
