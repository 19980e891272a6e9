//! WIPO ST.96 V6_0: reader and writer.
//!
//! [`schema`] knows the vocabularies, [`draft`] is the output tree that is made valid before it is written.

pub mod draft;
mod reader;
pub mod schema;
mod writer;

pub(crate) use reader::NAMESPACES;
pub use reader::read;
pub(crate) use writer::draft_of;
pub use writer::{write, write_status};
