//! `classification/cpc-form`.

use super::{has_form, symbols};
use crate::{Context, rule::Found};

rule! {
    /// Symbols of the Cooperative Patent Classification are well-formed.
    ///
    /// *What it checks:* section A to H or Y, two digits of the class, letter of the subclass, up
    /// to four digits of the main group, a stroke and two to six digits of the subgroup.
    ///
    /// *Why:* a symbol that cannot be read cannot be searched.
    ///
    /// *Example:* `Y2E 10/50`.
    ///
    /// Clause: ST.96 V6_0 pat:CPCClassification
    struct CpcForm = "classification/cpc-form", Error, "compare the symbol with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    symbols(
        context,
        |scheme| scheme == "cpc",
        &mut |place, _, symbol| {
            let is_other = !matches!(
                symbol.scheme.rsplit('/').next(),
                None | Some("" | "CPCI" | "CPCA" | "CPC")
            );
            let is_empty = symbol.section.is_empty() && symbol.text.trim().is_empty();
            if !is_other && !is_empty && !has_form(symbol, "ABCDEFGHY") {
                let shown = symbol.display();
                found.say(place, &shown, format!("{shown} is no symbol of the CPC"));
            }
        },
    );
}
