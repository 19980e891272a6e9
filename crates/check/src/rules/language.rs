//! Rules about the languages of the parts of a document.

pub(crate) mod claims_missing;
pub(crate) mod duplicate_title;
pub(crate) mod mismatch;
pub(crate) mod title_missing;
