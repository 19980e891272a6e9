//! A place in a record, written as a path when someone asks.

use std::fmt;

/// A place in a record: a list with a position, and something in it with a position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place<'a> {
    /// Name of the list.
    pub(crate) list: &'a str,
    /// Position in it, from 1; 0 when it is no list.
    pub(crate) number: usize,
    /// Name of the part, or nothing.
    pub(crate) item: &'a str,
    /// Position of the part, from 1; 0 when there is but one.
    pub(crate) nth: usize,
}

impl<'a> Place<'a> {
    /// The item at `index`, from 0, of a list.
    pub(crate) fn of(list: &'a str, index: usize) -> Self {
        Self {
            list,
            number: index + 1,
            ..Self::default()
        }
    }

    /// A part of this place of which there is one.
    pub(crate) fn part(self, item: &'a str) -> Self {
        Self {
            item,
            nth: 0,
            ..self
        }
    }

    /// The part at `index`, from 0, of this place.
    pub(crate) fn nth(self, item: &'a str, index: usize) -> Self {
        Self {
            item,
            nth: index + 1,
            ..self
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.list)?;
        if self.number > 0 {
            write!(f, "[{}]", self.number)?;
        }
        if !self.item.is_empty() {
            write!(f, "/{}", self.item)?;
        }
        if self.nth > 0 {
            write!(f, "[{}]", self.nth)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        let place = Place::of("claims", 0);
        assert_eq!(place.to_string(), "claims[1]");
        assert_eq!(place.part("text").to_string(), "claims[1]/text");
        assert_eq!(place.nth("claim", 2).to_string(), "claims[1]/claim[3]");
    }
}
