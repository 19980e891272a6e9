//! The store's integration tests, in one binary.
#![expect(clippy::unwrap_used, reason = "a test that fails should say where")]

mod faults;
mod folder;
mod kill;
mod model;
mod operations;
mod readers;
mod samples;

#[test]
fn no_file_was_forgotten() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let main = std::fs::read_to_string(folder.join("main.rs")).unwrap();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(
            name == "main" || main.contains(&format!("\nmod {name};\n")),
            "{name}"
        );
    }
}
