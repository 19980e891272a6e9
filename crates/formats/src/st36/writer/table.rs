//! Tables after the CALS model.
//!
//! Clause: ST.36 tables

use super::element::Element;
use super::{inline, media};
use model::{Table, TableCell, TableColumn, TableGroup, TablePart, TableRow, Tables};

/// Tables, or their images, under one number.
pub(super) fn tables(tables: &Tables) -> Element<'_> {
    let mut element = Element::new("tables")
        .with("id", tables.id.as_str())
        .with("num", tables.number.as_str());
    element.others(&tables.attributes);
    for image in &tables.images {
        element.add(media::image(image));
    }
    for table in &tables.tables {
        element.add(self::table(table));
    }
    element
}

fn table(table: &Table) -> Element<'_> {
    let mut element = Element::new("table");
    element.others(&table.attributes);
    if !table.title.is_empty() {
        element.add(inline::mixed("title", &table.title));
    }
    for group in &table.groups {
        element.add(self::group(group));
    }
    element
}

fn group(group: &TableGroup) -> Element<'_> {
    let mut element = Element::new("tgroup");
    element.others(&group.attributes);
    columns(&mut element, &group.columns);
    for part in &group.parts {
        element.add(self::part(part));
    }
    element
}

fn columns<'r>(element: &mut Element<'r>, columns: &'r [TableColumn]) {
    for column in columns {
        let mut child = Element::new("colspec");
        child.others(&column.attributes);
        element.add(child);
    }
}

fn part(part: &TablePart) -> Element<'_> {
    let name = match part.name.as_str() {
        "thead" => "thead",
        "tfoot" => "tfoot",
        _ => "tbody",
    };
    let mut element = Element::new(name);
    element.others(&part.attributes);
    columns(&mut element, &part.columns);
    for row in &part.rows {
        element.add(self::row(row));
    }
    element
}

fn row(row: &TableRow) -> Element<'_> {
    let mut element = Element::new("row");
    element.others(&row.attributes);
    for cell in &row.cells {
        element.add(self::cell(cell));
    }
    element
}

fn cell(cell: &TableCell) -> Element<'_> {
    let mut element = inline::mixed("entry", &cell.content);
    element.others(&cell.attributes);
    element
}
