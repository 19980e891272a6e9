//! What nobody has heard of, in every place of a document: it stands in the output or in a finding.

use crate::readable::{documents, files};
use formats::{Limits, Target};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Larger documents and more of a folder say nothing new.
const LARGE: usize = 100 << 10;
const MOST: usize = 6;

/// What a stranger is.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Text,
    Element,
    Attribute,
}

const KINDS: [Kind; 3] = [Kind::Text, Kind::Element, Kind::Attribute];

/// A document with strangers, and the place of each.
struct Crowd {
    text: String,
    places: BTreeMap<String, String>,
}

/// Puts a stranger into the first element of every path.
fn crowd(source: &str, kind: Kind) -> Crowd {
    let mut out = Crowd {
        text: String::new(),
        places: BTreeMap::new(),
    };
    let mut paths = BTreeSet::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = source;
    while let Some(start) = rest.find('<') {
        let tag = &rest[start..start + length(&rest[start..])];
        let before = &rest[..start];
        rest = &rest[start + tag.len()..];
        out.text.push_str(before);
        if tag.starts_with("</") {
            open.pop();
            out.text.push_str(tag);
            continue;
        }
        let is_element = tag[1..].starts_with(|c: char| c.is_alphabetic() || c == '_');
        if !is_element || tag.ends_with("/>") {
            out.text.push_str(tag);
            continue;
        }
        let inner = &tag[1..tag.len() - 1];
        open.push(inner.split(char::is_whitespace).next().unwrap_or(inner));
        let path = open.join("/");
        if !paths.insert(path.clone()) {
            out.text.push_str(tag);
            continue;
        }
        let word = format!("stranger{}e", paths.len());
        out.text.push_str(&match kind {
            Kind::Text => format!("{tag} {word} "),
            Kind::Element => format!("{tag} <unheard-of>{word}</unheard-of> "),
            Kind::Attribute => format!("<{inner} unheard-of=\"{word}\">"),
        });
        out.places.insert(word, path);
    }
    out.text.push_str(rest);
    out
}

/// The length of the markup that a text begins with.
fn length(text: &str) -> usize {
    let to = |end: &str| text.find(end).map_or(text.len(), |at| at + end.len());
    if text.starts_with("<!--") {
        return to("-->");
    }
    if text.starts_with("<![CDATA[") {
        return to("]]>");
    }
    if text.starts_with("<?") {
        return to("?>");
    }
    let (mut quote, mut depth) = (None, 0);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[') => depth += 1,
            (None, ']') => depth -= 1,
            (None, '>') if depth <= 0 => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The outputs of a document, a listing in ST.26 and all else in ST.96, and all findings on it.
fn said(source: &str) -> Option<String> {
    let read = formats::read(source.as_bytes(), &Limits::default()).ok()?;
    let mut out = String::new();
    for entry in &read.reading.entries {
        let mut findings = entry.findings.clone();
        if let Some(record) = &entry.record {
            let target = match record {
                model::Record::Listing(_) => Target::St26,
                _ => Target::St96,
            };
            let mut bytes = Vec::new();
            findings.extend(formats::write(record, target, &mut bytes).findings);
            if let Some(second) = formats::write_second(record, target) {
                bytes.extend(second.bytes);
                findings.extend(second.cost.findings);
            }
            out.push_str(std::str::from_utf8(&bytes).expect("outputs are UTF-8"));
        }
        for finding in &findings {
            out.push_str(&finding.message);
            out.push_str(&finding.text);
        }
    }
    Some(out)
}

/// The files below a folder, a few of each folder.
fn few(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    files(folder, &mut all);
    let mut taken: BTreeMap<PathBuf, usize> = BTreeMap::new();
    all.retain(|path| {
        let folder = path.parent().unwrap_or(path).to_owned();
        let count = taken.entry(folder).or_default();
        *count += 1;
        *count <= MOST
    });
    all
}

fn assert_noticed(paths: &[PathBuf]) {
    let mut unnoticed = BTreeSet::new();
    let mut placed = 0;
    for path in paths {
        let bytes = std::fs::read(path).expect("the file was listed");
        for document in documents(&bytes).into_iter().take(1) {
            let decoded = xml::encoding::decode(document);
            if decoded.text.len() > LARGE || formats::read(document, &Limits::default()).is_err() {
                continue;
            }
            for kind in KINDS {
                let crowd = crowd(&decoded.text, kind);
                let Some(said) = said(&crowd.text) else {
                    continue;
                };
                placed += crowd.places.len();
                let missing = crowd
                    .places
                    .iter()
                    .filter(|(word, _)| !said.contains(*word));
                unnoticed.extend(missing.map(|(_, path)| format!("{kind:?} {path}")));
            }
        }
    }
    assert!(placed > 0, "there are documents");
    assert!(unnoticed.is_empty(), "of {placed}: {unnoticed:#?}");
}

#[test]
fn strangers_in_the_corpus_are_noticed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus");
    assert_noticed(&few(Path::new(folder)));
}

#[test]
fn strangers_in_real_documents_are_noticed() {
    let Some(shared) = crate::shared() else {
        return;
    };
    let folders = [
        "us-redbook",
        "epo",
        "us-odp",
        "other-offices",
        "jp-kr-cn-pct",
        "st96-instances",
        "st26",
    ];
    for folder in folders {
        assert_noticed(&few(&shared.join("data").join(folder)));
    }
}
