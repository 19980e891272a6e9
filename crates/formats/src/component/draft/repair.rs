//! Bringing the children of an element into the shape of its content model.

use std::ops::Range;

use super::loss::Losses;
use super::{Draft, Kind};
use crate::component::schema::empty;
use crate::component::schema::model::{Particle, Term};

/// A mandatory part is missing and has no empty form.
pub(super) struct Broken;

/// A child that looks for its place.
struct Item {
    node: u32,
    name: u16,
    taken: bool,
}

/// The children of one element on their way into the model.
struct Fit<'d, 'r> {
    draft: &'d mut Draft<'r>,
    losses: &'d mut Losses,
    parent: u32,
    items: Vec<Item>,
    order: Vec<u32>,
    /// Whether missing parts may be filled in.
    fills: bool,
}

impl Draft<'_> {
    /// Shapes the children of an element without text; whether that was possible.
    pub(super) fn repair(&mut self, index: u32, losses: &mut Losses) -> bool {
        self.strip_text(index, losses);
        let name = self.node(index).name;
        let Some(particle) = name.particle() else {
            return true;
        };
        let all: Vec<u32> = self.children(index).collect();
        let elements = all
            .iter()
            .filter(|child| self.node(**child).kind == Kind::Element);
        let items: Vec<Item> = elements
            .map(|child| Item {
                node: *child,
                name: self.node(*child).name.0,
                taken: false,
            })
            .collect();
        let fills = !name.is_mathml();
        let mut fit = Fit {
            draft: self,
            losses,
            parent: index,
            items,
            order: Vec::new(),
            fills,
        };
        let window = 0..fit.items.len();
        let done = if fills {
            fit.fit(particle, &window)
        } else {
            fit.in_order(particle, 0, particle).map(|_| ())
        };
        let Fit { items, order, .. } = fit;
        if done.is_err() {
            return false;
        }
        for item in items.iter().filter(|item| !item.taken) {
            self.cut(item.node, losses);
        }
        let order = self.with_instructions(&all, &order);
        self.relink(index, &order);
        true
    }

    /// The new order of the elements, each followed by the instructions that followed it before.
    fn with_instructions(&self, all: &[u32], order: &[u32]) -> Vec<u32> {
        let is_instruction = |node: &&u32| self.node(**node).kind == Kind::Instruction;
        let after = |position: usize| all[position..].iter().take_while(is_instruction).copied();
        let mut result: Vec<u32> = after(0).collect();
        for node in order {
            result.push(*node);
            if let Some(position) = all.iter().position(|before| before == node) {
                result.extend(after(position + 1));
            }
        }
        let lost: Vec<u32> = all
            .iter()
            .filter(is_instruction)
            .filter(|node| !result.contains(node))
            .copied()
            .collect();
        result.extend(lost);
        result
    }

    /// Shapes the children of an element with text: a sequence of sets that repeat without end.
    pub(super) fn repair_mixed(&mut self, index: u32, losses: &mut Losses) {
        let Some(particle) = self.node(index).name.particle() else {
            return;
        };
        let own = [*particle];
        let parts = if matches!(particle.term, Term::Sequence(..)) {
            particle.parts()
        } else {
            &own
        };
        let mut ranked = Vec::new();
        for child in self.children(index).collect::<Vec<u32>>() {
            let node = self.node(child);
            let rank = match node.kind {
                Kind::Element => parts.iter().position(|part| part.contains(node.name.0)),
                Kind::Text | Kind::Instruction => Some(0),
            };
            match rank {
                Some(rank) => ranked.push((rank, child)),
                None => self.cut(child, losses),
            }
        }
        ranked.sort_by_key(|(rank, _)| *rank);
        let order: Vec<u32> = ranked.into_iter().map(|(_, child)| child).collect();
        self.relink(index, &order);
    }
}

impl Fit<'_, '_> {
    /// Takes children for a particle from a window, in whatever order they stand there.
    fn fit(&mut self, particle: &'static Particle, window: &Range<usize>) -> Result<(), Broken> {
        match particle.term {
            Term::Name(_) | Term::Set(_) => {
                let mut count = 0;
                for position in window.clone() {
                    let item = &self.items[position];
                    if particle.more(count) && !item.taken && particle.starts(item.name) {
                        self.take(position);
                        count += 1;
                    }
                }
                self.fill_up(particle, count)
            }
            _ if !self.any(particle, window) => self.fill_up(particle, 0),
            Term::Sequence(..) if self.fits_once(particle, window) => {
                self.fit_parts(particle, window)
            }
            Term::Choice(..) if self.fits_once(particle, window) => {
                let part = self.best(particle, window);
                self.fit(part, window)
            }
            Term::Sequence(..) | Term::Choice(..) => {
                self.in_order(particle, window.start, particle).map(|_| ())
            }
        }
    }

    fn fit_parts(
        &mut self,
        sequence: &'static Particle,
        window: &Range<usize>,
    ) -> Result<(), Broken> {
        sequence
            .parts()
            .iter()
            .try_for_each(|part| self.fit(part, window))
    }

    /// Whether one occurrence is all there may be, or can take all that belongs to the group.
    fn fits_once(&self, group: &Particle, window: &Range<usize>) -> bool {
        if group.max == 1 {
            return true;
        }
        let holds = |part: &Particle| {
            self.open(window).all(|item| {
                let same = self
                    .open(window)
                    .filter(|other| other.name == item.name)
                    .count();
                !group.contains(item.name) || part.capacity(item.name) >= same
            })
        };
        match group.term {
            Term::Choice(..) => group
                .parts()
                .iter()
                .any(|part| part.max != 1 && holds(part)),
            _ => holds(group),
        }
    }

    /// The alternative that loses least: one that can be completed before others, then the fullest.
    fn best(&self, choice: &'static Particle, window: &Range<usize>) -> &'static Particle {
        let score = |part: &Particle| {
            let kept = self
                .open(window)
                .filter(|item| part.contains(item.name))
                .count();
            (kept > 0 && self.viable(part, window), kept)
        };
        let mut parts = choice.parts().iter();
        let first = parts.next().expect("a choice has alternatives");
        parts.fold(first, |best, part| {
            if score(part) > score(best) {
                part
            } else {
                best
            }
        })
    }

    /// Whether each mandatory part is there or has an empty form.
    fn viable(&self, particle: &Particle, window: &Range<usize>) -> bool {
        let fillable = particle.min == 0 || empty::term_cost(particle).is_some();
        if !self.any(particle, window) {
            return fillable;
        }
        match particle.term {
            Term::Name(_) | Term::Set(_) => true,
            Term::Sequence(..) => particle
                .parts()
                .iter()
                .all(|part| self.viable(part, window)),
            Term::Choice(..) => particle
                .parts()
                .iter()
                .any(|part| self.viable(part, window)),
        }
    }

    /// Takes children for a particle as they stand, from a position on; children foreign to the group are
    /// passed over. Gives the position after the last one taken.
    fn in_order(
        &mut self,
        particle: &'static Particle,
        start: usize,
        group: &Particle,
    ) -> Result<usize, Broken> {
        let mut position = start;
        let mut count = 0;
        while particle.more(count) {
            while self
                .items
                .get(position)
                .is_some_and(|i| i.taken || !group.contains(i.name))
            {
                position += 1;
            }
            let Some(name) = self.items.get(position).map(|item| item.name) else {
                break;
            };
            let enters = |part: &Particle| {
                if self.fills {
                    part.contains(name)
                } else {
                    part.starts(name)
                }
            };
            if !enters(particle) {
                break;
            }
            match particle.term {
                Term::Name(_) | Term::Set(_) => {
                    self.take(position);
                    position += 1;
                }
                Term::Sequence(..) => {
                    for part in particle.parts() {
                        position = self.in_order(part, position, group)?;
                    }
                }
                Term::Choice(..) => {
                    let part = particle
                        .parts()
                        .iter()
                        .find(|part| enters(part))
                        .ok_or(Broken)?;
                    position = self.in_order(part, position, group)?;
                }
            }
            count += 1;
        }
        self.fill_up(particle, count)?;
        Ok(position)
    }

    /// Fills in what is missing to the minimum.
    fn fill_up(&mut self, particle: &Particle, count: usize) -> Result<(), Broken> {
        for _ in count..usize::from(particle.min) {
            if !self.fills || empty::term_cost(particle).is_none() {
                return Err(Broken);
            }
            let (parent, order) = (self.parent, &mut self.order);
            self.draft
                .fill_particle(parent, particle, self.losses, order);
        }
        Ok(())
    }

    fn take(&mut self, position: usize) {
        self.items[position].taken = true;
        self.order.push(self.items[position].node);
    }

    /// The items of a window that have no place yet.
    fn open(&self, window: &Range<usize>) -> impl Iterator<Item = &Item> {
        self.items[window.clone()].iter().filter(|item| !item.taken)
    }

    fn any(&self, particle: &Particle, window: &Range<usize>) -> bool {
        self.open(window).any(|item| particle.contains(item.name))
    }
}
