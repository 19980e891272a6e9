//! ST.25: sequence listings as text with numeric identifiers.

mod reader;

pub(crate) use reader::is_listing;
pub use reader::read;
