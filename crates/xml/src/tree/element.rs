//! A reader's view of an element: whatever it asks for is marked as taken.

use super::{Kind, Node, Taken, Tree};
use std::borrow::Cow;
use std::fmt;

/// An element of the tree.
#[derive(Clone, Copy)]
pub struct Element<'t, 'a> {
    tree: &'t Tree<'a>,
    index: u32,
}

/// A child of an element.
#[derive(Clone, Copy, Debug)]
pub enum Child<'t, 'a> {
    /// An element; entering it takes it.
    Element(Element<'t, 'a>),
    /// Text, taken by having been seen.
    Text(&'t str),
    /// A processing instruction: target and data, taken by having been seen.
    Instruction(&'t str, &'t str),
}

/// The children of an element, in order.
#[derive(Clone, Debug)]
pub struct Children<'t, 'a> {
    tree: &'t Tree<'a>,
    next: u32,
    end: u32,
}

/// The prefix that an attribute declares, if it declares one.
fn declared_prefix(name: &str) -> Option<&str> {
    match name.strip_prefix("xmlns")? {
        "" => Some(""),
        rest => rest.strip_prefix(':'),
    }
}

impl<'t, 'a> Element<'t, 'a> {
    pub(super) fn new(tree: &'t Tree<'a>, index: u32) -> Self {
        Self { tree, index }
    }

    fn node(&self) -> &'t Node<'a> {
        &self.tree.nodes[self.index as usize]
    }

    /// The local name.
    #[must_use]
    pub fn name(&self) -> &'t str {
        let node = self.node();
        &self.tree.slice(node.text)[node.prefix as usize..]
    }

    /// The name with its prefix.
    #[must_use]
    pub fn qualified(&self) -> &'t str {
        self.tree.slice(self.node().text)
    }

    /// The prefix without its colon; empty when there is none.
    #[must_use]
    pub fn prefix(&self) -> &'t str {
        let node = self.node();
        &self.tree.slice(node.text)[..(node.prefix as usize).saturating_sub(1)]
    }

    /// Byte offset of the start tag in the source.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.node().offset as usize
    }

    /// Marks the element as understood; its children and attributes are not.
    pub fn enter(&self) {
        self.node().taken.set(Taken::Whole);
    }

    /// Gives all children of an element which is not known here, so that its words stay in their place; the element
    /// itself stays unmapped.
    #[must_use]
    pub fn flatten(&self) -> Children<'t, 'a> {
        let children = self.children();
        self.node().taken.set(Taken::ContentOnly);
        children
    }

    /// The value of the attribute called `name` (with its prefix, if it has one), and takes it.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&'t str> {
        let (first, count) = self.node().attributes;
        let attributes = &self.tree.attributes[first as usize..first as usize + count as usize];
        let found = attributes.iter().find(|attribute| attribute.name == name)?;
        found.taken.set(true);
        Some(self.tree.slice(found.value))
    }

    /// The value of an attribute, or the empty text.
    #[must_use]
    pub fn value(&self, name: &str) -> &'t str {
        self.attribute(name).unwrap_or("")
    }

    /// The file that the attribute called `name` names, and takes it: by itself, or through an unparsed entity of the
    /// document type.
    #[must_use]
    pub fn file(&self, name: &str) -> &'t str {
        let value = self.value(name);
        let unparsed = &self.tree.unparsed;
        let known = unparsed.binary_search_by(|(entity, _)| (*entity).cmp(value));
        known.map_or(value, |index| unparsed[index].1)
    }

    /// Whether the element has attributes that nobody took.
    #[must_use]
    pub fn has_attributes(&self) -> bool {
        self.node().attributes.1 > 0
    }

    /// Takes the attributes that nobody took before, as names and values.
    pub fn other_attributes(&self) -> impl Iterator<Item = (&'t str, &'t str)> + use<'t, 'a> {
        let (first, count) = self.node().attributes;
        let tree = self.tree;
        let attributes = &tree.attributes[first as usize..first as usize + count as usize];
        attributes
            .iter()
            .filter(|attribute| !attribute.taken.get())
            .map(move |attribute| {
                attribute.taken.set(true);
                (attribute.name, tree.slice(attribute.value))
            })
    }

    /// The names of all attributes but declarations of namespaces, without taking them.
    pub fn attribute_names(&self) -> impl Iterator<Item = &'t str> + use<'t, 'a> {
        let (first, count) = self.node().attributes;
        let attributes = &self.tree.attributes[first as usize..first as usize + count as usize];
        attributes
            .iter()
            .map(|attribute| attribute.name)
            .filter(|name| declared_prefix(name).is_none())
    }

    /// The namespaces that the element declares: prefix (empty for the default) and name.
    pub fn declarations(&self) -> impl Iterator<Item = (&'t str, &'t str)> + use<'t, 'a> {
        let (first, count) = self.node().attributes;
        let tree = self.tree;
        let attributes = &tree.attributes[first as usize..first as usize + count as usize];
        attributes.iter().filter_map(move |attribute| {
            declared_prefix(attribute.name).map(|prefix| (prefix, tree.slice(attribute.value)))
        })
    }

    /// Enters the element and gives all its children; texts and instructions are taken as they are seen.
    #[must_use]
    pub fn children(&self) -> Children<'t, 'a> {
        self.enter();
        Children {
            tree: self.tree,
            next: self.index + 1,
            end: self.node().end,
        }
    }

    /// Enters the element and gives its child elements; text between them is not taken.
    #[must_use]
    pub fn elements(&self) -> Elements<'t, 'a> {
        self.enter();
        Elements {
            tree: self.tree,
            next: self.index + 1,
            end: self.node().end,
        }
    }

    /// The child elements, without entering anything.
    #[must_use]
    pub fn inner(&self) -> Elements<'t, 'a> {
        Elements {
            tree: self.tree,
            next: self.index + 1,
            end: self.node().end,
        }
    }

    /// The first child element called `name`, without entering anything.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Self> {
        Elements {
            tree: self.tree,
            next: self.index + 1,
            end: self.node().end,
        }
        .find(|child| child.name() == name)
    }

    /// Whether there is a child element.
    #[must_use]
    pub fn has_elements(&self) -> bool {
        let range = self.index as usize + 1..self.node().end as usize;
        self.tree.nodes[range]
            .iter()
            .any(|node| node.kind == Kind::Element)
    }

    /// Whether the element only holds others, at least two, and none of them is running text: what stands in them are
    /// words of their own.
    #[must_use]
    pub fn is_structure(&self, is_running: impl Fn(&str) -> bool) -> bool {
        let mut elements = 0;
        let mut next = self.index + 1;
        while let Some(node) = self.tree.nodes[..self.node().end as usize].get(next as usize) {
            match node.kind {
                Kind::Text if !self.tree.slice(node.text).trim().is_empty() => return false,
                Kind::Element if is_running(Self::new(self.tree, next).name()) => return false,
                Kind::Element => elements += 1,
                Kind::Text | Kind::Instruction => {}
            }
            next = node.end;
        }
        elements > 1
    }

    /// Whether there is anything inside but blanks.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let range = self.index as usize + 1..self.node().end as usize;
        self.tree.nodes[range]
            .iter()
            .all(|node| node.kind == Kind::Text && self.tree.slice(node.text).trim().is_empty())
    }

    /// Enters the element and everything in it, and gives all its text, trimmed.
    #[must_use]
    pub fn text(&self) -> Cow<'t, str> {
        self.text_where(|_| true)
    }

    /// Enters the element and gives its own text as it stands, with the byte offset of its start; elements in it are
    /// not entered.
    #[must_use]
    pub fn written(&self) -> (Cow<'t, str>, usize) {
        self.enter();
        let first = self.index as usize + 1;
        let nodes = &self.tree.nodes[first..self.node().end as usize];
        let offset = nodes
            .first()
            .map_or(self.offset(), |node| node.offset as usize);
        if let [only] = nodes
            && only.kind == Kind::Text
        {
            only.taken.set(Taken::Whole);
            return (Cow::Borrowed(self.tree.slice(only.text)), offset);
        }
        let mut out = String::new();
        for child in self.children() {
            if let Child::Text(text) = child {
                out.push_str(text);
            }
        }
        (Cow::Owned(out), offset)
    }

    /// The same as [`Self::text`], with a blank around each inner element whose name does not `join` its text to
    /// the text beside it.
    #[must_use]
    pub fn text_where(&self, join: impl Fn(&str) -> bool) -> Cow<'t, str> {
        self.enter();
        let nodes = &self.tree.nodes[self.index as usize + 1..self.node().end as usize];
        if let [only] = nodes
            && only.kind == Kind::Text
        {
            only.taken.set(Taken::Whole);
            return Cow::Borrowed(self.tree.slice(only.text).trim_ascii());
        }
        let mut out = String::new();
        let mut open = Vec::new();
        for (index, node) in (self.index + 1..).zip(nodes) {
            while open.pop_if(|end| *end <= index).is_some() {
                out.push(' ');
            }
            match node.kind {
                Kind::Text => {
                    node.taken.set(Taken::Whole);
                    out.push_str(self.tree.slice(node.text));
                }
                Kind::Element => {
                    node.taken.set(Taken::ContentOnly);
                    if !join(Self::new(self.tree, index).name()) {
                        out.push(' ');
                        open.push(node.end);
                    }
                }
                Kind::Instruction => {}
            }
        }
        Cow::Owned(out.trim().to_owned())
    }

    /// Marks as understood what is inside, of the names that `hold` nothing but text, as far as their text was taken.
    pub fn enter_holders(&self, hold: impl Fn(&str) -> bool) {
        for index in self.index + 1..self.node().end {
            let node = &self.tree.nodes[index as usize];
            if node.kind == Kind::Element
                && node.taken.get() == Taken::ContentOnly
                && hold(Self::new(self.tree, index).name())
            {
                node.taken.set(Taken::Whole);
            }
        }
    }

    /// Counts the words of all text inside.
    #[must_use]
    pub fn words(&self) -> u64 {
        let nodes = &self.tree.nodes[self.index as usize + 1..self.node().end as usize];
        let texts = nodes.iter().filter(|node| node.kind == Kind::Text);
        texts
            .map(|node| model::text::words(self.tree.slice(node.text)))
            .sum()
    }

    /// The path of element names from the root.
    #[must_use]
    pub fn path(&self) -> String {
        self.tree.path(self.index)
    }

    /// The source of the element.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.tree.source_of(self.index)
    }
}

impl fmt::Debug for Element<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}> at byte {}", self.qualified(), self.offset())
    }
}

impl<'t, 'a> Iterator for Children<'t, 'a> {
    type Item = Child<'t, 'a>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        let index = self.next;
        let node = &self.tree.nodes[index as usize];
        self.next = node.end;
        Some(match node.kind {
            Kind::Element => Child::Element(Element::new(self.tree, index)),
            Kind::Text => {
                node.taken.set(Taken::Whole);
                Child::Text(self.tree.slice(node.text))
            }
            Kind::Instruction => {
                node.taken.set(Taken::Whole);
                let whole = self.tree.slice(node.text);
                let (target, data) = whole.split_once(char::is_whitespace).unwrap_or((whole, ""));
                Child::Instruction(target, data.trim())
            }
        })
    }
}

/// The child elements of an element, in order.
#[derive(Clone, Debug)]
pub struct Elements<'t, 'a> {
    tree: &'t Tree<'a>,
    next: u32,
    end: u32,
}

impl<'t, 'a> Iterator for Elements<'t, 'a> {
    type Item = Element<'t, 'a>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.next < self.end {
            let index = self.next;
            let node = &self.tree.nodes[index as usize];
            self.next = node.end;
            if node.kind == Kind::Element {
                return Some(Element::new(self.tree, index));
            }
        }
        None
    }
}
