//! Rules about classification symbols.

pub(crate) mod cpc_form;
pub(crate) mod duplicate;
pub(crate) mod first_twice;
pub(crate) mod indicator;
pub(crate) mod ipc_form;
pub(crate) mod locarno_form;
pub(crate) mod version_missing;

use crate::Context;
use crate::context::Place;
use crate::form::is_digits_of;
use model::{Classification, Symbol};

/// Calls `visit` with every symbol of the document in a scheme, with its place.
fn symbols<'a>(
    context: &Context<'a>,
    is_scheme: fn(&str) -> bool,
    visit: &mut dyn FnMut(Place<'a>, &'a Classification, &'a Symbol),
) {
    for (index, classification) in context.patent().classifications.iter().enumerate() {
        let place = Place::of("classifications", index);
        if !is_scheme(&classification.scheme) {
            continue;
        }
        if let Some(main) = &classification.main {
            visit(place.part("main"), classification, main);
        }
        for (nth, symbol) in classification.symbols.iter().enumerate() {
            visit(place.nth("symbol", nth), classification, symbol);
        }
    }
}

/// Whether a symbol, in parts or in one text, has the form `A61K 9/16` with one of these sections.
fn has_form(symbol: &Symbol, sections: &str) -> bool {
    if symbol.section.is_empty() {
        return is_written(&symbol.text, sections);
    }
    let Symbol {
        section,
        class,
        subclass,
        main_group,
        subgroup,
        ..
    } = symbol;
    let is_letter = |text: &str| text.len() == 1 && text.as_bytes()[0].is_ascii_uppercase();
    let is_open = subgroup.trim().is_empty() && main_group.trim().is_empty();
    is_letter(section.trim())
        && sections.contains(section.trim())
        && is_digits_of(class.trim(), 2, 2)
        && is_letter(subclass.trim())
        && (is_open
            || (is_digits_of(main_group.trim(), 1, 4) && is_digits_of(subgroup.trim(), 2, 6)))
}

/// Whether a text begins with a symbol, whatever blanks stand in it and after it.
fn is_written(text: &str, sections: &str) -> bool {
    let Some(rest) = subclass(text, sections) else {
        return false;
    };
    let rest = rest.trim_start();
    let Some((main, rest)) = rest.split_once('/') else {
        return rest.is_empty();
    };
    let rest = rest.trim_start();
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    is_digits_of(main.trim(), 1, 4) && is_digits_of(&rest[..end], 2, 6)
}

/// What follows section, class and subclass at the beginning of a text.
fn subclass<'t>(text: &'t str, sections: &str) -> Option<&'t str> {
    let rest = text.trim_start().strip_prefix(|c| sections.contains(c))?;
    let rest = rest.trim_start();
    let (class, rest) = rest.split_at_checked(2)?;
    let rest = rest
        .trim_start()
        .strip_prefix(|c: char| c.is_ascii_uppercase())?;
    is_digits_of(class, 2, 2).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_symbols() {
        let is_ipc = |text: &str| is_written(text, "ABCDEFGH");
        assert!(is_ipc("H01F  27/14        20060101AFI20171122BHEP        "));
        assert!(
            is_ipc("B05B   7/ 00        A I")
                && is_ipc("A61K 9/16")
                && is_ipc("B05B 7/ 00 A I")
                && is_ipc("A61K")
                && is_ipc(" B 01D  53/94   A")
        );
        assert!(!is_ipc("Y02E 10/50") && !is_ipc("A6K 9/16") && !is_ipc("A61K 9/1") && !is_ipc(""));
        assert!(!is_ipc("A61K 9") && !is_ipc("A61K/16"));
    }
}
