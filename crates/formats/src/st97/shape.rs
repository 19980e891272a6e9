//! How the complex types look in JSON: base types, own attributes, and groups with the names that they get.

use super::shapes::{ELEMENTS, PARTS, SHAPES};
use crate::component::schema::{AttrName, ContentKind, Name};

/// A maximum without end.
const UNBOUNDED: u8 = u8::MAX;
/// The element is of a simple type.
const PLAIN: u16 = u16::MAX;
/// The types of the vocabulary are not followed.
const RUNS: u16 = u16::MAX - 1;

/// One complex type.
pub(super) struct Shape {
    /// Its name in JSON, such as `phraseType`.
    pub(super) name: &'static str,
    base: u16,
    parts: (u16, u16),
    /// Numbers of the attributes that it adds to its base.
    attributes: &'static [u16],
}

/// A particle of a content model, with the name that a group gets in JSON; none for most.
pub(super) struct Part {
    pub(super) min: u8,
    pub(super) max: u8,
    pub(super) label: &'static str,
    pub(super) term: Term,
}

/// What a particle repeats.
#[derive(Clone, Copy)]
pub(super) enum Term {
    Element(Name),
    Sequence(u16, u16),
    Choice(u16, u16),
}

/// How the content of an element looks.
pub(super) enum Form {
    /// A bare value.
    Plain,
    /// An object of this type.
    Shaped(&'static Shape),
    /// An object whose children are runs: of a vocabulary whose types are not followed.
    Runs,
}

pub(super) const fn shape(
    name: &'static str,
    base: u16,
    from: u16,
    to: u16,
    attributes: &'static [u16],
) -> Shape {
    Shape {
        name,
        base,
        parts: (from, to),
        attributes,
    }
}

pub(super) const fn element(name: u16, min: u8, max: u8) -> Part {
    Part {
        min,
        max,
        label: "",
        term: Term::Element(Name(name)),
    }
}

pub(super) const fn sequence(label: &'static str, from: u16, to: u16, min: u8, max: u8) -> Part {
    Part {
        min,
        max,
        label,
        term: Term::Sequence(from, to),
    }
}

pub(super) const fn choice(label: &'static str, from: u16, to: u16, min: u8, max: u8) -> Part {
    Part {
        min,
        max,
        label,
        term: Term::Choice(from, to),
    }
}

/// The form of an element.
pub(super) fn form(name: Name) -> Form {
    match ELEMENTS[usize::from(name.0)] {
        PLAIN => Form::Plain,
        RUNS => Form::Runs,
        number => Form::Shaped(&SHAPES[usize::from(number)]),
    }
}

impl Shape {
    /// The type that this one extends.
    pub(super) fn base(&self) -> Option<&'static Self> {
        SHAPES.get(usize::from(self.base))
    }

    /// Its place in the table.
    pub(super) fn number(&'static self) -> usize {
        SHAPES
            .iter()
            .position(|shape| std::ptr::eq(shape, self))
            .unwrap_or(usize::MAX)
    }

    /// The attributes that it adds to its base.
    pub(super) fn attributes(&self) -> impl Iterator<Item = AttrName> {
        self.attributes.iter().map(|number| AttrName(*number))
    }

    /// The particles that it adds to its base.
    pub(super) fn parts(&self) -> &'static [Part] {
        &PARTS[usize::from(self.parts.0)..usize::from(self.parts.1)]
    }

    /// Whether it adds an attribute to its base.
    pub(super) fn has(&self, name: AttrName) -> bool {
        self.attributes.contains(&name.0)
    }

    /// Whether the order of what stands in it matters: text is among what its choices repeat.
    pub(super) fn is_ordered(&self) -> bool {
        self.parts().iter().any(|part| part.repeats_text(false))
    }
}

impl Part {
    /// The particles of a group.
    pub(super) fn parts(&self) -> &'static [Self] {
        match self.term {
            Term::Sequence(from, to) | Term::Choice(from, to) => {
                &PARTS[usize::from(from)..usize::from(to)]
            }
            Term::Element(_) => &[],
        }
    }

    /// Whether one more than `count` occurrences are allowed.
    pub(super) fn more(&self, count: usize) -> bool {
        self.max == UNBOUNDED || count < usize::from(self.max)
    }

    /// Whether it may occur more than once.
    pub(super) fn repeats(&self) -> bool {
        self.max > 1
    }

    /// Whether the particle can start with a name.
    pub(super) fn starts(&self, name: Name) -> bool {
        match self.term {
            Term::Element(own) => own == name,
            Term::Choice(..) => self.parts().iter().any(|part| part.starts(name)),
            Term::Sequence(..) => {
                for part in self.parts() {
                    if part.starts(name) {
                        return true;
                    }
                    if !part.is_nullable() {
                        return false;
                    }
                }
                false
            }
        }
    }

    fn is_nullable(&self) -> bool {
        self.min == 0
            || match self.term {
                Term::Element(_) => false,
                Term::Sequence(..) => self.parts().iter().all(Self::is_nullable),
                Term::Choice(..) => self.parts().iter().any(Self::is_nullable),
            }
    }

    fn repeats_text(&self, in_repeated_choice: bool) -> bool {
        match self.term {
            Term::Element(name) => in_repeated_choice && name.content() == ContentKind::Mixed,
            Term::Sequence(..) => self
                .parts()
                .iter()
                .any(|part| part.repeats_text(in_repeated_choice)),
            Term::Choice(..) => {
                let inside = in_repeated_choice || self.repeats() && self.parts().len() > 1;
                self.parts().iter().any(|part| part.repeats_text(inside))
            }
        }
    }
}
