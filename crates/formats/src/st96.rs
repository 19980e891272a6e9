//! WIPO ST.96 V6_0, the XML that this program writes.
//!
//! [`schema`] knows the vocabularies, [`draft`] is the output tree that is made valid before it is written.

pub mod draft;
pub mod schema;
mod writer;

pub use writer::write;
