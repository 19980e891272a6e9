//! Where a feature lies in its sequence, as a location descriptor says it.
//!
//! Clause: ST.26

mod parse;

use std::fmt;

/// A location descriptor, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// One residue: `102`, or one beyond an end: `<1`, `>888`.
    Residue(Position),
    /// All residues from one to another, both included: `340..565`, `<345..500`, `1..>888`.
    Range(Position, Position),
    /// A site between two residues: `123^124`; of amino acids, two residues that are bound to each other.
    Between(Position, Position),
    /// The complementary strand.
    Complement(Box<Self>),
    /// Parts that are placed end to end.
    Join(Vec<Self>),
    /// Parts in this order, about whose joining nothing is said.
    Order(Vec<Self>),
}

/// A place in a sequence, which may lie beyond what the sequence shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The number of the residue, from 1.
    pub residue: u64,
    /// Whether it lies before the residue: `<345`.
    pub before: bool,
    /// Whether it lies after the residue: `>888`.
    pub after: bool,
    /// Byte offset in the descriptor.
    pub offset: usize,
}

/// Residues from one to another, on one strand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first residue, from 1.
    pub from: u64,
    /// The last residue.
    pub to: u64,
    /// Whether the stretch lies on the complementary strand and is read from `to` down to `from`.
    pub complement: bool,
}

/// Why a location descriptor could not be read, and exactly where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocationError {
    /// Byte offset in the descriptor.
    pub offset: usize,
    /// Bytes concerned; 0 where something is missing.
    pub length: usize,
    /// What is the matter.
    pub trouble: LocationTrouble,
}

/// What is the matter with a location descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LocationTrouble {
    /// There is nothing.
    Empty,
    /// A blank stands in it.
    Blank,
    /// A number was expected.
    NumberExpected,
    /// The number is larger than any sequence.
    NumberTooLarge,
    /// Residues are counted from 1.
    Zero,
    /// `a.b`, a residue somewhere in a range, is no longer used.
    OneDot,
    /// A part of another sequence.
    OtherSequence,
    /// A word that is no operator.
    UnknownOperator,
    /// An opening parenthesis was expected.
    ParenthesisExpected,
    /// The closing parenthesis is missing.
    NotClosed,
    /// `join` and `order` need two parts or more.
    OnePart,
    /// `join` and `order` do not stand in one another or in themselves.
    Nested,
    /// Operators stand too deep in each other.
    TooDeep,
    /// `<` or `>` stands where it has no meaning.
    MisplacedSign,
    /// Something follows the end.
    Trailing,
}

impl Location {
    /// Reads a location descriptor.
    ///
    /// # Errors
    ///
    /// When it is no descriptor: the first place at which it fails, and why. Blanks around it are an error too.
    pub fn parse(text: &str) -> Result<Self, LocationError> {
        parse::location(text)
    }

    /// The stretches of residues, in the order in which they are read; sites between residues have none.
    #[must_use]
    pub fn stretches(&self) -> Vec<Stretch> {
        let mut out = Vec::new();
        self.collect(false, &mut out);
        out
    }

    /// All positions that the descriptor names, in its order.
    #[must_use]
    pub fn positions(&self) -> Vec<Position> {
        match self {
            Self::Residue(position) => vec![*position],
            Self::Range(from, to) | Self::Between(from, to) => vec![*from, *to],
            Self::Complement(inner) => inner.positions(),
            Self::Join(parts) | Self::Order(parts) => {
                parts.iter().flat_map(Self::positions).collect()
            }
        }
    }

    /// The lowest residue named.
    #[must_use]
    pub fn lowest(&self) -> u64 {
        let all = self.positions();
        all.iter().map(|place| place.residue).min().unwrap_or(0)
    }

    /// The highest residue named.
    #[must_use]
    pub fn highest(&self) -> u64 {
        let all = self.positions();
        all.iter().map(|place| place.residue).max().unwrap_or(0)
    }

    /// Whether a part lies beyond what the sequence shows (`<` or `>`).
    #[must_use]
    pub fn is_partial(&self) -> bool {
        let all = self.positions();
        all.iter().any(|place| place.before || place.after)
    }

    /// Whether `complement` stands anywhere in it.
    #[must_use]
    pub fn has_complement(&self) -> bool {
        match self {
            Self::Complement(_) => true,
            Self::Join(parts) | Self::Order(parts) => parts.iter().any(Self::has_complement),
            _ => false,
        }
    }

    /// How many residues the stretches take.
    #[must_use]
    pub fn residues(&self) -> u64 {
        let stretches = self.stretches();
        let lengths = stretches
            .iter()
            .map(|part| (part.to + 1).saturating_sub(part.from));
        lengths.fold(0, u64::saturating_add)
    }

    fn collect(&self, complement: bool, out: &mut Vec<Stretch>) {
        match self {
            Self::Residue(place) => out.push(Stretch {
                from: place.residue,
                to: place.residue,
                complement,
            }),
            Self::Range(from, to) => out.push(Stretch {
                from: from.residue,
                to: to.residue,
                complement,
            }),
            Self::Between(..) => {}
            Self::Complement(inner) => inner.collect(!complement, out),
            Self::Join(parts) | Self::Order(parts) if complement => {
                for part in parts.iter().rev() {
                    part.collect(complement, out);
                }
            }
            Self::Join(parts) | Self::Order(parts) => {
                for part in parts {
                    part.collect(complement, out);
                }
            }
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, name: &str, parts: &[Self]| {
            write!(f, "{name}(")?;
            for (index, part) in parts.iter().enumerate() {
                let comma = if index == 0 { "" } else { "," };
                write!(f, "{comma}{part}")?;
            }
            f.write_str(")")
        };
        match self {
            Self::Residue(place) => write!(f, "{place}"),
            Self::Range(from, to) => write!(f, "{from}..{to}"),
            Self::Between(from, to) => write!(f, "{from}^{to}"),
            Self::Complement(inner) => write!(f, "complement({inner})"),
            Self::Join(parts) => list(f, "join", parts),
            Self::Order(parts) => list(f, "order", parts),
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.before {
            "<"
        } else if self.after {
            ">"
        } else {
            ""
        };
        write!(f, "{sign}{}", self.residue)
    }
}

impl fmt::Display for LocationTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "it is empty",
            Self::Blank => "a blank stands in it",
            Self::NumberExpected => "the number of a residue was expected",
            Self::NumberTooLarge => "the number is larger than any sequence",
            Self::Zero => "residues are counted from 1",
            Self::OneDot => "one dot is no range; a range has two",
            Self::OtherSequence => "it points into another sequence",
            Self::UnknownOperator => "only join, order and complement are operators",
            Self::ParenthesisExpected => "an opening parenthesis was expected",
            Self::NotClosed => "a closing parenthesis is missing",
            Self::OnePart => "join and order need at least two parts",
            Self::Nested => "join and order may not stand in one another",
            Self::TooDeep => "operators stand too deep in each other",
            Self::MisplacedSign => "'<' or '>' has no meaning here",
            Self::Trailing => "something follows its end",
        })
    }
}

impl fmt::Display for LocationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (character {})", self.trouble, self.offset + 1)
    }
}

impl std::error::Error for LocationError {}
