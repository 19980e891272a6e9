//! Red Book: grants and applications of the US office, ICE v4.0 and later.

mod reader;

pub use reader::read;

/// Roots of this format.
pub(crate) const ROOTS: &[&str] = &["us-patent-grant", "us-patent-application"];

/// Roots of companion documents in weekly files, which hold no publication.
pub(crate) const COMPANIONS: &[&str] =
    &["sequence-cwu", "math-cwu", "chemistry-cwu", "megatable-cwu"];
