//! EP full text: `ep-patent-document`, DTD 1.0 to 1.5.1.

mod biblio;
mod party;
mod reader;

pub use reader::read;

/// Roots of this format.
pub(crate) const ROOTS: &[&str] = &["ep-patent-document"];

/// Roots of companions in packages: the table of contents.
pub(crate) const COMPANIONS: &[&str] = &["Application-body"];
