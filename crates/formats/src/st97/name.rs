//! Names in JSON: those of ST.96 without prefix, in lower camel case.

use crate::component::schema::{AttrName, Name};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The names of all elements, by their number.
static ELEMENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    Name::all()
        .map(|name| lower_camel(local(name.text())))
        .collect()
});

/// The elements that have a name in JSON.
static BY_NAME: LazyLock<FxHashMap<&'static str, Vec<Name>>> = LazyLock::new(|| {
    let mut all: FxHashMap<&'static str, Vec<Name>> = FxHashMap::default();
    for name in Name::all() {
        all.entry(of(name)).or_default().push(name);
    }
    all
});

/// The attributes that have a name in JSON.
static ATTRIBUTES: LazyLock<FxHashMap<&'static str, Vec<AttrName>>> = LazyLock::new(|| {
    let mut all: FxHashMap<&'static str, Vec<AttrName>> = FxHashMap::default();
    for name in AttrName::all() {
        all.entry(of_attribute(name)).or_default().push(name);
    }
    all
});

/// The name of an element.
pub(crate) fn of(name: Name) -> &'static str {
    &ELEMENTS[usize::from(name.0)]
}

/// The name of an attribute: as in ST.96, without prefix.
pub(crate) fn of_attribute(name: AttrName) -> &'static str {
    local(name.text())
}

/// The elements of this name.
pub(crate) fn elements(name: &str) -> &'static [Name] {
    BY_NAME.get(name).map_or(&[], Vec::as_slice)
}

/// The attributes of this name.
pub(crate) fn attributes(name: &str) -> &'static [AttrName] {
    ATTRIBUTES.get(name).map_or(&[], Vec::as_slice)
}

fn local(name: &'static str) -> &'static str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// A name of ST.96 with its first word, or the capitals in front, in small letters.
pub(crate) fn lower_camel(name: &str) -> String {
    let capitals = name.chars().take_while(char::is_ascii_uppercase).count();
    let rest = &name[capitals..];
    let small = if capitals > 1 && rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        capitals - 1
    } else {
        capitals
    };
    format!("{}{}", name[..small].to_ascii_lowercase(), &name[small..])
}

#[cfg(test)]
mod tests {
    use super::lower_camel;

    #[test]
    fn capitals_in_front_are_one_word() {
        let made = [
            "IPOfficeCode",
            "IPCRClassification",
            "ST13ApplicationNumber",
            "P",
            "OL",
            "InventionTitle",
            "mrow",
        ]
        .map(lower_camel);
        assert_eq!(
            made,
            [
                "ipOfficeCode",
                "ipcrClassification",
                "st13ApplicationNumber",
                "p",
                "ol",
                "inventionTitle",
                "mrow"
            ]
        );
    }
}
