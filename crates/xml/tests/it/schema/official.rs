//! The official set of ST.96 (`V6_0`) and WIPO's example instances, when the shared data is there.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Instant;

use xml::schema::{Error, Library, Limits};

use crate::shared;

const SET: &str = "data/st96-xsd/ShawnXiha+PatentStandardization/ST96XMLSchema_V6_0_Flattened";
const EXAMPLES: &str = "data/st96-instances/wipo-annex-vii";
const ST96: &str = "http://www.wipo.int/standards/XMLSchema/ST96/";

fn files(shared: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(shared.join(SET))
        .into_iter()
        .flatten()
        .flatten();
    let schemas = entries.filter(|e| e.path().extension().is_some_and(|x| x == "xsd"));
    let name = |e: &std::fs::DirEntry| e.file_name().to_string_lossy().into_owned();
    schemas
        .map(|e| (name(&e), std::fs::read(e.path()).unwrap()))
        .collect()
}

/// The set, read once; nothing without it.
fn library() -> Option<&'static Library> {
    static LIBRARY: OnceLock<Option<Library>> = OnceLock::new();
    let read = || {
        let files = shared()
            .map(|shared| files(&shared))
            .filter(|files| !files.is_empty())?;
        Some(Library::new(files, Limits::default()))
    };
    let library = LIBRARY.get_or_init(read).as_ref();
    if library.is_none() {
        println!("skipped: no ST.96 schemas in the shared data");
    }
    library
}

fn example(name: &str) -> Option<String> {
    let path = shared()?.join(EXAMPLES).join(format!("{name}_Example.xml"));
    std::fs::read_to_string(path).ok()
}

#[test]
fn the_examples_are_valid() {
    let Some(library) = library() else { return };
    let roots = [
        ("Patent", "PatentPublication"),
        ("Trademark", "TrademarkApplication"),
        ("Design", "DesignApplication"),
        ("GeographicalIndication", "GIApplication"),
    ];
    for (namespace, local) in roots {
        let namespace = format!("{ST96}{namespace}");
        let entry = library.candidates(&namespace, local)[0];
        assert_eq!(entry, format!("{local}_V6_0.xsd"));
        let schema = library.compile(entry).unwrap();
        assert!(schema.has_root(&namespace, local));
        let text = example(local).unwrap();
        assert_eq!(schema.validate(&text), [], "{local}");
    }
}

#[test]
fn every_entry_file_of_the_set_compiles() {
    let Some(library) = library() else { return };
    // In a flattened set an entry file is one that has its own Common file.
    let Some(shared) = shared() else { return };
    let files = files(&shared);
    let entries = files
        .keys()
        .filter_map(|name| name.strip_suffix("_Common.xsd"));
    let mut count = 0;
    for entry in entries {
        let schema = library.compile(&format!("{entry}.xsd")).unwrap();
        assert!(!schema.roots().is_empty());
        count += 1;
        if cfg!(debug_assertions) && count == 4 {
            println!("only the first {count} entry files are compiled without optimization");
            break;
        }
    }
    println!("{count} entry files compile");
}

#[test]
fn a_set_without_mathml_or_tables_is_refused() {
    let Some(shared) = shared() else { return };
    for missing in [
        "FlattenedMathML3.xsd",
        "OASISTable_V1_0.xsd",
        "PatentPublication_V6_0_Common.xsd",
    ] {
        let mut files = files(&shared);
        if files.remove(missing).is_none() {
            println!("skipped: no ST.96 schemas in the shared data");
            return;
        }
        files.retain(|name, _| {
            name.starts_with("PatentPublication")
                || name.starts_with("Flat")
                || name.starts_with("OASIS")
        });
        let library = Library::new(files, Limits::default());
        let error = library.compile("PatentPublication_V6_0.xsd").unwrap_err();
        let Error::Missing { missing: named, .. } = &error else {
            panic!("{error}")
        };
        assert_eq!(named.len(), 1, "{error}");
        assert_eq!(named[0].location.rsplit('/').next(), Some(missing));
        assert!(named[0].namespace.is_some());
    }
}

/// One change: an element or attribute gone, doubled, moved, renamed or with another value.
fn mutant(lines: &[&str], number: usize) -> (String, String) {
    let is_leaf = |line: &&str| {
        let line = line.trim();
        line.starts_with('<') && line.contains("</") && line.matches('<').count() == 2
    };
    let leaves: Vec<usize> = (0..lines.len() - 1)
        .filter(|at| is_leaf(&lines[*at]) && is_leaf(&lines[*at + 1]))
        .collect();
    let at = leaves[(number * 7919 + 13) % leaves.len()];
    let (line, next) = (lines[at], lines[at + 1]);
    let (open, rest) = line.split_once('>').unwrap();
    let (value, close) = rest.split_once('<').unwrap();
    let changed = match number % 6 {
        0 => next.to_owned(),
        1 => format!("{line}\n{line}\n{next}"),
        2 => format!("{next}\n{line}"),
        3 => format!("{open}>{value}-9Z<{close}\n{next}"),
        4 => format!("{open} other=\"1\">{value}<{close}\n{next}"),
        _ => format!("<com:Unknown/>\n{line}\n{next}"),
    };
    let mut mutated = lines[..at].join("\n");
    mutated.push('\n');
    mutated.push_str(&changed);
    mutated.push('\n');
    mutated.push_str(&lines[at + 2..].join("\n"));
    (
        mutated,
        format!("change {} at line {}: {}", number % 6, at + 1, line.trim()),
    )
}

#[test]
fn mutants_get_the_same_verdict_from_xmllint() {
    let (Some(library), Some(text)) = (library(), example("PatentPublication")) else {
        return;
    };
    let schema = library.compile("PatentPublication_V6_0.xsd").unwrap();
    let mut validator = schema.validator();
    let lines: Vec<&str> = text.lines().collect();
    let mut mutants: Vec<(String, String)> = (0..42).map(|n| mutant(&lines, n)).collect();
    let by_hand = [
        (
            "<com:IPOfficeCode>US</com:IPOfficeCode>\n   <pat:Bibl",
            "<pat:Bibl",
        ),
        ("com:languageCode=\"en\"", ""),
        ("com:languageCode=\"en\"", "com:languageCode=\"english\""),
        ("<com:IPOfficeCode>JP<", "<com:IPOfficeCode>QQ<"),
        ("2015-01-20</com:Pub", "2015-02-30</com:Pub"),
        ("<pat:Section>H<", "<pat:Section><"),
    ];
    for (old, new) in by_hand {
        assert!(text.contains(old), "{old}");
        mutants.push((text.replacen(old, new, 1), format!("{old} to {new}")));
    }
    let ours: Vec<bool> = mutants
        .iter()
        .map(|(text, _)| {
            validator
                .validate(text)
                .iter()
                .all(|v| v.code.starts_with("cvc-id"))
        })
        .collect();
    for (ours, (_, what)) in ours.iter().zip(&mutants).skip(42) {
        assert!(!ours, "{what} is taken for valid");
    }
    let Some(theirs) = xmllint(&mutants) else {
        println!("skipped: no xmllint");
        return;
    };
    for ((ours, theirs), (_, what)) in ours.iter().zip(&theirs).zip(&mutants) {
        assert_eq!(ours, theirs, "{what}");
    }
    let invalid = theirs.iter().filter(|valid| !**valid).count();
    println!(
        "{} mutants, {invalid} of them invalid: the same verdict everywhere",
        mutants.len()
    );
}

/// What xmllint says to each document, in one call: compiling the set takes it five seconds.
fn xmllint(documents: &[(String, String)]) -> Option<Vec<bool>> {
    let folder = tempfile::tempdir().unwrap();
    let name = |number: usize| format!("{number:03}.xml");
    for (number, (text, _)) in documents.iter().enumerate() {
        std::fs::write(folder.path().join(name(number)), text).unwrap();
    }
    let schema = shared()?
        .join(SET)
        .join("PatentPublication_V6_0.xsd")
        .canonicalize()
        .ok()?;
    let mut command = Command::new("xmllint");
    command
        .current_dir(folder.path())
        .args(["--nonet", "--noout", "--schema"])
        .arg(schema);
    command.args((0..documents.len()).map(name));
    let said = String::from_utf8_lossy(&command.output().ok()?.stderr).into_owned();
    let verdict = |number: usize| {
        let valid = said.contains(&format!("{} validates\n", name(number)));
        let invalid = said.contains(&format!("{} fails to validate\n", name(number)));
        assert!(valid != invalid, "no verdict on {}", name(number));
        valid
    };
    Some((0..documents.len()).map(verdict).collect())
}

/// Compile time, speed and memory of the set for patent publications; only printed.
#[test]
fn two_thousand_documents_with_one_schema() {
    let (Some(shared), Some(text)) = (shared(), example("PatentPublication")) else {
        return;
    };
    let start = Instant::now();
    let files = files(&shared);
    let bytes: usize = files.values().map(Vec::len).sum();
    let read = start.elapsed();
    let library = Library::new(files, Limits::default());
    let scanned = start.elapsed() - read;
    let start = Instant::now();
    let Ok(schema) = library.compile("PatentPublication_V6_0.xsd") else {
        return;
    };
    let compiled = start.elapsed();
    let mut validator = schema.validator();
    let prepared = start.elapsed() - compiled;
    let documents = if cfg!(debug_assertions) { 10 } else { 2_000 };
    assert_eq!(validator.validate(&text), []);
    let before = resident();
    let start = Instant::now();
    for _ in 0..documents {
        assert_eq!(validator.validate(&text), []);
    }
    let seconds = start.elapsed().as_secs_f64();
    let megabytes = (documents * text.len()) as f64 / 1e6;
    println!(
        "{} MB of schemas scanned in {scanned:?}; compiled in {compiled:?}, validator in \
         {prepared:?}; {documents} documents at {:.1} MB/s; resident {before:?} to {:?}",
        bytes / 1_000_000,
        megabytes / seconds,
        resident()
    );
}

/// Resident memory in kB, where the system tells it.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
