//! Every attribute of a source stands in its ST.96 document or in a finding.

use crate::readable::{documents, files};
use formats::{Document, Limits, Target};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use xml::tree::{self, Element};

/// Values that ST.96 says in other words.
const MAPPED: &[(&str, &str)] = &[
    ("img-content", "chem"),
    ("img-content", "math"),
    ("cited-phase", "ISR"),
    ("cited-phase", "SUP"),
    ("cited-phase", "SEA"),
    ("cited-phase", "EXA"),
    ("cited-phase", "OPP"),
    ("cited-phase", "APP"),
    ("cited-phase", "national-search-report"),
    ("kind", "international"),
];

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// All words of the outputs and findings, and dates in their compact form.
fn said(document: &Document) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut take = |text: &str| {
        out.extend(words(text));
        for token in text.split(|c: char| !c.is_ascii_digit() && c != '-') {
            out.insert(token.replace('-', ""));
        }
    };
    for entry in &document.reading.entries {
        let mut findings = entry.findings.clone();
        if let Some(record) = &entry.record {
            let mut bytes = Vec::new();
            findings.extend(formats::write(record, Target::St96, &mut bytes).findings);
            if let Some(second) = formats::write_second(record, Target::St96) {
                bytes.extend(second.bytes);
                findings.extend(second.cost.findings);
            }
            take(std::str::from_utf8(&bytes).expect("outputs are UTF-8"));
        }
        for finding in &findings {
            take(&finding.message);
            take(&finding.text);
        }
    }
    out
}

/// A length without its unit: `166.37mm`.
fn without_unit(value: &str) -> &str {
    let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if number.ends_with(|c: char| c.is_ascii_digit()) {
        number
    } else {
        value
    }
}

/// Whether an attribute is no data: a declaration of a schema or of white space.
fn is_declaration(name: &str) -> bool {
    name.starts_with("xmlns") || name.starts_with("xsi:") || name == "xml:space"
}

fn look(root: Element<'_, '_>, said: &BTreeSet<String>, missing: &mut BTreeMap<String, u64>) {
    let mut waiting = vec![root];
    while let Some(element) = waiting.pop() {
        for (name, value) in element.other_attributes() {
            let is_said = |value: &str| words(value).all(|word| said.contains(&word));
            let is_known = is_declaration(name)
                || MAPPED.contains(&(name, value))
                || is_said(value)
                || is_said(without_unit(value));
            if !is_known {
                let what = format!("{}/@{name}: {value}", element.name());
                *missing.entry(what).or_default() += 1;
            }
        }
        waiting.extend(element.elements());
    }
}

fn assert_said(folders: &[PathBuf]) {
    let mut paths = Vec::new();
    for folder in folders {
        files(folder, &mut paths);
    }
    let mut missing = BTreeMap::new();
    let mut looked = 0;
    for path in paths {
        let bytes = std::fs::read(&path).expect("the file was listed");
        for document in documents(&bytes) {
            let Ok(read) = formats::read(document, &Limits::default()) else {
                continue;
            };
            // A listing has no place in ST.96.
            let entries = read.reading.entries.iter();
            let mut records = entries.filter_map(|entry| entry.record.as_ref());
            if records.any(|record| matches!(record, model::Record::Listing(_))) {
                continue;
            }
            let decoded = xml::encoding::decode(document);
            let Ok(tree) = tree::parse(&decoded.text, &Limits::default()) else {
                continue;
            };
            looked += 1;
            if let Some(root) = tree.root() {
                look(root, &said(&read), &mut missing);
            }
        }
    }
    assert!(looked > 0, "there are documents");
    let mut worst: Vec<_> = missing.into_iter().collect();
    worst.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    assert_eq!(worst, [], "in {looked} documents");
}

#[test]
fn every_attribute_of_the_corpus() {
    assert_said(&[PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../corpus"
    ))]);
}

#[test]
fn every_attribute_of_real_documents() {
    let Some(shared) = crate::shared() else {
        return;
    };
    let folder = |name: &str| shared.join("data").join(name);
    assert_said(&[
        folder("us-redbook"),
        folder("epo/ep-fulltext"),
        folder("epo/ep-package"),
        folder("epo/docdb"),
        folder("epo/ops"),
    ]);
}
