//! Tables.
//!
//! Clause: ST.96 V6_0 com:IPOASISTable

use super::inline::{self, capitalized};
use super::media;
use super::sheet::Sheet;
use crate::component::draft::{Draft, NodeId};
use crate::component::schema::{AttrName, attr, com, tbl};
use model::{Attribute, Inline, Table, TableGroup, TablePart, Tables};

/// Adds tables to running text.
pub(super) fn tables<'r>(sheet: &mut Sheet<'r>, node: NodeId, tables: &'r Tables) {
    let mut is_named = false;
    for table in &tables.tables {
        if table.groups.is_empty() {
            sheet.spares("table", &table.attributes);
            inline::apart(sheet, node, |sheet| {
                inline::inlines(sheet, node, &table.title);
            });
            continue;
        }
        match place(sheet, node) {
            Some(holder) => {
                is_named = true;
                oasis(sheet, holder, tables, table);
            }
            None => inline::apart(sheet, node, |sheet| words(sheet, node, table)),
        }
    }
    for image in &tables.images {
        let parent = sheet.draft.name(node);
        if Draft::allows(parent, com::TABLE) && media::shows(image) {
            let holder = sheet.draft.element(node, com::TABLE);
            let element = sheet.draft.element(holder, com::TABLE_IMAGE);
            media::image_parts(sheet, element, image);
            sheet.set(element, attr::TABLE_NUMBER, tables.number.as_str());
        } else {
            media::image(sheet, node, image);
        }
    }
    if !is_named {
        sheet.spare("tables", "id", &tables.id);
        sheet.spare("tables", "num", &tables.number);
        sheet.spares("tables", &tables.attributes);
    }
}

/// Where a table can stand: in `com:Table`, or directly where only that is allowed.
fn place(sheet: &mut Sheet<'_>, node: NodeId) -> Option<NodeId> {
    let parent = sheet.draft.name(node);
    if Draft::allows(parent, com::TABLE) {
        return Some(sheet.draft.element(node, com::TABLE));
    }
    Draft::allows(parent, com::IPOASIS_TABLE).then_some(node)
}

/// A table's words where no table can stand.
fn words<'r>(sheet: &mut Sheet<'r>, node: NodeId, table: &'r Table) {
    sheet.spares("table", &table.attributes);
    inline::inlines(sheet, node, &table.title);
    for group in &table.groups {
        sheet.spares("tgroup", &group.attributes);
    }
    let parts = || table.groups.iter().flat_map(|group| &group.parts);
    for part in parts() {
        sheet.spares(&part.name, &part.attributes);
    }
    for row in parts().flat_map(|part| &part.rows) {
        sheet.spares("row", &row.attributes);
        for cell in &row.cells {
            sheet.spares("entry", &cell.attributes);
            inline::apart(sheet, node, |sheet| {
                inline::inlines(sheet, node, &cell.content);
            });
        }
    }
}

fn oasis<'r>(sheet: &mut Sheet<'r>, holder: NodeId, tables: &'r Tables, table: &'r Table) {
    let element = sheet.draft.element(holder, com::IPOASIS_TABLE);
    sheet.id(element, &tables.id);
    sheet
        .draft
        .attribute(element, attr::TABLE_NUMBER, tables.number.as_str());
    sheet.spares("tables", &tables.attributes);
    for attribute in &table.attributes {
        let value = attribute.value.as_str();
        match attribute.name.as_str() {
            "frame" => sheet.set(element, attr::tbl::FRAME, value),
            "colsep" => sheet.set(element, attr::tbl::COLSEP, value),
            "rowsep" => sheet.set(element, attr::tbl::ROWSEP, value),
            "tabstyle" => sheet.set(element, attr::TABLE_STYLE, value),
            "pgwide" => sheet.set(element, attr::PAGE_WIDE, value),
            "orient" => sheet.set(element, attr::ORIENTATION_CATEGORY, orientation(value)),
            name => sheet.spare("table", name, value),
        }
    }
    if !table.title.is_empty() {
        let title = sheet.draft.element(element, com::TABLE_TITLE);
        inline::inlines(sheet, title, &table.title);
    }
    for group in &table.groups {
        self::group(sheet, element, group);
    }
}

fn orientation(value: &str) -> std::borrow::Cow<'_, str> {
    match value {
        "port" => "Portrait".into(),
        "land" => "Landscape".into(),
        other => capitalized(other),
    }
}

fn group<'r>(sheet: &mut Sheet<'r>, table: NodeId, group: &'r TableGroup) {
    let element = sheet.draft.element(table, com::TABLE_GROUP);
    let is_count = |attribute: &&Attribute| {
        attribute.name == "cols"
            && attribute
                .value
                .trim()
                .parse()
                .is_ok_and(|count: u32| count > 0)
    };
    if group.attributes.iter().find(is_count).is_none() {
        sheet
            .draft
            .attribute(element, attr::tbl::COLS, columns(group).to_string());
    }
    cals(sheet, element, "tgroup", &group.attributes);
    for column in &group.columns {
        let node = sheet.draft.element(element, tbl::COLSPEC);
        cals(sheet, node, "colspec", &column.attributes);
    }
    let mut headed = false;
    for part in &group.parts {
        let name = if part.name == "thead" && !headed {
            com::TABLE_HEAD
        } else {
            com::TABLE_BODY
        };
        headed = true;
        self::part(sheet, element, name, part);
    }
}

/// How many columns a group has, by its column list or its longest row.
fn columns(group: &TableGroup) -> usize {
    let rows = group.parts.iter().flat_map(|part| &part.rows);
    let widest = rows.map(|row| row.cells.len()).max().unwrap_or(1);
    group.columns.len().max(widest)
}

fn part<'r>(
    sheet: &mut Sheet<'r>,
    group: NodeId,
    name: crate::component::schema::Name,
    part: &'r TablePart,
) {
    let element = sheet.draft.element(group, name);
    cals(sheet, element, "tbody", &part.attributes);
    for row in &part.rows {
        let node = sheet.draft.element(element, com::ROW);
        cals(sheet, node, "row", &row.attributes);
        for cell in &row.cells {
            let entry = sheet.draft.element(node, com::ENTRY);
            cals(sheet, entry, "entry", &cell.attributes);
            inline::inlines(sheet, entry, trimmed(&cell.content));
        }
    }
}

/// A cell's content: a cell of blanks only is empty.
fn trimmed(content: &[Inline]) -> &[Inline] {
    match content {
        [Inline::Text(text)] if text.trim().is_empty() => &[],
        other => other,
    }
}

/// Adds the attributes of the CALS model under their own names.
fn cals<'r>(sheet: &mut Sheet<'r>, node: NodeId, element: &str, attributes: &'r [Attribute]) {
    for attribute in attributes {
        match cals_name(&attribute.name) {
            Some(name) => sheet.set(node, name, attribute.value.trim()),
            None if attribute.name == "id" && element == "entry" => {
                sheet.id(node, &attribute.value);
            }
            None => sheet.spare(element, &attribute.name, &attribute.value),
        }
    }
}

fn cals_name(name: &str) -> Option<AttrName> {
    Some(match name {
        "cols" => attr::tbl::COLS,
        "align" => attr::tbl::ALIGN,
        "colsep" => attr::tbl::COLSEP,
        "rowsep" => attr::tbl::ROWSEP,
        "colnum" => attr::tbl::COLNUM,
        "colname" => attr::tbl::COLNAME,
        "colwidth" => attr::tbl::COLWIDTH,
        "char" => attr::tbl::CHAR,
        "charoff" => attr::tbl::CHAROFF,
        "valign" => attr::tbl::VALIGN,
        "namest" => attr::tbl::NAMEST,
        "nameend" => attr::tbl::NAMEEND,
        "morerows" => attr::tbl::MOREROWS,
        _ => return None,
    })
}
