//! `classification/indicator`.

use super::symbols;
use crate::{Context, rule::Found};

rule! {
    /// The indicators of a symbol are codes of ST.8.
    ///
    /// *What it checks:* level A, C or S; position F or L; value I, N or A; status B, R, V or D;
    /// source of the data H, M or G.
    ///
    /// *Why:* searchers tell invention from addition by them.
    ///
    /// *Example:* value `X`.
    ///
    /// Clause: ST.8; ST.96 V6_0 pat:IPCRClassification
    struct Indicator = "classification/indicator", Warning,
        "compare the indicator with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let is_scheme = |scheme: &str| matches!(scheme, "ipcr" | "cpc");
    symbols(context, is_scheme, &mut |place, _, symbol| {
        let indicators = [
            ("level", &symbol.level, "ACS"),
            ("position", &symbol.position, "FL"),
            ("value", &symbol.value, "INA"),
            ("status", &symbol.status, "BRVD"),
            ("source", &symbol.source, "HMG"),
        ];
        for (name, value, codes) in indicators {
            let value = value.trim();
            let is_code = value.len() == 1 && codes.contains(value);
            if !value.is_empty() && !is_code {
                let message = format!("the {name} of {} is {value}", symbol.display());
                found.say(place, value, message);
            }
        }
    });
}
