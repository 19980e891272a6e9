//! Two small documents of our own, and how they read; `UPDATE_EXPECT=1` writes the expected files anew.

use super::{WRITERS, records};
use formats::Limits;
use std::path::PathBuf;

fn check(name: &str) {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/readable"));
    let source = std::fs::read(folder.join(name).with_extension("xml")).expect("the source");
    let read = formats::read(&source, &Limits::default()).expect("a known format");
    let findings = read.reading.entries.iter().map(|entry| &entry.findings);
    assert_eq!(findings.flatten().next(), None, "the source is clean");
    for writer in &WRITERS {
        let mut out = String::new();
        for record in records(&read) {
            (writer.write)(record, &mut out);
        }
        let path = folder.join(format!("{name}.{}", writer.name));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&path, &out).expect("the expected file");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            out == expected,
            "{} has changed; if it is right, run again with UPDATE_EXPECT=1",
            path.display()
        );
    }
}

#[test]
fn a_grant_with_all_kinds_of_text() {
    check("grant");
}

#[test]
fn a_bibliographic_record() {
    check("exchange");
}
