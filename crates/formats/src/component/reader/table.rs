//! Tables.
//!
//! Clause: ST.96 V6_0 com:IPOASISTable

use super::document::id;
use super::{inline, media};
use crate::component::draft::View;
use crate::component::schema::{attr, com, tbl};
use model::{
    Attribute, Str, Table, TableCell, TableColumn, TableGroup, TablePart, TableRow, Tables,
};

/// Reads a `com:Table`, or the table alone.
pub(super) fn tables(view: View<'_, '_>) -> Tables {
    let mut out = Tables::default();
    if view.name() == com::IPOASIS_TABLE {
        oasis(view, &mut out);
        return out;
    }
    for child in view.elements() {
        match child.name() {
            com::IPOASIS_TABLE => oasis(child, &mut out),
            com::TABLE_IMAGE => {
                out.number = child.value(attr::TABLE_NUMBER).into();
                out.images.push(media::image(child));
            }
            _ => {}
        }
    }
    out
}

fn oasis(view: View<'_, '_>, out: &mut Tables) {
    out.id = id(view);
    out.number = view.value(attr::TABLE_NUMBER).into();
    let mut table = Table::default();
    for (name, value) in view.attributes() {
        let (name, value): (&str, Str) = match name {
            attr::TABLE_STYLE => ("tabstyle", value.into()),
            attr::PAGE_WIDE => ("pgwide", value.into()),
            attr::ORIENTATION_CATEGORY => ("orient", orientation(value)),
            attr::ID | attr::TABLE_NUMBER => continue,
            other => (cals(other.text()), value.into()),
        };
        table.attributes.push(Attribute::new(name, value));
    }
    for child in view.elements() {
        match child.name() {
            com::TABLE_TITLE => table.title.extend(inline::mixed(child)),
            com::TABLE_GROUP => table.groups.push(group(child)),
            _ => {}
        }
    }
    out.tables.push(table);
}

fn orientation(value: &str) -> Str {
    match value {
        "Portrait" => "port".into(),
        "Landscape" => "land".into(),
        other => inline::uncapitalized(other),
    }
}

/// The name of an attribute in the CALS model.
fn cals(name: &'static str) -> &'static str {
    name.rsplit(':').next().unwrap_or(name)
}

fn attributes(view: View<'_, '_>) -> Vec<Attribute> {
    view.attributes()
        .map(|(name, value)| Attribute::new(cals(name.text()), value))
        .collect()
}

fn group(view: View<'_, '_>) -> TableGroup {
    let mut out = TableGroup {
        attributes: attributes(view),
        ..TableGroup::default()
    };
    for child in view.elements() {
        match child.name() {
            tbl::COLSPEC => out.columns.push(TableColumn {
                attributes: attributes(child),
            }),
            com::TABLE_HEAD => out.parts.push(part(child, "thead")),
            com::TABLE_BODY => out.parts.push(part(child, "tbody")),
            _ => {}
        }
    }
    out
}

fn part(view: View<'_, '_>, name: &str) -> TablePart {
    let rows = view.all(com::ROW).map(|row| TableRow {
        attributes: attributes(row),
        cells: row
            .elements()
            .map(|entry| TableCell {
                attributes: attributes(entry),
                content: inline::mixed(entry),
            })
            .collect(),
    });
    TablePart {
        name: name.into(),
        attributes: attributes(view),
        rows: rows.collect(),
        ..TablePart::default()
    }
}
