//! All rules over published documents: they must hardly ever be wrong.

use crate::shared;
use check::{Profile, run};
use model::{Finding, Severity};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const FOLDERS: [&str; 3] = ["us-redbook", "epo/ep-fulltext", "epo/docdb"];

/// What a walk over a folder gave.
#[derive(Default)]
struct Walk {
    records: usize,
    bytes: usize,
    time: Duration,
    counts: BTreeMap<(String, Severity), usize>,
    findings: Vec<(String, Finding)>,
}

#[test]
fn published_documents_are_nearly_silent() {
    let Some(shared) = shared() else { return };
    let mut all = Walk::default();
    for folder in FOLDERS {
        let mut walk = Walk::default();
        for file in files(&shared.join("data").join(folder)) {
            documents(&file, &mut walk);
        }
        println!(
            "{folder}: {} records, {} KB, {:?}",
            walk.records,
            walk.bytes / 1024,
            walk.time
        );
        for ((rule, severity), count) in &walk.counts {
            println!("  {count:5} {:8} {rule}", severity.as_str());
        }
        all.records += walk.records;
        all.findings.append(&mut walk.findings);
    }
    if let Ok(rule) = std::env::var("RULE") {
        for (name, finding) in all
            .findings
            .iter()
            .filter(|(_, f)| f.rule.starts_with(&*rule))
        {
            println!("{name} {}: {}", finding.path, finding.message);
        }
    }
    let count = |severity| {
        all.findings
            .iter()
            .filter(|(_, f)| f.severity == severity)
            .count()
    };
    let errors = count(Severity::Error);
    let warnings = count(Severity::Warning);
    println!(
        "{} records: {errors} errors, {warnings} warnings",
        all.records
    );
    assert!(all.records > 200, "{} records", all.records);
    assert!(errors <= 5, "{errors} errors");
    assert!(warnings <= 15, "{warnings} warnings");
}

#[test]
fn a_published_package_is_complete() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("data/epo/ep-package/ShawnXiha+PatentStandardization/st36aexample");
    let names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let bytes = std::fs::read(folder.join("DOC00001.xml")).unwrap();
    let document = formats::read(&bytes, &formats::Limits::default()).unwrap();
    let record = document.reading.entries[0].record.as_ref().unwrap();
    let report = run(record, Some(&names), &Profile::default());
    assert_eq!(report.findings, []);
    let fewer: Vec<String> = names
        .into_iter()
        .filter(|name| name != "imgf0002.tif")
        .collect();
    let report = run(record, Some(&fewer), &Profile::default());
    let missing = |finding: &&Finding| finding.rule == "image/missing-file";
    assert!(
        report
            .findings
            .iter()
            .find(missing)
            .unwrap()
            .message
            .contains("imgf0002.tif")
    );
}

fn documents(file: &Path, walk: &mut Walk) {
    let bytes = std::fs::read(file).unwrap();
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    let text = String::from_utf8_lossy(&bytes);
    let mut starts: Vec<usize> = text.match_indices("<?xml ").map(|(at, _)| at).collect();
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    starts.push(text.len());
    let profile = Profile::default();
    for (number, range) in starts.windows(2).enumerate() {
        let part = &text[range[0]..range[1]];
        let Ok(document) = formats::read(part.as_bytes(), &formats::Limits::default()) else {
            continue;
        };
        for record in document
            .reading
            .entries
            .iter()
            .filter_map(|entry| entry.record.as_ref())
        {
            let begin = Instant::now();
            let report = run(record, None, &profile);
            walk.time += begin.elapsed();
            walk.records += 1;
            walk.bytes += part.len();
            for finding in report.findings {
                let key = (finding.rule.to_string(), finding.severity);
                *walk.counts.entry(key).or_default() += 1;
                let name = format!("{name}#{number} {}", record.name().unwrap_or_default());
                walk.findings.push((name, finding));
            }
        }
    }
}

/// All XML files below a folder, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("xml"))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
