//! Lines and columns of places that are asked for in order.

use model::Span;

/// Counts lines and columns forward through a source, so that many places cost one walk.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    source: &'a str,
    at: usize,
    line: u64,
    column: u64,
}

impl<'a> Lines<'a> {
    /// Stands at the start of `source`.
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        Self {
            source,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// The place of `offset`, with line and column; a place before the last one asked for costs a new walk.
    pub fn span(&mut self, offset: usize, length: usize) -> Span {
        let offset = self
            .source
            .floor_char_boundary(offset.min(self.source.len()));
        if offset < self.at {
            *self = Self::new(self.source);
        }
        let passed = &self.source[self.at..offset];
        let feeds = memchr::memchr_iter(b'\n', passed.as_bytes()).count();
        if feeds > 0 {
            self.line += feeds as u64;
            self.column = 1;
        }
        let last = passed.rfind('\n').map_or(passed, |at| &passed[at + 1..]);
        self.column += last.chars().count() as u64;
        self.at = offset;
        Span {
            offset: offset as u64,
            length: length as u64,
            line: self.line,
            column: self.column,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_a_walk_from_the_start() {
        let source = "a\nbä c\n\nd é f";
        let mut lines = Lines::new(source);
        for offset in (0..source.len()).chain([3, 0, 9]) {
            assert_eq!(
                lines.span(offset, 2),
                crate::tree::span(source, offset, 2),
                "{offset}"
            );
        }
    }
}
