//! Labelled rows: the form in which all data that is no running text is shown.

use model::{Attribute, Block, Date, Image, Inline};
use std::borrow::Cow;

/// A labelled line: a code, a label, values, quiet notes, and further lines which belong to it.
#[derive(Debug, Default)]
pub(crate) struct Row<'a> {
    /// INID code, or empty.
    pub(crate) code: Cow<'a, str>,
    /// What the values are, in words.
    pub(crate) label: Cow<'a, str>,
    /// The office's own name of it, when the label says it otherwise.
    pub(crate) name: &'a str,
    /// Language of the values, as written.
    pub(crate) language: &'a str,
    /// Identifier in the source.
    pub(crate) anchor: &'a str,
    pub(crate) values: Vec<Value<'a>>,
    pub(crate) notes: Vec<Note<'a>>,
    pub(crate) rows: Vec<Self>,
}

/// A value of a row.
#[derive(Debug)]
pub(crate) enum Value<'a> {
    Text(Cow<'a, str>),
    Date(&'a Date),
    Inlines(&'a [Inline]),
    Blocks(&'a [Block]),
    Image(&'a Image),
    /// A file by its name.
    File(&'a str),
    /// An address on the web, as written.
    Web(&'a str),
    /// Markup of the source, shown as it stands.
    Source(&'a str),
    /// Lines in which blanks count.
    Lines(String),
    Sheet(Sheet<'a>),
}

/// A small fact beside a value.
#[derive(Debug)]
pub(crate) struct Note<'a> {
    pub(crate) label: Cow<'a, str>,
    pub(crate) text: Cow<'a, str>,
}

/// A table of plain facts; columns in which nothing stands are left out.
#[derive(Debug, Default)]
pub(crate) struct Sheet<'a> {
    pub(crate) columns: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<Cow<'a, str>>>,
}

impl<'a> Row<'a> {
    pub(crate) fn new(code: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>) -> Self {
        Self {
            code: code.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    pub(crate) fn language(mut self, language: &'a str) -> Self {
        self.language = language;
        self
    }

    pub(crate) fn anchor(mut self, id: &'a str) -> Self {
        self.anchor = id;
        self
    }

    pub(crate) fn named(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    pub(crate) fn text(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.values.push(Value::Text(text));
        }
        self
    }

    pub(crate) fn texts<T: AsRef<str>>(mut self, texts: &'a [T]) -> Self {
        for text in texts {
            self = self.text(text.as_ref());
        }
        self
    }

    pub(crate) fn date(mut self, date: &'a Date) -> Self {
        if !date.is_empty() {
            self.values.push(Value::Date(date));
        }
        self
    }

    pub(crate) fn inlines(mut self, content: &'a [Inline]) -> Self {
        if !content.is_empty() {
            self.values.push(Value::Inlines(content));
        }
        self
    }

    pub(crate) fn blocks(mut self, blocks: &'a [Block]) -> Self {
        if !blocks.is_empty() {
            self.values.push(Value::Blocks(blocks));
        }
        self
    }

    pub(crate) fn images(mut self, images: &'a [Image]) -> Self {
        self.values.extend(images.iter().map(Value::Image));
        self
    }

    pub(crate) fn file(mut self, file: &'a str) -> Self {
        if !file.is_empty() {
            self.values.push(Value::File(file));
        }
        self
    }

    pub(crate) fn value(mut self, value: Value<'a>) -> Self {
        self.values.push(value);
        self
    }

    pub(crate) fn note(
        mut self,
        label: impl Into<Cow<'a, str>>,
        text: impl Into<Cow<'a, str>>,
    ) -> Self {
        let text = text.into();
        if !text.is_empty() {
            let label = label.into();
            self.notes.push(Note { label, text });
        }
        self
    }

    pub(crate) fn attributes(mut self, attributes: &'a [Attribute]) -> Self {
        for Attribute { name, value } in attributes {
            self.notes.push(Note {
                label: Cow::Borrowed(name),
                text: Cow::Borrowed(value),
            });
        }
        self
    }

    /// Adds `row`, unless nothing stands in it.
    pub(crate) fn row(mut self, row: Self) -> Self {
        if !row.is_empty() {
            self.rows.push(row);
        }
        self
    }

    pub(crate) fn rows(mut self, rows: impl IntoIterator<Item = Self>) -> Self {
        self.rows.extend(rows);
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty() && self.notes.is_empty() && self.rows.is_empty()
    }
}

impl<'a> Sheet<'a> {
    /// A sheet of `rows` under `columns`, without the columns in which nothing stands.
    pub(crate) fn of(columns: &[&'static str], rows: Vec<Vec<Cow<'a, str>>>) -> Self {
        let used: Vec<bool> = (0..columns.len())
            .map(|index| rows.iter().any(|row| !row[index].is_empty()))
            .collect();
        let kept = |index: &usize| used[*index];
        Self {
            columns: (0..columns.len())
                .filter(kept)
                .map(|index| columns[index])
                .collect(),
            rows: rows
                .into_iter()
                .map(|row| {
                    let cells = row.into_iter().enumerate();
                    let cells = cells.filter(|(index, _)| used[*index]);
                    cells.map(|(_, cell)| cell).collect()
                })
                .collect(),
        }
    }
}
