//! Filling in the emptiest valid form of what is missing.

use std::borrow::Cow;

use super::loss::{LossKind, Losses};
use super::{Draft, FILLED, Kind, NONE};
use crate::component::schema::empty;
use crate::component::schema::model::{Particle, Term};
use crate::component::schema::{AttrName, Content, Name, TYPES};

impl Draft<'_> {
    /// Makes one occurrence of a particle's term and notes each element of it.
    ///
    /// The elements know their parent but do not stand in its list yet.
    pub(super) fn fill_particle(
        &mut self,
        parent: u32,
        particle: &Particle,
        losses: &mut Losses,
        order: &mut Vec<u32>,
    ) {
        let mut names = Vec::new();
        emptiest(particle, &mut names);
        for name in names {
            let node = self.fill_element(parent, name);
            self.note(losses, node, LossKind::MissingMandatory, String::new());
            order.push(node);
        }
    }

    /// Makes the emptiest form of an element, which does not stand in the list of its parent yet.
    fn fill_element(&mut self, parent: u32, name: Name) -> u32 {
        let text = match name.element().content {
            Content::Simple(kind) => TYPES[usize::from(kind)].emptiest().unwrap_or_default(),
            _ => "",
        };
        let node = self.push(NONE, Kind::Element, name, Cow::Borrowed(text)).0;
        self.node_mut(node).parent = parent;
        self.node_mut(node).flags |= FILLED;
        for attribute in name
            .attribute_list()
            .iter()
            .filter(|attribute| attribute.required)
        {
            let value = empty::attribute_value(attribute.kind()).unwrap_or_default();
            self.push_attribute(node, AttrName(attribute.name), Cow::Borrowed(value));
        }
        let mut names = Vec::new();
        if let Some(particle) = name.particle() {
            for _ in 0..particle.min {
                emptiest(particle, &mut names);
            }
        }
        for child in names {
            let child = self.fill_element(node, child);
            self.append(node, child);
        }
        node
    }
}

/// The elements of the emptiest form of one occurrence of a particle's term.
fn emptiest(particle: &Particle, names: &mut Vec<Name>) {
    match particle.term {
        Term::Name(name) => names.push(Name(name)),
        Term::Set(set) => names.extend(empty::cheapest(set).map(Name)),
        Term::Sequence(..) => {
            for part in particle.parts() {
                for _ in 0..part.min {
                    emptiest(part, names);
                }
            }
        }
        Term::Choice(..) => {
            let fillable = particle
                .parts()
                .iter()
                .filter(|part| empty::particle_cost(part).is_some());
            if let Some(part) = fillable.min_by_key(|part| empty::particle_cost(part)) {
                for _ in 0..part.min {
                    emptiest(part, names);
                }
            }
        }
    }
}
