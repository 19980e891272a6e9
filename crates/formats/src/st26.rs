//! ST.26: sequence listings, document type definition 1.0 to 1.3.
//!
//! The reader goes through a listing sequence by sequence: [`Reader`] holds one of them at a time, [`read`] collects
//! them all, and [`Stream`] reads a listing that comes in parts. The writer mirrors it.
//!
//! Clause: ST.26

mod names;
mod reader;
mod stream;
mod writer;

pub use reader::{Ending, Reader, read};
pub use stream::{Finished, Stream};
pub use writer::write;

/// Roots of this format.
pub(crate) const ROOTS: &[&str] = &["ST26SequenceListing"];
