//! Between a draft and the neutral markup that a record keeps.

use super::{CUT, Draft, Kind, NodeId};
use crate::component::schema::{AttrName, Name};
use model::{Attribute, Instruction, Markup, MarkupNode};
use std::borrow::Cow;

impl<'r> Draft<'r> {
    /// Makes a draft of a whole document; `None` when its root is no component that is known here.
    pub fn of(root: &'r Markup) -> Option<Self> {
        let mut draft = Self::new(Name::find(&root.name)?);
        draft.fill_from(0, root);
        Some(draft)
    }

    /// Adds a part at the end of an element; parts of unknown names are left out.
    pub fn graft(&mut self, parent: NodeId, part: &'r Markup) -> Option<NodeId> {
        let made = self.element(parent, Name::find(&part.name)?);
        self.fill_from(made.0, part);
        Some(made)
    }

    /// Makes a part that stands below a parent, but not yet in the list of its children.
    pub(super) fn graft_loose(&mut self, parent: u32, part: &'r Markup) -> Option<u32> {
        let name = Name::find(&part.name)?;
        let made = self.push(super::NONE, Kind::Element, name, Cow::Borrowed(""));
        self.node_mut(made.0).parent = parent;
        self.fill_from(made.0, part);
        Some(made.0)
    }

    /// Gives an element the attributes and the content of a part.
    fn fill_from(&mut self, index: u32, part: &'r Markup) {
        let mut waiting = vec![(index, part)];
        while let Some((index, part)) = waiting.pop() {
            let node = NodeId(index);
            self.attributes_from(node, part);
            for child in &part.children {
                match child {
                    MarkupNode::Text(text) => self.text(node, text.as_str()),
                    MarkupNode::Instruction(pi) => {
                        self.instruction(node, pi.target.as_str(), pi.data.as_str());
                    }
                    MarkupNode::Element(inner) => {
                        if let Some(name) = Name::find(&inner.name) {
                            waiting.push((self.element(node, name).0, inner));
                        }
                    }
                }
            }
        }
    }

    /// Gives an element the attributes of a part.
    pub(super) fn attributes_from(&mut self, node: NodeId, part: &'r Markup) {
        let is_mathml = self.name(node).is_mathml();
        for attribute in &part.attributes {
            let name = if is_mathml {
                AttrName::mathml(&attribute.name)
            } else {
                AttrName::find(&attribute.name)
            };
            if let Some(name) = name {
                self.attribute(node, name, attribute.value.as_str());
            }
        }
    }

    /// The part that stands at a node, as markup.
    pub fn markup(&self, node: NodeId) -> Markup {
        let own = self.node(node.0);
        let mut out = self.shell(node);
        if !own.text.is_empty() {
            out.children
                .push(MarkupNode::Text(own.text.as_ref().into()));
        }
        for child in self.standing(node.0) {
            let inner = self.node(child);
            let made = match inner.kind {
                Kind::Element => MarkupNode::Element(self.markup(NodeId(child))),
                Kind::Text => MarkupNode::Text(inner.text.as_ref().into()),
                Kind::Instruction => MarkupNode::Instruction(Instruction {
                    target: inner.text.as_ref().into(),
                    data: self.attributes[inner.attribute as usize]
                        .value
                        .as_ref()
                        .into(),
                }),
            };
            out.children.push(made);
        }
        out
    }

    /// The element at a node without its content.
    pub(super) fn shell(&self, node: NodeId) -> Markup {
        let mut out = Markup {
            name: self.name(node).text().into(),
            ..Markup::default()
        };
        out.attributes = self
            .attributes_of(node.0)
            .map(|at| {
                let attribute = &self.attributes[at as usize];
                Attribute::new(attribute.name.text(), attribute.value.as_ref())
            })
            .collect();
        out
    }

    /// The children of a node that were not cut out.
    pub(super) fn standing(&self, node: u32) -> impl Iterator<Item = u32> {
        self.children(node)
            .filter(|child| self.node(*child).flags & CUT == 0)
    }
}
