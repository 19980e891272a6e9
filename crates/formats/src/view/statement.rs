//! Statements as rows.

use super::inid;
use super::row::Row;
use model::Statement;

/// A statement with its parts; one without text says yes by being there.
pub(super) fn statement(statement: &Statement) -> Row<'_> {
    let row = row(statement);
    if row.is_empty() { row.text("yes") } else { row }
}

/// A part of a statement; without text it says nothing, unless it is a flag.
fn part(statement: &Statement) -> Option<Row<'_>> {
    let is_flag = statement.code.ends_with("flag");
    let row = row(statement);
    match row.is_empty() {
        false => Some(row),
        true => is_flag.then(|| row.text("yes")),
    }
}

fn row(statement: &Statement) -> Row<'_> {
    let Statement {
        code,
        attributes,
        content,
        parts,
    } = statement;
    Row::new(inid::of_code(code), inid::label(code))
        .named(inid::name(code))
        .inlines(content)
        .attributes(attributes)
        .rows(parts.iter().filter_map(part))
}

/// Statements, one a row.
pub(super) fn statements(all: &[Statement]) -> impl Iterator<Item = Row<'_>> {
    all.iter().map(statement)
}
