//! Rules about citations.

pub(crate) mod category;
pub(crate) mod incomplete;
pub(crate) mod own_document;
