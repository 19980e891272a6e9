//! Parts of US file wrappers as the office gave them out before ST.96: claims, specification, abstract, in names of
//! its own that are near to those of ST.96.
//!
//! Clause: XML4IP

mod reader;
mod text;

pub use reader::read;

/// Names of the root elements.
pub(crate) const ROOTS: &[&str] = &[
    "ClaimsDocument",
    "SpecificationDocument",
    "AbstractDocument",
    "RemarksDocument",
];

/// Whether a root element says that it is in the names of the US office.
pub(crate) fn is_declared(tag: &str) -> bool {
    tag.contains("urn:us:gov:doc:uspto:patent")
}

/// The version that the name of the schema ends in: `ClaimsDocument_1_1.xsd` is `1_1`.
pub(crate) fn version(tag: &str) -> model::Str {
    let Some(end) = tag.find(".xsd") else {
        return model::Str::default();
    };
    let digits = tag[..end].trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
    tag[digits.len()..end].trim_start_matches('_').into()
}
