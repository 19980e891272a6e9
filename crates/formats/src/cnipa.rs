//! Documents of the Chinese office, in both of its dialects: `cn-patent-document`, which is ST.36 with names of its
//! own, and `PatentDocumentAndRelated`, which has the same content under longer names.
//!
//! Clause: ST.36 application-body

mod dialect;
mod reader;

pub use reader::read;

/// Roots of this format.
pub(crate) const ROOTS: &[&str] = &["cn-patent-document", "PatentDocumentAndRelated"];
