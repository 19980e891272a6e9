//! From bytes to the tree, recovering what is not well-formed as far as is safe.

mod attributes;
mod entities;
mod signs;
mod text;

use super::{Kind, Node, Slice, Taken, Tree, Trouble};
use crate::Error;
use quick_xml::Reader;
use quick_xml::events::Event;
use signs::{Seen, name_and_colon};
use std::borrow::Cow;
use std::cell::Cell;

/// How much of a document is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one document; at most 4 GiB.
    pub bytes: usize,
    /// Elements within elements.
    pub depth: usize,
    /// Elements, texts and instructions.
    pub nodes: usize,
    /// Bytes that entities of the document's own may add.
    pub expansion: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 1 << 30,
            depth: 200,
            nodes: 200_000_000,
            expansion: 1 << 20,
        }
    }
}

/// Reads `source` into a tree.
///
/// What is not well-formed becomes a [`Trouble`]; only a limit that is passed is an error.
pub fn parse<'a>(source: &'a str, limits: &Limits) -> Result<Tree<'a>, Error> {
    parse_as(source, &[], limits)
}

/// Reads `source` into a tree as [`parse`] does, where elements of some names may have no end tag.
///
/// A document type of SGML declares elements that are always empty, and they are closed by nothing. `empty` names
/// them, sorted; one that has an end tag all the same is read as in XML.
pub fn parse_as<'a>(
    source: &'a str,
    empty: &'static [&'static str],
    limits: &Limits,
) -> Result<Tree<'a>, Error> {
    if source.len() > limits.bytes.min(u32::MAX as usize) {
        return Err(Error::TooLarge {
            bytes: source.len(),
            limit: limits.bytes,
        });
    }
    let mut builder = Parser::new(source, *limits);
    builder.empty = empty;
    builder.run()?;
    Ok(builder.tree)
}

struct Parser<'a> {
    tree: Tree<'a>,
    limits: Limits,
    /// Names of elements that may have no end tag.
    empty: &'static [&'static str],
    open: Vec<u32>,
    entities: Vec<(&'a str, String)>,
    expanded: usize,
    /// Where the part that the present reader reads begins.
    base: usize,
    /// Whether a root element was seen.
    rooted: bool,
    /// How many troubles are not listed.
    unsaid: usize,
    /// What stands anywhere in the document and must be looked for in each text.
    seen: Seen,
}

enum Step {
    Next,
    /// Read on from this offset with a new reader.
    Restart(usize),
    End,
}

impl<'a> Parser<'a> {
    fn new(source: &'a str, limits: Limits) -> Self {
        let tree = Tree {
            source,
            nodes: Vec::with_capacity(likely_nodes(source)),
            attributes: Vec::with_capacity(source.len() / 100 + 8),
            owned: Vec::new(),
            troubles: Vec::new(),
            doctype: "",
            unparsed: Vec::new(),
            rest: None,
            is_markup: true,
            renamed: false,
        };
        Self {
            tree,
            limits,
            empty: &[],
            open: Vec::new(),
            entities: Vec::new(),
            expanded: 0,
            base: 0,
            rooted: false,
            unsaid: 0,
            seen: Seen::of(source),
        }
    }

    fn run(&mut self) -> Result<(), Error> {
        loop {
            self.marks()?;
            let source: &'a str = self.tree.source;
            let mut reader = Reader::from_str(&source[self.base..]);
            let config = reader.config_mut();
            config.check_end_names = false;
            config.allow_unmatched_ends = true;
            config.allow_dangling_amp = true;
            let step = loop {
                let start = self.base + position(&reader);
                match reader.read_event() {
                    Ok(event) => {
                        let end = self.base + position(&reader);
                        match self.event(event, start, end)? {
                            Step::Next => {}
                            other => break other,
                        }
                    }
                    Err(error) => break self.syntax(&error, start),
                }
            };
            match step {
                Step::Restart(offset) => self.base = offset,
                _ => break,
            }
        }
        self.finish();
        Ok(())
    }

    /// Takes byte order marks from where the next reader begins: it would pass over one without counting it.
    fn marks(&mut self) -> Result<(), Error> {
        const MARK: &str = "\u{feff}";
        while self.tree.source[self.base..].starts_with(MARK) {
            if self.base > 0 {
                self.text(Cow::Borrowed(MARK), self.base)?;
            }
            self.base += MARK.len();
        }
        Ok(())
    }

    fn event(&mut self, event: Event<'a>, start: usize, end: usize) -> Result<Step, Error> {
        match event {
            Event::Start(tag) => return self.start(start, end - 1, tag.name().0.len()),
            Event::Empty(tag) => return self.start(start, end - 2, tag.name().0.len()),
            Event::End(_) => self.end(start, end)?,
            Event::Text(text) => {
                let text = text.into_inner();
                self.section_end(&text, start);
                if text.starts_with('&') {
                    self.trouble(
                        "ampersand",
                        start,
                        "'&' stands alone; it was read as the character itself".to_owned(),
                        true,
                    );
                }
                self.text(text, start)?;
            }
            Event::CData(text) => self.text(text.into_inner(), start)?,
            Event::GeneralRef(reference) => self.reference(&reference, start)?,
            Event::PI(pi) => {
                let length = pi.into_inner().len();
                self.instruction(start, length)?;
            }
            Event::DocType(doctype) => {
                let length = doctype.into_inner().len();
                self.doctype(&self.tree.source[start..end], length);
            }
            Event::Decl(_) | Event::Comment(_) => {}
            Event::Eof => return Ok(Step::End),
        }
        Ok(Step::Next)
    }

    /// A start tag at `start`, whose text ends before `end`; its name has so many bytes.
    fn start(&mut self, start: usize, end: usize, name_length: usize) -> Result<Step, Error> {
        let source: &'a str = self.tree.source;
        let empty = source.as_bytes()[end] == b'/';
        let inner = &source[start + 1..end];
        let (name, raw) = inner.split_at(name_length);
        let colon = name_and_colon(name);
        let no_attributes = !raw.is_empty() && !raw.contains('=') && !raw.trim_ascii().is_empty();
        let (Some(prefix), false) = (colon, no_attributes) else {
            return self.literal_brackets(start, end);
        };
        if self.open.is_empty() && self.rooted {
            self.trouble(
                "second-root",
                start,
                format!("<{name}> begins after the root element was closed; it was read as a document of its own"),
                true,
            );
            self.tree.rest = Some(start);
            return Ok(Step::End);
        }
        self.rooted = true;
        let first = self.tree.attributes.len();
        self.attributes(raw, start + 1 + name_length);
        let count = self.tree.attributes.len() - first;
        let index = self.push(Kind::Element, start, Slice::Source(name))?;
        let node = &mut self.tree.nodes[index as usize];
        node.attributes = (narrow(first), u16::try_from(count).unwrap_or(u16::MAX));
        node.prefix = u16::try_from(prefix).unwrap_or(0);
        if !empty && !self.is_closed_by_nothing(name, end + 1) {
            if self.open.len() >= self.limits.depth {
                return Err(Error::TooDeep {
                    offset: start,
                    limit: self.limits.depth,
                });
            }
            self.open.push(index);
        }
        Ok(Step::Next)
    }

    /// Whether an element, whose start tag ends at `offset`, is one that needs no end tag, and has none: neither the
    /// first end tag behind it nor the one behind an element that holds its text is its own.
    fn is_closed_by_nothing(&self, name: &str, offset: usize) -> bool {
        const FAR: usize = 4096;
        if self.empty.binary_search(&name).is_err() {
            return false;
        }
        let source = self.tree.source;
        let mut rest = &source[offset..source.floor_char_boundary(offset.saturating_add(FAR))];
        for _ in 0..2 {
            let Some((inside, behind)) = rest.split_once("</") else {
                return true;
            };
            let starts_again = |text: &str| {
                let after = text.strip_prefix(name);
                after.is_some_and(|after| {
                    after.starts_with(|c: char| matches!(c, '>' | '/') || c.is_ascii_whitespace())
                })
            };
            if inside.split('<').skip(1).any(starts_again) {
                return true;
            }
            if starts_again(behind) {
                return false;
            }
            rest = behind;
        }
        true
    }

    fn end(&mut self, start: usize, end: usize) -> Result<(), Error> {
        let source: &'a str = self.tree.source;
        let name = source[start + 2..end - 1].trim_ascii();
        let depth = self
            .open
            .iter()
            .rposition(|index| self.name(*index) == name);
        match depth {
            None => {
                self.trouble(
                    "end-tag",
                    start,
                    format!("</{name}> closes nothing; it was passed over"),
                    true,
                );
                if !self.open.is_empty() && parts_words(source, start, end) {
                    self.text(Cow::Borrowed(" "), start)?;
                }
            }
            Some(depth) => {
                while self.open.len() > depth + 1 {
                    let index = self.open.pop().expect("the stack is deeper than the match");
                    let inner = self.name(index).to_owned();
                    self.close(index);
                    self.trouble(
                        "end-tag",
                        start,
                        format!(
                            "</{name}> comes where </{inner}> was due; <{inner}> was closed here"
                        ),
                        true,
                    );
                }
                let index = self.open.pop().expect("the match is on the stack");
                self.close(index);
            }
        }
        Ok(())
    }

    fn name(&self, index: u32) -> &str {
        self.tree.slice(self.tree.nodes[index as usize].text)
    }

    fn close(&mut self, index: u32) {
        self.tree.nodes[index as usize].end = narrow(self.tree.nodes.len());
    }

    fn instruction(&mut self, start: usize, length: usize) -> Result<(), Error> {
        let source: &'a str = self.tree.source;
        if !self.open.is_empty() {
            self.push(
                Kind::Instruction,
                start,
                Slice::Source(&source[start + 2..start + 2 + length]),
            )?;
        }
        Ok(())
    }

    /// A `<` that begins no markup, and those behind it up to `end` that no name follows: each would make the reader look
    /// for the end of its tag anew.
    fn literal_brackets(&mut self, start: usize, end: usize) -> Result<Step, Error> {
        let source: &'a str = self.tree.source;
        let mut at = start;
        loop {
            self.literal_bracket(at)?;
            let inside = &source.as_bytes()[at + 1..end.max(at + 1)];
            let Some(length) = memchr::memchr(b'<', inside) else {
                return Ok(Step::Restart(at + 1));
            };
            let next = at + 1 + length;
            let is_plain = !inside.starts_with("\u{feff}".as_bytes())
                && inside.get(length + 1).is_some_and(u8::is_ascii_whitespace);
            if !is_plain {
                return Ok(Step::Restart(at + 1));
            }
            self.text_between(at + 1, next)?;
            at = next;
        }
    }

    /// Text and references without any tag.
    fn text_between(&mut self, from: usize, to: usize) -> Result<(), Error> {
        let source: &'a str = self.tree.source;
        let mut reader = Reader::from_str(&source[from..to]);
        reader.config_mut().allow_dangling_amp = true;
        loop {
            let start = from + position(&reader);
            match reader.read_event() {
                Ok(Event::Eof) => return Ok(()),
                Ok(event) => {
                    self.event(event, start, from + position(&reader))?;
                }
                Err(_) => return self.text(Cow::Borrowed(&source[start..to]), start),
            }
        }
    }

    /// A `<` that begins no markup: it becomes text, and reading goes on behind it.
    fn literal_bracket(&mut self, offset: usize) -> Result<(), Error> {
        self.trouble(
            "markup",
            offset,
            "'<' begins no tag here; it was read as text".to_owned(),
            true,
        );
        self.text(Cow::Borrowed("<"), offset)
    }

    fn syntax(&mut self, error: &quick_xml::Error, start: usize) -> Step {
        self.trouble(
            "syntax",
            start,
            format!("{error}; what follows was read as text as far as it makes no sense as markup"),
            true,
        );
        let at = start;
        let source: &'a str = self.tree.source;
        if at >= source.len() {
            return Step::End;
        }
        let step = source[at..].chars().next().map_or(1, char::len_utf8);
        if self
            .text(Cow::Borrowed(&source[at..at + step]), at)
            .is_err()
        {
            return Step::End;
        }
        Step::Restart(at + step)
    }

    fn finish(&mut self) {
        if self.unsaid > 0 {
            let message = format!("{} more places like these are not listed", self.unsaid);
            self.trouble("more", self.tree.source.len(), message, true);
        }
        if !self.open.is_empty() {
            let names: Vec<String> = self.open.iter().map(|i| self.name(*i).to_owned()).collect();
            let end = self.tree.source.len();
            self.trouble(
                "truncated",
                end,
                format!(
                    "the document ends within {}; it may be cut off",
                    names.join("/")
                ),
                true,
            );
            while let Some(index) = self.open.pop() {
                self.close(index);
            }
        }
    }

    fn push(&mut self, kind: Kind, offset: usize, text: Slice<'a>) -> Result<u32, Error> {
        let index = narrow(self.tree.nodes.len());
        if self.tree.nodes.len() >= self.limits.nodes {
            return Err(Error::TooManyNodes {
                offset,
                limit: self.limits.nodes,
            });
        }
        self.tree.nodes.push(Node {
            kind,
            taken: Cell::new(Taken::Not),
            parent: self.open.last().copied().unwrap_or(index),
            end: index + 1,
            offset: narrow(offset),
            attributes: (0, 0),
            prefix: 0,
            text,
        });
        Ok(index)
    }

    fn own(&mut self, text: String) -> Slice<'a> {
        let index = narrow(self.tree.owned.len());
        self.tree.owned.push(text);
        Slice::Owned(index)
    }

    fn trouble(&mut self, kind: &'static str, offset: usize, message: String, fatal: bool) {
        // The first of a kind is said however many others came before it.
        const MOST: usize = 100;
        let is_said = || self.tree.troubles.iter().any(|known| known.kind == kind);
        if self.tree.troubles.len() >= MOST && is_said() {
            self.unsaid += 1;
            return;
        }
        let hint = match kind {
            "undeclared-entity" => {
                "declare the entity in the document type, or write the character itself"
            }
            "second-root" => {
                "cut the file into one document each, with an XML declaration before each"
            }
            "truncated" => "fetch the file again; compare its size with the sender's",
            "entity-refused" => "write the text itself into the document",
            _ => "ask the sender for a well-formed file; what was read is marked as recovered",
        };
        self.tree.troubles.push(Trouble {
            kind,
            offset,
            message,
            hint,
            is_fatal: fatal,
        });
    }
}

/// Whether a tag that is passed over stands between two words, which would become one.
fn parts_words(source: &str, start: usize, end: usize) -> bool {
    source[..start].ends_with(char::is_alphanumeric)
        && source[end..].starts_with(char::is_alphanumeric)
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("documents are limited to 4 GiB")
}

/// About how many nodes a document has: an element has two tags and mostly text before each.
fn likely_nodes(source: &str) -> usize {
    memchr::memchr_iter(b'<', source.as_bytes()).count() * 3 / 2 + 16
}
