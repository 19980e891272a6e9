//! Tables after the CALS model.
//!
//! Clause: ST.36 tables

use super::{attributes, inline, media, value};
use model::{Inline, Table, TableCell, TableColumn, TableGroup, TablePart, TableRow, Tables};
use xml::tree::{Child, Element};

/// Reads `tables`, or a `table` that stands alone.
pub(crate) fn tables(element: &Element<'_, '_>) -> Tables {
    if element.name() == "table" {
        return Tables {
            tables: vec![table(element)],
            ..Tables::default()
        };
    }
    let mut out = Tables {
        id: value(element, "id"),
        number: value(element, "num"),
        ..Tables::default()
    };
    out.attributes = attributes(element);
    let mut loose = Vec::new();
    for child in element.children() {
        match child {
            Child::Element(child) if child.name() == "table" => out.tables.push(table(&child)),
            Child::Element(child) if child.name() == "img" => out.images.push(media::image(&child)),
            Child::Element(other) => loose.extend(inline::inline(&other)),
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => loose.push(Inline::Text(text.into())),
            Child::Instruction(target, data) => loose.push(inline::instruction(target, data)),
        }
    }
    if !loose.is_empty() {
        out.tables.push(Table {
            title: loose,
            ..Table::default()
        });
    }
    out
}

fn table(element: &Element<'_, '_>) -> Table {
    let mut table = Table {
        attributes: attributes(element),
        ..Table::default()
    };
    for child in element.children() {
        match child {
            Child::Element(child) if child.name() == "title" => {
                if !table.title.is_empty() {
                    table.title.push(Inline::Break(true));
                }
                table.title.extend(inline::mixed(&child));
            }
            Child::Element(child) if child.name() == "tgroup" => table.groups.push(group(&child)),
            Child::Element(other) => table.title.extend(inline::inline(&other)),
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => table.title.push(Inline::Text(text.into())),
            Child::Instruction(target, data) => {
                table.title.push(inline::instruction(target, data));
            }
        }
    }
    table
}

fn group(element: &Element<'_, '_>) -> TableGroup {
    let mut group = TableGroup {
        attributes: attributes(element),
        ..TableGroup::default()
    };
    for child in element.elements() {
        match child.name() {
            "colspec" => group.columns.push(column(&child)),
            "thead" | "tbody" | "tfoot" => group.parts.push(part(&child)),
            _ => {}
        }
    }
    group
}

fn column(element: &Element<'_, '_>) -> TableColumn {
    element.enter();
    TableColumn {
        attributes: attributes(element),
    }
}

fn part(element: &Element<'_, '_>) -> TablePart {
    let mut part = TablePart {
        name: element.name().into(),
        attributes: attributes(element),
        ..TablePart::default()
    };
    for child in element.elements() {
        if child.name() == "colspec" {
            part.columns.push(column(&child));
        }
        if child.name() != "row" {
            continue;
        }
        let mut row = TableRow {
            attributes: attributes(&child),
            cells: Vec::new(),
        };
        for entry in child.elements().filter(|entry| entry.name() == "entry") {
            row.cells.push(TableCell {
                attributes: attributes(&entry),
                content: inline::mixed(&entry),
            });
        }
        part.rows.push(row);
    }
    part
}
