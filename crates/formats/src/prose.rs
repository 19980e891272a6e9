//! The walk that plain text and Markdown share: what is said is the same, how it is marked is the hand's.

mod lines;
mod phrase;
mod table;

pub(crate) use lines::Lines;
pub(crate) use phrase::{Piece, flat, pieces};
pub(crate) use table::aligned;

use crate::view::{self, Body, Dependence, Part, Row, Value};
use model::{
    Block, ClaimSet, Definitions, Drawings, Figure, Image, Inline, List, Markup, PageImage, Record,
    Styled, Tables,
};

/// How a kind of text is marked.
pub(crate) trait Hand {
    /// Columns after which lines are wrapped, if they are.
    fn width(&self) -> Option<usize>;
    /// Writes characters so that they mean themselves.
    fn characters(&self, text: &str, out: &mut String);
    /// Writes text in a style; `next` is the character that follows.
    fn styled(&self, styled: &Styled, inner: &str, next: Option<char>, out: &mut String);
    /// Writes text that was inserted or deleted.
    fn changed(&self, deleted: bool, inner: &str, out: &mut String);
    /// Writes the label of a row.
    fn label(&self, row: &Row<'_>, out: &mut String);
    /// Writes small facts, already written in this hand.
    fn notes(&self, notes: &str, out: &mut String);
    /// Text that stands out, already written in this hand.
    fn strong(&self, text: &str) -> String;
    /// A heading, already written in this hand.
    fn heading(&self, level: usize, text: &str) -> String;
    /// A paragraph, its lines separated by line feeds, as it stands between others.
    fn paragraph(&self, text: &str) -> String;
    /// Writes a formula so that it can be read in a line.
    fn formula(&self, markup: &Markup, line: &str, out: &mut String);
    /// Writes an image: its file, its words, its facts.
    fn image(&self, file: &str, words: &str, facts: &str, out: &mut String);
    /// Writes the name of a file.
    fn file(&self, file: &str, out: &mut String);
    /// What stands before a part of a claim.
    fn part(&self) -> &'static str;
    /// Lines in which blanks count.
    fn verbatim(&self, text: &str) -> String;
    /// Tables as lines.
    fn tables(&self, tables: &Tables) -> String;
    /// Facts in columns as lines.
    fn sheet(&self, sheet: &view::Sheet<'_>) -> String;
}

/// Writes the whole of `record` in `hand`.
pub(crate) fn record(hand: &dyn Hand, record: &Record, out: &mut String) {
    let mut prose = Prose {
        hand,
        lines: Lines::new(hand.width(), out),
    };
    let head = view::head(record);
    let mut heading = String::new();
    hand.characters(&head.number, &mut heading);
    if let Some(title) = &head.title {
        heading.push_str(": ");
        heading.push_str(&flat(hand, &title.content));
    }
    prose.heading(1, &heading);
    for part in view::parts(record) {
        prose.part(&part);
    }
}

/// Blocks in `hand`, as lines.
pub(crate) fn inner_blocks(hand: &dyn Hand, content: &[Inline]) -> String {
    let mut out = String::new();
    let mut prose = Prose {
        hand,
        lines: Lines::new(None, &mut out),
    };
    prose.content("", content);
    out
}

struct Prose<'a> {
    hand: &'a dyn Hand,
    lines: Lines<'a>,
}

impl Prose<'_> {
    fn heading(&mut self, level: usize, text: &str) {
        if !text.trim().is_empty() {
            let text = text.trim().replace('\n', " ");
            let heading = self.hand.heading(level, &text);
            self.lines.verbatim(&heading);
        }
    }

    fn part(&mut self, part: &Part<'_>) {
        let mut title = String::new();
        if !part.code.is_empty() {
            title.push_str(&format!("({}) ", part.code));
        }
        self.hand.characters(&part.title, &mut title);
        if !part.language.is_empty() {
            title.push_str(" (");
            self.hand.characters(part.language, &mut title);
            title.push(')');
        }
        self.heading(2, &title);
        match &part.body {
            Body::Rows(rows) => self.rows(rows),
            Body::Section(section) => {
                self.attributes(&section.attributes);
                self.blocks(&section.blocks, 3);
            }
            Body::Claims(set) => self.claims(set),
            Body::Drawings(drawings) => self.drawings(drawings),
        }
    }

    fn attributes(&mut self, attributes: &[model::Attribute]) {
        if attributes.is_empty() {
            return;
        }
        let row = Row::default().attributes(attributes);
        let line = phrase::row_line(self.hand, &row);
        self.lines.block(&self.hand.paragraph(line.trim()));
    }

    fn rows(&mut self, rows: &[Row<'_>]) {
        self.lines.blank();
        for row in rows {
            self.row(row);
        }
        self.lines.blank();
    }

    fn row(&mut self, row: &Row<'_>) {
        let (line, blocks) = phrase::row_head(self.hand, row);
        self.lines.open("- ", "  ");
        self.lines.tight(&line);
        for value in blocks {
            self.value(value);
        }
        for row in &row.rows {
            self.row(row);
        }
        self.lines.close();
    }

    fn value(&mut self, value: &Value<'_>) {
        match value {
            Value::Inlines(content) => self.content("", content),
            Value::Blocks(blocks) => self.blocks(blocks, 4),
            Value::Sheet(sheet) => {
                let sheet = self.hand.sheet(sheet);
                self.lines.verbatim(&sheet);
                self.lines.blank();
            }
            Value::Source(markup) => {
                let verbatim = self.hand.verbatim(markup);
                self.lines.verbatim(&verbatim);
                self.lines.blank();
            }
            Value::Lines(lines) => {
                let verbatim = self.hand.verbatim(lines);
                self.lines.verbatim(&verbatim);
                self.lines.blank();
            }
            Value::Text(_) | Value::Date(_) | Value::Image(_) | Value::File(_) | Value::Web(_) => {}
        }
    }

    fn blocks(&mut self, blocks: &[Block], level: usize) {
        for block in blocks {
            self.block(block, level);
        }
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Heading(heading) => {
                let text = flat(self.hand, &heading.content);
                self.heading(level, &text);
            }
            Block::Paragraph(paragraph) => {
                let mut lead = String::new();
                if !paragraph.number.is_empty() {
                    let mut number = String::new();
                    self.hand
                        .characters(&format!("[{}]", paragraph.number), &mut number);
                    lead = format!("{} ", self.hand.strong(&number));
                }
                self.content(&lead, &paragraph.content);
            }
            Block::Group(group) => {
                if !matches!(group.blocks.first(), Some(Block::Heading(_))) {
                    let mut name = String::new();
                    self.hand
                        .characters(&view::words_of(&group.name), &mut name);
                    self.heading(level, &name);
                }
                self.attributes(&group.attributes);
                self.blocks(&group.blocks, level);
            }
            Block::Loose(content) => self.content("", content),
            Block::Page(page) => self.page(page),
            Block::Instruction(instruction) => {
                let mut mark = String::new();
                phrase::instruction(self.hand, instruction, &mut mark);
                self.lines.block(&self.hand.paragraph(&mark));
            }
        }
    }

    fn page(&mut self, page: &PageImage) {
        let PageImage {
            id: _,
            file,
            attributes,
        } = page;
        let facts: Vec<String> = attributes
            .iter()
            .map(|attribute| format!("{}: {}", attribute.name, attribute.value))
            .collect();
        let mut out = String::new();
        self.hand.image(file, "page", &facts.join(", "), &mut out);
        self.lines.block(&out);
    }

    /// Writes running text, with `lead` before its first words.
    fn content(&mut self, lead: &str, content: &[Inline]) {
        let mut lead = lead;
        for piece in pieces(self.hand, content) {
            match piece {
                Piece::Phrase(text) => {
                    let text = format!("{lead}{}", text.trim());
                    lead = "";
                    self.lines.block(&self.hand.paragraph(&text));
                }
                Piece::Block(inline) => {
                    if !lead.is_empty() {
                        self.lines.block(&self.hand.paragraph(lead.trim_end()));
                        lead = "";
                    }
                    self.inline_block(inline);
                }
            }
        }
        if !lead.is_empty() {
            self.lines.block(&self.hand.paragraph(lead.trim_end()));
        }
    }

    fn inline_block(&mut self, inline: &Inline) {
        match inline {
            Inline::Part(part) => {
                let mark = self.hand.part();
                self.lines.open(mark, &" ".repeat(mark.len()));
                self.content("", &part.content);
                self.lines.close();
            }
            Inline::List(list) => self.list(list),
            Inline::Definitions(definitions) => self.definitions(definitions),
            Inline::Tables(tables) => {
                let lines = self.hand.tables(tables);
                self.lines.verbatim(&lines);
                self.images(&tables.images);
                self.lines.blank();
            }
            Inline::Preformatted(pre) => {
                let verbatim = self.hand.verbatim(&model::text::plain(&pre.content));
                self.lines.verbatim(&verbatim);
                self.lines.blank();
            }
            Inline::Attachment(attachment) => {
                let row = view::attachment(attachment);
                self.rows(&[row]);
            }
            other => self.content("", std::slice::from_ref(other)),
        }
    }

    fn list(&mut self, list: &List) {
        self.lines.blank();
        for (index, item) in list.items.iter().enumerate() {
            let number = item.number.trim();
            let is_count = number.is_empty() || number.bytes().all(|byte| byte.is_ascii_digit());
            let (marker, lead) = if list.ordered && is_count {
                let count = number.parse().unwrap_or(index + 1);
                (format!("{count}. "), String::new())
            } else if is_count {
                ("- ".to_owned(), String::new())
            } else {
                let mut lead = String::new();
                self.hand.characters(number, &mut lead);
                ("- ".to_owned(), lead + " ")
            };
            self.lines.open(&marker, &" ".repeat(marker.len()));
            self.content(&lead, &item.content);
            self.lines.close();
        }
    }

    fn definitions(&mut self, definitions: &Definitions) {
        self.lines.blank();
        for item in &definitions.items {
            if item.term {
                self.lines.open("- ", "  ");
                let term = flat(self.hand, &item.content);
                let term = self.hand.strong(term.trim());
                self.lines.block(&self.hand.paragraph(&term));
            } else {
                self.lines.open("  ", "  ");
                self.content("", &item.content);
            }
            self.lines.close();
        }
    }

    fn images(&mut self, images: &[Image]) {
        for image in images {
            let mut out = String::new();
            phrase::image(self.hand, image, &mut out);
            self.lines.block(&out);
        }
    }

    fn claims(&mut self, set: &ClaimSet) {
        self.attributes(&set.attributes);
        self.content("", &set.statement);
        self.blocks(&set.blocks, 3);
        let dependences = view::dependences(set);
        for (claim, dependence) in set.claims.iter().zip(&dependences) {
            let number = view::claim_number(&claim.number);
            let mut lead = String::new();
            if !number.is_empty() {
                self.hand.characters(&format!("{number}."), &mut lead);
                lead = format!("{} ", self.hand.strong(&lead));
            }
            let note = dependence_note(set, dependence);
            let said = [note.as_str(), &claim.kind, &claim.status];
            let said: Vec<&str> = said.into_iter().filter(|said| !said.is_empty()).collect();
            if !said.is_empty() {
                let mut words = String::new();
                self.hand.characters(&said.join("; "), &mut words);
                self.hand.notes(&words, &mut lead);
                lead.push(' ');
            }
            let indent = self.hand.width().map_or(0, |_| dependence.depth.min(6) * 2);
            self.lines.open(&" ".repeat(indent), &" ".repeat(indent));
            self.claim(&lead, &view::claim_words(claim));
            self.lines.close();
        }
    }

    /// Writes a claim; the part which is the whole claim is no step of the tree.
    fn claim(&mut self, lead: &str, content: &[Inline]) {
        match content {
            [Inline::Part(part)] => self.content(lead, &part.content),
            [Inline::Part(part), rest @ ..] => {
                self.content(lead, &part.content);
                for inline in rest {
                    match inline {
                        Inline::Part(part) => self.content("", &part.content),
                        other => self.content("", std::slice::from_ref(other)),
                    }
                }
            }
            other => self.content(lead, other),
        }
    }

    fn drawings(&mut self, drawings: &Drawings) {
        self.attributes(&drawings.attributes);
        for figure in &drawings.figures {
            let Figure {
                id: _,
                number,
                labels,
                images,
            } = figure;
            let mut words = String::new();
            self.hand
                .characters(&format!("Figure {number}"), &mut words);
            let mut words = self.hand.strong(words.trim());
            if !labels.is_empty() {
                words.push_str(": ");
                self.hand.characters(labels, &mut words);
            }
            self.lines.block(&self.hand.paragraph(&words));
            self.images(images);
        }
        for page in &drawings.pages {
            self.page(page);
        }
    }
}

/// What a dependent claim depends on, in words.
pub(crate) fn dependence_note(set: &ClaimSet, dependence: &Dependence) -> String {
    let number = |index: usize| view::claim_number(&set.claims[index].number);
    let named = dependence.on.iter().map(|named| {
        if named.first == named.last {
            number(named.first)
        } else {
            format!("{} to {}", number(named.first), number(named.last))
        }
    });
    let numbers: Vec<String> = named.collect();
    match (numbers.as_slice(), dependence.only()) {
        ([], _) => String::new(),
        ([one], Some(_)) => format!("depends on claim {one}"),
        (several, _) => format!("depends on claims {}", several.join(", ")),
    }
}
