//! What a source says more than its record: found by comparing, kept, and put back.
//!
//! A record is drawn from a source, and a draft is written from the record. Where the two differ, the part of the
//! source is carried in the record. Laid over a draft that was written later, it gives the source again.

use super::{CUT, Draft, Kind, NONE, NodeId};
use crate::component::schema::model::{Particle, Term};
use crate::component::schema::{ContentKind, Name, pat};
use model::{Carried, Markup, Stand};
use std::collections::BTreeMap;

impl<'r> Draft<'r> {
    /// What must be carried so that `written` becomes this draft.
    pub fn carried(&self, written: &Draft<'_>) -> Vec<Carried> {
        let mut found = Vec::new();
        let root = self.root();
        if self.name(root) != written.name(root) {
            found.push(Carried {
                name: self.name(root).text().into(),
                stand: Stand::Part(self.markup(root)),
                ..Carried::default()
            });
            return found;
        }
        let mut comparison = Comparison {
            source: self,
            written,
            found: &mut found,
        };
        let whole = Place {
            within: "",
            name: self.name(root),
            position: 0,
        };
        comparison.compare(root.0, root.0, &whole, "");
        found
    }

    /// Puts carried parts in their places; gives those that have none any more.
    pub fn lay<'c>(&mut self, carried: &'c [Carried]) -> Vec<&'c Carried>
    where
        'c: 'r,
    {
        let mut left = Vec::new();
        let mut edits: BTreeMap<u32, Edit<'c>> = BTreeMap::new();
        let mut places: BTreeMap<&str, Option<u32>> = BTreeMap::new();
        for part in carried {
            if part.position == 0 {
                self.lay_root(part, &mut left);
                continue;
            }
            let parent = *places
                .entry(part.within.as_str())
                .or_insert_with(|| self.place(&part.within));
            let Some(parent) = parent else {
                left.push(part);
                continue;
            };
            let at = usize::try_from(part.position).unwrap_or(usize::MAX) - 1;
            let here = self.called(parent, &part.name).nth(at);
            let edit = edits.entry(parent).or_default();
            match (&part.stand, here) {
                (Stand::Part(markup), Some(here)) => edit.replaced.push((here, Some(markup))),
                (Stand::Part(markup), None) => edit.added.push(markup),
                (Stand::Nothing(_), Some(here)) => edit.replaced.push((here, None)),
                (Stand::Nothing(_), None) => {}
                (Stand::Attributes(markup), Some(here)) => self.dress(here, markup),
                (Stand::Attributes(_), None) => left.push(part),
            }
        }
        for (parent, edit) in edits {
            self.edit(parent, edit);
        }
        left
    }

    /// Gives the root other attributes, or makes the whole draft anew.
    fn lay_root<'c>(&mut self, part: &'c Carried, left: &mut Vec<&'c Carried>)
    where
        'c: 'r,
    {
        match &part.stand {
            Stand::Attributes(markup) => self.dress(0, markup),
            Stand::Part(markup) => match Self::of(markup) {
                Some(whole) => *self = whole,
                None => left.push(part),
            },
            Stand::Nothing(_) => {}
        }
    }

    /// Gives an element the attributes of a part instead of its own.
    fn dress(&mut self, index: u32, part: &'r Markup) {
        self.node_mut(index).attribute = super::NONE;
        self.attributes_from(NodeId(index), part);
    }

    fn edit(&mut self, parent: u32, edit: Edit<'r>) {
        let mut order = Vec::new();
        let replaced: BTreeMap<u32, Option<&'r Markup>> = edit.replaced.into_iter().collect();
        for child in self.standing(parent).collect::<Vec<u32>>() {
            let Some(part) = replaced.get(&child) else {
                order.push(child);
                continue;
            };
            // What is replaced is gone with its identifiers.
            self.node_mut(child).flags |= CUT;
            self.shorn = true;
            if let Some(part) = part {
                order.extend(self.graft_loose(parent, part));
            }
        }
        for part in edit.added {
            order.extend(self.graft_loose(parent, part));
        }
        self.relink(parent, &order);
    }

    /// The element that names with positions lead to.
    fn place(&self, within: &str) -> Option<u32> {
        let mut here = 0;
        for step in within.split('/').filter(|step| !step.is_empty()) {
            let (name, rest) = step.split_once('[')?;
            let position: usize = rest.strip_suffix(']')?.parse().ok()?;
            here = self.called(here, name).nth(position.checked_sub(1)?)?;
        }
        Some(here)
    }

    fn called(&self, parent: u32, name: &str) -> impl Iterator<Item = u32> {
        let name = Name::find(name);
        self.standing(parent).filter(move |child| {
            let node = self.node(*child);
            node.kind == Kind::Element && Some(node.name) == name
        })
    }
}

/// What is to be done with the children of one element.
#[derive(Default)]
struct Edit<'c> {
    replaced: Vec<(u32, Option<&'c Markup>)>,
    added: Vec<&'c Markup>,
}

/// Where a part stands.
struct Place<'p> {
    within: &'p str,
    name: Name,
    position: usize,
}

impl Place<'_> {
    fn carried(&self, stand: Stand) -> Carried {
        Carried {
            within: self.within.into(),
            name: self.name.text().into(),
            position: self.position as u64,
            stand,
        }
    }
}

struct Comparison<'d, 's, 'w> {
    source: &'d Draft<'s>,
    written: &'d Draft<'w>,
    found: &'d mut Vec<Carried>,
}

impl Comparison<'_, '_, '_> {
    /// Compares two elements of one name; `path` leads to the children.
    fn compare(&mut self, source: u32, written: u32, place: &Place<'_>, path: &str) {
        if is_container(place.name) && self.compare_children(source, written, path) {
            if !self.same_attributes(source, written) {
                let shell = self.source.shell(NodeId(source));
                self.found.push(place.carried(Stand::Attributes(shell)));
            }
        } else if !self.same(source, written) {
            let part = self.source.markup(NodeId(source));
            self.found.push(place.carried(Stand::Part(part)));
        }
    }

    /// Compares the children of two containers; `false` when only the whole can be carried.
    fn compare_children(&mut self, source: u32, written: u32, path: &str) -> bool {
        let ours = elements(self.source, source);
        let theirs = elements(self.written, written);
        let (Some(ours), Some(theirs)) = (ours, theirs) else {
            return false;
        };
        let name = self.source.node(source).name;
        let names = |list: &[(Name, u32)]| list.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        if names(&ours) != names(&theirs) && !name.particle().is_some_and(is_ordered) {
            return false;
        }
        let mut groups: BTreeMap<Name, (Vec<u32>, Vec<u32>)> = BTreeMap::new();
        for (name, node) in ours {
            groups.entry(name).or_default().0.push(node);
        }
        for (name, node) in theirs {
            groups.entry(name).or_default().1.push(node);
        }
        for (name, (ours, theirs)) in groups {
            for at in 0..ours.len().max(theirs.len()) {
                let place = Place {
                    within: path,
                    name,
                    position: at + 1,
                };
                match (ours.get(at), theirs.get(at)) {
                    (Some(ours), Some(theirs)) => {
                        let below = step(path, &place);
                        self.compare(*ours, *theirs, &place, &below);
                    }
                    (Some(ours), None) => {
                        let part = self.source.markup(NodeId(*ours));
                        self.found.push(place.carried(Stand::Part(part)));
                    }
                    _ => self.found.push(place.carried(Stand::Nothing(true))),
                }
            }
        }
        true
    }

    /// Whether two elements of one name are alike, with all in them.
    fn same(&self, source: u32, written: u32) -> bool {
        let mut waiting = vec![(source, written)];
        while let Some((ours, theirs)) = waiting.pop() {
            if !self.same_attributes(ours, theirs) || !self.same_pieces(ours, theirs, &mut waiting)
            {
                return false;
            }
        }
        true
    }

    /// Whether what two elements hold is alike; elements inside are left for later.
    fn same_pieces(&self, source: u32, written: u32, waiting: &mut Vec<(u32, u32)>) -> bool {
        let mut ours = Pieces::of(self.source, source);
        let mut theirs = Pieces::of(self.written, written);
        loop {
            match (ours.step(), theirs.step()) {
                (None, None) => return true,
                (Some(Step::Text), Some(Step::Text)) if ours.same_text(&mut theirs) => {}
                (Some(Step::Element(ours)), Some(Step::Element(theirs)))
                    if self.source.node(ours).name == self.written.node(theirs).name =>
                {
                    waiting.push((ours, theirs));
                }
                (Some(Step::Instruction(ours)), Some(Step::Instruction(theirs)))
                    if instruction(self.source, ours) == instruction(self.written, theirs) => {}
                _ => return false,
            }
        }
    }

    fn same_attributes(&self, source: u32, written: u32) -> bool {
        let ours = self.source.attributes_of(source);
        let theirs = self.written.attributes_of(written);
        let of = |draft: &'_ Draft<'_>, at: u32| draft.attributes[at as usize].name;
        if ours.count() != theirs.count() {
            return false;
        }
        let mut ours = self.source.attributes_of(source);
        ours.all(|at| {
            let ours = &self.source.attributes[at as usize];
            let mut theirs = self.written.attributes_of(written);
            theirs
                .find(|at| of(self.written, *at) == ours.name)
                .is_some_and(|at| self.written.attributes[at as usize].value == ours.value)
        })
    }
}

fn instruction<'d>(draft: &'d Draft<'_>, index: u32) -> (&'d str, &'d str) {
    let node = draft.node(index);
    let data = &draft.attributes[node.attribute as usize].value;
    (node.text.as_ref(), data.as_ref())
}

/// Whether parts within the element are carried one by one.
fn is_container(name: Name) -> bool {
    const TEXTS: [Name; 7] = [
        pat::PATENT_PUBLICATION,
        pat::APPLICATION_BODY,
        pat::BIBLIOGRAPHIC_DATA,
        pat::DESCRIPTION,
        pat::CLAIMS,
        pat::ABSTRACT,
        pat::DRAWINGS,
    ];
    name.content() == ContentKind::Children
        && (TEXTS.contains(&name) || name.text().ends_with("Bag"))
}

/// Whether the schema alone puts the children in their order.
fn is_ordered(particle: &'static Particle) -> bool {
    match particle.term {
        Term::Name(_) => true,
        Term::Set(_) | Term::Choice(..) => {
            particle.max == 1 && particle.parts().iter().all(is_ordered)
        }
        Term::Sequence(..) => particle.max == 1 && particle.parts().iter().all(is_ordered),
    }
}

fn step(path: &str, place: &Place<'_>) -> String {
    let own = format!("{}[{}]", place.name.text(), place.position);
    if path.is_empty() {
        own
    } else {
        format!("{path}/{own}")
    }
}

/// The child elements with their names; `None` when there is anything else.
fn elements(draft: &Draft<'_>, node: u32) -> Option<Vec<(Name, u32)>> {
    if !draft.node(node).text.trim().is_empty() {
        return None;
    }
    draft
        .standing(node)
        .map(|child| {
            let inner = draft.node(child);
            (inner.kind == Kind::Element).then_some((inner.name, child))
        })
        .collect()
}

/// What an element holds, step by step; texts that follow each other are one.
struct Pieces<'d, 'r> {
    draft: &'d Draft<'r>,
    /// The text that is open, and whether there may be more of it at `next`.
    text: &'d str,
    next: u32,
}

enum Step {
    Text,
    Element(u32),
    Instruction(u32),
}

impl<'d, 'r> Pieces<'d, 'r> {
    fn of(draft: &'d Draft<'r>, node: u32) -> Self {
        let own = draft.node(node);
        Self {
            draft,
            text: own.text.as_ref(),
            next: own.first,
        }
    }

    /// The next piece; a text is open then.
    fn step(&mut self) -> Option<Step> {
        loop {
            if !self.text.is_empty() {
                return Some(Step::Text);
            }
            if self.next == NONE {
                return None;
            }
            let here = self.next;
            let node = self.draft.node(here);
            self.next = node.next;
            if node.flags & CUT != 0 {
                continue;
            }
            match node.kind {
                Kind::Element => return Some(Step::Element(here)),
                Kind::Instruction => return Some(Step::Instruction(here)),
                Kind::Text => self.text = node.text.as_ref(),
            }
        }
    }

    /// Opens more of a text that was read to its end.
    fn more(&mut self) -> bool {
        while self.text.is_empty() && self.next != NONE {
            let node = self.draft.node(self.next);
            if node.flags & CUT == 0 {
                if node.kind != Kind::Text {
                    return false;
                }
                self.text = node.text.as_ref();
            }
            self.next = node.next;
        }
        !self.text.is_empty()
    }

    /// Whether the open texts are alike up to their ends, however they are parted.
    fn same_text(&mut self, other: &mut Self) -> bool {
        loop {
            let both = self.text.len().min(other.text.len());
            if self.text.as_bytes()[..both] != other.text.as_bytes()[..both] {
                return false;
            }
            // Where one of two equal texts ends, a character ends in both.
            self.text = &self.text[both..];
            other.text = &other.text[both..];
            match (self.more(), other.more()) {
                (true, true) => {}
                (mine, others) => return mine == others,
            }
        }
    }
}
