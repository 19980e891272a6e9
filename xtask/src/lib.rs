//! The project's own chores, as functions that both the command line and the tests call.

pub mod bench;
pub mod codegen;
pub mod conformance;
pub mod tidy;

use std::path::PathBuf;

/// The folder of the workspace, found from the place of this crate.
pub fn workspace_root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}

/// The folder with real files and schemas, where there is one: `CHANCERY_SHARED`, or `shared`
/// beside the workspace.
pub fn shared_data() -> Option<PathBuf> {
    let named = std::env::var_os("CHANCERY_SHARED").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| workspace_root().join("../shared"));
    folder.is_dir().then_some(folder)
}
