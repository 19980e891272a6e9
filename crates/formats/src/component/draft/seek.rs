//! Looking at a draft while it is made.

use super::{CUT, Draft, Kind, NONE, NodeId};
use crate::component::schema::{AttrName, Name, com};
use std::borrow::Cow;

/// A part of what an element holds; texts that follow each other are one.
#[derive(Debug)]
pub enum Piece<'d> {
    /// Characters.
    Text(Cow<'d, str>),
    /// An element.
    Element(NodeId),
    /// A processing instruction: target and data.
    Instruction(&'d str, &'d str),
}

impl Draft<'_> {
    /// The first child element of this name.
    pub fn child(&self, parent: NodeId, name: Name) -> Option<NodeId> {
        self.children_called(parent, name).next()
    }

    /// The last child element of this name.
    pub fn last_child(&self, parent: NodeId, name: Name) -> Option<NodeId> {
        self.children_called(parent, name).last()
    }

    /// The last child that is an element.
    pub fn last_element(&self, parent: NodeId) -> Option<NodeId> {
        let is_element = |child: &u32| {
            let node = self.node(*child);
            node.kind == Kind::Element && node.flags & CUT == 0
        };
        self.children(parent.0)
            .filter(is_element)
            .last()
            .map(NodeId)
    }

    /// Whether what an element holds so far ends in anything but a blank or a line break.
    pub fn ends_in_word(&self, parent: NodeId) -> bool {
        let node = self.node(parent.0);
        let text = match node.last {
            NONE => &node.text,
            last => match self.node(last) {
                last if last.kind == Kind::Text => &last.text,
                last => return last.kind == Kind::Element && last.name != com::BR,
            },
        };
        text.chars()
            .next_back()
            .is_some_and(|last| !last.is_whitespace())
    }

    /// All text and attribute values of the tree.
    pub fn said(&self) -> String {
        self.text_of(0)
    }

    /// What an element holds, in order.
    pub fn pieces(&self, node: NodeId) -> Vec<Piece<'_>> {
        let own = self.node(node.0);
        let mut out = Vec::new();
        if !own.text.is_empty() {
            out.push(Piece::Text(Cow::Borrowed(own.text.as_ref())));
        }
        for child in self.standing(node.0) {
            let inner = self.node(child);
            match inner.kind {
                Kind::Element => out.push(Piece::Element(NodeId(child))),
                Kind::Instruction => {
                    let data = &self.attributes[inner.attribute as usize].value;
                    out.push(Piece::Instruction(&inner.text, data));
                }
                Kind::Text => match out.last_mut() {
                    _ if inner.text.is_empty() => {}
                    Some(Piece::Text(before)) => before.to_mut().push_str(&inner.text),
                    _ => out.push(Piece::Text(Cow::Borrowed(inner.text.as_ref()))),
                },
            }
        }
        out
    }

    /// The attributes of an element with their values.
    pub fn attributes_at(&self, node: NodeId) -> impl Iterator<Item = (AttrName, &str)> {
        self.attributes_of(node.0).map(|at| {
            let attribute = &self.attributes[at as usize];
            (attribute.name, attribute.value.as_ref())
        })
    }

    /// Whether an element has no child left.
    pub fn is_childless(&self, parent: NodeId) -> bool {
        let mut at = self.node(parent.0).first;
        while at != NONE {
            let node = self.node(at);
            if node.flags & CUT == 0 {
                return false;
            }
            at = node.next;
        }
        true
    }

    /// Takes back an element that was made in vain.
    pub fn discard(&mut self, node: NodeId) {
        let parent = self.node(node.0).parent;
        if parent == NONE {
            return;
        }
        let next = self.node(node.0).next;
        let mut before = NONE;
        let mut at = self.node(parent).first;
        while at != NONE && at != node.0 {
            before = at;
            at = self.node(at).next;
        }
        if at == NONE {
            return;
        }
        if before == NONE {
            self.node_mut(parent).first = next;
        } else {
            self.node_mut(before).next = next;
        }
        if next == NONE {
            self.node_mut(parent).last = before;
        }
        self.node_mut(node.0).flags |= CUT;
        self.shorn = true;
    }

    fn children_called(&self, parent: NodeId, name: Name) -> impl Iterator<Item = NodeId> {
        let mut at = self.node(parent.0).first;
        std::iter::from_fn(move || {
            while at != NONE {
                let index = at;
                let node = self.node(index);
                at = node.next;
                if node.kind == Kind::Element && node.name == name && node.flags & CUT == 0 {
                    return Some(NodeId(index));
                }
            }
            None
        })
    }
}
