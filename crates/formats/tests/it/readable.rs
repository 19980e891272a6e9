//! Text, Markdown and HTML for people: every word of a source stands in each of them.

mod expected;
mod nesting;
mod words;

use formats::{Document, Limits, html, markdown, text};
use model::Record;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use words::{Bag, Token};

/// One kind of readable text, and how its words are told.
struct Writer {
    name: &'static str,
    write: fn(&Record, &mut String),
    words: fn(&str) -> String,
}

const WRITERS: [Writer; 3] = [
    Writer {
        name: "text",
        write: text::write,
        words: str::to_owned,
    },
    Writer {
        name: "markdown",
        write: markdown::write,
        words: words::of_markdown,
    },
    Writer {
        name: "html",
        write: html::write,
        words: words::of_html,
    },
];

#[derive(Default)]
struct Tally {
    words: u64,
    missed: u64,
    documents: u64,
    examples: BTreeMap<String, u64>,
}

/// Compares the words of every document in `files` with those of each writer.
fn coverage(files: &[PathBuf]) -> [Tally; 3] {
    let mut tallies: [Tally; 3] = Default::default();
    for file in files {
        let bytes = std::fs::read(file).expect("the file was listed");
        for document in documents(&bytes) {
            let Ok(read) = formats::read(document, &Limits::default()) else {
                continue;
            };
            // The residues of a listing stand in blocks of ten; its own tests look at what people read.
            let is_listing = |record: &&Record| record.patent().is_none();
            if records(&read).is_empty() || records(&read).iter().any(is_listing) {
                continue;
            }
            // Words that markup divides may stand in parts: they come after those that may not.
            let mut source = words::of_source(document);
            source.sort_by_key(|token| !token.is_whole());
            for (writer, tally) in WRITERS.iter().zip(&mut tallies) {
                let mut out = String::new();
                for record in records(&read) {
                    (writer.write)(record, &mut out);
                }
                if writer.name == "html" {
                    nesting::check(&out, &file.display().to_string());
                }
                let mut bag = Bag::of(&(writer.words)(&out));
                tally.documents += 1;
                let mut missed: Vec<&Token> = source.iter().collect();
                missed.retain(|token| !bag.take(token));
                missed.retain(|token| !bag.take_rest(token));
                tally.words += source.len() as u64;
                tally.missed += missed.len() as u64;
                for token in missed {
                    let name = file.file_name().unwrap_or_default().to_string_lossy();
                    let example = format!("{token} in {name}");
                    *tally.examples.entry(example).or_default() += 1;
                }
            }
        }
    }
    tallies
}

/// The records of a document; none when a part of it is a companion.
fn records(document: &Document) -> Vec<&Record> {
    let entries = document.reading.entries.iter();
    entries
        .map(|entry| entry.record.as_ref())
        .collect::<Option<_>>()
        .unwrap_or_default()
}

pub(crate) fn documents(bytes: &[u8]) -> Vec<&[u8]> {
    let mark = b"<?xml ";
    let mut starts: Vec<usize> = bytes
        .windows(mark.len())
        .enumerate()
        .filter(|(_, window)| window == mark)
        .map(|(index, _)| index)
        .collect();
    if starts.is_empty() {
        starts.push(0);
    }
    starts.push(bytes.len());
    starts
        .windows(2)
        .map(|pair| &bytes[pair[0]..pair[1]])
        .collect()
}

pub(crate) fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let is_xml = path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("xml"));
        if path.is_dir() {
            files(&path, out);
        } else if is_xml {
            out.push(path);
        }
    }
    out.sort();
}

#[expect(clippy::print_stdout, reason = "a test tells what it measured")]
fn report(tallies: &[Tally; 3]) {
    for (writer, tally) in WRITERS.iter().zip(tallies) {
        let Tally {
            words,
            missed,
            documents,
            ..
        } = tally;
        let share = 1.0 - *missed as f64 / (*words).max(1) as f64;
        println!(
            "{}: {documents} documents, {words} words, {missed} missed, coverage {share:.6}",
            writer.name
        );
        let mut examples: Vec<_> = tally.examples.iter().collect();
        examples.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for (example, count) in examples.iter().take(12) {
            println!("  {count} x {example}");
        }
    }
}

fn assert_complete(folders: &[PathBuf]) {
    let mut all = Vec::new();
    for folder in folders {
        files(folder, &mut all);
    }
    let tallies = coverage(&all);
    report(&tallies);
    for (writer, tally) in WRITERS.iter().zip(&tallies) {
        assert_eq!(tally.missed, 0, "{} lost words", writer.name);
    }
}

#[test]
fn every_word_of_the_corpus() {
    assert_complete(&[PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../corpus"
    ))]);
}

#[test]
fn every_word_of_real_documents() {
    let Some(shared) = crate::shared() else {
        return;
    };
    let folder = |name: &str| shared.join("data").join(name);
    assert_complete(&[
        folder("us-redbook"),
        folder("epo/ep-fulltext"),
        folder("epo/ep-package"),
        folder("epo/docdb"),
    ]);
}
