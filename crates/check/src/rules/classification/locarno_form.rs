//! `classification/locarno-form`.

use super::symbols;
use crate::{Context, form, rule::Found};

rule! {
    /// Symbols of the Locarno Classification are a class and a subclass.
    ///
    /// *What it checks:* two digits of the class from 1 to 32, a hyphen or none, and two digits of
    /// the subclass.
    ///
    /// *Why:* a symbol that cannot be read cannot be searched.
    ///
    /// *Example:* `4501`.
    ///
    /// Clause: ST.80 51; ST.96 V6_0 com:LocarnoClassification
    struct LocarnoForm = "classification/locarno-form", Warning,
        "compare the symbol with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    symbols(
        context,
        |scheme| scheme == "locarno",
        &mut |place, _, symbol| {
            let text = symbol.text.trim();
            if !text.is_empty() && !is_locarno(text) {
                found.say(
                    place,
                    text,
                    format!("{text} is no symbol of the Locarno Classification"),
                );
            }
        },
    );
}

fn is_locarno(text: &str) -> bool {
    let has_form = matches!(form::of(text).as_str(), "9999" | "99-99" | "99 99");
    let class = text.get(..2).and_then(form::number);
    has_form && class.is_some_and(|class| (1..=32).contains(&class))
}
