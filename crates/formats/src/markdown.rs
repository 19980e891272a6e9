//! Markdown, for people: `CommonMark`, with GitHub's tables where a table is simple and HTML where it is not.

mod escape;

use crate::html;
use crate::prose::{self, Hand, Piece, flat, pieces};
use crate::view::{self, Grid, Row, Sheet};
use model::{Inline, Markup, Record, Style, Styled, Tables};

/// How a record is written in Markdown.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Gives the address of a file that the record names.
    pub link: &'a dyn Fn(&str) -> String,
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options").finish_non_exhaustive()
    }
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            link: &html::beside,
        }
    }
}

/// Writes the whole of `record` as Markdown; files are looked for beside it.
pub fn write(record: &Record, out: &mut String) {
    write_with(record, &Options::default(), out);
}

/// Writes the whole of `record` as Markdown.
pub fn write_with(record: &Record, options: &Options<'_>, out: &mut String) {
    prose::record(&Marks { options: *options }, record, out);
}

/// The hand that marks with asterisks, and with HTML where Markdown has no mark.
#[derive(Debug)]
struct Marks<'a> {
    options: Options<'a>,
}

impl Hand for Marks<'_> {
    fn width(&self) -> Option<usize> {
        None
    }

    fn characters(&self, text: &str, out: &mut String) {
        escape::characters(text, out);
    }

    fn styled(&self, styled: &Styled, inner: &str, _: Option<char>, out: &mut String) {
        match styled.style {
            Style::Bold => emphasis(("**", "b"), inner, out),
            Style::Italic => emphasis(("*", "i"), inner, out),
            Style::Underline => tagged("u", inner, out),
            Style::Strike => tagged("del", inner, out),
            Style::Subscript | Style::InnerSubscript => tagged("sub", inner, out),
            Style::Superscript | Style::InnerSuperscript => tagged("sup", inner, out),
            Style::Overline => {
                out.push_str("<span style=\"text-decoration:overline\">");
                out.push_str(inner);
                out.push_str("</span>");
            }
            Style::SmallCapitals => {
                out.push_str("<span style=\"font-variant:small-caps\">");
                out.push_str(inner);
                out.push_str("</span>");
            }
        }
    }

    fn changed(&self, deleted: bool, inner: &str, out: &mut String) {
        tagged(if deleted { "del" } else { "ins" }, inner, out);
    }

    fn label(&self, row: &Row<'_>, out: &mut String) {
        if !row.code.is_empty() {
            out.push_str(&format!("({}) ", row.code));
        }
        if !row.label.is_empty() {
            let mut label = String::new();
            escape::characters(&row.label, &mut label);
            out.push_str(&self.strong(&label));
        }
        if !row.name.is_empty() {
            out.push_str(" (");
            escape::characters(row.name, out);
            out.push(')');
        }
        if !out.is_empty() {
            out.push(':');
        }
    }

    fn notes(&self, notes: &str, out: &mut String) {
        out.push_str("<small>(");
        out.push_str(notes);
        out.push_str(")</small>");
    }

    fn strong(&self, text: &str) -> String {
        if text.is_empty() {
            String::new()
        } else {
            format!("**{text}**")
        }
    }

    fn heading(&self, level: usize, text: &str) -> String {
        format!("{} {text}", "#".repeat(level.clamp(1, 6)))
    }

    fn paragraph(&self, text: &str) -> String {
        let lines = text.split('\n').map(str::trim);
        let lines = lines.filter(|line| !line.is_empty());
        let lines: Vec<String> = lines.map(escape::line_start).collect();
        lines.join("\\\n")
    }

    /// The line that anyone can read, and the formula itself beside it.
    fn formula(&self, markup: &Markup, line: &str, out: &mut String) {
        out.push_str(line);
        html::markdown_math(markup, out);
    }

    fn image(&self, file: &str, words: &str, facts: &str, out: &mut String) {
        let parts = [words, facts, file];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let words = parts.join(", ");
        if file.is_empty() {
            escape::characters(&format!("[image: {words}]"), out);
            return;
        }
        out.push_str("![");
        escape::characters(&words, out);
        out.push_str("](<");
        escape::address(&(self.options.link)(file), out);
        out.push_str(">)");
    }

    fn file(&self, file: &str, out: &mut String) {
        out.push('[');
        escape::characters(file, out);
        out.push_str("](<");
        escape::address(&(self.options.link)(file), out);
        out.push_str(">)");
    }

    fn part(&self) -> &'static str {
        "- "
    }

    fn verbatim(&self, text: &str) -> String {
        escape::fenced(text)
    }

    fn tables(&self, tables: &Tables) -> String {
        let grids = tables.tables.iter().flat_map(|table| &table.groups);
        let simple = grids.map(view::grid).all(|grid| self.is_simple(&grid));
        if !simple {
            let options = html::Options {
                link: self.options.link,
                ..html::Options::default()
            };
            let mut out = String::new();
            html::markdown_tables(tables, &options, &mut out);
            return out;
        }
        let mut out = String::new();
        if !tables.number.is_empty() {
            out.push_str(&self.strong(&format!("Table {}", tables.number)));
            out.push_str("\n\n");
        }
        for table in &tables.tables {
            let title = flat(self, &table.title);
            if !title.is_empty() {
                out.push_str(&format!("{}\n\n", self.paragraph(&title)));
            }
            for group in &table.groups {
                self.pipes(&view::grid(group), &mut out);
            }
        }
        out
    }

    fn sheet(&self, sheet: &Sheet<'_>) -> String {
        let cells = |row: &mut dyn Iterator<Item = &str>| {
            let mut cells = Vec::new();
            for cell in row {
                let mut out = String::new();
                escape::characters(cell, &mut out);
                cells.push(out);
            }
            piped(&cells)
        };
        let mut out = cells(&mut sheet.columns.iter().copied());
        out.push_str(&"|---".repeat(sheet.columns.len()));
        out.push_str("|\n");
        for row in &sheet.rows {
            out.push_str(&cells(&mut row.iter().map(AsRef::as_ref)));
        }
        out
    }
}

impl Marks<'_> {
    /// Whether a table has one head at most and no cell that spans or holds blocks.
    fn is_simple(&self, grid: &Grid<'_>) -> bool {
        let heads = grid.rows.iter().filter(|row| row.head).count();
        let mut cells = grid.rows.iter().flat_map(|row| &row.cells);
        heads <= 1 && grid.is_simple() && cells.all(|cell| self.is_phrase(cell.content))
    }

    fn is_phrase(&self, content: &[Inline]) -> bool {
        let mut pieces = pieces(self, content).into_iter();
        pieces.all(|piece| matches!(piece, Piece::Phrase(_)))
    }

    fn pipes(&self, grid: &Grid<'_>, out: &mut String) {
        let columns = grid.columns.max(1);
        let row = |cells: &[view::Cell<'_>]| {
            let mut line = vec![String::new(); columns];
            for cell in cells {
                line[cell.column] = flat(self, cell.content).replace('\n', "<br>");
            }
            piped(&line)
        };
        let has_head = grid.rows.first().is_some_and(|row| row.head);
        out.push_str(&match grid.rows.first() {
            Some(first) if has_head => row(&first.cells),
            _ => piped(&vec![String::new(); columns]),
        });
        out.push_str(&"|---".repeat(columns));
        out.push_str("|\n");
        for one in grid.rows.iter().skip(usize::from(has_head)) {
            out.push_str(&row(&one.cells));
        }
        out.push('\n');
    }
}

fn piped(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

fn tagged(tag: &str, inner: &str, out: &mut String) {
    out.push_str(&format!("<{tag}>{inner}</{tag}>"));
}

/// Marks emphasis with asterisks where that is sure to be read as a mark, and with a tag elsewhere.
fn emphasis((mark, tag): (&str, &str), inner: &str, out: &mut String) {
    let sure = inner.starts_with(char::is_alphanumeric)
        && inner.ends_with(char::is_alphanumeric)
        && !inner.contains('\n')
        && !out.ends_with(['*', '\\']);
    if sure {
        out.push_str(&format!("{mark}{inner}{mark}"));
    } else {
        tagged(tag, inner, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(content: &[Inline]) -> String {
        let options = Options::default();
        flat(&Marks { options }, content)
    }

    #[test]
    fn text_never_becomes_markup() {
        let text = |text: &str| marked(&[Inline::Text(text.into())]);
        assert_eq!(
            text("a * b [c](d) <e> &amp; | `"),
            "a \\* b \\[c\\](d) \\<e> \\&amp; \\| \\`"
        );
        assert_eq!(text("snake_case and _x_"), "snake_case and \\_x\\_");
    }

    #[test]
    fn a_formula_is_readable_and_kept() {
        let leaf = |name: &str, text: &str| {
            model::MarkupNode::Element(Markup {
                name: name.into(),
                children: vec![model::MarkupNode::Text(text.into())],
                ..Markup::default()
            })
        };
        let fraction = Markup {
            name: "mfrac".into(),
            children: vec![leaf("mi", "a"), leaf("mo", "--")],
            ..Markup::default()
        };
        let formula = Inline::Formula(Box::new(model::Formula {
            markup: vec![fraction],
            ..model::Formula::default()
        }));
        assert_eq!(
            marked(&[formula]),
            "a / (--)<!-- <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mfrac><mi>a</mi><mo>-&#45;</mo></mfrac></math> -->"
        );
    }

    #[test]
    fn emphasis_is_sure_or_a_tag() {
        let bold = |text: &str| {
            Inline::Styled(Box::new(Styled {
                content: vec![Inline::Text(text.into())],
                ..Styled::default()
            }))
        };
        assert_eq!(marked(&[bold("12")]), "**12**");
        assert_eq!(marked(&[bold("(a)")]), "<b>(a)</b>");
        assert_eq!(marked(&[bold("a"), bold("b")]), "**a**<b>b</b>");
    }
}
