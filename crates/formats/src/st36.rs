//! ST.36 as it stands: whole documents of any office, and its two parts on their own, bibliographic data and the
//! body of an application.
//!
//! Clause: ST.36

mod dialect;
mod reader;
mod writer;

pub use reader::read;
pub use writer::write;

/// Roots that are the standard's own, or those of collections that follow it.
const ROOTS: &[&str] = &[
    "application-body",
    "bibliographic-data",
    "patent-document",
    "patent-documents",
    "fulltext-document",
    "fulltext-documents",
];

/// Parts that may stand alone; so may elements of the same name in other vocabularies.
const PARTS: &[&str] = &["description", "claims", "abstract"];

/// What follows the two letters of an office in the name of a root.
const OFFICE_ROOTS: &[&str] = &[
    "patent-document",
    "patent-publication",
    "patent-application",
    "patent-grant",
    "published-application",
    "international-application",
    "utility-model-document",
    "bibliographic-data",
    "application-body",
];

/// Whether a document with this root is one of the family: its own roots, or those of an office's two letters.
pub(crate) fn is_root(local: &str, text: &str) -> bool {
    if ROOTS.contains(&local) {
        return true;
    }
    if PARTS.contains(&local) {
        return text.contains("<p>") || text.contains("<p ") || text.contains("<claim ");
    }
    dialect::without_office(local).is_some_and(|rest| OFFICE_ROOTS.contains(&rest))
}
