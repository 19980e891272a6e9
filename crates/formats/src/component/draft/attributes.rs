//! The attributes of an element.

use std::borrow::Cow;

use super::characters::{scan, settle_text, without_forbidden};
use super::loss::{LossKind, Losses};
use super::{Draft, NONE, PLAIN, SHORN};
use crate::component::schema::kind::Type;
use crate::component::schema::{AttrName, empty};

impl Draft<'_> {
    /// Whether the attributes are valid, or could be made so.
    pub(super) fn settle_attributes(&mut self, index: u32, losses: &mut Losses) -> bool {
        let name = self.node(index).name;
        let required = name.required_attributes();
        let mut at = self.node(index).attribute;
        if at == NONE && required == 0 {
            return true;
        }
        let mut seen = 0;
        while at != NONE {
            let next = self.attributes[at as usize].next;
            let own = self.attributes[at as usize].name;
            let declared = name.attribute(own.0).filter(|_| self.is_first(index, at));
            self.settle_value_characters(index, at, losses);
            match declared {
                Some(attribute) if self.settle_value(index, at, attribute.kind()) => {
                    seen += u8::from(attribute.required);
                }
                _ => {
                    let text = self.attributes[at as usize].value.clone().into_owned();
                    self.note_attribute(losses, (index, at), LossKind::NoPlace, text);
                    self.remove_attribute(index, at);
                }
            }
            at = next;
        }
        seen == required || self.fill_attributes(index, losses)
    }

    /// Whether no attribute before this one has its name.
    fn is_first(&self, node: u32, attribute: u32) -> bool {
        let own = self.attributes[attribute as usize].name;
        let first = self
            .attributes_of(node)
            .find(|at| self.attributes[*at as usize].name == own);
        first == Some(attribute)
    }

    fn settle_value_characters(&mut self, node: u32, attribute: u32, losses: &mut Losses) {
        let place = &mut self.attributes[attribute as usize];
        let scanned = scan(place.value.as_bytes());
        if !scanned.special && !scanned.quoted {
            place.flags |= PLAIN;
        }
        if scanned.suspect
            && let Some(text) = without_forbidden(&place.value)
        {
            place.value = Cow::Owned(text.clone());
            self.note_attribute(losses, (node, attribute), LossKind::BadCharacter, text);
        }
    }

    /// Whether a type takes the value of an attribute; identifiers are looked at when the tree stands.
    fn settle_value(&mut self, node: u32, attribute: u32, kind: &Type) -> bool {
        match kind {
            Type::Id => self.ids.push((node, attribute)),
            Type::IdRef | Type::IdRefs => self.references.push((node, attribute)),
            _ => return settle_text(&mut self.attributes[attribute as usize].value, kind),
        }
        true
    }

    /// Adds the required attributes that are missing; whether all could be added.
    fn fill_attributes(&mut self, index: u32, losses: &mut Losses) -> bool {
        let name = self.node(index).name;
        for attribute in name
            .attribute_list()
            .iter()
            .filter(|attribute| attribute.required)
        {
            let present = self
                .attributes_of(index)
                .any(|at| self.attributes[at as usize].name.0 == attribute.name);
            if present {
                continue;
            }
            let kind = attribute.kind();
            let identifier = matches!(kind, Type::Id);
            let value = match empty::attribute_value(kind) {
                _ if identifier => Some(""),
                None if index == 0 => kind.values().first().copied(),
                value => value,
            };
            let Some(value) = value else { return false };
            let at = self.push_attribute(index, AttrName(attribute.name), Cow::Borrowed(value));
            if identifier {
                self.ids.push((index, at));
            } else {
                let kind = LossKind::MissingMandatory;
                self.note_attribute(losses, (index, at), kind, value.to_owned());
            }
        }
        true
    }

    /// Takes an attribute off a node.
    pub(super) fn remove_attribute(&mut self, node: u32, attribute: u32) {
        let next = self.attributes[attribute as usize].next;
        let before = self
            .attributes_of(node)
            .find(|at| self.attributes[*at as usize].next == attribute);
        match before {
            Some(before) => self.attributes[before as usize].next = next,
            None => self.node_mut(node).attribute = next,
        }
        self.node_mut(node).flags |= SHORN;
    }
}
