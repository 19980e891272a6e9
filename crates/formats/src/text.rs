//! Plain text, for people: a whole record to read in a terminal.

use crate::prose::{self, Hand, aligned, flat};
use crate::view::{self, Row, Sheet};
use model::{Markup, Record, Style, Styled, Tables};

/// Writes the whole of `record` as plain text, in lines of some 96 columns.
pub fn write(record: &Record, out: &mut String) {
    prose::record(&Plain, record, out);
}

/// The hand that marks nothing but what would read wrong without a mark.
#[derive(Debug)]
struct Plain;

impl Hand for Plain {
    fn width(&self) -> Option<usize> {
        Some(96)
    }

    fn characters(&self, text: &str, out: &mut String) {
        out.extend(text.chars().filter(|c| !c.is_control() || *c == '\n'));
    }

    fn styled(&self, styled: &Styled, inner: &str, next: Option<char>, out: &mut String) {
        let is_word = inner.chars().all(char::is_alphanumeric);
        let before = out.chars().next_back();
        let joins = next.is_some_and(char::is_alphanumeric);
        match styled.style {
            // `10^3`, `x^(n+1)`
            Style::Superscript | Style::InnerSuperscript => {
                if is_word && !joins {
                    out.push_str(&format!("^{inner}"));
                } else {
                    out.push_str(&format!("^({inner})"));
                }
            }
            // `H2O`, `x[i+1]`, `5[2]`
            Style::Subscript | Style::InnerSubscript => {
                let is_count = inner.bytes().all(|byte| byte.is_ascii_digit());
                if is_count && before.is_some_and(char::is_alphabetic) {
                    out.push_str(inner);
                } else {
                    out.push_str(&format!("[{inner}]"));
                }
            }
            Style::Overline => {
                let apart = if before.is_some_and(char::is_alphanumeric) {
                    " "
                } else {
                    ""
                };
                out.push_str(&format!("{apart}overline({inner})"));
            }
            Style::Strike => out.push_str(&format!("[struck: {inner}]")),
            Style::Bold | Style::Italic | Style::Underline | Style::SmallCapitals => {
                out.push_str(inner);
            }
        }
    }

    fn changed(&self, deleted: bool, inner: &str, out: &mut String) {
        let what = if deleted { "deleted" } else { "inserted" };
        out.push_str(&format!("[{what}: {inner}]"));
    }

    fn label(&self, row: &Row<'_>, out: &mut String) {
        if !row.code.is_empty() {
            out.push_str(&format!("({}) ", row.code));
        }
        out.push_str(&row.label);
        if !row.name.is_empty() {
            out.push_str(&format!(" [{}]", row.name));
        }
        if !out.is_empty() {
            out.push(':');
        }
    }

    fn notes(&self, notes: &str, out: &mut String) {
        out.push_str(&format!("[{notes}]"));
    }

    fn strong(&self, text: &str) -> String {
        text.to_owned()
    }

    fn heading(&self, level: usize, text: &str) -> String {
        let line = |sign: &str| format!("{text}\n{}", sign.repeat(text.chars().count().min(96)));
        match level {
            1 => line("="),
            2 => line("-"),
            _ => text.to_owned(),
        }
    }

    fn paragraph(&self, text: &str) -> String {
        text.to_owned()
    }

    fn formula(&self, _: &Markup, line: &str, out: &mut String) {
        out.push_str(line);
    }

    fn image(&self, file: &str, words: &str, facts: &str, out: &mut String) {
        let parts = [file, words, facts];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        out.push_str(&format!("[image: {}]", parts.join(", ")));
    }

    fn file(&self, file: &str, out: &mut String) {
        out.push_str(&format!("[file: {file}]"));
    }

    fn part(&self) -> &'static str {
        "    "
    }

    fn verbatim(&self, text: &str) -> String {
        let line = |line: &str| format!("    {}\n", line.trim_end());
        text.trim_matches('\n').lines().map(line).collect()
    }

    fn tables(&self, tables: &Tables) -> String {
        let mut out = String::new();
        if !tables.number.is_empty() {
            out.push_str(&format!("Table {}\n", tables.number));
        }
        for table in &tables.tables {
            let title = flat(self, &table.title);
            if !title.is_empty() {
                out.push_str(&format!("{title}\n"));
            }
            for group in &table.groups {
                let grid = view::grid(group);
                let heads = grid.rows.iter().take_while(|row| row.head).count();
                let rows: Vec<Vec<(usize, usize, String)>> = grid
                    .rows
                    .iter()
                    .map(|row| {
                        let cells = row.cells.iter();
                        let words =
                            cells.map(|cell| (cell.column, cell.columns, flat(self, cell.content)));
                        words.collect()
                    })
                    .collect();
                out.push_str(&aligned(grid.columns, &rows, heads));
            }
        }
        out
    }

    fn sheet(&self, sheet: &Sheet<'_>) -> String {
        let head = sheet.columns.iter().map(|column| (*column).to_owned());
        let head: Vec<String> = head.collect();
        let body = sheet.rows.iter().map(|row| {
            let cells = row.iter().map(|cell| cell.to_string());
            cells.collect::<Vec<String>>()
        });
        let lines: Vec<Vec<(usize, usize, String)>> = std::iter::once(head)
            .chain(body)
            .map(|cells| {
                let cells = cells.into_iter().enumerate();
                cells.map(|(index, cell)| (index, 1, cell)).collect()
            })
            .collect();
        if sheet.columns.len() == 1 {
            let only = lines.iter().skip(1).flatten();
            return only.map(|(_, _, cell)| format!("{cell}\n")).collect();
        }
        aligned(sheet.columns.len(), &lines, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Inline;

    fn styled(style: Style, text: &str) -> Inline {
        Inline::Styled(Box::new(Styled {
            style,
            content: vec![Inline::Text(text.into())],
            ..Styled::default()
        }))
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.into())
    }

    #[test]
    fn indexes_and_exponents_read_right() {
        let water = [text("H"), styled(Style::Subscript, "2"), text("O")];
        assert_eq!(flat(&Plain, &water), "H2O");
        let power = [text("10"), styled(Style::Superscript, "3"), text("kg")];
        assert_eq!(flat(&Plain, &power), "10^(3)kg");
        let index = [
            text("x"),
            styled(Style::Subscript, "i+1"),
            text(" = 10"),
            styled(Style::Superscript, "3"),
        ];
        assert_eq!(flat(&Plain, &index), "x[i+1] = 10^3");
    }

    #[test]
    fn blanks_around_styles_stay() {
        let words = [
            text("a "),
            styled(Style::Bold, "b "),
            text("c"),
            text(" "),
            styled(Style::Italic, " d"),
        ];
        assert_eq!(flat(&Plain, &words), "a b c d");
    }
}
