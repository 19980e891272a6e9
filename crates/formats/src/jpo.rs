//! Gazettes of the Japan Patent Office: `jp-official-gazette` of published applications, patents, utility models and
//! translations.
//!
//! Clause: ST.36 application-body

mod reader;

pub use reader::read;

/// Roots of this format.
pub(crate) const ROOTS: &[&str] = &["jp-official-gazette"];
