//! Making a draft valid, from the leaves up.

use std::borrow::Cow;

use super::characters::{scan, settle_text, without_forbidden};
use super::loss::{Loss, LossKind, Losses};
use super::{
    ALWAYS, CUT, DIRTY, Draft, Kind, NONE, PLAIN, SHORN, vocabulary_of, vocabulary_of_attribute,
};
use crate::component::schema::kind::{Type, is_space};
use crate::component::schema::model::Children;
use crate::component::schema::{Content, TYPES};

/// The children of an element, seen by a content model.
struct Walk<'d, 'r> {
    draft: &'d Draft<'r>,
    mixed: bool,
}

impl Walk<'_, '_> {
    /// The first place from here on that a content model looks at.
    fn place(&self, mut at: u32) -> u32 {
        while at != NONE {
            let node = self.draft.node(at);
            match node.kind {
                Kind::Element => break,
                Kind::Text if !self.mixed => break,
                Kind::Text | Kind::Instruction => at = node.next,
            }
        }
        at
    }
}

impl Children for Walk<'_, '_> {
    type Place = u32;

    fn name(&self, place: u32) -> Option<u16> {
        if place == NONE {
            return None;
        }
        let node = self.draft.node(place);
        Some(if node.kind == Kind::Element {
            node.name.0
        } else {
            u16::MAX
        })
    }

    fn next(&self, place: u32) -> u32 {
        self.place(self.draft.node(place).next)
    }
}

impl<'r> Draft<'r> {
    /// Makes the tree valid whatever it holds, and tells what was lost and what was put in.
    ///
    /// Children are put in the order of the schema; what has no place or a forbidden value is cut out;
    /// a mandatory part that is missing is filled with its emptiest form, and where there is none the
    /// smallest element around it that can be left out is cut out. In MathML nothing is reordered or
    /// filled in. A required attribute of the root without an emptiest form gets the first value that its
    /// type enumerates; with that, `pat:PatentPublication` and `pat:BibliographicData` can always be
    /// made valid.
    ///
    /// Whether another root could be is told by [`Self::is_broken`].
    pub fn conform(&mut self) -> Vec<Loss> {
        let mut losses = Losses::new();
        self.ids.clear();
        self.references.clear();
        for index in (0..self.nodes.len() as u32).rev() {
            self.settle(index, &mut losses);
        }
        self.settle_identity(&mut losses);
        if losses.is_empty() {
            return Vec::new();
        }
        losses.retain(|noted| {
            noted.loss.kind != LossKind::MissingMandatory || !self.is_gone(noted.node)
        });
        losses.sort_by_key(|noted| noted.node);
        self.find_vocabularies();
        losses.into_iter().map(|noted| noted.loss).collect()
    }

    /// Whether the tree could not be made valid: its root lacks what it cannot be without.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// Notes which vocabularies are still in use.
    fn find_vocabularies(&mut self) {
        let mut used = ALWAYS;
        for index in (0..self.nodes.len() as u32).filter(|index| !self.is_gone(*index)) {
            used |= vocabulary_of(self.node(index).name);
            for attribute in self.attributes_of(index) {
                used |= vocabulary_of_attribute(self.attributes[attribute as usize].name);
            }
        }
        self.used = used;
    }

    /// Makes one node valid; the nodes below it already are.
    fn settle(&mut self, index: u32, losses: &mut Losses) {
        let node = self.node(index);
        if node.flags & CUT != 0 {
            return;
        }
        let kind = node.kind;
        self.settle_characters(index, losses);
        let stays = match kind {
            Kind::Text => true,
            Kind::Instruction => self.settle_instruction(index, losses),
            Kind::Element => {
                self.settle_attributes(index, losses) && self.settle_content(index, losses)
            }
        };
        if stays {
            return;
        }
        if index == 0 {
            self.broken = true;
        } else {
            self.cut(index, losses);
        }
    }

    /// Replaces characters that XML does not allow in the text of a node.
    fn settle_characters(&mut self, index: u32, losses: &mut Losses) {
        let node = &mut self.nodes[index as usize];
        let scanned = scan(node.text.as_bytes());
        if !scanned.special {
            node.flags |= PLAIN;
        }
        if scanned.suspect
            && let Some(text) = without_forbidden(&node.text)
        {
            node.text = Cow::Owned(text);
            let text = self.node(index).text.clone().into_owned();
            self.note(losses, index, LossKind::BadCharacter, text);
        }
    }

    /// Whether an instruction can be written.
    fn settle_instruction(&mut self, index: u32, losses: &mut Losses) -> bool {
        let attribute = self.node(index).attribute;
        if let Some(data) = without_forbidden(&self.attributes[attribute as usize].value) {
            self.attributes[attribute as usize].value = Cow::Owned(data.clone());
            self.note(losses, index, LossKind::BadCharacter, data);
        }
        let target = &self.node(index).text;
        let data = &self.attributes[attribute as usize].value;
        Type::NcName.accepts(target) && !target.eq_ignore_ascii_case("xml") && !data.contains("?>")
    }

    /// Whether the content is valid, or could be made so.
    fn settle_content(&mut self, index: u32, losses: &mut Losses) -> bool {
        if self.node(index).flags & DIRTY != 0 {
            self.unlink(index);
        }
        let node = self.node(index);
        let (first, bare) = (node.first, node.text.is_empty());
        match node.name.element().content {
            Content::Simple(kind) => {
                if first != NONE {
                    self.merge_text(index, losses);
                }
                settle_text(
                    &mut self.nodes[index as usize].text,
                    &TYPES[usize::from(kind)],
                )
            }
            Content::Empty => {
                if !bare || first != NONE {
                    self.strip(index, false, losses);
                }
                true
            }
            Content::Text => {
                if first != NONE {
                    self.strip(index, true, losses);
                }
                true
            }
            Content::Mixed(_) => {
                (first == NONE || self.follows_model(index, true)) || {
                    self.repair_mixed(index, losses);
                    true
                }
            }
            Content::Children(_) => {
                if !bare && self.node(index).text.chars().all(is_space) {
                    self.node_mut(index).text = Cow::Borrowed("");
                    self.node_mut(index).flags |= PLAIN;
                }
                let bare = self.node(index).text.is_empty();
                (bare && self.follows_model(index, false)) || self.repair(index, losses)
            }
        }
    }

    /// Whether the children follow the content model as they stand.
    fn follows_model(&self, index: u32, mixed: bool) -> bool {
        let walk = Walk { draft: self, mixed };
        let node = self.node(index);
        let start = walk.place(node.first);
        node.name
            .particle()
            .and_then(|particle| particle.accept(&walk, start))
            == Some(NONE)
    }

    /// Takes the children that were cut out from the list of an element.
    fn unlink(&mut self, index: u32) {
        let live: Vec<u32> = self
            .children(index)
            .filter(|child| self.node(*child).flags & CUT == 0)
            .collect();
        self.relink(index, &live);
        self.node_mut(index).flags &= !DIRTY;
    }

    /// Makes nodes the children of an element, in this order.
    pub(super) fn relink(&mut self, index: u32, children: &[u32]) {
        let node = self.node_mut(index);
        (node.first, node.last) = (NONE, NONE);
        for child in children {
            self.node_mut(*child).next = NONE;
            self.append(index, *child);
        }
    }

    /// Cuts out the elements in an element, and its text as well if it may have none.
    fn strip(&mut self, index: u32, text: bool, losses: &mut Losses) {
        if !text {
            self.strip_text(index, losses);
        }
        let elements: Vec<u32> = self
            .children(index)
            .filter(|child| self.node(*child).kind == Kind::Element)
            .collect();
        for child in elements {
            self.cut(child, losses);
        }
        self.unlink(index);
    }

    /// Cuts out the text in an element that may have none; white space goes without a word.
    pub(super) fn strip_text(&mut self, index: u32, losses: &mut Losses) {
        let own = std::mem::replace(&mut self.node_mut(index).text, Cow::Borrowed(""));
        if !own.chars().all(is_space) {
            self.note_text(losses, index, &own);
            self.node_mut(index).flags |= SHORN;
        }
        let texts: Vec<u32> = self
            .children(index)
            .filter(|child| self.node(*child).kind == Kind::Text)
            .collect();
        for child in texts {
            if self.node(child).text.chars().all(is_space) {
                self.drop_silently(child);
            } else {
                self.cut(child, losses);
            }
        }
        if self.node(index).flags & DIRTY != 0 {
            self.unlink(index);
        }
    }

    /// Joins the text in an element of a simple type and cuts out the elements in it.
    fn merge_text(&mut self, index: u32, losses: &mut Losses) {
        let mut text = String::from(&*self.node(index).text);
        let children: Vec<u32> = self.children(index).collect();
        let mut plain = self.node(index).flags & PLAIN;
        for child in children {
            match self.node(child).kind {
                Kind::Text => {
                    text.push_str(&self.node(child).text);
                    plain &= self.node(child).flags;
                    self.drop_silently(child);
                }
                Kind::Element => self.cut(child, losses),
                Kind::Instruction => {}
            }
        }
        let node = self.node_mut(index);
        node.text = Cow::Owned(text);
        node.flags = node.flags & !PLAIN | plain & PLAIN;
        self.unlink(index);
    }
}
