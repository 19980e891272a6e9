//! US applications of 2001 to 2004: `patent-application-publication`, v1.4 to v1.6.
//!
//! Clause: PAP patent-application-publication

mod biblio;
mod body;
mod citation;
mod figure;
mod party;
mod reader;
mod relation;
mod text;

pub use reader::read;

/// Names of the root elements.
pub(crate) const ROOTS: &[&str] = &["patent-application-publication"];
