//! Numbers of real files: what DOCDB gives in several forms must be one number, in those forms.

use model::number::{Hints, Reading, What, readings};
use model::{DocumentId, Record};
use std::collections::BTreeSet;
use std::path::Path;

/// EPODOC numbers of real files that no rule gives: wrong years, and a kind code shorter than the rule says.
const IRREGULAR: [&str; 12] = [
    "AP19200001988",
    "CZ19620200043",
    "DK19702186T",
    "ID19200002395",
    "JP3798625B",
    "PT20210117283",
    "RO19200001138",
    "RU19200131592",
    "TR19200003373T",
    "UA19200127405",
    // The year is not in the number, and the date is not given.
    "CA19982332922",
    "MA19990025594",
];

fn all_readings(id: &DocumentId, what: What) -> Vec<Reading> {
    let hints = Hints {
        office: &id.office,
        kind: &id.kind,
        what: Some(what),
        format: &id.format,
        year: id.date.ymd().map(|date| date.year),
    };
    readings(&id.number, &hints)
}

/// Compares the forms of one number; tells what does not agree.
fn compare(ids: &[DocumentId], what: What, seen: &mut BTreeSet<String>) -> Vec<String> {
    let of = |format: &str| ids.iter().find(|id| id.format == format && !id.is_empty());
    let (Some(docdb), Some(epodoc)) = (of("docdb"), of("epodoc")) else {
        return Vec::new();
    };
    if IRREGULAR.contains(&epodoc.number.as_str()) || !seen.insert(docdb.docdb()) {
        return Vec::new();
    }
    let date = ids.iter().find(|id| !id.date.is_empty());
    let docdb = &DocumentId {
        date: date.map(|id| id.date.clone()).unwrap_or_default(),
        ..docdb.clone()
    };
    let Some(reading) = all_readings(docdb, what).into_iter().next() else {
        return vec![format!("{} has no reading", docdb.number)];
    };
    let mut wrong = Vec::new();
    let own = reading.docdb().map(|own| (own.office, own.number));
    if own != Some((docdb.office.clone(), docdb.number.to_string())) {
        wrong.push(format!("{} is written {own:?}", docdb.number));
    }
    let own = reading.epodoc();
    // Some files leave out the office or the kind code of the EPODOC number.
    let is_same = own
        .as_deref()
        .is_some_and(|own| own.starts_with(epodoc.number.as_str()));
    if !is_same && epodoc.number.starts_with(epodoc.office.as_str()) {
        wrong.push(format!("{} is written {own:?}", epodoc.number));
    }
    let key = reading.key();
    for id in [Some(epodoc), of("original")].into_iter().flatten() {
        let id = DocumentId {
            office: if id.office.is_empty() {
                docdb.office.clone()
            } else {
                id.office.clone()
            },
            kind: if id.kind.is_empty() {
                docdb.kind.clone()
            } else {
                id.kind.clone()
            },
            ..id.clone()
        };
        let keys: Vec<String> = all_readings(&id, what).iter().map(Reading::key).collect();
        // An original number may be that of another application: its office gives it.
        if !keys.contains(&key) && id.format == "epodoc" {
            wrong.push(format!("{} is {keys:?}, not {key}", id.number));
        }
    }
    wrong
}

fn files(folder: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "xml") {
            out.push(path);
        }
    }
}

fn records(folder: &str) -> Vec<Record> {
    let Some(shared) = super::shared() else {
        return Vec::new();
    };
    let mut paths = Vec::new();
    files(&shared.join("data").join(folder), &mut paths);
    paths.sort();
    let bytes = paths.iter().filter_map(|path| std::fs::read(path).ok());
    let documents =
        bytes.filter_map(|bytes| formats::read(&bytes, &formats::Limits::default()).ok());
    let entries = documents.flat_map(|document| document.reading.entries);
    entries.filter_map(|entry| entry.record).collect()
}

#[test]
fn forms_of_one_number_in_docdb_are_one_number() {
    let records = records("epo");
    if records.is_empty() {
        return;
    }
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for record in &records {
        let Record::Patent(patent) = record else {
            continue;
        };
        let mut say = |ids: &[DocumentId], what| wrong.extend(compare(ids, what, &mut seen));
        say(&patent.publication.documents, What::Publication);
        say(&patent.application.documents, What::Application);
        for priority in &patent.priorities {
            say(&priority.documents, What::Application);
        }
        for citation in &patent.citations {
            say(&citation.documents, What::Publication);
        }
        let families = patent.family.iter();
        for member in families.flat_map(|family| &family.member_groups) {
            say(&member.publications, What::Publication);
            say(&member.applications, What::Application);
        }
    }
    assert!(seen.len() > 100, "{} numbers", seen.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tables_know_the_numbers_of_real_publications() {
    let records = records("us-redbook");
    let mut unknown = Vec::new();
    let mut count = 0;
    for record in &records {
        let Record::Patent(patent) = record else {
            continue;
        };
        let cited = patent
            .citations
            .iter()
            .flat_map(|citation| &citation.documents);
        for id in patent.publication.documents.iter().chain(cited) {
            let is_known = |office: &str| matches!(office, "US" | "EP" | "WO" | "DE" | "CN" | "KR");
            if !id.is_empty() && is_known(&id.office) {
                count += 1;
                if id
                    .reading(What::Publication)
                    .is_none_or(|reading| !reading.is_known())
                {
                    unknown.push(format!("{} {}", id.office, id.number));
                }
            }
        }
    }
    assert!(
        unknown.len() * 100 <= count,
        "of {count}: {}",
        unknown.join(", ")
    );
}
