//! The writer of ST.97: the same draft as that of ST.96, as JSON.
//!
//! A property is a child or an attribute; what may repeat is an array; text beside attributes is `$`. What extends
//! another type holds that type under its name. Of anonymous groups those have a name that would be unclear without
//! one. Mixed text, and parts whose order matters, are an array of runs under `$`: texts, and objects of one
//! property each. Nothing is written empty: children without any content are listed by name in
//! `emptyProperties`.
//!
//! Clause: ST.97

mod group;
mod json;

use super::shape::{self, Form, Shape};
use super::value::{self, Value};
use super::{EMPTY, TEXT, name};
use crate::component::draft::{Draft, NodeId, Piece};
use crate::component::schema::{AttrName, Content, ContentKind, Name, TYPES};
use crate::{Cost, component};
pub(super) use group::is_list_in_choice;
use group::{Entry, Group};
use json::Json;
use model::Record;
use std::borrow::Cow;

/// Writes a record as one ST.97 document and appends it to `out`.
pub fn write(record: &Record, out: &mut Vec<u8>) -> Cost {
    let (draft, cost) = match component::draft_of(record) {
        Ok(drafted) => drafted,
        Err(cost) => return cost,
    };
    let mut writer = Writer {
        draft: &draft,
        json: Json::new(out),
    };
    let root = draft.root();
    writer.json.begin_object();
    writer.json.name(name::of(draft.name(root)));
    writer.element(root);
    writer.json.end_object();
    out.push(b'\n');
    cost
}

struct Writer<'d, 'r, 'o> {
    draft: &'d Draft<'r>,
    json: Json<'o>,
}

/// What an element holds, as far as its form is decided.
enum Held<'d> {
    Text(Cow<'d, str>),
    Runs(Vec<Piece<'d>>),
    /// Entries of each level of the type, the innermost base first.
    Levels(Vec<Vec<Entry>>),
}

impl<'d> Writer<'d, '_, '_> {
    /// The value of an element.
    fn element(&mut self, node: NodeId) {
        let name = self.draft.name(node);
        match shape::form(name) {
            Form::Plain => {
                let text = self.text(node);
                self.value(leaf_type(name), &text);
            }
            Form::Runs => {
                self.json.begin_object();
                for (attribute, value) in self.draft.attributes_at(node) {
                    self.property(name, attribute, value);
                }
                let pieces = self.draft.pieces(node);
                self.runs(&pieces);
                self.json.end_object();
            }
            Form::Shaped(shape) => {
                let mut held = self.held(node, shape);
                self.object(node, shape, &mut held);
            }
        }
    }

    /// An object of a type: what it extends, its attributes, its content.
    fn object(&mut self, node: NodeId, shape: &'static Shape, held: &mut Held<'d>) {
        let owner = self.draft.name(node);
        self.json.begin_object();
        if let Some(base) = shape.base() {
            let own = match held {
                Held::Levels(levels) => levels.pop(),
                _ => None,
            };
            if self.has_any(node, base, held) {
                self.json.name(base.name);
                self.object(node, base, held);
            }
            self.attributes(node, owner, shape);
            if let Some(own) = own {
                self.entries(own);
            }
        } else {
            self.attributes(node, owner, shape);
            match held {
                Held::Text(text) if text.is_empty() => {}
                Held::Text(text) => {
                    self.json.name(TEXT);
                    self.value(leaf_type(owner), text);
                }
                Held::Runs(pieces) => {
                    let pieces = std::mem::take(pieces);
                    self.runs(&pieces);
                }
                Held::Levels(levels) => {
                    let own = levels.pop().unwrap_or_default();
                    self.entries(own);
                }
            }
        }
        self.json.end_object();
    }

    /// Whether an object of a base type would hold anything.
    fn has_any(&self, node: NodeId, shape: &'static Shape, held: &Held<'_>) -> bool {
        let content = match held {
            Held::Text(text) => !text.is_empty(),
            Held::Runs(pieces) => !pieces.is_empty(),
            Held::Levels(levels) => levels.iter().any(|level| !level.is_empty()),
        };
        let mut level = Some(shape);
        let mut attributes = false;
        while let Some(shape) = level {
            attributes |= self
                .draft
                .attributes_at(node)
                .any(|(name, _)| shape.has(name));
            level = shape.base();
        }
        content || attributes
    }

    fn attributes(&mut self, node: NodeId, owner: Name, shape: &'static Shape) {
        for (attribute, value) in self.draft.attributes_at(node) {
            if shape.has(attribute) {
                self.property(owner, attribute, value);
            }
        }
    }

    fn property(&mut self, owner: Name, attribute: AttrName, value: &str) {
        if !value.is_empty() {
            self.json.name(name::of_attribute(attribute));
            self.value(owner.attribute_type(attribute), value);
        }
    }

    fn value(&mut self, kind: Option<&crate::component::schema::kind::Type>, text: &str) {
        match value::of(kind, text) {
            Value::Bare(text) => self.json.bare(text),
            Value::Text(text) => self.json.text(text),
        }
    }

    fn text(&self, node: NodeId) -> Cow<'d, str> {
        match self.draft.pieces(node).into_iter().next() {
            Some(Piece::Text(text)) => text,
            _ => Cow::Borrowed(""),
        }
    }

    /// Decides in which form the content of an element stands.
    fn held(&self, node: NodeId, shape: &'static Shape) -> Held<'d> {
        let kind = self.draft.name(node).content();
        if kind == ContentKind::Simple {
            return Held::Text(self.text(node));
        }
        let pieces = self.draft.pieces(node);
        if kind == ContentKind::Mixed {
            return match pieces.as_slice() {
                [Piece::Text(_)] => Held::Text(self.text(node)),
                _ => Held::Runs(pieces),
            };
        }
        let children: Option<Vec<(Name, NodeId)>> = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Element(node) => Some((self.draft.name(*node), *node)),
                Piece::Text(_) | Piece::Instruction(..) => None,
            })
            .collect();
        match children.and_then(|children| group::levels(shape, &children)) {
            Some(levels) => Held::Levels(levels),
            None => Held::Runs(pieces),
        }
    }

    /// The properties that stand for children and groups.
    fn entries(&mut self, entries: Vec<Entry>) {
        let mut empty = Vec::new();
        for group in group::gather(entries) {
            let Group {
                name,
                many,
                mut items,
            } = group;
            if !many && items.len() == 1 {
                if let Some(Entry::Child(node, _)) = items.first()
                    && self.is_empty(*node)
                {
                    empty.push(name);
                    continue;
                }
                self.json.name(name);
                self.entry(items.remove(0));
                continue;
            }
            self.json.name(name);
            self.json.begin_array();
            for item in items {
                self.entry(item);
            }
            self.json.end_array();
        }
        self.empty(&empty);
    }

    fn entry(&mut self, entry: Entry) {
        match entry {
            Entry::Child(node, _) => self.element(node),
            Entry::Group(_, entries, _) => {
                self.json.begin_object();
                self.entries(entries);
                self.json.end_object();
            }
        }
    }

    /// Lists the children that hold nothing.
    fn empty(&mut self, names: &[&str]) {
        if names.is_empty() {
            return;
        }
        self.json.name(EMPTY);
        self.json.begin_array();
        for name in names {
            self.json.text(name);
        }
        self.json.end_array();
    }

    /// Text and elements in their order.
    fn runs(&mut self, pieces: &[Piece<'_>]) {
        if pieces.is_empty() {
            return;
        }
        self.json.name(TEXT);
        if let [Piece::Text(text)] = pieces {
            self.json.text(text);
            return;
        }
        self.json.begin_array();
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.json.text(text),
                Piece::Instruction(target, data) => {
                    self.json.begin_object();
                    self.json.name(super::INSTRUCTION);
                    let text = format!("{target} {data}");
                    self.json.text(text.trim_end());
                    self.json.end_object();
                }
                Piece::Element(node) => {
                    self.json.begin_object();
                    let name = name::of(self.draft.name(*node));
                    if self.is_empty(*node) {
                        self.empty(&[name]);
                    } else {
                        self.json.name(name);
                        self.element(*node);
                    }
                    self.json.end_object();
                }
            }
        }
        self.json.end_array();
    }

    /// Whether an element has neither content nor attributes that say something.
    fn is_empty(&self, node: NodeId) -> bool {
        self.draft.pieces(node).is_empty()
            && self
                .draft
                .attributes_at(node)
                .all(|(_, value)| value.is_empty())
    }
}

/// The type of an element's text, if that is simple.
fn leaf_type(name: Name) -> Option<&'static crate::component::schema::kind::Type> {
    match name.element().content {
        Content::Simple(kind) => Some(&TYPES[usize::from(kind)]),
        _ => None,
    }
}
