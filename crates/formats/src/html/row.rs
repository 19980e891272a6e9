//! Labelled rows as description lists.

use super::{Html, address};
use crate::view::{self, Note, Row, Sheet, Value};
use model::Date;

impl Html<'_> {
    /// Writes rows as a description list.
    pub(super) fn rows(&mut self, rows: &[Row<'_>]) {
        self.raw("<dl class=\"rows\">\n");
        for row in rows {
            self.row(row);
        }
        self.raw("</dl>\n");
    }

    fn row(&mut self, row: &Row<'_>) {
        self.open("div", "row", row.anchor);
        self.raw("<dt>");
        if !row.code.is_empty() {
            self.raw("<span class=\"inid\"");
            self.attribute("title", &format!("INID code {}", row.code));
            self.raw(">");
            self.text(&row.code);
            self.raw("</span> ");
        }
        self.text(&row.label);
        if !row.name.is_empty() {
            self.raw(" <code>");
            self.text(row.name);
            self.raw("</code>");
        }
        self.raw("</dt><dd>");
        self.values(row);
        if !row.notes.is_empty() {
            self.raw(" ");
            self.notes(&row.notes);
        }
        if !row.rows.is_empty() {
            self.rows(&row.rows);
        }
        self.raw("</dd></div>\n");
    }

    fn values(&mut self, row: &Row<'_>) {
        let marked = view::tag(row.language).is_some() && !row.values.is_empty();
        if marked {
            self.raw("<div class=\"value\"");
            self.language(row.language);
            self.raw(">");
        }
        for (index, value) in row.values.iter().enumerate() {
            if index > 0 {
                self.raw(", ");
            }
            self.value(value, &row.label);
        }
        if marked {
            self.raw("</div>");
        }
    }

    fn value(&mut self, value: &Value<'_>, label: &str) {
        match value {
            Value::Text(text) => self.text(text),
            Value::Date(date) => self.date(date),
            Value::Inlines(content) => self.inlines(content),
            Value::Blocks(blocks) => {
                self.raw("\n");
                self.blocks(blocks, self.options.heading + 2);
            }
            Value::Image(image) => self.image(image),
            Value::File(file) => self.file(file),
            Value::Web(written) => self.web(written),
            Value::Source(markup) => {
                self.raw("<pre class=\"source\"><code>\n");
                self.text(markup);
                self.raw("</code></pre>");
            }
            Value::Lines(lines) => {
                self.raw("<pre class=\"residues\">\n");
                self.text(lines);
                self.raw("</pre>");
            }
            Value::Sheet(sheet) => self.sheet(sheet, label),
        }
    }

    fn date(&mut self, date: &Date) {
        match date.iso() {
            Some(iso) => {
                self.raw("<time");
                self.attribute("datetime", &iso);
                self.raw(">");
                let shown = view::date_text(date);
                if shown == iso {
                    self.text(&(self.options.date)(&iso));
                } else {
                    self.text(&shown);
                }
                self.raw("</time>");
            }
            None => self.text(&date.raw),
        }
    }

    /// Writes the name of a file as a link to it.
    pub(super) fn file(&mut self, file: &str) {
        let address = (self.options.link)(file);
        if file.is_empty() || self.in_link || !address::is_safe(&address) {
            self.text(file);
            return;
        }
        self.raw("<a class=\"file\"");
        self.attribute("href", &address);
        self.raw(">");
        self.text(file);
        self.raw("</a>");
    }

    fn web(&mut self, written: &str) {
        match address::web(written) {
            Some(address) if !self.in_link => {
                self.raw("<a rel=\"nofollow noopener\"");
                self.attribute("href", address);
                self.raw(">");
                self.text(written);
                self.raw("</a>");
            }
            _ => self.text(written),
        }
    }

    /// Writes small facts beside a value.
    pub(super) fn notes(&mut self, notes: &[Note<'_>]) {
        self.raw("<small class=\"notes\">");
        for (index, note) in notes.iter().enumerate() {
            if index > 0 {
                self.raw("; ");
            }
            self.text(&note.label);
            self.raw(": ");
            self.text(&note.text);
        }
        self.raw("</small>");
    }

    /// Writes a row with all that belongs to it within running text.
    pub(super) fn cited(&mut self, row: &Row<'_>) {
        self.open("span", "cited", row.anchor);
        self.in_line(row);
        self.close("span");
    }

    fn in_line(&mut self, row: &Row<'_>) {
        for (index, value) in row.values.iter().enumerate() {
            if index > 0 {
                self.raw(" ");
            }
            match value {
                Value::Sheet(sheet) => {
                    for cells in &sheet.rows {
                        self.text(&cells.join(" "));
                        self.raw(" ");
                    }
                }
                Value::Source(markup) => self.text(markup),
                Value::Lines(lines) => self.text(lines),
                Value::Blocks(blocks) => {
                    let mut words = String::new();
                    model::text::blocks(blocks, &mut |text| words.push_str(text));
                    self.text(&words);
                }
                other => self.value(other, &row.label),
            }
        }
        if !row.notes.is_empty() {
            self.raw(" ");
            self.notes(&row.notes);
        }
        for part in &row.rows {
            self.raw(" ");
            if !part.label.is_empty() {
                self.text(&part.label);
                self.raw(": ");
            }
            self.in_line(part);
        }
    }

    fn sheet(&mut self, sheet: &Sheet<'_>, label: &str) {
        self.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\"");
        self.attribute("aria-label", label);
        self.raw("><table class=\"sheet\"><caption>");
        self.text(label);
        self.raw("</caption>\n<thead><tr>");
        for column in &sheet.columns {
            self.raw("<th scope=\"col\">");
            self.text(column);
            self.raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in &sheet.rows {
            self.raw("<tr>");
            for cell in row {
                self.raw("<td>");
                self.text(cell);
                self.raw("</td>");
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody></table></div>");
    }
}
