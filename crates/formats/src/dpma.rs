//! `DPMAregister`: what the German office answers about patents and utility models, one right or a list of hits.

mod hits;
mod reader;

pub use reader::read;

/// Roots of this format.
pub(crate) const ROOTS: &[&str] = &["dpma-patent-document", "PatentHitList"];
