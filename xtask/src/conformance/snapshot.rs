//! What is kept of a run: counts, and the rows that are not honored, each with its reason.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use super::Outcome;

/// The file of all tables.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    /// Reasons for deviations, by a short name.
    #[serde(default)]
    pub(crate) reasons: BTreeMap<String, String>,
    /// The tables by name.
    #[serde(default)]
    pub(crate) tables: BTreeMap<String, Table>,
}

/// What is kept of one table.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Table {
    /// Rows that name a place in the target.
    pub(crate) rows: usize,
    /// Rows of which the place was found.
    pub(crate) honored: usize,
    /// The others, by the number of the row and the place.
    #[serde(default)]
    pub(crate) deviations: Vec<Deviation>,
}

/// A row that is not honored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Deviation {
    /// The row.
    pub(crate) row: usize,
    /// Where its part stands in the source.
    pub(crate) path: String,
    /// The name of the reason.
    #[serde(default)]
    pub(crate) reason: String,
}

impl Snapshot {
    /// Reads the file; one that is not there is empty.
    pub(crate) fn open(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        toml::from_str(&text).with_context(|| format!("{} cannot be read", path.display()))
    }

    /// Takes over what a run found; a new deviation has no reason yet.
    pub(crate) fn take(&mut self, outcome: &Outcome) {
        let old = self.tables.remove(outcome.table).unwrap_or_default();
        let deviations = outcome.missed.iter().map(|row| {
            let known = old
                .deviations
                .iter()
                .find(|one| one.row == row.number && one.path == row.source);
            known.cloned().unwrap_or_else(|| Deviation {
                row: row.number,
                path: row.source.clone(),
                reason: String::new(),
            })
        });
        let table = Table {
            rows: outcome.rows,
            honored: outcome.rows - outcome.missed.len(),
            deviations: deviations.collect(),
        };
        self.tables.insert(outcome.table.to_owned(), table);
    }

    /// The text of the file.
    pub(crate) fn text(&self) -> String {
        use std::fmt::Write as _;
        let mut out = String::from(HEAD);
        out.push_str("\n[reasons]\n");
        for (name, reason) in &self.reasons {
            let _ = writeln!(out, "{name} = {}", quoted(reason));
        }
        for (name, table) in &self.tables {
            let _ = writeln!(out, "\n[tables.{name}]");
            let _ = writeln!(out, "rows = {}\nhonored = {}", table.rows, table.honored);
            out.push_str("deviations = [\n");
            for one in &table.deviations {
                let _ = writeln!(
                    out,
                    "    {{ row = {}, path = {}, reason = {} }},",
                    one.row,
                    quoted(&one.path),
                    quoted(&one.reason)
                );
            }
            out.push_str("]\n");
        }
        out
    }

    /// What is wrong with the file, and where it differs from what a run found.
    pub(crate) fn problems(&self, outcomes: &[Outcome]) -> Vec<String> {
        let mut out = Vec::new();
        let mut used = BTreeSet::new();
        let empty = Table::default();
        for outcome in outcomes {
            let table = self.tables.get(outcome.table).unwrap_or(&empty);
            self.table_problems(outcome, table, &mut out);
        }
        for table in self.tables.values() {
            used.extend(table.deviations.iter().map(|one| one.reason.as_str()));
        }
        for name in self.reasons.keys() {
            if !used.contains(name.as_str()) {
                out.push(format!(
                    "the reason {name} is given for no row; take it away"
                ));
            }
        }
        out
    }

    fn table_problems(&self, outcome: &Outcome, table: &Table, out: &mut Vec<String>) {
        let name = outcome.table;
        for row in &outcome.missed {
            let known = table.deviations.iter().any(|one| one.row == row.number);
            if !known {
                out.push(format!(
                    "{name} row {}: {} does not arrive at {}; map it, or give a reason",
                    row.number, row.source, row.target
                ));
            }
        }
        for one in &table.deviations {
            if !outcome.missed.iter().any(|row| row.number == one.row) {
                out.push(format!(
                    "{name} row {}: {} is honored; take the deviation away",
                    one.row, one.path
                ));
            }
            let reason = self.reasons.get(&one.reason).map(String::as_str);
            if reason.is_none_or(str::is_empty) {
                out.push(format!(
                    "{name} row {}: {} deviates without a reason",
                    one.row, one.path
                ));
            }
        }
        let honored = outcome.rows - outcome.missed.len();
        if (table.rows, table.honored) != (outcome.rows, honored) {
            out.push(format!(
                "{name}: {honored} of {} rows are honored, and the file says {} of {}",
                outcome.rows, table.honored, table.rows
            ));
        }
    }
}

const HEAD: &str = "\
# How many rows of the official mappings are honored, and why the others are not.
# `cargo xtask conformance --update` writes counts and rows; reasons are written by hand.
";

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::table::Row;

    fn outcome(missed: &[usize]) -> Outcome {
        let row = |number: &usize| Row {
            number: *number,
            source: "a/b".into(),
            ..Row::default()
        };
        Outcome {
            table: "t",
            rows: 5,
            missed: missed.iter().map(row).collect(),
            ..Outcome::default()
        }
    }

    #[test]
    fn a_deviation_needs_a_reason_and_a_reason_a_deviation() {
        let mut snapshot = Snapshot::default();
        snapshot.take(&outcome(&[2]));
        assert_eq!(
            snapshot.problems(&[outcome(&[2])]),
            ["t row 2: a/b deviates without a reason"]
        );
        let table = snapshot.tables.get_mut("t").unwrap();
        table.deviations[0].reason = "why".into();
        snapshot.reasons.insert("why".into(), "because".into());
        assert_eq!(snapshot.problems(&[outcome(&[2])]), Vec::<String>::new());
        assert_eq!(snapshot.problems(&[outcome(&[])]).len(), 2);
        assert_eq!(snapshot.problems(&[outcome(&[2, 3])]).len(), 2);
        snapshot.take(&outcome(&[]));
        let problems = snapshot.problems(&[outcome(&[])]);
        assert!(problems[0].contains("given for no row"), "{problems:?}");
    }

    #[test]
    fn the_file_is_read_as_it_was_written() {
        let mut snapshot = Snapshot::default();
        snapshot.take(&outcome(&[2, 4]));
        snapshot.reasons.insert("why".into(), "a \"reason\"".into());
        assert_eq!(
            toml::from_str::<Snapshot>(&snapshot.text()).unwrap(),
            snapshot
        );
    }
}
