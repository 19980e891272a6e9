//! Content models after resolution, and their simplification.

use std::collections::BTreeSet;

/// An unbounded number of occurrences.
pub(crate) const UNBOUNDED: u8 = u8::MAX;

/// A term and how often it may occur.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Particle {
    pub(crate) min: u8,
    pub(crate) max: u8,
    pub(crate) term: Term,
}

/// What a particle repeats.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Term {
    Name(String),
    Set(BTreeSet<String>),
    Sequence(Vec<Particle>),
    Choice(Vec<Particle>),
}

impl Particle {
    /// One occurrence of a term.
    pub(crate) fn once(term: Term) -> Self {
        Self {
            min: 1,
            max: 1,
            term,
        }
    }

    /// Whether nothing at all satisfies the particle.
    pub(crate) fn nullable(&self) -> bool {
        self.min == 0
            || match &self.term {
                Term::Name(_) | Term::Set(_) => false,
                Term::Sequence(parts) => parts.iter().all(Self::nullable),
                Term::Choice(parts) => parts.iter().any(Self::nullable),
            }
    }

    /// The same language with the fewest groups; `None` if only nothing is allowed.
    ///
    /// A particle that nothing satisfies has a minimum of zero afterwards.
    pub(crate) fn simplify(self) -> Option<Self> {
        if self.max == 0 {
            return None;
        }
        let nullable = self.nullable();
        let Self { min, max, term } = self;
        let mut result = match term {
            Term::Name(_) | Term::Set(_) => Self { min, max, term },
            Term::Sequence(parts) => group(min, max, flatten_sequence(parts), Term::Sequence)?,
            Term::Choice(parts) => group(min, max, merge_choice(max, parts), Term::Choice)?,
        };
        if nullable {
            result.min = 0;
        }
        Some(result)
    }
}

/// Makes a group of simplified parts; a group of one part is that part.
fn group(
    min: u8,
    max: u8,
    mut parts: Vec<Particle>,
    term: impl Fn(Vec<Particle>) -> Term,
) -> Option<Particle> {
    if parts.len() > 1 {
        return Some(Particle {
            min,
            max,
            term: term(parts),
        });
    }
    let part = parts.pop()?;
    let simple = |min: u8, max: u8| min <= 1 && (max == 1 || max == UNBOUNDED);
    if (min, max) == (1, 1) {
        Some(part)
    } else if (part.min, part.max) == (1, 1) {
        Some(Particle { min, max, ..part })
    } else if simple(min, max) && simple(part.min, part.max) {
        Some(Particle {
            min: min * part.min,
            max: max.max(part.max),
            ..part
        })
    } else {
        Some(Particle {
            min,
            max,
            term: term(vec![part]),
        })
    }
}

/// Simplifies the parts of a sequence; a sequence in it that occurs once is opened.
fn flatten_sequence(parts: Vec<Particle>) -> Vec<Particle> {
    let mut flat = Vec::new();
    for part in parts.into_iter().filter_map(Particle::simplify) {
        match part {
            Particle {
                min: 1,
                max: 1,
                term: Term::Sequence(inner),
            } => flat.extend(inner),
            other => flat.push(other),
        }
    }
    flat
}

/// Simplifies the parts of a choice; names that stand alone become one set.
fn merge_choice(max: u8, parts: Vec<Particle>) -> Vec<Particle> {
    let mut names = BTreeSet::new();
    let mut others = Vec::new();
    let mut queue: Vec<Particle> = parts.into_iter().filter_map(Particle::simplify).collect();
    queue.reverse();
    while let Some(part) = queue.pop() {
        let once = part.min <= 1 && part.max == 1 && (part.min == 1 || max == UNBOUNDED);
        let again = max == UNBOUNDED && part.min <= 1 && part.max == UNBOUNDED;
        if !(once || again) {
            others.push(part);
            continue;
        }
        match part.term {
            Term::Name(name) => {
                names.insert(name);
            }
            Term::Set(set) => names.extend(set),
            Term::Choice(inner) => queue.extend(inner.into_iter().rev()),
            term @ Term::Sequence(_) => others.push(Particle { term, ..part }),
        }
    }
    let mut merged = Vec::new();
    if names.len() > 1 {
        merged.push(Particle::once(Term::Set(names)));
    } else if let Some(name) = names.pop_first() {
        merged.push(Particle::once(Term::Name(name)));
    }
    merged.extend(others);
    merged
}
