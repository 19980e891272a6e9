//! Integration tests of the formats.

mod attributes;
mod claims;
mod component;
mod corpus;
mod exchange;
mod facts;
mod kin;
mod listings;
mod mapped;
mod numbers;
mod odd;
mod older;
mod readable;
mod services;
mod st36;
mod st96_nouns;
mod st96_schema;
mod strangers;
mod streams;

/// The shared reference data, if they are there; says that a test is skipped if not.
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn shared() -> Option<std::path::PathBuf> {
    let shared = std::env::var_os("CHANCERY_SHARED").map_or_else(
        || concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared").into(),
        std::path::PathBuf::from,
    );
    if shared.join("data").is_dir() {
        return Some(shared);
    }
    println!("skipped: no shared data");
    None
}
