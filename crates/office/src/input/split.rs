//! Cuts a stream of concatenated XML files into documents, holding one document at a time.

mod scan;
mod wide;

use std::io::{self, Read};

use memchr::memmem;

use self::scan::Scanner;
pub(crate) use self::wide::Wide;
use super::sniff::is_blank;

/// How many bytes are read at a time.
const BLOCK: usize = 1024 * 1024;

/// How much of a refused document stays, so that the text before a cut can still be seen.
const KEPT: usize = 64 * 1024;

/// Documents shorter than this come whole.
const LONG: usize = 2 * BLOCK;

/// The root of the documents that may come in parts.
const LISTING: &[u8] = b"<ST26SequenceListing";

/// The end tag behind which such a document is cut into parts.
const SEQUENCE: &[u8] = b"</SequenceData";

/// A reader of the documents in one file or entry.
///
/// A document begins at each XML declaration that stands outside comments and CDATA sections, at the
/// start of a line or behind a `>` and white space. One inside a processing instruction counts only
/// behind an end tag or an empty element: then the instruction was never closed. A document type begins one only behind
/// an end tag or an empty element: so do the documents of SGML, which have no XML declaration. A byte order mark
/// belongs to the document it precedes, white space to the document it follows. A comment or CDATA
/// section that is never closed hides nothing. The buffer grows to the largest document and shrinks
/// again; documents without XML declarations come as one, and the limit holds for them together.
#[derive(Debug)]
pub struct Splitter<R> {
    reader: R,
    buffer: Vec<u8>,
    filled: usize,
    start: usize,
    given: usize,
    scanner: Scanner,
    passed: u64,
    line: u64,
    limit: u64,
    phase: Phase,
    whole: bool,
    /// Whether long sequence listings come in parts.
    in_parts: bool,
    /// Whether a part of the current document was handed over.
    is_open: bool,
    /// Up to where an end of a part was looked for.
    searched: usize,
    ended: bool,
    /// A failure that came behind the first bytes.
    pending: Option<io::Error>,
    highest: usize,
}

/// A document cut from the stream.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// The byte at which it begins, counted from 0.
    pub offset: u64,
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Which part of the document they are.
    pub part: Part,
}

/// Which part of a document some bytes are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    #[default]
    Whole,
    /// The first part.
    First,
    /// One that neither begins nor ends it.
    Next,
    /// The last part.
    Last,
}

/// Why the next document cannot be handed over.
#[derive(Debug)]
pub struct Gap {
    /// The byte at which the document begins, counted from 0.
    pub offset: u64,
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// The reader's failure, after which the stream is at its end, or `None` for a document
    /// above the limit, which is passed over.
    pub source: Option<io::Error>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// White space before the first document.
    Before,
    /// Inside a document.
    Inside,
    /// Inside a document that is passed over.
    Passing,
    /// Behind the last document.
    Done,
}

impl<R: Read> Splitter<R> {
    /// Reads from `reader` into `buffer`, whose content is forgotten.
    pub fn new(reader: R, buffer: Vec<u8>, document_bytes: u64) -> Self {
        Self {
            reader,
            buffer,
            filled: 0,
            start: 0,
            given: 0,
            scanner: Scanner::default(),
            passed: 0,
            line: 1,
            limit: document_bytes,
            phase: Phase::Before,
            whole: false,
            in_parts: false,
            is_open: false,
            searched: 0,
            ended: false,
            pending: None,
            highest: 0,
        }
    }

    /// Cuts at the lines with which patents of the Green Book begin.
    pub(crate) fn cut_patents(&mut self) {
        self.scanner = Scanner::of_patents();
    }

    /// The first bytes, at least `count` of them unless the reader ends or fails before.
    ///
    /// A failure is kept until the bytes before it were handed over.
    pub fn head(&mut self, count: usize) -> &[u8] {
        while self.filled < count && !self.ended && self.pending.is_none() {
            self.pending = self.fill().err();
        }
        &self.buffer[..self.filled]
    }

    /// The failure that came behind the first bytes, if there was one.
    pub(crate) fn take_pending(&mut self) -> Option<io::Error> {
        self.pending.take()
    }

    /// The largest buffer that was needed so far.
    pub fn high_water(&self) -> usize {
        self.highest
    }

    /// Hands over all that comes as one document, without looking into it.
    pub fn keep_whole(&mut self) {
        self.whole = true;
    }

    /// Hands over long sequence listings in parts, each of which ends behind a sequence.
    pub(crate) fn cut_listings(&mut self, is_wanted: bool) {
        self.in_parts = is_wanted;
    }

    /// Gives back the buffer.
    pub fn into_buffer(self) -> Vec<u8> {
        self.buffer
    }

    /// Gives back the reader, the buffer, and how many bytes of it were read ahead.
    pub(crate) fn into_parts(self) -> (R, Vec<u8>, usize) {
        (self.reader, self.buffer, self.filled)
    }

    /// The next document; `None` at the end.
    ///
    /// # Errors
    /// A [`Gap`] where a document is too large or the reader fails.
    #[expect(
        clippy::should_implement_trait,
        reason = "it lends the buffer, an iterator cannot"
    )]
    pub fn next(&mut self) -> Result<Option<Piece<'_>>, Gap> {
        self.advance_to(self.given);
        loop {
            if self.phase == Phase::Done {
                return Ok(None);
            }
            if let Some(cut) = self.find_cut() {
                if self.phase == Phase::Passing {
                    self.advance_to(cut);
                    self.phase = Phase::Inside;
                    continue;
                }
                self.given = cut;
                return self.hand_over(true).map(Some);
            }
            if self.ended {
                if self.scanner.reopen(self.start, self.filled) {
                    continue;
                }
                let something = self.whole || self.is_open || self.start < self.filled;
                let passing = self.phase == Phase::Passing;
                self.phase = Phase::Done;
                self.given = self.filled;
                if passing || !something {
                    return Ok(None);
                }
                return self.hand_over(true).map(Some);
            }
            if self.phase == Phase::Passing {
                self.forget();
            } else if let Some(cut) = self.part() {
                self.given = cut;
                return self.hand_over(false).map(Some);
            } else if (self.filled - self.start) as u64 > self.limit {
                if self.scanner.reopen(self.start, self.filled) {
                    continue;
                }
                self.phase = if self.whole {
                    Phase::Done
                } else {
                    Phase::Passing
                };
                return Err(self.gap(None));
            }
            if let Err(error) = self.fill() {
                self.phase = Phase::Done;
                return Err(self.gap(Some(error)));
            }
        }
    }

    fn find_cut(&mut self) -> Option<usize> {
        if self.whole {
            return None;
        }
        if self.phase == Phase::Before {
            let text = &self.buffer[self.start..self.filled];
            let blank = text
                .iter()
                .position(|byte| !is_blank(byte))
                .unwrap_or(text.len());
            self.advance_to(self.start + blank);
            self.scanner.skip_to(self.start);
            if self.start == self.filled {
                return None;
            }
            self.phase = Phase::Inside;
        }
        self.scanner
            .next_cut(&self.buffer[..self.filled], self.start, self.ended)
    }

    /// Where a part of a long sequence listing ends.
    fn part(&mut self) -> Option<usize> {
        const FIRST: usize = 16 * 1024;
        let text = &self.buffer[..self.filled];
        if !self.in_parts
            || self.whole
            || self.phase != Phase::Inside
            || text.len() - self.start < LONG
        {
            return None;
        }
        let first = &text[self.start..][..FIRST];
        if !self.is_open && memmem::find(first, LISTING).is_none() {
            return None;
        }
        // A part holds the block that was read before the last one: what comes next may need the text before it.
        let end = self.filled.saturating_sub(KEPT).min(self.scanner.needed());
        let from = self.searched.max(self.start).min(end);
        let mut hit = memmem::rfind(&text[from..end], SEQUENCE).map(|hit| from + hit);
        let close = |hit: usize| {
            let behind = &text[hit + SEQUENCE.len()..end];
            let blank = behind.iter().position(|byte| !is_blank(byte))?;
            (behind[blank] == b'>').then_some(hit + SEQUENCE.len() + blank + 1)
        };
        while let Some(at) = hit {
            if let Some(cut) = close(at) {
                return Some(cut);
            }
            hit = memmem::rfind(&text[from..at], SEQUENCE).map(|hit| from + hit);
        }
        self.searched = end.saturating_sub(KEPT);
        None
    }

    fn hand_over(&mut self, is_end: bool) -> Result<Piece<'_>, Gap> {
        let part = match (std::mem::replace(&mut self.is_open, !is_end), is_end) {
            (false, true) => Part::Whole,
            (false, false) => Part::First,
            (true, false) => Part::Next,
            (true, true) => Part::Last,
        };
        self.searched = 0;
        // The limit is one of what must be held: a part of a listing is no longer than what was read anyway.
        if part == Part::Whole && (self.given - self.start) as u64 > self.limit {
            return Err(self.gap(None));
        }
        let bytes = &self.buffer[self.start..self.given];
        Ok(Piece {
            offset: self.passed + self.start as u64,
            line: self.line,
            bytes,
            part,
        })
    }

    fn gap(&mut self, source: Option<io::Error>) -> Gap {
        self.is_open = false;
        Gap {
            offset: self.passed + self.start as u64,
            line: self.line,
            source,
        }
    }

    /// Makes `position` the beginning of the current document.
    fn advance_to(&mut self, position: usize) {
        if position > self.start {
            let text = &self.buffer[self.start..position];
            self.line += memchr::memchr_iter(b'\n', text).count() as u64;
            self.start = position;
        }
        self.given = self.start;
    }

    /// Drops what was read of a document that is passed over.
    fn forget(&mut self) {
        let keep_from = self.filled.saturating_sub(KEPT).min(self.scanner.needed());
        self.advance_to(keep_from.max(self.start));
    }

    fn fill(&mut self) -> io::Result<()> {
        if let Some(error) = self.pending.take() {
            return Err(error);
        }
        if self.start > 0 && self.buffer.len() - self.filled < BLOCK {
            self.compact();
        }
        if self.buffer.len() - self.filled < BLOCK {
            let length = (self.filled + BLOCK).max(self.buffer.len() + self.buffer.len() / 4);
            self.buffer.reserve_exact(length - self.buffer.len());
            self.buffer.resize(length, 0);
        }
        self.highest = self.highest.max(self.buffer.capacity());
        let room = &mut self.buffer[self.filled..self.filled + BLOCK];
        loop {
            match self.reader.read(room) {
                Ok(0) => {
                    self.ended = true;
                    return Ok(());
                }
                Ok(count) => {
                    self.filled += count;
                    return Ok(());
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Moves the current document to the front and gives back memory a large one has left.
    fn compact(&mut self) {
        self.buffer.copy_within(self.start..self.filled, 0);
        self.scanner.shift(self.start);
        self.searched = self.searched.saturating_sub(self.start);
        self.passed += self.start as u64;
        self.filled -= self.start;
        self.start = 0;
        self.given = 0;
        let enough = (self.filled + BLOCK) * 4;
        if self.buffer.len() > enough {
            self.buffer.truncate(enough);
            self.buffer.shrink_to_fit();
        }
    }
}

#[cfg(test)]
mod tests;
