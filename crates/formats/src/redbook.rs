//! Red Book: grants and applications of the US office, ICE v4.0 and later.

pub(crate) mod companion;
mod reader;

pub use reader::read;

/// Roots of this format.
pub(crate) const ROOTS: &[&str] = &["us-patent-grant", "us-patent-application"];

/// Roots of companion documents in weekly files, which hold no publication.
pub(crate) const COMPANIONS: &[&str] = &["math-cwu", "chemistry-cwu", "megatable-cwu"];

/// Roots of companion documents that hold the sequences of a publication.
pub(crate) const SEQUENCES: &[&str] = &[
    "sequence-cwu",
    "sequence-list",
    "sequence-list-doc",
    "us-sequence-list-doc",
];
