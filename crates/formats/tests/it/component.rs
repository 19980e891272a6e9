//! ST.96 documents go through a record and come out as they were.

use formats::{Limits, Target, read, write};
use model::Record;
use std::path::{Path, PathBuf};

/// The documents that `source` becomes in ST.96.
fn written(source: &[u8]) -> Vec<(Record, Vec<u8>)> {
    let document = read(source, &Limits::default()).expect("the format is known");
    let records = document.reading.entries.into_iter();
    records
        .filter_map(|entry| entry.record)
        .map(|record| {
            let mut out = Vec::new();
            write(&record, Target::St96, &mut out);
            (record, out)
        })
        .collect()
}

fn assert_fixpoint(path: &Path, source: &[u8]) {
    for (_, first) in written(source) {
        if first.is_empty() {
            continue;
        }
        let again = written(&first);
        assert_eq!(again.len(), 1, "{}", path.display());
        let second = String::from_utf8_lossy(&again[0].1);
        let first = String::from_utf8_lossy(&first);
        let mut lines = first.lines().zip(second.lines()).enumerate();
        let different = lines.find(|(_, (first, second))| first != second);
        assert!(different.is_none(), "{}: {different:?}", path.display());
        assert_eq!(first.len(), second.len(), "{}", path.display());
    }
}

#[test]
fn what_was_written_is_a_fixpoint() {
    let Some(shared) = crate::shared() else {
        return;
    };
    let folders = [
        "us-redbook/funginstitute+patentprocessor/xml",
        "epo/ep-fulltext",
        "epo/docdb",
    ];
    let mut count = 0;
    for folder in folders {
        for path in files(&shared.join("data").join(folder)) {
            let source = std::fs::read(&path).expect("the file is there");
            if formats::sniff_bytes(&source).format.is_some() {
                assert_fixpoint(&path, &source);
                count += 1;
            }
        }
    }
    assert!(count > 60, "{count}");
}

#[test]
fn official_examples_come_out_as_they_were() {
    let Some(shared) = crate::shared() else {
        return;
    };
    for path in files(&shared.join("data/st96-instances/wipo-annex-vii")) {
        let source = std::fs::read_to_string(&path).expect("the file is there");
        let all = written(source.as_bytes());
        let [(_, out)] = all.as_slice() else {
            panic!("{}: one document is one record", path.display());
        };
        let out = String::from_utf8(out.clone()).expect("output is UTF-8");
        assert_eq!(outline(&out), outline(&source), "{}", path.display());
    }
}

/// Names, attributes and texts in order; blanks between elements do not count.
fn outline(source: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(source).expect("it is well-formed");
    let mut out = Vec::new();
    for node in document.descendants() {
        if node.is_element() {
            let mut attributes: Vec<String> = node
                .attributes()
                .filter(|at| at.namespace() != Some("http://www.w3.org/2001/XMLSchema-instance"))
                .map(|at| format!("{:?}{}={}", at.namespace(), at.name(), at.value()))
                .collect();
            attributes.sort();
            out.push(format!("{:?} {attributes:?}", node.tag_name()));
        } else if node.is_text() && !node.text().unwrap_or("").trim().is_empty() {
            out.push(node.text().unwrap_or("").to_owned());
        }
    }
    out
}

/// All files below a folder, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(here) = waiting.pop() {
        for entry in std::fs::read_dir(&here).expect("the folder is there") {
            let path = entry.expect("the entry is there").path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
