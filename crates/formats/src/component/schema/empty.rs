//! The emptiest valid form of each element: how many nodes it costs, if it exists at all.

use std::sync::LazyLock;

use super::kind::Type;
use super::model::{Particle, Term};
use super::{Content, ELEMENTS, Name, SETS, TYPES};

/// Costs of all elements; MathML is never filled in.
static COSTS: LazyLock<Vec<Option<u16>>> = LazyLock::new(|| {
    let mut costs = vec![None; ELEMENTS.len()];
    loop {
        let mut changed = false;
        for number in 0..ELEMENTS.len() {
            let name = Name(number as u16);
            let found = if name.is_mathml() {
                None
            } else {
                element_cost(&costs, name)
            };
            if found != costs[number] {
                costs[number] = found;
                changed = true;
            }
        }
        if !changed {
            return costs;
        }
    }
});

/// The number of nodes of the emptiest form of an element.
pub(crate) fn cost(name: u16) -> Option<u16> {
    COSTS[usize::from(name)]
}

/// The number of nodes of the emptiest form of a particle.
pub(crate) fn particle_cost(particle: &Particle) -> Option<u16> {
    cost_of(&COSTS, particle)
}

/// The number of nodes of one occurrence of a particle's term.
pub(crate) fn term_cost(particle: &Particle) -> Option<u16> {
    once(&COSTS, particle)
}

/// The cheapest element of a set.
pub(crate) fn cheapest(set: u16) -> Option<u16> {
    let members = SETS[usize::from(set)].iter().copied();
    members
        .filter(|name| cost(*name).is_some())
        .min_by_key(|name| cost(*name))
}

/// The value of a required attribute that nobody gave.
pub(crate) fn attribute_value(kind: &Type) -> Option<&'static str> {
    match kind {
        Type::Exact(value) => Some(value),
        other => other.emptiest(),
    }
}

fn element_cost(costs: &[Option<u16>], name: Name) -> Option<u16> {
    let mut required = name
        .attribute_list()
        .iter()
        .filter(|attribute| attribute.required);
    if !required.all(|attribute| attribute_value(attribute.kind()).is_some()) {
        return None;
    }
    let inside = match name.element().content {
        Content::Empty | Content::Text => 0,
        Content::Simple(kind) => {
            TYPES[usize::from(kind)].emptiest()?;
            0
        }
        Content::Children(_) | Content::Mixed(_) => cost_of(costs, name.particle()?)?,
    };
    Some(inside.saturating_add(1))
}

fn cost_of(costs: &[Option<u16>], particle: &Particle) -> Option<u16> {
    match particle.min {
        0 => Some(0),
        min => Some(once(costs, particle)?.saturating_mul(u16::from(min))),
    }
}

fn once(costs: &[Option<u16>], particle: &Particle) -> Option<u16> {
    match particle.term {
        Term::Name(name) => costs[usize::from(name)],
        Term::Set(set) => {
            let members = SETS[usize::from(set)].iter();
            members.filter_map(|name| costs[usize::from(*name)]).min()
        }
        Term::Sequence(..) => particle.parts().iter().try_fold(0u16, |sum, part| {
            Some(sum.saturating_add(cost_of(costs, part)?))
        }),
        Term::Choice(..) => particle
            .parts()
            .iter()
            .filter_map(|part| cost_of(costs, part))
            .min(),
    }
}
