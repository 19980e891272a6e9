//! DOCDB: `exchange-document` and `exchange-documents`, with or without a declared prefix.

mod reader;

pub use reader::read;

/// Roots of this format.
pub(crate) const ROOTS: &[&str] = &["exchange-documents", "exchange-document"];
