//! The official tables of mappings as a test: for each row a minimal document is made, converted, and the place that
//! the row names is looked for in what came out.
//!
//! The tables are not part of the project; what is kept of a run are counts and the rows that are not honored
//! (`xtask/conformance.toml`).

mod node;
mod path;
mod rules;
mod snapshot;
mod table;
mod target;
mod typed;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use anyhow::Context as _;
use formats::{Limits, Target};

use node::Node;
use rules::Rules;
use snapshot::Snapshot;
use table::Row;

/// A table: its file, how documents of its source are made, and what they become.
struct Mapping {
    name: &'static str,
    file: &'static str,
    rules: &'static str,
    /// The format that the documents become, by its name.
    target: &'static str,
}

/// All tables; a new one is added here.
const MAPPINGS: &[Mapping] = &[
    Mapping {
        name: "st36_to_st96",
        file: "standards/st36_to_st96.tsv",
        rules: include_str!("conformance/st36.rules"),
        target: "st96",
    },
    Mapping {
        name: "st96_to_st36",
        file: "standards/st96_to_st36.tsv",
        rules: include_str!("conformance/st96.rules"),
        target: "st36",
    },
];

const SNAPSHOT: &str = "xtask/conformance.toml";

/// What came of a table.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The name of the table.
    pub(crate) table: &'static str,
    /// Rows that name a place in the target.
    pub(crate) rows: usize,
    /// Those of which the place was not found.
    pub(crate) missed: Vec<Row>,
    /// Rows and found ones of each part of the table.
    pub(crate) scopes: BTreeMap<String, (usize, usize)>,
}

/// Compares the tables in `shared` with what is kept below `root`; gives what differs, in words.
///
/// With `update`, counts and rows are written anew first.
///
/// # Errors
///
/// When a table or the file of the project cannot be read or written.
pub fn run(
    root: &Path,
    shared: &Path,
    update: bool,
    out: &mut impl Write,
) -> anyhow::Result<Vec<String>> {
    let mut outcomes = Vec::new();
    for mapping in MAPPINGS {
        let Some(target) = mapping.target() else {
            writeln!(
                out,
                "{}: {} is not written here",
                mapping.name, mapping.target
            )?;
            continue;
        };
        let outcome = mapping.outcome(shared, target)?;
        outcome.print(out)?;
        outcomes.push(outcome);
    }
    let path = root.join(SNAPSHOT);
    let mut snapshot = Snapshot::open(&path)?;
    if update {
        for outcome in &outcomes {
            snapshot.take(outcome);
        }
        std::fs::write(&path, snapshot.text())
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(snapshot.problems(&outcomes))
}

/// Writes the document that is made for a row and what it becomes.
///
/// # Errors
///
/// When there is no such table or row.
pub fn show(shared: &Path, name: &str, number: usize, out: &mut impl Write) -> anyhow::Result<()> {
    let mapping = MAPPINGS.iter().find(|mapping| mapping.name == name);
    let mapping = mapping.context("there is no table of this name")?;
    let rows = table::load(&shared.join(mapping.file))?;
    let row = number.checked_sub(1).and_then(|place| rows.get(place));
    let row = row.context("the table has no row of this number")?;
    let rules = Rules::parse(mapping.rules)?;
    let source = text_of(&rules.document(row));
    writeln!(out, "{} -> {}\n{source}", row.source, row.target)?;
    let target = mapping.target();
    let target = target.context("what this table leads to is not written here")?;
    for converted in converted(&source, target) {
        writeln!(out, "{converted}")?;
    }
    Ok(())
}

impl Mapping {
    /// The format that the documents become, where it is written here.
    fn target(&self) -> Option<Target> {
        let mut all = Target::ALL.iter();
        let found = all.find(|(name, _)| *name == self.target);
        found.map(|(_, target)| *target)
    }

    fn outcome(&self, shared: &Path, target: Target) -> anyhow::Result<Outcome> {
        let rows = table::load(&shared.join(self.file))?;
        let rules =
            Rules::parse(self.rules).with_context(|| format!("the rules of {}", self.name))?;
        let mut outcome = Outcome {
            table: self.name,
            ..Outcome::default()
        };
        for row in rows.into_iter().filter(Row::names_target) {
            let is_honored = honors(&row, &rules, target);
            let key = format!("{} {}", row.document, row.scope);
            let (all, found) = outcome.scopes.entry(key).or_default();
            *all += 1;
            outcome.rows += 1;
            if is_honored {
                *found += 1;
            } else {
                outcome.missed.push(row);
            }
        }
        Ok(outcome)
    }
}

fn honors(row: &Row, rules: &Rules, target: Target) -> bool {
    let root = rules.document(row);
    let word = root.made_up().filter(|_| rules.asks_for_words(row));
    converted(&text_of(&root), target).iter().any(|text| {
        let options = roxmltree::ParsingOptions {
            allow_dtd: true,
            ..roxmltree::ParsingOptions::default()
        };
        let parsed = roxmltree::Document::parse_with_options(text, options);
        parsed.is_ok_and(|document| target::holds(&document, &row.target, word, rules))
    })
}

fn text_of(root: &Node) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    root.write(&mut text);
    text
}

/// What a document becomes: one text for each record in it.
fn converted(source: &str, target: Target) -> Vec<String> {
    let Ok(document) = formats::read(source.as_bytes(), &Limits::default()) else {
        return Vec::new();
    };
    let records = document.reading.entries.iter();
    records
        .filter_map(|entry| entry.record.as_ref())
        .filter_map(|record| {
            let mut bytes = Vec::new();
            formats::write(record, target, &mut bytes);
            String::from_utf8(bytes).ok()
        })
        .collect()
}

impl Outcome {
    fn print(&self, out: &mut impl Write) -> std::io::Result<()> {
        let found = self.rows - self.missed.len();
        writeln!(out, "{}: {}", self.table, share(self.rows, found))?;
        for (scope, (all, found)) in &self.scopes {
            writeln!(out, "  {scope}: {}", share(*all, *found))?;
        }
        for row in &self.missed {
            writeln!(
                out,
                "  row {}: {} -> {}",
                row.number, row.source, row.target
            )?;
        }
        Ok(())
    }
}

fn share(all: usize, found: usize) -> String {
    let percent = found as f64 * 100.0 / all.max(1) as f64;
    format!("{found} of {all} rows, {percent:.1} %")
}
