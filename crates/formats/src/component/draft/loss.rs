//! What it cost to make a draft valid.

use std::borrow::Cow;

use super::{CUT, DIRTY, Draft, FILLED, Kind, NONE, SHORN};
use crate::component::schema::ContentKind;
use crate::component::schema::kind::collapse;

/// Why something was lost or added.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LossKind {
    /// The schema has no place for it, or its type forbids the value: it was cut out.
    NoPlace,
    /// A mandatory element or attribute was missing and its emptiest form was put in.
    MissingMandatory,
    /// An identifier was not a name, or not the only one: it was cut out.
    BadId,
    /// A reference pointed to no identifier: it was cut out.
    BadIdref,
    /// A character that XML does not allow was replaced by U+FFFD.
    BadCharacter,
}

/// One thing that was lost or added when a draft was made valid.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loss {
    /// Why.
    pub kind: LossKind,
    /// Where: the names of the elements above it, from the root.
    pub path: String,
    /// What: `pat:Claim`, `@com:id`, `#text` or `?target`.
    pub name: Cow<'static, str>,
    /// All text and attribute values that are no longer in the draft, or the value that was put in.
    pub text: String,
}

/// A loss and the node that it happened at.
pub(super) struct Noted {
    pub(super) node: u32,
    pub(super) loss: Loss,
}

/// All losses of one run.
pub(super) type Losses = Vec<Noted>;

impl Draft<'_> {
    /// The names of the elements above a node.
    pub(super) fn path_above(&self, node: u32) -> String {
        let mut names = Vec::new();
        let mut at = self.node(node).parent;
        while at != NONE {
            names.push(self.node(at).name.text());
            at = self.node(at).parent;
        }
        let mut path = String::new();
        for name in names.iter().rev() {
            path.push('/');
            path.push_str(name);
        }
        path
    }

    /// What a node is called in a loss.
    pub(super) fn label(&self, node: u32) -> Cow<'static, str> {
        let node = self.node(node);
        match node.kind {
            Kind::Element => Cow::Borrowed(node.name.text()),
            Kind::Text => Cow::Borrowed("#text"),
            Kind::Instruction => Cow::Owned(format!("?{}", node.text)),
        }
    }

    /// Notes a loss at a node.
    pub(super) fn note(&self, losses: &mut Losses, node: u32, kind: LossKind, text: String) {
        let loss = Loss {
            kind,
            path: self.path_above(node),
            name: self.label(node),
            text,
        };
        losses.push(Noted { node, loss });
    }

    /// Notes a loss at an attribute of a node.
    pub(super) fn note_attribute(
        &self,
        losses: &mut Losses,
        (node, attribute): (u32, u32),
        kind: LossKind,
        text: String,
    ) {
        let name = self.attributes[attribute as usize].name.text();
        let path = format!("{}/{}", self.path_above(node), self.node(node).name.text());
        let loss = Loss {
            kind,
            path,
            name: Cow::Owned(format!("@{name}")),
            text,
        };
        losses.push(Noted { node, loss });
    }

    /// Notes a text that stood where no text may stand.
    pub(super) fn note_text(&self, losses: &mut Losses, element: u32, text: &str) {
        let path = format!(
            "{}/{}",
            self.path_above(element),
            self.node(element).name.text()
        );
        let text = collapse(text).into_owned();
        let loss = Loss {
            kind: LossKind::NoPlace,
            path,
            name: Cow::Borrowed("#text"),
            text,
        };
        losses.push(Noted {
            node: element,
            loss,
        });
    }

    /// Cuts a node out of its parent and notes what it held; what was cut before is not noted again.
    pub(super) fn cut(&mut self, node: u32, losses: &mut Losses) {
        let text = self.text_of(node);
        let emptied = self.node(node).flags & SHORN != 0 && text.is_empty();
        if !emptied {
            self.note(losses, node, LossKind::NoPlace, text);
        }
        self.drop_silently(node);
    }

    /// Cuts a node out of its parent.
    pub(super) fn drop_silently(&mut self, node: u32) {
        self.node_mut(node).flags |= CUT;
        self.shorn = true;
        let parent = self.node(node).parent;
        if parent != NONE {
            self.node_mut(parent).flags |= DIRTY | SHORN;
        }
    }

    /// Whether a node, or one above it, was cut out.
    pub(super) fn is_gone(&self, node: u32) -> bool {
        let mut at = node;
        while at != NONE {
            if self.node(at).flags & CUT != 0 {
                return true;
            }
            at = self.node(at).parent;
        }
        false
    }

    /// All text and attribute values of a node, with single spaces.
    pub(super) fn text_of(&self, node: u32) -> String {
        let mut text = String::new();
        let mut at = node;
        loop {
            let here = self.node(at);
            let live = here.flags & (CUT | FILLED) == 0;
            if live {
                self.enter(at, &mut text);
            }
            if live && here.first != NONE {
                at = here.first;
                continue;
            }
            self.leave(at, &mut text);
            while at != node && self.node(at).next == NONE {
                at = self.node(at).parent;
                self.leave(at, &mut text);
            }
            if at == node {
                break;
            }
            at = self.node(at).next;
        }
        collapse(&text).into_owned()
    }

    /// Whether the text of a node runs on from the text before it.
    fn runs_on(&self, node: u32) -> bool {
        let here = self.node(node);
        let mixed = |node: u32| self.node(node).name.content() == ContentKind::Mixed;
        match here.kind {
            Kind::Text => true,
            Kind::Element => here.parent != NONE && mixed(here.parent) && mixed(node),
            Kind::Instruction => false,
        }
    }

    /// Adds the attribute values and the text of one node.
    fn enter(&self, node: u32, text: &mut String) {
        if !self.runs_on(node) {
            text.push(' ');
        }
        for attribute in self.attributes_of(node) {
            text.push(' ');
            text.push_str(&self.attributes[attribute as usize].value);
            text.push(' ');
        }
        if self.node(node).kind != Kind::Instruction {
            text.push_str(&self.node(node).text);
        }
    }

    fn leave(&self, node: u32, text: &mut String) {
        if !self.runs_on(node) {
            text.push(' ');
        }
    }
}
