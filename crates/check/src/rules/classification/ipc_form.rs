//! `classification/ipc-form`.

use super::{has_form, subclass, symbols};
use crate::{Context, rule::Found};

/// Sections of the International Patent Classification.
const SECTIONS: &str = "ABCDEFGH";

rule! {
    /// Symbols of the International Patent Classification are well-formed.
    ///
    /// *What it checks:* section A to H, two digits of the class, letter of the subclass, up to
    /// four digits of the main group, a stroke and two to six digits of the subgroup; or the
    /// subclass alone. In editions 1 to 7 only section, class and subclass, after the digit of the
    /// edition.
    ///
    /// *Why:* a symbol that cannot be read cannot be searched.
    ///
    /// *Example:* `A6K 9/16`.
    ///
    /// Clause: ST.8; ST.10/C
    struct IpcForm = "classification/ipc-form", Error, "compare the symbol with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    symbols(
        context,
        |scheme| scheme == "ipcr",
        &mut |place, _, symbol| {
            let is_empty = symbol.section.is_empty() && symbol.text.trim().is_empty();
            if !is_empty && !has_form(symbol, SECTIONS) {
                let shown = symbol.display();
                found.say(place, &shown, format!("{shown} is no symbol of the IPC"));
            }
        },
    );
    symbols(
        context,
        |scheme| scheme == "ipc",
        &mut |place, _, symbol| {
            let text = symbol.text.trim_start();
            let text = text
                .strip_prefix(|c: char| c.is_ascii_digit())
                .unwrap_or(text);
            if !text.is_empty() && subclass(text, SECTIONS).is_none() {
                let shown = symbol.display();
                found.say(place, &shown, format!("{shown} is no symbol of the IPC"));
            }
        },
    );
}
