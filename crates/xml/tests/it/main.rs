//! The one integration test binary of `xml`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "tests fail and say what they skip"
)]

use std::path::PathBuf;

mod encoding;
mod entity;
mod schema;
mod tree;

/// Finds the shared reference data, or says that the test is skipped.
fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("CHANCERY_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    if folder.join("data").is_dir() {
        return Some(folder);
    }
    println!("skipped: no shared data");
    None
}
