//! The project's own chores, as functions that both the command line and the tests call.

pub mod tidy;

use std::path::PathBuf;

/// The folder of the workspace, found from the place of this crate.
pub fn workspace_root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}
