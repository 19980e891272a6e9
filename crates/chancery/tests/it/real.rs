//! The judgement on real files: every output valid, no word of the text lost, every loss listed.

use crate::program::{convert, shared, status, stderr};
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

type Words = BTreeMap<String, i64>;

/// Elements whose words are the text of a document.
const BODY: &[&str] = &[
    "description",
    "claims",
    "abstract",
    "invention-title",
    "us-claim-statement",
];

fn count(text: &str, words: &mut Words) {
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        } else if c != '_' && !word.is_empty() {
            *words.entry(std::mem::take(&mut word)).or_default() += 1;
        }
    }
}

/// The words below a node; with attributes, and dates in their compact form too, for an output.
fn words_of(node: Node<'_, '_>, output: bool) -> Words {
    let mut words = Words::new();
    for node in node.descendants() {
        if node.is_text() {
            let text = node.text().unwrap_or("");
            count(text, &mut words);
            if output {
                compact_dates(text, &mut words);
            }
        }
        if output {
            for attribute in node.attributes() {
                count(attribute.value(), &mut words);
                compact_dates(attribute.value(), &mut words);
            }
        }
    }
    words
}

fn compact_dates(text: &str, words: &mut Words) {
    for token in text.split_whitespace() {
        let digits: String = token.chars().filter(char::is_ascii_digit).collect();
        let dashed = token.len() == digits.len() + token.matches('-').count();
        if dashed && token.len() == 10 && digits.len() == 8 {
            *words.entry(digits).or_default() += 1;
        } else if dashed && token.len() == 7 && digits.len() == 6 {
            *words.entry(format!("{digits}00")).or_default() += 1;
        } else if token.len() == 4 && digits.len() == 4 {
            *words.entry(format!("{digits}0000")).or_default() += 1;
        }
    }
}

fn missing(source: &Words, output: &Words) -> i64 {
    source
        .iter()
        .map(|(word, count)| (count - output.get(word).unwrap_or(&0)).max(0))
        .sum()
}

fn parse(text: &str) -> Option<Document<'_>> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).ok()
}

/// Source documents in a file, cut at XML declarations.
fn documents(path: &Path) -> Vec<String> {
    let text = String::from_utf8_lossy(&std::fs::read(path).expect("it can be read")).into_owned();
    let mut starts: Vec<usize> = text.match_indices("<?xml ").map(|(at, _)| at).collect();
    if starts.is_empty() {
        starts.push(0);
    }
    starts.push(text.len());
    starts
        .windows(2)
        .map(|pair| text[pair[0]..pair[1]].trim().to_owned())
        .collect()
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .expect("it can be read")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, out);
        } else if path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("xml"))
        {
            out.push(path);
        }
    }
}

/// Converts files, compares words one source document with its outputs, and validates all outputs.
fn judge(name: &str, shared: &Path, paths: &[PathBuf]) {
    let home = tempfile::tempdir().expect("there is room");
    let arguments: Vec<String> = paths
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (output, lines) = convert(home.path(), &arguments);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let (mut all, mut lost, mut body_lost, mut compared, mut skipped) = (0, 0, 0, 0, 0);
    for path in paths {
        let texts = documents(path);
        let source = path.to_string_lossy();
        let mine: Vec<_> = lines
            .iter()
            .filter(|line| line["source"] == *source)
            .collect();
        let mut offset = 0;
        for text in &texts {
            let whole = std::fs::read_to_string(path).unwrap_or_default();
            let start = whole[offset..]
                .find(text.as_str())
                .map_or(offset, |at| at + offset);
            offset = start + text.len();
            let own: Vec<_> = mine
                .iter()
                .filter(|line| {
                    let at = usize::try_from(line["offset"].as_u64().expect("an offset"))
                        .expect("it fits");
                    (start..offset.max(start + 1)).contains(&at) || texts.len() == 1
                })
                .collect();
            let Some(document) = parse(text) else {
                skipped += 1;
                continue;
            };
            let mut outputs = Words::new();
            let mut said = Words::new();
            for line in &own {
                if let Some(file) = line["output"].as_str() {
                    let xml =
                        std::fs::read_to_string(home.path().join(file)).expect("it was written");
                    let tree = parse(&xml).expect("the output is well-formed");
                    for (word, count) in words_of(tree.root(), true) {
                        *outputs.entry(word).or_default() += count;
                    }
                }
                for finding in line["findings"].as_array().expect("a list") {
                    count(finding["text"].as_str().unwrap_or(""), &mut said);
                    count(finding["message"].as_str().unwrap_or(""), &mut said);
                }
            }
            let words = words_of(document.root(), false);
            let here = missing(&words, &outputs);
            all += words.values().sum::<i64>();
            lost += here;
            let mut listed = outputs.clone();
            for (word, count) in said {
                *listed.entry(word).or_default() += count;
            }
            assert_eq!(
                missing(&words, &listed),
                0,
                "{source}: every missing word stands in a finding"
            );
            let is_companion = own.iter().all(|line| line["output"].is_null());
            for node in document
                .descendants()
                .filter(|node| BODY.contains(&node.tag_name().name()))
            {
                if !is_companion {
                    body_lost += missing(&words_of(node, false), &outputs);
                }
            }
            compared += 1;
        }
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share is shown with five digits"
    )]
    let coverage = 1.0 - lost as f64 / all as f64;
    println!(
        "{name}: {compared} documents compared, {skipped} not well-formed; {all} words, coverage {coverage:.5}"
    );
    assert_eq!(body_lost, 0, "{name}: no word of the text is lost");
    assert!(coverage >= 0.99, "{name}: {coverage}");
    validate(name, shared, home.path());
}

/// Validates all outputs with xmllint against the official schemas.
fn validate(name: &str, shared: &Path, home: &Path) {
    if Command::new("xmllint").arg("--version").output().is_err() {
        println!("skipped: no xmllint");
        return;
    }
    let set =
        shared.join("data/st96-xsd/ShawnXiha+PatentStandardization/ST96XMLSchema_V6_0_Flattened");
    let mut outputs = Vec::new();
    files(&home.join("out"), &mut outputs);
    for root in [
        "PatentPublication",
        "BibliographicData",
        "ApplicationBody",
        "PatentLegalStatusData",
    ] {
        let of_root: Vec<&PathBuf> = outputs
            .iter()
            .filter(|path| {
                let text = std::fs::read_to_string(path).expect("it was written");
                text[..text.len().min(200)].contains(&format!("<pat:{root}"))
            })
            .collect();
        if of_root.is_empty() {
            continue;
        }
        let output = Command::new("xmllint")
            .args(["--nonet", "--huge", "--noout", "--schema"])
            .arg(set.join(format!("{root}_V6_0.xsd")))
            .args(&of_root)
            .output()
            .expect("xmllint starts");
        assert!(output.status.success(), "{name}: {}", stderr(&output));
        println!("{name}: {} of {root} valid", of_root.len());
    }
}

#[test]
fn red_book() {
    let Some(shared) = shared() else { return };
    let mut paths = Vec::new();
    files(&shared.join("data/us-redbook"), &mut paths);
    paths.retain(|path| {
        let text =
            String::from_utf8_lossy(&std::fs::read(path).expect("it can be read")).into_owned();
        text.contains("<us-patent-grant") || text.contains("<us-patent-application")
    });
    judge("Red Book", &shared, &paths);
}

#[test]
fn ep_full_text() {
    let Some(shared) = shared() else { return };
    let mut paths = Vec::new();
    files(&shared.join("data/epo/ep-fulltext"), &mut paths);
    files(&shared.join("data/epo/ep-package"), &mut paths);
    judge("EP full text", &shared, &paths);
}

#[test]
fn docdb() {
    let Some(shared) = shared() else { return };
    let mut paths = Vec::new();
    files(&shared.join("data/epo/docdb"), &mut paths);
    judge("DOCDB", &shared, &paths);
}

#[test]
fn other_offices_and_collections() {
    let Some(shared) = shared() else { return };
    for folder in [
        "jp-kr-cn-pct",
        "epo/marec-and-ocr",
        "st96-instances/us-xml4ip",
    ] {
        let mut paths = Vec::new();
        files(&shared.join("data").join(folder), &mut paths);
        judge(folder, &shared, &paths);
    }
}

#[test]
fn older_documents_of_the_united_states() {
    let Some(shared) = shared() else { return };
    let mut paths = Vec::new();
    files(&shared.join("data/us-redbook"), &mut paths);
    paths.retain(|path| {
        let text =
            String::from_utf8_lossy(&std::fs::read(path).expect("it can be read")).into_owned();
        text.contains("<PATDOC") || text.contains("<patent-application-publication")
    });
    judge("US 2001 to 2004", &shared, &paths);
}
