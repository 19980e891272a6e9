//! WIPO ST.97: the components of ST.96 in JSON.
//!
//! `shape` knows how the types of the components look in JSON, `name` how they are called.

mod name;
mod reader;
pub mod schema;
mod shape;
#[rustfmt::skip]
mod shapes;
mod value;
mod writer;

/// The property that holds text beside attributes, and mixed text as runs.
const TEXT: &str = "$";
/// The property that lists children without any content.
const EMPTY: &str = "emptyProperties";
/// The property of a run that is a processing instruction.
const INSTRUCTION: &str = "processingInstruction";

pub(crate) use reader::is_root;
pub use reader::read;
pub use writer::write;
