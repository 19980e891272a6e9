//! A source document as a flat tree that remembers what of it was taken.
//!
//! Nodes stand in document order and borrow from the source. A reader walks them; whatever it takes (an element
//! entered, a text, an attribute) is marked, and [`Tree::unmapped`] returns the rest: nothing can be forgotten.

mod assemble;
mod build;
mod element;
mod rename;
mod rest;
mod start;

pub use assemble::Builder;
pub use build::{Limits, parse, parse_as};
pub use element::{Child, Children, Element};
pub use start::root_tag;

use model::Span;
use std::cell::Cell;

/// A parsed document.
#[derive(Debug)]
pub struct Tree<'a> {
    source: &'a str,
    nodes: Vec<Node<'a>>,
    attributes: Vec<AttributeNode<'a>>,
    owned: Vec<String>,
    troubles: Vec<Trouble>,
    doctype: &'a str,
    /// Unparsed entities and the files they name, where the two differ; sorted.
    unparsed: Vec<(&'a str, &'a str)>,
    rest: Option<usize>,
    /// Whether the source is XML; else a builder made the tree of another notation.
    is_markup: bool,
    /// Whether names were changed, so that those of the source must be looked up there.
    renamed: bool,
}

/// Something by which the source is not well-formed, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Which kind of trouble: the end of a rule id, such as `undeclared-entity`, or a whole one with its room,
    /// such as `json/syntax`, for other notations than XML.
    pub kind: &'static str,
    /// Byte offset in the source.
    pub offset: usize,
    /// What is the matter and what was done.
    pub message: String,
    /// What to do.
    pub hint: &'static str,
    /// Whether the document is not well-formed by it.
    pub is_fatal: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Element,
    Text,
    Instruction,
}

/// Whether a node was taken by the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Not,
    Whole,
    /// Its content was taken, but not what its own markup means.
    ContentOnly,
}

#[derive(Debug)]
struct Node<'a> {
    kind: Kind,
    taken: Cell<Taken>,
    /// Index of the parent; the root is its own parent.
    parent: u32,
    /// Index after the last descendant.
    end: u32,
    /// Byte offset in the source.
    offset: u32,
    /// First attribute and how many.
    attributes: (u32, u16),
    /// Length of the prefix with its colon.
    prefix: u16,
    /// Qualified name, or text; `owned` holds texts that had to be decoded.
    text: Slice<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Slice<'a> {
    Source(&'a str),
    Owned(u32),
}

#[derive(Debug)]
struct AttributeNode<'a> {
    name: &'a str,
    value: Slice<'a>,
    taken: Cell<bool>,
}

impl<'a> Tree<'a> {
    /// The root element, when there is one.
    #[must_use]
    pub fn root(&self) -> Option<Element<'_, 'a>> {
        let index = self
            .nodes
            .iter()
            .position(|node| node.kind == Kind::Element)?;
        Some(Element::new(
            self,
            u32::try_from(index).expect("nodes are counted in 32 bits"),
        ))
    }

    /// What the source is not well-formed by, in order.
    #[must_use]
    pub fn troubles(&self) -> &[Trouble] {
        &self.troubles
    }

    /// Whether the source is well-formed XML, as far as this reader looks.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        !self.troubles.iter().any(|trouble| trouble.is_fatal)
    }

    /// Where a second root element begins; the tree ends before it.
    #[must_use]
    pub fn rest(&self) -> Option<usize> {
        self.rest
    }

    /// The document type declaration, without its brackets; empty when there is none.
    #[must_use]
    pub fn doctype(&self) -> &'a str {
        self.doctype
    }

    /// Counts the words of all text.
    #[must_use]
    pub fn words(&self) -> u64 {
        let texts = self.nodes.iter().filter(|node| node.kind == Kind::Text);
        texts
            .map(|node| model::text::words(self.slice(node.text)))
            .sum()
    }

    /// The place of `offset` in the source, with line and column.
    #[must_use]
    pub fn span(&self, offset: usize, length: usize) -> Span {
        span(self.source, offset, length)
    }

    fn slice<'s>(&'s self, slice: Slice<'a>) -> &'s str {
        match slice {
            Slice::Source(text) => text,
            Slice::Owned(index) => &self.owned[index as usize],
        }
    }
}

/// The place of `offset` in `source`, with line and column counted.
#[must_use]
pub fn span(source: &str, offset: usize, length: usize) -> Span {
    let offset = source.floor_char_boundary(offset.min(source.len()));
    let before = &source[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let lines = memchr::memchr_iter(b'\n', before.as_bytes()).count();
    Span {
        offset: offset as u64,
        length: length as u64,
        line: lines as u64 + 1,
        column: before[line_start..].chars().count() as u64 + 1,
    }
}
