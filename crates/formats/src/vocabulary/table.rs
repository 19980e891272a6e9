//! Tables after the CALS model.
//!
//! Clause: ST.36 tables

use super::{attributes, inline, media, value};
use model::{
    Attribute, Inline, Table, TableCell, TableColumn, TableGroup, TablePart, TableRow, Tables,
};
use std::borrow::Cow;
use xml::tree::{Child, Element};

/// How a format writes the words of a cell or a title.
pub(crate) type Words<'w> = &'w dyn Fn(&Element<'_, '_>) -> Vec<Inline>;

/// Reads `tables`, or a `table` that stands alone.
pub(crate) fn tables(element: &Element<'_, '_>) -> Tables {
    if is(element, "table") {
        return Tables {
            tables: vec![table(element, &inline::mixed)],
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
            Child::Element(child) if child.name() == "table" => {
                out.tables.push(table(&child, &inline::mixed));
            }
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

/// Reads a `table` whose cells and titles hold `words`. Names in capitals are those of SGML.
pub(crate) fn table(element: &Element<'_, '_>, words: Words<'_>) -> Table {
    let mut table = Table {
        attributes: settings(element),
        ..Table::default()
    };
    for child in element.children() {
        match child {
            Child::Element(child) if is(&child, "title") => {
                if !table.title.is_empty() {
                    table.title.push(Inline::Break(true));
                }
                table.title.extend(words(&child));
            }
            Child::Element(child) if is(&child, "tgroup") => {
                table.groups.push(group(&child, words));
            }
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

fn group(element: &Element<'_, '_>, words: Words<'_>) -> TableGroup {
    let mut group = TableGroup {
        attributes: settings(element),
        ..TableGroup::default()
    };
    for child in element.elements() {
        match lowercase(child.name()).as_ref() {
            "colspec" => group.columns.push(column(&child)),
            "thead" | "tbody" | "tfoot" => group.parts.push(part(&child, words)),
            _ => {}
        }
    }
    group
}

fn column(element: &Element<'_, '_>) -> TableColumn {
    element.enter();
    TableColumn {
        attributes: settings(element),
    }
}

fn part(element: &Element<'_, '_>, words: Words<'_>) -> TablePart {
    let mut part = TablePart {
        name: lowercase(element.name()).into(),
        attributes: settings(element),
        ..TablePart::default()
    };
    for child in element.elements() {
        if is(&child, "colspec") {
            part.columns.push(column(&child));
        }
        if !is(&child, "row") {
            continue;
        }
        let mut row = TableRow {
            attributes: settings(&child),
            cells: Vec::new(),
        };
        for entry in child.elements().filter(|entry| is(entry, "entry")) {
            row.cells.push(TableCell {
                attributes: settings(&entry),
                content: words(&entry),
            });
        }
        part.rows.push(row);
    }
    part
}

/// Whether an element is called `name`, in SGML in capitals.
fn is(element: &Element<'_, '_>, name: &str) -> bool {
    element.name().eq_ignore_ascii_case(name)
}

fn lowercase(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// How a part of a table is set; names and values are those of XML.
fn settings(element: &Element<'_, '_>) -> Vec<Attribute> {
    let is_sgml = element.name().starts_with(|c: char| c.is_ascii_uppercase());
    let mut out = attributes(element);
    for attribute in out.iter_mut().filter(|_| is_sgml) {
        attribute.name = lowercase(&attribute.name).into();
        attribute.value = lowercase(&attribute.value).into();
    }
    out
}
