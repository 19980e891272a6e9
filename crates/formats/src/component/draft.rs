//! The output tree of the ST.96 writer.
//!
//! A draft is filled freely, then [`Draft::conform`] makes it valid whatever it holds and tells what that
//! cost, then [`Draft::write`] turns it into XML. Text is borrowed from the record where it can be.

mod attributes;
mod carry;
mod characters;
mod conform;
mod fill;
mod graft;
mod identity;
mod loss;
mod repair;
mod seek;
mod view;
mod write;

use std::borrow::Cow;

use super::schema::{AttrName, MATHML, Name, VOCABULARIES, Vocabulary};

pub use loss::{Loss, LossKind};
pub use seek::Piece;
pub use view::{Inside, View};

/// No node, or no attribute.
const NONE: u32 = u32::MAX;

/// The node was cut out.
const CUT: u8 = 1;
/// A child of the node was cut out and still stands in its list.
const DIRTY: u8 = 2;
/// The node was filled in by us.
const FILLED: u8 = 4;
/// Something of the node was cut out before.
const SHORN: u8 = 16;
/// The text of the node was checked: it has no character that must be escaped.
const PLAIN: u8 = 8;

/// Bits of the vocabularies that every document declares, `com` and `pat`.
const ALWAYS: u32 = 0b11;

/// A node of a draft.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NodeId(u32);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Element,
    Text,
    Instruction,
}

/// A node; `text` stands before the children, or is the target of an instruction.
///
/// Parents stand before their children in the arena, so going backwards is going from the leaves up.
struct Node<'r> {
    text: Cow<'r, str>,
    parent: u32,
    first: u32,
    last: u32,
    next: u32,
    attribute: u32,
    name: Name,
    kind: Kind,
    flags: u8,
}

/// An attribute of an element, or the data of an instruction.
struct Attribute<'r> {
    value: Cow<'r, str>,
    next: u32,
    name: AttrName,
    flags: u8,
}

/// An output tree in an arena.
pub struct Draft<'r> {
    nodes: Vec<Node<'r>>,
    attributes: Vec<Attribute<'r>>,
    /// Elements and their attributes whose values are identifiers, or refer to some.
    ids: Vec<(u32, u32)>,
    references: Vec<(u32, u32)>,
    slots: Vec<u32>,
    /// Bits of the vocabularies in use.
    used: u32,
    /// Whether anything was ever cut out.
    shorn: bool,
    /// Whether the root lacks what it cannot be without.
    broken: bool,
}

impl<'r> Draft<'r> {
    /// Makes a tree that has only a root.
    pub fn new(root: Name) -> Self {
        let mut draft = Self {
            nodes: Vec::with_capacity(4096),
            attributes: Vec::with_capacity(1024),
            ids: Vec::new(),
            references: Vec::new(),
            slots: Vec::new(),
            used: ALWAYS,
            shorn: false,
            broken: false,
        };
        draft.push(NONE, Kind::Element, root, Cow::Borrowed(""));
        draft
    }

    /// Takes everything out but the root, which loses its content; the memory is kept for the next tree.
    pub fn clear(&mut self) {
        let root = self.nodes[0].name;
        self.nodes.clear();
        self.attributes.clear();
        self.used = ALWAYS;
        self.shorn = false;
        self.broken = false;
        self.push(NONE, Kind::Element, root, Cow::Borrowed(""));
    }

    /// The root.
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// The number of nodes that were made.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether the tree has only a root.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() == 1
    }

    /// Whether a child of this name has a place somewhere in the content of the parent.
    pub fn allows(parent: Name, child: Name) -> bool {
        parent.allows(child)
    }

    /// The name of an element; for other nodes, that of the element they stand in.
    pub fn name(&self, node: NodeId) -> Name {
        self.node(node.0).name
    }

    /// Adds an element at the end of its parent.
    pub fn element(&mut self, parent: NodeId, name: Name) -> NodeId {
        self.push(parent.0, Kind::Element, name, Cow::Borrowed(""))
    }

    /// Adds an element with text at the end of its parent.
    pub fn leaf(&mut self, parent: NodeId, name: Name, text: impl Into<Cow<'r, str>>) -> NodeId {
        self.push(parent.0, Kind::Element, name, text.into())
    }

    /// Adds text at the end of an element.
    pub fn text(&mut self, node: NodeId, text: impl Into<Cow<'r, str>>) {
        let text = text.into();
        if text.is_empty() {
            return;
        }
        let parent = &mut self.nodes[node.0 as usize];
        if parent.first == NONE && parent.text.is_empty() {
            parent.text = text;
            parent.flags &= !PLAIN;
        } else {
            let name = parent.name;
            self.push(node.0, Kind::Text, name, text);
        }
    }

    /// Adds an attribute to an element.
    pub fn attribute(&mut self, node: NodeId, name: AttrName, value: impl Into<Cow<'r, str>>) {
        self.push_attribute(node.0, name, value.into());
    }

    /// Adds a processing instruction at the end of an element.
    pub fn instruction(
        &mut self,
        node: NodeId,
        target: impl Into<Cow<'r, str>>,
        data: impl Into<Cow<'r, str>>,
    ) {
        let name = self.node(node.0).name;
        let made = self.push(node.0, Kind::Instruction, name, target.into());
        self.push_attribute(made.0, AttrName(u16::MAX), data.into());
    }

    fn node(&self, index: u32) -> &Node<'r> {
        &self.nodes[index as usize]
    }

    fn node_mut(&mut self, index: u32) -> &mut Node<'r> {
        &mut self.nodes[index as usize]
    }

    fn push(&mut self, parent: u32, kind: Kind, name: Name, text: Cow<'r, str>) -> NodeId {
        self.used |= vocabulary_of(name);
        let index = self.nodes.len() as u32;
        self.nodes.push(Node {
            text,
            parent,
            first: NONE,
            last: NONE,
            next: NONE,
            attribute: NONE,
            name,
            kind,
            flags: 0,
        });
        if parent != NONE {
            self.append(parent, index);
        }
        NodeId(index)
    }

    /// Hangs a node at the end of a parent.
    fn append(&mut self, parent: u32, child: u32) {
        let above = self.node_mut(parent);
        let last = above.last;
        above.last = child;
        if last == NONE {
            above.first = child;
        } else {
            self.node_mut(last).next = child;
        }
    }

    fn push_attribute(&mut self, node: u32, name: AttrName, value: Cow<'r, str>) -> u32 {
        self.used |= vocabulary_of_attribute(name);
        let index = self.attributes.len() as u32;
        self.attributes.push(Attribute {
            value,
            next: NONE,
            name,
            flags: 0,
        });
        let mut last = self.node(node).attribute;
        if last == NONE {
            self.node_mut(node).attribute = index;
            return index;
        }
        while self.attributes[last as usize].next != NONE {
            last = self.attributes[last as usize].next;
        }
        self.attributes[last as usize].next = index;
        index
    }

    /// The children of a node that stand in its list.
    fn children(&self, node: u32) -> impl Iterator<Item = u32> {
        let mut at = self.node(node).first;
        std::iter::from_fn(move || {
            let here = at;
            (here != NONE).then(|| {
                at = self.node(here).next;
                here
            })
        })
    }

    /// The attributes of a node.
    fn attributes_of(&self, node: u32) -> impl Iterator<Item = u32> {
        let mut at = self.node(node).attribute;
        std::iter::from_fn(move || {
            let here = at;
            (here != NONE).then(|| {
                at = self.attributes[here as usize].next;
                here
            })
        })
    }
}

/// The bit of the vocabulary of an element, unless that is declared always.
fn vocabulary_of(name: Name) -> u32 {
    if name.0 < VOCABULARIES[1].names.end {
        return 0;
    }
    let position = VOCABULARIES
        .iter()
        .position(|vocabulary| vocabulary.names.contains(&name.0));
    position.map_or(0, |position| 1 << position)
}

/// The bit of the vocabulary of an attribute, unless that is declared always or not written.
fn vocabulary_of_attribute(name: AttrName) -> u32 {
    if name.0 < VOCABULARIES[1].attributes.end {
        return 0;
    }
    let own = |vocabulary: &Vocabulary| vocabulary.attributes.contains(&name.0);
    match VOCABULARIES.iter().position(own) {
        Some(position) if position != MATHML => 1 << position,
        _ => 0,
    }
}

#[cfg(test)]
mod tests;
