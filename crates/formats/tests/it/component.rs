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
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
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

/// What `source` becomes in ST.96 when it goes through ST.97 first.
fn through_json(source: &[u8]) -> Vec<u8> {
    let document = read(source, &Limits::default()).expect("the format is known");
    let record = document.reading.entries[0].record.as_ref();
    let mut json = Vec::new();
    write(record.expect("there is one"), Target::St97, &mut json);
    assert_plain(&serde_json::from_slice(&json).expect("it is JSON"));
    let again = read(&json, &Limits::default()).expect("ST.97 is known");
    let entry = &again.reading.entries[0];
    assert_eq!(entry.findings, [], "nothing of it is unknown");
    let mut out = Vec::new();
    let record = entry.record.as_ref().expect("there is one");
    write(record, Target::St96, &mut out);
    out
}

/// No property is null or empty.
fn assert_plain(value: &serde_json::Value) {
    match value {
        serde_json::Value::Object(properties) => {
            for (name, value) in properties {
                let is_empty = value.is_null()
                    || value.as_str() == Some("")
                    || value.as_array().is_some_and(Vec::is_empty)
                    || value.as_object().is_some_and(serde_json::Map::is_empty);
                assert!(!is_empty, "{name} is empty");
                assert_plain(value);
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(assert_plain),
        _ => {}
    }
}

#[test]
fn official_examples_go_through_json() {
    let Some(shared) = crate::shared() else {
        return;
    };
    for path in files(&shared.join("data/st96-instances/wipo-annex-vii")) {
        let source = std::fs::read_to_string(&path).expect("the file is there");
        let out = String::from_utf8(through_json(source.as_bytes())).expect("output is UTF-8");
        let (out, source) = (outline(&out), outline(&source));
        for (number, pair) in source.iter().zip(&out).enumerate() {
            assert_eq!(pair.1, pair.0, "{} {number}", path.display());
        }
        assert_eq!(out.len(), source.len(), "{}", path.display());
    }
}

#[test]
fn real_documents_go_through_json() {
    let Some(shared) = crate::shared() else {
        return;
    };
    let folders = [
        "us-redbook/funginstitute+patentprocessor/xml",
        "epo/ep-fulltext",
        "epo/docdb",
    ];
    for folder in folders {
        for path in files(&shared.join("data").join(folder)) {
            let source = std::fs::read(&path).expect("the file is there");
            if formats::sniff_bytes(&source).format.is_none() {
                continue;
            }
            for (_, first) in written(&source) {
                if first.is_empty() {
                    continue;
                }
                let second = String::from_utf8(through_json(&first)).expect("output is UTF-8");
                let first = String::from_utf8(first).expect("output is UTF-8");
                assert!(outline(&first) == outline(&second), "{}", path.display());
            }
        }
    }
}

/// Documents of legal events made of services and collections are read as events, and written as they were.
#[test]
fn legal_events_come_back() {
    let Some(shared) = crate::shared() else {
        return;
    };
    let folders = ["epo/ops", "epo/marec-and-ocr", "us-odp", "other-offices"];
    let (mut count, mut with_nouns) = (0, 0);
    for folder in folders {
        for path in files(&shared.join("data").join(folder)) {
            let source = std::fs::read(&path).expect("the file is there");
            let Ok(document) = formats::read(&source, &Limits::default()) else {
                continue;
            };
            for entry in &document.reading.entries {
                let Some(record) = &entry.record else {
                    continue;
                };
                let Some(second) = formats::write_second(record, Target::St96) else {
                    continue;
                };
                count += 1;
                let read = formats::read(&second.bytes, &Limits::default()).expect("it is ST.96");
                let again = read.reading.entries[0].record.as_ref().expect("a record");
                let events = |record: &Record| record.patent().map_or(0, |one| one.events.len());
                with_nouns += u32::from(events(again) > 0);
                let mut out = Vec::new();
                formats::write(again, Target::St96, &mut out);
                assert_eq!(
                    String::from_utf8_lossy(&out),
                    String::from_utf8_lossy(&second.bytes),
                    "{}",
                    path.display()
                );
            }
        }
    }
    println!("{with_nouns} of {count} documents of legal events are read as events");
    assert!(with_nouns * 10 >= count * 9, "{with_nouns} of {count}");
}
