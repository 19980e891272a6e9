//! Making a draft valid, from the leaves up.

use std::borrow::Cow;

use super::loss::{Loss, LossKind, Losses};
use super::{
    ALWAYS, CUT, DIRTY, Draft, Kind, NONE, PLAIN, SHORN, vocabulary_of, vocabulary_of_attribute,
};
use crate::st96::schema::kind::{Type, is_space};
use crate::st96::schema::model::Children;
use crate::st96::schema::{AttrName, Content, TYPES, empty};

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
        if !stays && index != 0 {
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

    /// Whether the attributes are valid, or could be made so.
    fn settle_attributes(&mut self, index: u32, losses: &mut Losses) -> bool {
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

/// Whether a type takes a text, whose white space is normalized if that helps.
fn settle_text(text: &mut Cow<'_, str>, kind: &Type) -> bool {
    if kind.accepts(text) {
        return true;
    }
    match kind.normalize(text) {
        Some(normal) => {
            *text = Cow::Owned(normal);
            true
        }
        None => false,
    }
}

/// What a look at all bytes of a text finds.
struct Scanned {
    /// There may be a character that XML does not allow.
    suspect: bool,
    /// There is a character that text must escape.
    special: bool,
    /// There is a character that attribute values must escape besides.
    quoted: bool,
}

/// Looks at all bytes; written so that the compiler can do many at once.
fn scan(bytes: &[u8]) -> Scanned {
    let (mut suspect, mut special, mut quoted) = (0, 0, 0);
    for byte in bytes {
        let control = u8::from(*byte < 0x20);
        let white = u8::from(*byte == b'\t') | u8::from(*byte == b'\n');
        let carriage = u8::from(*byte == b'\r');
        suspect |= (control & !(white | carriage)) | u8::from(*byte == 0xef);
        special |=
            u8::from(*byte == b'<') | u8::from(*byte == b'&') | u8::from(*byte == b'>') | carriage;
        quoted |= white | u8::from(*byte == b'"');
    }
    Scanned {
        suspect: suspect != 0,
        special: special != 0,
        quoted: quoted != 0,
    }
}

/// The text with U+FFFD for characters that XML 1.0 does not allow, if it has any.
fn without_forbidden(text: &str) -> Option<String> {
    let forbidden = |letter: char| matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    text.contains(forbidden)
        .then(|| text.replace(forbidden, "\u{fffd}"))
}
