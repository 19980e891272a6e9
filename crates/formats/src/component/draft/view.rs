//! Looking at what stands in a draft.

use super::{Draft, Kind, NONE};
use crate::component::schema::{AttrName, Name};
use model::Str;

/// An element of a draft, to be looked at.
#[derive(Clone, Copy)]
pub struct View<'d, 'r> {
    draft: &'d Draft<'r>,
    index: u32,
}

/// A piece of what an element holds.
#[derive(Clone, Copy)]
pub enum Inside<'d, 'r> {
    /// Characters.
    Text(&'d str),
    /// An element.
    Element(View<'d, 'r>),
    /// A processing instruction: target and data.
    Instruction(&'d str, &'d str),
}

impl<'r> Draft<'r> {
    /// The root, to be looked at.
    pub fn view(&self) -> View<'_, 'r> {
        View {
            draft: self,
            index: 0,
        }
    }
}

impl<'d, 'r> View<'d, 'r> {
    /// The name.
    pub fn name(self) -> Name {
        self.draft.node(self.index).name
    }

    /// The value of an attribute, or the empty text.
    pub fn value(self, name: AttrName) -> &'d str {
        let mut all = self.attributes();
        all.find(|(own, _)| *own == name)
            .map_or("", |(_, value)| value)
    }

    /// Names and values of all attributes.
    pub fn attributes(self) -> impl Iterator<Item = (AttrName, &'d str)> {
        let draft = self.draft;
        draft.attributes_of(self.index).map(move |at| {
            let attribute = &draft.attributes[at as usize];
            (attribute.name, attribute.value.as_ref())
        })
    }

    /// All that the element holds, in order.
    pub fn pieces(self) -> impl Iterator<Item = Inside<'d, 'r>> {
        let draft = self.draft;
        let own = draft.node(self.index).text.as_ref();
        let first = (!own.is_empty()).then_some(Inside::Text(own));
        let rest = draft.standing(self.index).map(move |index| {
            let node = draft.node(index);
            match node.kind {
                Kind::Element => Inside::Element(View { draft, index }),
                Kind::Text => Inside::Text(node.text.as_ref()),
                Kind::Instruction if node.attribute == NONE => Inside::Instruction(&node.text, ""),
                Kind::Instruction => {
                    let data = &draft.attributes[node.attribute as usize].value;
                    Inside::Instruction(node.text.as_ref(), data.as_ref())
                }
            }
        });
        first.into_iter().chain(rest)
    }

    /// The child elements, in order.
    pub fn elements(self) -> impl Iterator<Item = Self> {
        let draft = self.draft;
        draft
            .standing(self.index)
            .filter(|index| draft.node(*index).kind == Kind::Element)
            .map(move |index| Self { draft, index })
    }

    /// The child elements of a name, in order.
    pub fn all(self, name: Name) -> impl Iterator<Item = Self> {
        self.elements().filter(move |child| child.name() == name)
    }

    /// The first child element of a name.
    pub fn child(self, name: Name) -> Option<Self> {
        self.all(name).next()
    }

    /// All its text in order, trimmed.
    pub fn text(self) -> Str {
        let mut pieces = self.pieces();
        if let (Some(Inside::Text(only)), None) = (pieces.next(), pieces.next()) {
            return only.trim().into();
        }
        let mut out = String::new();
        self.say(&mut out);
        out.trim().into()
    }

    fn say(self, out: &mut String) {
        for piece in self.pieces() {
            match piece {
                Inside::Text(text) => out.push_str(text),
                Inside::Element(inner) => inner.say(out),
                Inside::Instruction(..) => {}
            }
        }
    }

    /// The text of the first child element of a name, or the empty text.
    pub fn text_of(self, name: Name) -> Str {
        self.child(name).map(Self::text).unwrap_or_default()
    }

    /// The texts of all child elements of a name.
    pub fn texts_of(self, name: Name) -> Vec<Str> {
        self.all(name).map(Self::text).collect()
    }
}
