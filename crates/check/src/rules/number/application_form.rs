//! `number/application-form`.

use crate::{Context, form, rule::Found};

rule! {
    /// An application number has the form that its office uses.
    ///
    /// *What it checks:* in documents of the United States, two digits of the series and six of the
    /// number; in European full texts, eight digits, a point and a check digit. Documents of other
    /// formats carry numbers in several forms and are not looked at.
    ///
    /// *Why:* files are found by this number.
    ///
    /// *Example:* `1012345` instead of `10123456`.
    ///
    /// Clause: ST.10/C
    struct ApplicationForm = "number/application-form", Error,
        "compare the number with the filing receipt";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let wanted = if context.is_format("redbook") {
        "99999999"
    } else if context.is_format("epfull") {
        "99999999.9"
    } else {
        return;
    };
    let Some(id) = context.application() else {
        return;
    };
    let is_own = matches!(id.office.as_str(), "US" | "EP");
    if is_own && form::of(&id.number) != wanted {
        found.say(
            "application[1]",
            &id.number,
            format!("{} is no application number of {}", id.number, id.office),
        );
    }
}
