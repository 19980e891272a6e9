//! The starter corpus: every document in it is read whole, and comes back from the native encoding as it was.

use formats::{Limits, native};
use model::Severity;
use std::path::PathBuf;

/// Files below `corpus/` and the records that each holds.
const FILES: &[(&str, &[&str])] = &[
    ("cn/CN999000001A/CN999000001A.xml", &["CN-999000001-A"]),
    ("cn/CN999000002B/CN999000002B.xml", &["CN-999000002-B"]),
    (
        "docdb/DOCDB-099901-Amend-PubDate20230219-EP-0001.xml",
        &[
            "WO-2099000001-A1",
            "JP-2099500001-A",
            "CN-199900001-A",
            "EG-99001-A",
        ],
    ),
    ("ep/EP04999903-B2/EP04999903NWB2.xml", &["EP-9900003-B2"]),
    ("ep/EP05999901-B1/EP05999901NWB1.xml", &["EP-9900001-B1"]),
    ("ep/EP06999902-A1/DOC00001.xml", &["EP-9900002-A1"]),
    ("ep/EP06999902-A1/toc.xml", &[]),
    ("ep/EP22999904-A1/EP22999904NWA1.xml", &["EP-9900004-A1"]),
    ("es/ES9990001T3/ES9990001T3.xml", &["ES-9990001-T3"]),
    ("exchange/BE9900001A1.xml", &["BE-9900001-A1"]),
    ("exchange/BE9900002A1.json", &["BE-9900002-A1"]),
    ("jp/JP2099000001A/2099000001.xml", &["JP-2099000001-A"]),
    ("listings/EP9900005.txt", &["EP-999000051-SEQL"]),
    ("listings/US99000013.xml", &["US-99000013-SEQL"]),
    ("services/dpma-patent.xml", &["DE-102099000001-A1-register"]),
    ("services/ops-legal.xml", &["EP-9900003-B1-legal"]),
    ("services/us-application.json", &["US-17990001-application"]),
    (
        "us/applications/US20990000001A1-20050602/US20990000001A1-20050602.XML",
        &["US-20990000001-A1"],
    ),
    (
        "us/applications/US20990000002A1-20230608/US20990000002A1-20230608.XML",
        &["US-20990000002-A1"],
    ),
    (
        "us/grants/US99000001-20050301/US99000001-20050301.XML",
        &["US-99000001-B1"],
    ),
    (
        "us/grants/US99000002-20080408/US99000002-20080408.XML",
        &["US-99000002-B2"],
    ),
    (
        "us/grants/US99000003-20160510/US99000003-20160510.XML",
        &["US-99000003-B2"],
    ),
    (
        "us/grants/US99000004-20230307/US99000004-20230307.XML",
        &["US-99000004-B2"],
    ),
    (
        "us/grants/USD9900001-20170912/USD9900001-20170912.XML",
        &["US-D9900001-S1"],
    ),
    (
        "us/grants/USPP099001-20110816/USPP099001-20110816.XML",
        &["US-PP99001-P3"],
    ),
    (
        "us/grants/USRE059001-20140715/USRE059001-20140715.XML",
        &["US-RE59001-E1"],
    ),
    (
        "us/older/US20990000003A1-20030102.xml",
        &["US-20990000003-A1"],
    ),
    ("us/older/US99000021-20010403.sgm", &["US-99000021-B1"]),
    ("us/older/USD9900022-20030506.xml", &["US-D9900022-S1"]),
    ("us/older/pftaps990105.txt", &["US-9800031", "US-D990032"]),
    (
        "us/weekly/ipg990106.xml",
        &[
            "US-99000011-B1",
            "US-99000012-B2",
            "US-99000013-B2",
            "US-99000013-B2-SEQLST-1",
            "US-D9900002-S1",
        ],
    ),
    (
        "wo/WO2099000005A1/wo-published-application.xml",
        &["WO-2099000005-A1"],
    ),
];

#[test]
fn every_document_of_the_corpus_is_understood() {
    for (name, expected) in FILES {
        let bytes = std::fs::read(folder().join(name)).expect("the corpus is complete");
        let source = String::from_utf8(bytes).expect("the corpus is UTF-8");
        let mut names = Vec::new();
        for document in documents(&source) {
            let read = formats::read(document.as_bytes(), &Limits::default());
            let read = read.unwrap_or_else(|error| panic!("{name}: {error}"));
            for finding in read
                .reading
                .entries
                .iter()
                .flat_map(|entry| &entry.findings)
            {
                assert!(finding.severity < Severity::Error, "{name}: {finding:?}");
                // An office's extension of ST.96 is kept and reported, not understood.
                let is_extension = finding.path.contains("beext:");
                let is_unmapped = &*finding.rule.to_string() == "source/unmapped";
                assert_eq!(is_unmapped, is_extension, "{name}: {finding:?}");
            }
            for record in read
                .reading
                .entries
                .into_iter()
                .filter_map(|entry| entry.record)
            {
                let again = native::decode(&native::encode(&record)).expect("it was encoded here");
                assert!(
                    again == record,
                    "{name}: the native encoding changed the record"
                );
                names.push(record.name().expect("a sample has a number").to_string());
            }
        }
        assert_eq!(&names, expected, "{name}");
    }
}

#[test]
fn no_document_of_the_corpus_is_forgotten() {
    let mut found = Vec::new();
    let mut waiting = vec![folder()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("the folder is there");
            waiting.extend(entries.map(|entry| entry.expect("it can be listed").path()));
        } else if path
            .extension()
            .and_then(|end| end.to_str())
            .is_some_and(|end| ["xml", "sgm", "txt", "json"].contains(&end.to_lowercase().as_str()))
        {
            let name = path
                .strip_prefix(folder())
                .expect("it lies below the folder");
            found.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
    found.sort();
    let mut known: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    known.sort_unstable();
    assert_eq!(found, known);
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../corpus")
}

/// The documents in a file, which stand one after the other in a weekly file.
fn documents(source: &str) -> impl Iterator<Item = &str> {
    const START: &str = "<?xml ";
    let mut rest = source;
    std::iter::from_fn(move || {
        let end = rest.get(START.len()..)?.find(START);
        let (document, after) = rest.split_at(end.map_or(rest.len(), |at| at + START.len()));
        rest = after;
        Some(document)
    })
}
