//! Lines and columns of places that are asked for in order.

use model::Span;

/// Counts lines and columns forward through a source, so that many places cost one walk.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    source: &'a str,
    at: usize,
    line: u64,
    column: u64,
    /// Where the source begins, when it is a part of a longer one: a position in it and its place there.
    from: (usize, Span),
}

impl<'a> Lines<'a> {
    /// Stands at the start of `source`.
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        let place = Span {
            line: 1,
            column: 1,
            ..Span::default()
        };
        Self::resume(source, 0, place)
    }

    /// Stands at the byte `from` of `source`, which is at `place` in the whole of which `source` is a part.
    ///
    /// What comes before `from` has that place too.
    #[must_use]
    pub fn resume(source: &'a str, from: usize, place: Span) -> Self {
        Self {
            source,
            at: from,
            line: place.line,
            column: place.column,
            from: (from, place),
        }
    }

    /// The place of `offset`, with line and column; it costs the way from the place asked for before.
    pub fn span(&mut self, offset: usize, length: usize) -> Span {
        let offset = self
            .source
            .floor_char_boundary(offset.min(self.source.len()))
            .max(self.from.0);
        if offset < self.at {
            self.back(offset);
        } else {
            self.forth(offset);
        }
        self.at = offset;
        Span {
            offset: (offset - self.from.0) as u64 + self.from.1.offset,
            length: length as u64,
            line: self.line,
            column: self.column,
        }
    }

    fn forth(&mut self, offset: usize) {
        const SHORT: usize = 64;
        let passed = &self.source[self.at..offset];
        if passed.len() < SHORT {
            return self.step(passed);
        }
        let feeds = feeds(passed);
        let mut last = passed;
        if feeds > 0 {
            self.line += feeds;
            self.column = 1;
            last = last_line(passed).unwrap_or(passed);
        }
        self.column += characters(last);
    }

    /// Goes byte by byte, which is faster than a search where little is to be searched.
    fn step(&mut self, passed: &str) {
        for byte in passed.bytes() {
            if byte == b'\n' {
                self.line += 1;
                self.column = 1;
            } else {
                // Only the first byte of a character counts.
                self.column += u64::from(byte & 0xc0 != 0x80);
            }
        }
    }

    fn back(&mut self, offset: usize) {
        self.line -= feeds(&self.source[offset..self.at]);
        let (from, place) = &self.from;
        let before = &self.source[*from..offset];
        self.column = match last_line(before) {
            Some(line) => 1 + characters(line),
            None => place.column + characters(before),
        };
    }
}

/// Counts line feeds.
fn feeds(text: &str) -> u64 {
    memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64
}

/// What stands behind the last line feed.
fn last_line(text: &str) -> Option<&str> {
    memchr::memrchr(b'\n', text.as_bytes()).map(|at| &text[at + 1..])
}

fn characters(text: &str) -> u64 {
    text.chars().count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_its_places_in_the_whole() {
        let source = "a\nbä c\n\nd é f";
        for cut in 0..source.len() {
            if !source.is_char_boundary(cut) {
                continue;
            }
            let text = format!("<x>{}", &source[cut..]);
            let mut lines = Lines::resume(&text, 3, crate::tree::span(source, cut, 0));
            for offset in (cut..source.len()).chain([cut]) {
                assert_eq!(
                    lines.span(offset - cut + 3, 2),
                    crate::tree::span(source, offset, 2)
                );
            }
            assert_eq!(lines.span(1, 2), crate::tree::span(source, cut, 2));
        }
    }

    #[test]
    fn places_are_those_of_a_walk_from_the_start() {
        let long = format!(
            "{}\nä{}é\n{}",
            "é".repeat(90),
            "x ".repeat(70),
            "y".repeat(80)
        );
        for source in ["a\nbä c\n\nd é f", &long] {
            let mut lines = Lines::new(source);
            let far = [3, 0, 9, source.len(), 100, 1, source.len() - 3, 200, 0];
            for offset in (0..source.len()).chain(far) {
                assert_eq!(
                    lines.span(offset, 2),
                    crate::tree::span(source, offset, 2),
                    "{offset}"
                );
            }
        }
    }
}
