//! Running text as phrases, and the blocks between them.

use super::Hand;
use crate::view::{self, Row, Value};
use model::{Image, Inline, Instruction};

/// A piece of running text.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    /// Words in one run, as the hand writes them.
    Phrase(String),
    /// Something that stands by itself: a list, a table, a part of a claim.
    Block(&'a Inline),
}

/// The pieces of `content`.
pub(crate) fn pieces<'a>(hand: &dyn Hand, content: &'a [Inline]) -> Vec<Piece<'a>> {
    let mut walk = Walk {
        hand,
        done: Vec::new(),
        text: String::new(),
    };
    walk.content(content, None);
    walk.flush();
    walk.done
}

/// `content` as one phrase; what would stand by itself follows after a line feed.
pub(crate) fn flat(hand: &dyn Hand, content: &[Inline]) -> String {
    let mut out = String::new();
    for piece in pieces(hand, content) {
        let part = match piece {
            Piece::Phrase(text) => text,
            Piece::Block(inline) => super::inner_blocks(hand, std::slice::from_ref(inline)),
        };
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str(part.trim());
    }
    out
}

fn is_block(inline: &Inline) -> bool {
    match inline {
        Inline::Part(_)
        | Inline::List(_)
        | Inline::Definitions(_)
        | Inline::Tables(_)
        | Inline::Preformatted(_) => true,
        Inline::Attachment(attachment) => !attachment.blocks.is_empty(),
        _ => false,
    }
}

struct Walk<'a, 'h> {
    hand: &'h dyn Hand,
    done: Vec<Piece<'a>>,
    text: String,
}

impl<'a> Walk<'a, '_> {
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            self.done.push(Piece::Phrase(text));
        }
    }

    fn content(&mut self, content: &'a [Inline], after: Option<char>) {
        for (index, inline) in content.iter().enumerate() {
            let next = content.get(index + 1).map_or(after, first_char);
            self.inline(inline, next);
        }
    }

    fn inline(&mut self, inline: &'a Inline, next: Option<char>) {
        if is_block(inline) {
            self.flush();
            self.done.push(Piece::Block(inline));
            return;
        }
        match inline {
            Inline::Text(text) => self.characters(text),
            Inline::Styled(styled) => {
                let hand = self.hand;
                self.around(&styled.content, |inner, out| {
                    hand.styled(styled, inner, next, out);
                });
            }
            Inline::Reference(reference) if reference.content.is_empty() => {
                self.characters(&reference.targets);
            }
            Inline::Reference(reference) => self.content(&reference.content, next),
            Inline::Break(_) => {
                let end = self.text.trim_end_matches(' ').len();
                self.text.truncate(end);
                self.text.push('\n');
            }
            Inline::Image(one) => image(self.hand, one, &mut self.text),
            Inline::Formula(formula) => {
                for markup in &formula.markup {
                    self.apart();
                    let mut line = String::new();
                    self.hand
                        .characters(&one_line(&view::linear(markup)), &mut line);
                    self.hand.formula(markup, &line, &mut self.text);
                }
                self.content(&formula.content, next);
                self.images(&formula.images);
                for file in &formula.files {
                    self.row(&view::attachment(file));
                }
            }
            Inline::Chemistry(chemistry) => {
                self.content(&chemistry.content, next);
                self.images(&chemistry.images);
                for file in &chemistry.files {
                    self.row(&view::attachment(file));
                }
            }
            Inline::Citation(citation) => self.row(&view::citation(citation)),
            Inline::Deposit(deposit) => self.row(&view::deposit(deposit)),
            Inline::Attachment(attachment) => self.row(&view::attachment(attachment)),
            Inline::Sign(sign) => self.content(&sign.meaning, next),
            Inline::Change(change) => {
                let hand = self.hand;
                self.around(&change.content, |inner, out| {
                    hand.changed(change.deleted, inner, out);
                });
            }
            Inline::Instruction(one) => instruction(self.hand, one, &mut self.text),
            Inline::Part(_)
            | Inline::List(_)
            | Inline::Definitions(_)
            | Inline::Tables(_)
            | Inline::Preformatted(_) => {}
        }
    }

    /// Writes what stands within a style; blocks within it stand by themselves.
    fn around(&mut self, content: &'a [Inline], write: impl Fn(&str, &mut String)) {
        let before = std::mem::take(&mut self.text);
        let count = self.done.len();
        self.content(content, None);
        let inner = std::mem::replace(&mut self.text, before);
        if self.done.len() == count {
            self.marked(&inner, write);
            return;
        }
        let blocks = self.done.split_off(count);
        self.flush();
        self.done.extend(blocks);
        self.marked(&inner, write);
    }

    /// Marks words; blanks at their ends stay outside.
    fn marked(&mut self, inner: &str, write: impl Fn(&str, &mut String)) {
        let words = inner.trim_matches([' ', '\n']);
        if words.is_empty() {
            self.blank_if(!inner.is_empty());
            return;
        }
        self.blank_if(inner.starts_with([' ', '\n']));
        write(words, &mut self.text);
        self.blank_if(inner.ends_with([' ', '\n']));
    }

    fn blank_if(&mut self, wanted: bool) {
        if wanted && !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    /// Keeps what follows apart from a word before it.
    fn apart(&mut self) {
        if self.text.ends_with(char::is_alphanumeric) {
            self.text.push(' ');
        }
    }

    fn characters(&mut self, text: &str) {
        let mut collapsed = String::with_capacity(text.len());
        let mut blank = self.text.is_empty() || self.text.ends_with([' ', '\n']);
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r') {
                if !blank {
                    collapsed.push(' ');
                }
                blank = true;
            } else {
                collapsed.push(c);
                blank = false;
            }
        }
        // A blank between two styles counts, though nothing stands before it in this style.
        if collapsed.is_empty() && !text.is_empty() && self.text.is_empty() {
            collapsed.push(' ');
        } else if self.text.is_empty() && text.starts_with([' ', '\n', '\t']) {
            collapsed.insert(0, ' ');
        }
        self.hand.characters(&collapsed, &mut self.text);
    }

    fn images(&mut self, images: &[Image]) {
        for one in images {
            self.apart();
            image(self.hand, one, &mut self.text);
        }
    }

    fn row(&mut self, row: &Row<'_>) {
        let line = row_line(self.hand, row);
        self.apart();
        self.text.push_str(&line);
    }
}

fn first_char(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text(text) => text.chars().next(),
        Inline::Styled(styled) => styled.content.first().and_then(first_char),
        Inline::Reference(reference) => reference.content.first().and_then(first_char),
        _ => None,
    }
}

/// Writes an image: its file, the words for it, and what is known of it.
pub(super) fn image(hand: &dyn Hand, image: &Image, out: &mut String) {
    hand.image(&image.file, &image.alt, &view::image_facts(image), out);
}

/// Writes what a processing instruction says of the text, when it says something of it.
pub(super) fn instruction(hand: &dyn Hand, instruction: &Instruction, out: &mut String) {
    let Instruction { target, data: _ } = instruction;
    let mark = match target.as_str() {
        "insert-start" => "[inserted: ",
        "delete-start" => "[deleted: ",
        "insert-end" | "delete-end" => "]",
        _ => return,
    };
    hand.characters(mark, out);
}

/// The first line of a row, and the values which stand by themselves below it.
pub(super) fn row_head<'r, 'a>(hand: &dyn Hand, row: &'r Row<'a>) -> (String, Vec<&'r Value<'a>>) {
    let mut line = String::new();
    let mut blocks = Vec::new();
    hand.label(row, &mut line);
    let mut any = false;
    for value in &row.values {
        let mut text = String::new();
        match value {
            Value::Text(value) => hand.characters(&one_line(value), &mut text),
            Value::Date(date) => hand.characters(&view::date_text(date), &mut text),
            Value::Inlines(content) => {
                if content.iter().any(is_block) {
                    blocks.push(value);
                    continue;
                }
                text = flat(hand, content).replace('\n', " ");
            }
            Value::Image(one) => image(hand, one, &mut text),
            Value::File(file) => hand.file(file, &mut text),
            Value::Web(address) => hand.characters(address, &mut text),
            Value::Blocks(_) | Value::Sheet(_) | Value::Source(_) | Value::Lines(_) => {
                blocks.push(value);
                continue;
            }
        }
        line.push_str(match (any, line.is_empty()) {
            (true, _) => ", ",
            (false, true) => "",
            (false, false) => " ",
        });
        line.push_str(text.trim());
        any = true;
    }
    notes(hand, row, &mut line);
    (line, blocks)
}

fn notes(hand: &dyn Hand, row: &Row<'_>, line: &mut String) {
    if row.notes.is_empty() {
        return;
    }
    let notes: Vec<String> = row
        .notes
        .iter()
        .map(|note| format!("{}: {}", one_line(&note.label), one_line(&note.text)))
        .collect();
    let mut text = String::new();
    hand.characters(&notes.join("; "), &mut text);
    if !line.is_empty() {
        line.push(' ');
    }
    hand.notes(&text, line);
}

/// A row with all that belongs to it in one line, for use within running text.
pub(super) fn row_line(hand: &dyn Hand, row: &Row<'_>) -> String {
    let mut line = String::new();
    line_of(hand, row, &mut line);
    line
}

fn line_of(hand: &dyn Hand, row: &Row<'_>, line: &mut String) {
    for value in &row.values {
        let mut text = String::new();
        match value {
            Value::Text(value) => hand.characters(&one_line(value), &mut text),
            Value::Date(date) => hand.characters(&view::date_text(date), &mut text),
            Value::Inlines(content) => text = flat(hand, content),
            Value::Blocks(blocks) => model::text::blocks(blocks, &mut |words| {
                hand.characters(&one_line(words), &mut text);
                text.push(' ');
            }),
            Value::Image(one) => image(hand, one, &mut text),
            Value::File(file) => hand.file(file, &mut text),
            Value::Web(address) => hand.characters(address, &mut text),
            Value::Source(markup) => hand.characters(&one_line(markup), &mut text),
            Value::Lines(lines) => hand.characters(&one_line(lines), &mut text),
            Value::Sheet(sheet) => {
                for cells in &sheet.rows {
                    hand.characters(&cells.join(" "), &mut text);
                    text.push(' ');
                }
            }
        }
        if !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
        line.push_str(text.trim());
    }
    notes(hand, row, line);
    for part in &row.rows {
        line.push(' ');
        if !part.label.is_empty() {
            hand.characters(&format!("{}: ", part.label), line);
        }
        line_of(hand, part, line);
    }
}

fn one_line(text: &str) -> String {
    // A blank that must not be broken stays.
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
