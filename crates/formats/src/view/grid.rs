//! Tables after the CALS model as a grid of cells that span.
//!
//! Clause: ST.36

use model::{Attribute, Inline, TableCell, TableColumn, TableGroup, TablePart, TableRow};
use std::collections::BTreeMap;
use std::ops::Range;

/// A group of rows with common columns.
#[derive(Debug, Default)]
pub(crate) struct Grid<'a> {
    pub(crate) columns: usize,
    pub(crate) rows: Vec<GridRow<'a>>,
}

/// A row of a grid.
#[derive(Debug)]
pub(crate) struct GridRow<'a> {
    pub(crate) head: bool,
    pub(crate) cells: Vec<Cell<'a>>,
}

/// A cell where it begins.
#[derive(Debug)]
pub(crate) struct Cell<'a> {
    pub(crate) column: usize,
    /// Columns before it that no cell takes.
    pub(crate) gap: usize,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    pub(crate) align: Align,
    pub(crate) content: &'a [Inline],
}

/// How the words of a cell are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Align {
    #[default]
    Start,
    Center,
    End,
}

/// More columns or rows than any real table has: a source which says so is not believed.
const MOST: usize = 1000;

impl Grid<'_> {
    /// Whether no cell spans.
    pub(crate) fn is_simple(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.all(|cell| cell.columns == 1 && cell.rows == 1)
    }
}

/// The grid of a group of rows.
pub(crate) fn grid(group: &TableGroup) -> Grid<'_> {
    let TableGroup {
        attributes,
        columns,
        parts,
    } = group;
    let names = Names::of(columns);
    let default = align(attributes).unwrap_or_default();
    let mut out = Grid {
        columns: names.count,
        rows: Vec::new(),
    };
    for TablePart {
        name,
        attributes: _,
        columns: _,
        rows,
    } in parts
    {
        let mut taken = Taken::default();
        for (index, row) in rows.iter().enumerate() {
            taken.row = index;
            taken.left = rows.len() - index;
            let cells = place(row, &names, default, &mut taken);
            let width = cells.iter().map(|cell| cell.column + cell.columns).max();
            out.columns = out.columns.max(width.unwrap_or_default());
            out.rows.push(GridRow {
                head: name == "thead",
                cells,
            });
        }
    }
    out
}

/// The columns by their names.
struct Names<'a> {
    indexes: BTreeMap<&'a str, usize>,
    aligns: Vec<Option<Align>>,
    count: usize,
}

impl<'a> Names<'a> {
    fn of(columns: &'a [TableColumn]) -> Self {
        let mut out = Self {
            indexes: BTreeMap::new(),
            aligns: Vec::new(),
            count: columns.len().min(MOST),
        };
        for (index, TableColumn { attributes }) in columns.iter().take(MOST).enumerate() {
            if let Some(name) = value(attributes, "colname") {
                out.indexes.entry(name).or_insert(index);
            }
            out.aligns.push(align(attributes));
        }
        out
    }
}

/// The columns that cells of earlier rows reach down to.
#[derive(Default)]
struct Taken {
    /// For each column, the first row in which it is free again.
    until: Vec<usize>,
    /// The row that is placed.
    row: usize,
    /// The rows from it to the end.
    left: usize,
}

impl Taken {
    fn has(&self, column: usize) -> bool {
        self.until
            .get(column)
            .is_some_and(|until| *until > self.row)
    }

    fn take(&mut self, columns: Range<usize>, rows: usize) {
        let columns = columns.start.min(MOST)..columns.end.min(MOST);
        if self.until.len() < columns.end {
            self.until.resize(columns.end, 0);
        }
        self.until[columns].fill(self.row + rows);
    }
}

/// Places the cells of a row: after each other, or in the column that they name.
fn place<'a>(
    row: &'a TableRow,
    names: &Names<'_>,
    default: Align,
    taken: &mut Taken,
) -> Vec<Cell<'a>> {
    let TableRow {
        attributes: _,
        cells,
    } = row;
    let mut out = Vec::with_capacity(cells.len());
    let mut next = 0;
    let mut below = Vec::new();
    for TableCell {
        attributes,
        content,
    } in cells
    {
        let named = |key| value(attributes, key).and_then(|name| names.indexes.get(name).copied());
        let start = named("namest").or_else(|| named("colname"));
        let mut column = start.filter(|start| *start >= next).unwrap_or(next);
        while taken.has(column) {
            column += 1;
        }
        let gap = (next..column).filter(|column| !taken.has(*column)).count();
        let columns = named("nameend").map_or(1, |end| end.saturating_sub(column) + 1);
        let more = value(attributes, "morerows").and_then(|rows| rows.trim().parse::<usize>().ok());
        let rows = more
            .map_or(1, |more| more.saturating_add(1))
            .clamp(1, taken.left.max(1));
        let columns = columns.clamp(1, MOST);
        if rows > 1 {
            below.push((column..column + columns, rows));
        }
        let of_column = names.aligns.get(column).copied().flatten();
        out.push(Cell {
            column,
            gap,
            columns,
            rows,
            align: align(attributes).or(of_column).unwrap_or(default),
            content,
        });
        next = column + columns;
    }
    for (columns, rows) in below {
        taken.take(columns, rows);
    }
    out
}

fn value<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    let found = attributes.iter().find(|attribute| attribute.name == name);
    found.map(|attribute| attribute.value.as_str())
}

fn align(attributes: &[Attribute]) -> Option<Align> {
    Some(match value(attributes, "align")? {
        "center" => Align::Center,
        "right" | "char" => Align::End,
        _ => Align::Start,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(attributes: &[(&str, &str)]) -> TableCell {
        TableCell {
            attributes: attributes
                .iter()
                .map(|(name, value)| Attribute::new(*name, *value))
                .collect(),
            content: Vec::new(),
        }
    }

    #[test]
    fn cells_span_and_stand_where_they_say() {
        let column = |name: &str| TableColumn {
            attributes: vec![Attribute::new("colname", name)],
        };
        let group = TableGroup {
            columns: vec![column("1"), column("2"), column("3")],
            parts: vec![TablePart {
                name: "tbody".into(),
                rows: vec![
                    TableRow {
                        cells: vec![
                            cell(&[("morerows", "1")]),
                            cell(&[("namest", "2"), ("nameend", "3")]),
                        ],
                        ..TableRow::default()
                    },
                    TableRow {
                        cells: vec![cell(&[]), cell(&[("align", "right")])],
                        ..TableRow::default()
                    },
                    TableRow {
                        cells: vec![cell(&[("morerows", "99")])],
                        ..TableRow::default()
                    },
                ],
                ..TablePart::default()
            }],
            ..TableGroup::default()
        };
        let grid = grid(&group);
        let places: Vec<(usize, usize, usize)> = grid
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| (cell.column, cell.columns, cell.rows))
            .collect();
        assert_eq!(
            places,
            [(0, 1, 2), (1, 2, 1), (1, 1, 1), (2, 1, 1), (0, 1, 1)]
        );
        assert_eq!(grid.columns, 3);
        assert!(!grid.is_simple());
    }

    #[test]
    fn a_gap_beside_a_cell_from_above_is_counted() {
        let column = |name: &str| TableColumn {
            attributes: vec![Attribute::new("colname", name)],
        };
        let row = |cells| TableRow {
            cells,
            ..TableRow::default()
        };
        let rows = vec![
            row(vec![cell(&[("morerows", "1")])]),
            row(vec![cell(&[("colname", "3")]), cell(&[])]),
        ];
        let group = TableGroup {
            columns: ["1", "2", "3"].map(column).into(),
            parts: vec![TablePart {
                rows,
                ..TablePart::default()
            }],
            ..TableGroup::default()
        };
        let grid = grid(&group);
        let places = grid.rows[1].cells.iter();
        let places: Vec<_> = places.map(|cell| (cell.column, cell.gap)).collect();
        assert_eq!(places, [(2, 1), (3, 0)]);
    }

    #[test]
    fn a_table_that_reaches_down_everywhere_is_placed_in_time() {
        let row = TableRow {
            cells: vec![cell(&[("morerows", "999999999")])],
            ..TableRow::default()
        };
        let group = TableGroup {
            parts: vec![TablePart {
                rows: vec![row; 20_000],
                ..TablePart::default()
            }],
            ..TableGroup::default()
        };
        assert_eq!(grid(&group).columns, MOST + 1);
    }
}
