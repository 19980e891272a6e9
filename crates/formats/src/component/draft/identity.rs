//! Identifiers, each a name and used once, and the references to them.

use std::borrow::Cow;

use super::loss::{LossKind, Losses};
use super::{Draft, NONE};
use crate::component::schema::kind::{Type, collapse, is_space};

impl Draft<'_> {
    /// Makes identifiers and references valid in the tree as it stands now.
    pub(super) fn settle_identity(&mut self, losses: &mut Losses) {
        if self.ids.is_empty() && self.references.is_empty() {
            return;
        }
        let size = (self.ids.len() * 2 + 2).next_power_of_two();
        self.slots.clear();
        self.slots.resize(size, NONE);
        let ids = std::mem::take(&mut self.ids);
        let references = std::mem::take(&mut self.references);
        let shorn = self.shorn;
        let mut nameless = Vec::new();
        for (node, attribute) in ids.iter().rev().copied() {
            if shorn && self.is_gone(node) {
                continue;
            }
            if !self.keep_id(node, attribute, losses) {
                nameless.push((node, attribute));
            }
        }
        for (node, attribute) in nameless {
            self.name_anew(node, attribute, losses);
        }
        for (node, attribute) in references.iter().rev().copied() {
            if !(shorn && self.is_gone(node)) {
                self.settle_reference(node, attribute, losses);
            }
        }
        (self.ids, self.references) = (ids, references);
    }

    /// Notes an identifier; `false` if it is bad and the element must have one.
    fn keep_id(&mut self, node: u32, attribute: u32, losses: &mut Losses) -> bool {
        let place = &mut self.attributes[attribute as usize];
        if place.value.contains(is_space) {
            place.value = Cow::Owned(collapse(&place.value).into_owned());
        }
        if Type::Id.accepts(&place.value) && self.insert(attribute) {
            return true;
        }
        let place = &self.attributes[attribute as usize];
        let (name, text) = (place.name, place.value.clone().into_owned());
        if !text.is_empty() {
            self.note_attribute(losses, (node, attribute), LossKind::BadId, text);
        }
        let declared = self.node(node).name.attribute(name.0);
        if declared.is_some_and(|declared| declared.required) {
            return false;
        }
        self.remove_attribute(node, attribute);
        true
    }

    /// Gives an identifier that nothing else has.
    fn name_anew(&mut self, node: u32, attribute: u32, losses: &mut Losses) {
        let mut number = node;
        loop {
            let value = format!("id-{number}");
            self.attributes[attribute as usize].value = Cow::Owned(value.clone());
            if self.find(&value).is_none() && self.insert(attribute) {
                let kind = LossKind::MissingMandatory;
                return self.note_attribute(losses, (node, attribute), kind, value);
            }
            number = number.wrapping_add(1);
        }
    }

    /// Cuts references to nothing out of a list of references.
    fn settle_reference(&mut self, node: u32, attribute: u32, losses: &mut Losses) {
        let place = &self.attributes[attribute as usize];
        let words = || place.value.split(is_space).filter(|word| !word.is_empty());
        let declared = self.node(node).name.attribute(place.name.0);
        let single = declared.is_some_and(|declared| matches!(declared.kind(), Type::IdRef));
        let fine = words().next().is_some()
            && words().all(|word| self.find(word).is_some())
            && (!single || words().nth(1).is_none());
        if fine {
            return;
        }
        let limit = if single { 1 } else { usize::MAX };
        let kept: Vec<&str> = words()
            .filter(|word| self.find(word).is_some())
            .take(limit)
            .collect();
        let mut left = kept.as_slice();
        let mut missing = Vec::new();
        for word in words() {
            match left.split_first() {
                Some((first, rest)) if *first == word => left = rest,
                _ => missing.push(word.to_owned()),
            }
        }
        if missing.is_empty() {
            missing.push(String::new());
        }
        let kept = kept.join(" ");
        for word in missing {
            self.note_attribute(losses, (node, attribute), LossKind::BadIdref, word);
        }
        if kept.is_empty() {
            self.remove_attribute(node, attribute);
        } else {
            self.attributes[attribute as usize].value = Cow::Owned(kept);
        }
    }

    /// Puts the value of an attribute among the identifiers; `false` if it is there already.
    fn insert(&mut self, attribute: u32) -> bool {
        match self.probe(&self.attributes[attribute as usize].value) {
            Ok(_) => false,
            Err(slot) => {
                self.slots[slot] = attribute;
                true
            }
        }
    }

    /// The attribute that has a value as its identifier.
    fn find(&self, value: &str) -> Option<u32> {
        self.probe(value).ok()
    }

    /// The attribute with a value, or the free slot where it belongs.
    fn probe(&self, value: &str) -> Result<u32, usize> {
        let mask = self.slots.len() - 1;
        let hash = value.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        let mut slot = (hash ^ hash >> 15) as usize & mask;
        loop {
            match self.slots[slot] {
                NONE => return Err(slot),
                at if self.attributes[at as usize].value == value => return Ok(at),
                _ => slot = (slot + 1) & mask,
            }
        }
    }
}
