//! The one integration test binary of `check`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "tests fail and say what they skip"
)]

use std::path::PathBuf;

mod fixtures;
mod listing;
mod manual;
mod mutations;
mod odd;
mod profiles;
mod real;
mod schema;

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

/// A file or folder of this crate.
fn own(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}
