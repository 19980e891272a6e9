//! Findings as text, as JSON lines and as SARIF.

mod lines;
mod sarif;
mod text;

pub use lines::json_lines;
pub use sarif::sarif;
pub use text::text;

use model::Finding;

/// The findings of one source.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Name of the source: a path or an address.
    pub name: &'a str,
    /// What was found in it.
    pub findings: &'a [Finding],
}
