//! Answers of the Open Patent Services of the European Patent Office: `world-patent-data`, whatever it holds.
//!
//! An answer may hold exchange documents, full text, families, legal events, register data or mere numbers; each
//! publication in it is a record of its own.

mod envelope;
mod family;
mod fulltext;
mod inquiry;
mod legal;
mod register;

pub use envelope::read;

/// Roots of this format.
pub(crate) const ROOTS: &[&str] = &["world-patent-data", "register-documents"];

/// Parts of an answer that tell of a classification, and of no publication.
pub(crate) const WITHOUT_RECORD: &[&str] = &["classification-scheme", "classification-search"];

/// The name at the top of an answer in JSON.
pub(crate) const KEYS: &[&str] = &["ops:world-patent-data", "world-patent-data"];
