//! Content models and the question whether children follow them.
//!
//! The models of the schemas are deterministic, so the name of the next child alone decides the way.

use super::{NAMES, PARTICLES, SETS};

/// A maximum without end.
pub(crate) const UNBOUNDED: u8 = u8::MAX;

/// A term and how often it may occur; the minimum is zero whenever nothing satisfies it.
#[derive(Clone, Copy)]
pub(crate) struct Particle {
    pub(crate) min: u8,
    pub(crate) max: u8,
    pub(crate) term: Term,
}

/// What a particle repeats: an element, one of a set, or a group of the particles `from..to`.
#[derive(Clone, Copy)]
pub(crate) enum Term {
    Name(u16),
    Set(u16),
    Sequence(u16, u16),
    Choice(u16, u16),
}

pub(super) const fn element(name: u16, min: u8, max: u8) -> Particle {
    Particle {
        min,
        max,
        term: Term::Name(name),
    }
}

pub(super) const fn set(set: u16, min: u8, max: u8) -> Particle {
    Particle {
        min,
        max,
        term: Term::Set(set),
    }
}

pub(super) const fn sequence(from: u16, to: u16, min: u8, max: u8) -> Particle {
    Particle {
        min,
        max,
        term: Term::Sequence(from, to),
    }
}

pub(super) const fn choice(from: u16, to: u16, min: u8, max: u8) -> Particle {
    Particle {
        min,
        max,
        term: Term::Choice(from, to),
    }
}

const SET_COUNT: usize = SETS.len();
const WORDS: usize = NAMES.len().div_ceil(64);

/// The sets as bits, so that membership is one test.
static BITS: [[u64; WORDS]; SET_COUNT] = bits();

const fn bits() -> [[u64; WORDS]; SET_COUNT] {
    let mut bits = [[0; WORDS]; SET_COUNT];
    let mut set = 0;
    while set < SET_COUNT {
        let mut at = 0;
        while at < SETS[set].len() {
            let name = SETS[set][at] as usize;
            bits[set][name / 64] |= 1 << (name % 64);
            at += 1;
        }
        set += 1;
    }
    bits
}

/// Whether a set has a name.
pub(crate) fn in_set(set: u16, name: u16) -> bool {
    BITS[usize::from(set)]
        .get(usize::from(name / 64))
        .is_some_and(|word| word >> (name % 64) & 1 == 1)
}

/// A walk over the children of an element.
pub(crate) trait Children {
    /// A place in the walk; a copy stays valid.
    type Place: Copy;

    /// The name of the child at a place, `None` at the end.
    fn name(&self, place: Self::Place) -> Option<u16>;

    /// The place after a child.
    fn next(&self, place: Self::Place) -> Self::Place;
}

impl Particle {
    /// The particles of a group.
    pub(crate) fn parts(&self) -> &'static [Self] {
        match self.term {
            Term::Sequence(from, to) | Term::Choice(from, to) => {
                &PARTICLES[usize::from(from)..usize::from(to)]
            }
            Term::Name(_) | Term::Set(_) => &[],
        }
    }

    /// Whether one more than `count` occurrences are allowed.
    pub(crate) fn more(&self, count: usize) -> bool {
        self.max == UNBOUNDED || count < usize::from(self.max)
    }

    /// Whether a name stands anywhere in the particle.
    pub(crate) fn contains(&self, name: u16) -> bool {
        match self.term {
            Term::Name(own) => own == name,
            Term::Set(set) => in_set(set, name),
            Term::Sequence(..) | Term::Choice(..) => {
                self.parts().iter().any(|part| part.contains(name))
            }
        }
    }

    /// Whether the particle can start with a name.
    pub(crate) fn starts(&self, name: u16) -> bool {
        match self.term {
            Term::Name(own) => own == name,
            Term::Set(set) => in_set(set, name),
            Term::Choice(..) => self.parts().iter().any(|part| part.starts(name)),
            Term::Sequence(..) => {
                for part in self.parts() {
                    if part.starts(name) {
                        return true;
                    }
                    if part.min > 0 {
                        return false;
                    }
                }
                false
            }
        }
    }

    /// The place after the children that satisfy the particle, `None` if they do not.
    pub(crate) fn accept<C: Children>(&self, children: &C, start: C::Place) -> Option<C::Place> {
        let mut place = start;
        let mut count = 0;
        while self.more(count) {
            let Some(name) = children.name(place) else {
                break;
            };
            match self.term {
                Term::Name(own) if own == name => place = children.next(place),
                Term::Set(set) if in_set(set, name) => place = children.next(place),
                Term::Name(_) | Term::Set(_) => break,
                _ if !self.starts(name) => break,
                Term::Sequence(..) => {
                    for part in self.parts() {
                        place = part.accept(children, place)?;
                    }
                }
                Term::Choice(..) => {
                    let part = self.parts().iter().find(|part| part.starts(name))?;
                    place = part.accept(children, place)?;
                }
            }
            count += 1;
        }
        (count >= usize::from(self.min)).then_some(place)
    }

    /// How many children of a name one occurrence of the term can take.
    pub(crate) fn capacity(&self, name: u16) -> usize {
        match self.term {
            Term::Name(own) => usize::from(own == name),
            Term::Set(set) => usize::from(in_set(set, name)),
            Term::Sequence(..) => self.parts().iter().map(|part| part.total(name)).sum(),
            Term::Choice(..) => self
                .parts()
                .iter()
                .map(|part| part.total(name))
                .max()
                .unwrap_or_default(),
        }
    }

    /// How many children of a name the particle can take.
    fn total(&self, name: u16) -> usize {
        match (self.capacity(name), self.max) {
            (0, _) => 0,
            (_, UNBOUNDED) => usize::MAX / 64,
            (once, max) => once.saturating_mul(usize::from(max)).min(usize::MAX / 64),
        }
    }
}
