//! Statements as rows.

use super::inid;
use super::row::Row;
use model::Statement;

/// A statement with its parts; one without text says yes by being there.
pub(super) fn statement(statement: &Statement) -> Row<'_> {
    let Statement {
        code,
        attributes,
        content,
        parts,
    } = statement;
    let row = Row::new(inid::of_code(code), inid::label(code))
        .named(inid::name(code))
        .inlines(content)
        .attributes(attributes)
        .rows(statements(parts));
    if row.is_empty() { row.text("yes") } else { row }
}

/// Statements, one a row.
pub(super) fn statements(all: &[Statement]) -> impl Iterator<Item = Row<'_>> {
    all.iter().map(statement)
}
