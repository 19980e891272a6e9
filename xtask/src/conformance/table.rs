//! The official tables of mappings, read where they lie.

use std::path::Path;

use anyhow::{Context as _, ensure};

/// A row of a table: where a part stands in one standard, and where in the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its number in the table; the first row after the head is 1.
    pub(crate) number: usize,
    /// The document that it belongs to: `biblio` or `body`.
    pub(crate) document: String,
    /// The part of the table that it stands in.
    pub(crate) scope: String,
    /// Where the part stands in the source.
    pub(crate) source: String,
    /// Where it stands in the target.
    pub(crate) target: String,
}

const COLUMNS: [&str; 5] = ["doc", "scope", "source_path", "", "target_path"];

/// Reads a table.
pub(crate) fn load(path: &Path) -> anyhow::Result<Vec<Row>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the table {}", path.display()))?;
    parse(&text).with_context(|| format!("{} is no table of mappings", path.display()))
}

fn parse(text: &str) -> anyhow::Result<Vec<Row>> {
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let fits = COLUMNS
        .iter()
        .enumerate()
        .all(|(place, name)| name.is_empty() || head.get(place) == Some(name));
    ensure!(fits, "its columns are {head:?}");
    let rows = lines.enumerate().map(|(place, line)| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |place: usize| cells.get(place).copied().unwrap_or_default().to_owned();
        Row {
            number: place + 1,
            document: cell(0),
            scope: cell(1),
            source: cell(2),
            target: cell(4),
        }
    });
    Ok(rows.collect())
}

impl Row {
    /// Whether it names a place in the target at all: some rows name a type of the data model, and no element.
    pub(crate) fn names_target(&self) -> bool {
        !self.target.is_empty() && !self.target.starts_with("WIPO.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_and_a_table_of_other_columns_is_refused() {
        let text =
            "doc\tscope\tsource_path\tsource_card\ttarget_path\nbody\troot\ta/@b\t1\tx:A/@x:b\n";
        let rows = parse(text).unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].number, 1);
        assert_eq!(rows[0].source, "a/@b");
        assert_eq!(rows[0].target, "x:A/@x:b");
        assert!(rows[0].names_target());
        assert!(parse("a\tb\n").is_err());
    }
}
