//! Children as properties: which group each stands in, and which of them are one array.

use super::super::name;
use super::super::shape::{self, Form, Part, Shape, Term};
use crate::component::draft::NodeId;
use crate::component::schema::Name;

/// A child, or a group of children that has a name; and whether it stands in an array whatever their number.
pub(super) enum Entry {
    Child(NodeId, Named),
    Group(&'static str, Vec<Self>, bool),
}

/// The name of a child, and whether it stands in an array whatever their number.
pub(super) struct Named {
    name: &'static str,
    many: bool,
}

/// The entries of one property.
pub(super) struct Group {
    pub(super) name: &'static str,
    /// Whether it is an array whatever their number.
    pub(super) many: bool,
    pub(super) items: Vec<Entry>,
}

impl Entry {
    fn name(&self) -> &'static str {
        match self {
            Self::Child(_, named) => named.name,
            Self::Group(name, ..) => name,
        }
    }

    fn many(&self) -> bool {
        match self {
            Self::Child(_, named) => named.many,
            Self::Group(_, _, many) => *many,
        }
    }
}

/// The children of an element as entries of each level of its type, the innermost base first.
///
/// `None` when properties cannot say in which order they stand, or when they do not follow the type.
pub(super) fn levels(
    shape: &'static Shape,
    children: &[(Name, NodeId)],
) -> Option<Vec<Vec<Entry>>> {
    let mut chain = vec![shape];
    while let Some(base) = chain.last().and_then(|shape| shape.base()) {
        chain.push(base);
    }
    let mut walk = Walk { children, at: 0 };
    let mut levels = Vec::new();
    for shape in chain.into_iter().rev() {
        if shape.is_ordered() {
            return None;
        }
        let mut entries = Vec::new();
        for part in shape.parts() {
            walk.part(part, false, &mut entries);
        }
        if !is_gathered(&entries) {
            return None;
        }
        levels.push(entries);
    }
    (walk.at == children.len()).then_some(levels)
}

/// Entries of one name as one property, in the order in which the names come first.
pub(super) fn gather(entries: Vec<Entry>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for entry in entries {
        match groups.last_mut().filter(|last| last.name == entry.name()) {
            Some(group) => group.items.push(entry),
            None => groups.push(Group {
                name: entry.name(),
                many: entry.many(),
                items: vec![entry],
            }),
        }
    }
    groups
}

/// Whether entries of one name always stand together.
fn is_gathered(entries: &[Entry]) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    for entry in entries {
        let name = entry.name();
        if seen.last() != Some(&name) {
            if seen.contains(&name) {
                return false;
            }
            seen.push(name);
        }
    }
    entries.iter().all(|entry| match entry {
        Entry::Child(..) => true,
        Entry::Group(_, inner, _) => is_gathered(inner),
    })
}

/// A walk along a content model.
struct Walk<'c> {
    children: &'c [(Name, NodeId)],
    at: usize,
}

impl Walk<'_> {
    /// Takes the children that a particle takes; `repeated` says that a choice around it repeats.
    fn part(&mut self, part: &'static Part, repeated: bool, out: &mut Vec<Entry>) {
        let mut gathered = Vec::new();
        let mut count = 0;
        while part.more(count) {
            let Some((name, node)) = self.children.get(self.at).copied() else {
                break;
            };
            if !part.starts(name) {
                break;
            }
            let before = self.at;
            match part.term {
                Term::Element(_) => {
                    let many = part.repeats() || repeated && is_list_in_choice(name);
                    let name = name::of(name);
                    out.push(Entry::Child(node, Named { name, many }));
                    self.at += 1;
                }
                Term::Choice(..) => {
                    let chosen = part.parts().iter().find(|inner| inner.starts(name));
                    let repeated = repeated || part.repeats();
                    let into = if part.label.is_empty() {
                        &mut *out
                    } else {
                        &mut gathered
                    };
                    if let Some(chosen) = chosen {
                        self.part(chosen, repeated, into);
                    }
                }
                Term::Sequence(..) => {
                    let mut inner = Vec::new();
                    let repeated = repeated && part.label.is_empty();
                    for step in part.parts() {
                        self.part(step, repeated, &mut inner);
                    }
                    if part.label.is_empty() {
                        out.append(&mut inner);
                    } else {
                        out.push(Entry::Group(part.label, inner, part.repeats()));
                    }
                }
            }
            if self.at == before {
                break;
            }
            count += 1;
        }
        if !gathered.is_empty() {
            out.push(Entry::Group(part.label, gathered, false));
        }
    }
}

/// Whether a child of a choice that repeats is an array even when it stands alone: bags and bare values are not.
pub(in crate::st97) fn is_list_in_choice(name: Name) -> bool {
    !name.text().ends_with("Bag") && !matches!(shape::form(name), Form::Plain)
}
