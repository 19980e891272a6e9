//! From bytes to the tree, recovering what is not well-formed as far as is safe.

use super::{AttributeNode, Kind, Node, Slice, Taken, Tree, Trouble};
use crate::{Error, entity};
use quick_xml::Reader;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, Event};
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
    if source.len() > limits.bytes.min(u32::MAX as usize) {
        return Err(Error::TooLarge {
            bytes: source.len(),
            limit: limits.bytes,
        });
    }
    let mut builder = Builder::new(source, *limits);
    builder.run()?;
    Ok(builder.tree)
}

struct Builder<'a> {
    tree: Tree<'a>,
    limits: Limits,
    open: Vec<u32>,
    entities: Vec<(&'a str, String)>,
    expanded: usize,
    /// Where the part that the present reader reads begins.
    base: usize,
    /// Whether a root element was seen.
    rooted: bool,
}

enum Step {
    Next,
    /// Read on from this offset with a new reader.
    Restart(usize),
    End,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str, limits: Limits) -> Self {
        let tree = Tree {
            source,
            nodes: Vec::with_capacity(source.len() / 24 + 16),
            attributes: Vec::with_capacity(source.len() / 100 + 8),
            owned: Vec::new(),
            troubles: Vec::new(),
            doctype: "",
            rest: None,
        };
        Self {
            tree,
            limits,
            open: Vec::new(),
            entities: Vec::new(),
            expanded: 0,
            base: 0,
            rooted: false,
        }
    }

    fn run(&mut self) -> Result<(), Error> {
        loop {
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

    fn event(&mut self, event: Event<'a>, start: usize, end: usize) -> Result<Step, Error> {
        match event {
            Event::Start(_) => return self.start(start, end, false),
            Event::Empty(_) => return self.start(start, end, true),
            Event::End(_) => self.end(start, end),
            Event::Text(text) => {
                let text = text.into_inner();
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

    /// A start tag at `start`, ending before `end`.
    fn start(&mut self, start: usize, end: usize, empty: bool) -> Result<Step, Error> {
        let source: &'a str = self.tree.source;
        let close = if empty { 2 } else { 1 };
        let inner = &source[start + 1..end - close];
        let name_length = inner
            .bytes()
            .position(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r'))
            .unwrap_or(inner.len());
        let name = &inner[..name_length];
        let raw = &inner[name_length..];
        let no_attributes = !raw.contains('=') && !raw.trim_ascii().is_empty();
        if !is_name(name) || no_attributes {
            self.literal_bracket(start)?;
            return Ok(Step::Restart(start + 1));
        }
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
        let prefix = memchr::memchr(b':', name.as_bytes()).map_or(0, |at| at + 1);
        let index = self.push(Kind::Element, start, Slice::Source(name))?;
        let node = &mut self.tree.nodes[index as usize];
        node.attributes = (narrow(first), u16::try_from(count).unwrap_or(u16::MAX));
        node.prefix = u16::try_from(prefix).unwrap_or(0);
        if !empty {
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

    fn attributes(&mut self, raw: &'a str, offset: usize) {
        if raw.len() < 3 {
            return;
        }
        let mut attributes = Attributes::new(raw, 0);
        attributes.with_checks(false);
        for attribute in attributes {
            match attribute {
                Ok(attribute) => {
                    let value = match attribute.value {
                        Cow::Borrowed(text) => self.attribute_value(text, offset),
                        Cow::Owned(text) => self.own(text),
                    };
                    self.tree.attributes.push(AttributeNode {
                        name: attribute.key.0,
                        value,
                        taken: Cell::new(false),
                    });
                }
                Err(error) => {
                    self.trouble("attribute", offset, format!("the attributes are not well-formed ({error}); they were kept as one text"), true);
                    self.tree.attributes.push(AttributeNode {
                        name: "?",
                        value: Slice::Source(raw.trim()),
                        taken: Cell::new(false),
                    });
                    return;
                }
            }
        }
    }

    fn attribute_value(&mut self, text: &'a str, offset: usize) -> Slice<'a> {
        let bytes = text.as_bytes();
        if memchr::memchr3(b'&', b'\n', b'\t', bytes).is_none() {
            return Slice::Source(text);
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('&') {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            let Some(end) = rest.find(';').filter(|end| *end < 40) else {
                break;
            };
            let name = &rest[1..end];
            match self.resolve(name) {
                Some(value) => out.push_str(&value),
                None => {
                    self.undeclared(name, offset);
                    out.push_str(&rest[..=end]);
                }
            }
            rest = &rest[end + 1..];
        }
        out.push_str(rest);
        let out = out.replace(['\n', '\t'], " ");
        self.own(out)
    }

    fn end(&mut self, start: usize, end: usize) {
        let source: &'a str = self.tree.source;
        let name = source[start + 2..end - 1].trim_ascii();
        let depth = self
            .open
            .iter()
            .rposition(|index| self.name(*index) == name);
        match depth {
            None => self.trouble(
                "end-tag",
                start,
                format!("</{name}> closes nothing; it was passed over"),
                true,
            ),
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
    }

    fn name(&self, index: u32) -> &str {
        self.tree.slice(self.tree.nodes[index as usize].text)
    }

    fn close(&mut self, index: u32) {
        self.tree.nodes[index as usize].end = narrow(self.tree.nodes.len());
    }

    /// Text at `offset`, joined with text directly before it.
    fn text(&mut self, text: Cow<'a, str>, offset: usize) -> Result<(), Error> {
        if text.is_empty() {
            return Ok(());
        }
        if self.open.is_empty() {
            if !text.trim().is_empty() && text.trim() != "\u{feff}" {
                self.outside(offset, &text)?;
            }
            return Ok(());
        }
        let carriage = memchr::memchr(b'\r', text.as_bytes()).is_some();
        let text = if carriage {
            Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            text
        };
        if let Some(index) = self.adjacent_text() {
            let joined = match self.tree.nodes[index].text {
                Slice::Owned(owned) => owned,
                Slice::Source(before) => {
                    let mut joined = String::with_capacity(before.len() + text.len() + 64);
                    joined.push_str(before);
                    let slice = self.own(joined);
                    self.tree.nodes[index].text = slice;
                    let Slice::Owned(owned) = slice else {
                        unreachable!("own makes owned slices")
                    };
                    owned
                }
            };
            self.tree.owned[joined as usize].push_str(&text);
            return Ok(());
        }
        let slice = match text {
            Cow::Borrowed(text) => Slice::Source(text),
            Cow::Owned(text) => self.own(text),
        };
        self.push(Kind::Text, offset, slice)?;
        Ok(())
    }

    /// Text outside of the root: kept in a text node without a parent element.
    fn outside(&mut self, offset: usize, text: &str) -> Result<(), Error> {
        self.trouble(
            "text-outside",
            offset,
            "text stands outside of the root element; it was kept apart".to_owned(),
            true,
        );
        let slice = self.own(text.trim().to_owned());
        self.push(Kind::Text, offset, slice)?;
        Ok(())
    }

    fn adjacent_text(&self) -> Option<usize> {
        let last = self.tree.nodes.len().checked_sub(1)?;
        let node = &self.tree.nodes[last];
        let parent = *self.open.last()?;
        (node.kind == Kind::Text && node.parent == parent && last as u32 > parent).then_some(last)
    }

    fn reference(&mut self, reference: &BytesRef<'_>, offset: usize) -> Result<(), Error> {
        let name = reference.xml10_content().into_owned();
        let value = match self.resolve(&name) {
            Some(value) => value.into_owned(),
            None => {
                self.undeclared(&name, offset);
                format!("&{name};")
            }
        };
        self.expanded += value.len();
        if self.expanded > self.limits.expansion.saturating_add(self.tree.source.len()) {
            return Err(Error::TooMuchExpansion {
                offset,
                limit: self.limits.expansion,
            });
        }
        self.text(Cow::Owned(value), offset)
    }

    fn resolve(&self, name: &str) -> Option<Cow<'static, str>> {
        if let Some(number) = name.strip_prefix('#') {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            return char::from_u32(code)
                .filter(|c| is_xml_char(*c))
                .map(|c| Cow::Owned(c.to_string()));
        }
        let predefined = match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => "",
        };
        if !predefined.is_empty() {
            return Some(Cow::Borrowed(predefined));
        }
        if let Some((_, value)) = self.entities.iter().find(|(key, _)| *key == name) {
            return Some(Cow::Owned(value.clone()));
        }
        entity::resolve(name).map(Cow::Borrowed)
    }

    fn undeclared(&mut self, name: &str, offset: usize) {
        self.trouble(
            "undeclared-entity",
            offset,
            format!("the entity &{name}; is not declared and in no known set; it was kept as it is written"),
            true,
        );
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

    /// Takes the simple internal entities of a document type declaration; refuses all others.
    fn doctype(&mut self, raw: &'a str, _length: usize) {
        let offset = raw.as_ptr() as usize - self.tree.source.as_ptr() as usize;
        self.tree.doctype = raw
            .trim_start_matches("<!DOCTYPE")
            .trim_end_matches('>')
            .trim();
        let Some(subset) = raw.find('[') else { return };
        let mut rest = &raw[subset..];
        while let Some(at) = rest.find("<!ENTITY") {
            rest = &rest[at + 8..];
            let declaration = &rest[..rest.find('>').unwrap_or(rest.len())];
            let mut words = declaration.split_ascii_whitespace();
            let name = words.next().unwrap_or("");
            let value = declaration.split(['"', '\'']).nth(1).unwrap_or("");
            let external = declaration.contains(" SYSTEM ") || declaration.contains(" PUBLIC ");
            let unparsed = declaration.contains(" NDATA ");
            if name == "%" || (external && !unparsed) {
                self.trouble("entity-refused", offset, format!("the entity '{name}' of the document type points outside; it was not fetched"), false);
            } else if external {
                // An unparsed entity names a file, such as a drawing; it is referred to by attribute.
            } else if value.contains(['&', '<', '%']) && !value.starts_with("&#") {
                self.trouble("entity-refused", offset, format!("the entity '{name}' of the document type holds markup or other entities; it was not expanded"), false);
            } else {
                let value = self.character_references(value);
                self.entities.push((name, value));
            }
        }
    }

    fn character_references(&self, value: &str) -> String {
        let Some(inner) = value.strip_prefix('&').and_then(|v| v.strip_suffix(';')) else {
            return value.to_owned();
        };
        self.resolve(inner)
            .map_or_else(|| value.to_owned(), Cow::into_owned)
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
        const MOST: usize = 100;
        if self.tree.troubles.len() >= MOST {
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
            fatal_in_xml: fatal,
        });
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("documents are limited to 4 GiB")
}

fn is_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    let first = bytes
        .next()
        .is_some_and(|b| b.is_ascii_alphabetic() || b == b'_' || b >= 0x80);
    first
        && bytes.all(|b| {
            b.is_ascii_alphanumeric() || b >= 0x80 || matches!(b, b'-' | b'_' | b'.' | b':')
        })
}

fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
