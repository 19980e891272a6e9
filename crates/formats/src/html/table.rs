//! Tables of the text.

use super::Html;
use crate::view::{self, Align, Cell, Grid};
use model::{Inline, Table, Tables};

impl Html<'_> {
    /// Writes tables, each with a caption; `label` names them when they have no number.
    pub(super) fn tables(&mut self, tables: &Tables, label: Option<&str>) {
        let name = name(tables, label);
        self.open("div", "tables", &tables.id);
        self.raw("\n");
        for table in &tables.tables {
            self.table(table, &name, false);
        }
        for image in &tables.images {
            self.image(image);
        }
        self.raw("</div>");
    }

    /// Writes tables with no more markup than Markdown needs.
    pub(super) fn plain_tables(&mut self, tables: &Tables) {
        let name = name(tables, None);
        for table in &tables.tables {
            self.table(table, &name, true);
        }
    }

    fn table(&mut self, table: &Table, name: &str, plain: bool) {
        if table.groups.is_empty() {
            self.loose(&table.title);
            self.raw("\n");
            return;
        }
        for (index, group) in table.groups.iter().enumerate() {
            let grid = view::grid(group);
            if !plain {
                self.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\"");
                self.attribute("aria-label", name);
                self.raw(">");
            }
            self.raw("<table>\n");
            self.caption((name, index), &table.title);
            self.grid(&grid);
            self.raw("</table>");
            self.raw(if plain { "\n" } else { "</div>\n" });
        }
    }

    /// Writes the caption: number and title of the table; of its further groups, that they go on with it.
    fn caption(&mut self, (name, index): (&str, usize), title: &[Inline]) {
        if index > 0 {
            self.raw("<caption class=\"unseen\" lang=\"en\" dir=\"ltr\">");
            self.text(name);
            self.raw(", continued");
        } else {
            self.raw("<caption><span lang=\"en\" dir=\"ltr\">");
            self.text(name);
            self.raw("</span> ");
            self.inlines(title);
        }
        self.raw("</caption>\n");
    }

    fn grid(&mut self, grid: &Grid<'_>) {
        let heads = grid.rows.iter().take_while(|row| row.head).count();
        for (index, row) in grid.rows.iter().enumerate() {
            if index == 0 && heads > 0 {
                self.raw("<thead>\n");
            }
            if index == heads {
                self.raw(if heads > 0 {
                    "</thead>\n<tbody>\n"
                } else {
                    "<tbody>\n"
                });
            }
            self.raw("<tr>");
            for cell in &row.cells {
                // A column that no cell takes still needs a cell.
                for _ in 0..cell.gap {
                    self.raw("<td></td>");
                }
                self.cell(cell, row.head);
            }
            self.raw("</tr>\n");
        }
        if heads < grid.rows.len() {
            self.raw("</tbody>\n");
        } else if heads > 0 {
            self.raw("</thead>\n");
        }
    }

    fn cell(&mut self, cell: &Cell<'_>, head: bool) {
        // A head without words heads nothing.
        let head = head && !cell.content.is_empty();
        let tag = if head { "th" } else { "td" };
        self.raw("<");
        self.raw(tag);
        if head {
            self.attribute("scope", if cell.columns > 1 { "colgroup" } else { "col" });
        }
        let class = match cell.align {
            Align::Start => "",
            Align::Center => "center",
            Align::End => "end",
        };
        self.attribute("class", class);
        if cell.columns > 1 {
            self.attribute("colspan", &cell.columns.to_string());
        }
        if cell.rows > 1 {
            self.attribute("rowspan", &cell.rows.to_string());
        }
        self.raw(">");
        self.inlines(cell.content);
        self.close(tag);
    }
}

fn name(tables: &Tables, label: Option<&str>) -> String {
    match (tables.number.as_str(), label) {
        ("", Some(label)) => label.to_owned(),
        ("", None) => "Table".to_owned(),
        (number, _) => format!("Table {number}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::html::{Options, tables};
    use model::{Inline, Table, TableCell, TableGroup, TablePart, TableRow, Tables};

    #[test]
    fn a_head_without_words_heads_nothing() {
        let row = |texts: [&str; 2]| TableRow {
            cells: texts
                .map(|text| TableCell {
                    content: if text.is_empty() {
                        Vec::new()
                    } else {
                        vec![Inline::Text(text.into())]
                    },
                    ..TableCell::default()
                })
                .into(),
            ..TableRow::default()
        };
        let part = |name: &str, texts| TablePart {
            name: name.into(),
            rows: vec![row(texts)],
            ..TablePart::default()
        };
        let group = TableGroup {
            parts: vec![part("thead", ["", "Yield"]), part("tbody", ["A", "1"])],
            ..TableGroup::default()
        };
        let table = Table {
            groups: vec![group],
            ..Table::default()
        };
        let all = Tables {
            tables: vec![table],
            ..Tables::default()
        };
        let mut out = String::new();
        tables(&all, &Options::default(), &mut out);
        assert!(
            out.contains("<tr><td></td><th scope=\"col\">Yield</th></tr>"),
            "{out}"
        );
        assert!(out.contains("tabindex=\"0\" role=\"group\""), "{out}");
    }
}
