//! The common vocabulary of ST.36: what Red Book, EP full text and DOCDB share word for word.
//!
//! It is no format: it reads parts, for the formats that are implementations of ST.36.
//!
//! Clause: ST.36

pub(crate) mod biblio;
pub(crate) mod body;
pub(crate) mod citation;
pub(crate) mod claims;
pub(crate) mod classification;
pub(crate) mod code;
pub(crate) mod document;
pub(crate) mod exchange;
pub(crate) mod inline;
pub(crate) mod media;
pub(crate) mod numeric;
pub(crate) mod party;
pub(crate) mod root;
pub(crate) mod sequence;
pub(crate) mod statement;
pub(crate) mod table;

use model::{Attribute, Str};
use xml::tree::Element;

/// The attributes that nobody took, under their source names.
pub(crate) fn attributes(element: &Element<'_, '_>) -> Vec<Attribute> {
    if !element.has_attributes() {
        return Vec::new();
    }
    element
        .other_attributes()
        .filter(|(name, _)| !is_declaration(name))
        .map(|(name, value)| Attribute::new(name, value))
        .collect()
}

fn is_declaration(name: &str) -> bool {
    name == "xmlns" || name.starts_with("xmlns:") || name.starts_with("xsi:")
}

/// All text of a leaf; a blank keeps apart what stands in an element that is not known there.
pub(crate) fn text(element: &Element<'_, '_>) -> Str {
    Str::from(&*element.text_where(inline::is_style))
}

/// Keeps the text of a leaf that stands once; one that comes again stays unmapped.
pub(crate) fn once(slot: &mut Str, element: &Element<'_, '_>) {
    if slot.is_empty() {
        *slot = text(element);
    }
}

/// The value of an attribute, or nothing.
pub(crate) fn value(element: &Element<'_, '_>, name: &str) -> Str {
    element.attribute(name).map_or_else(Str::default, Str::from)
}
