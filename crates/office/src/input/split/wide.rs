//! Cuts UTF-16 as it comes: the splitter looks at one byte for each unit, the units themselves wait beside it.

use std::io::{self, Read};

use super::{BLOCK, Gap, Piece, Scanner, Splitter};
use crate::input::sniff::Order;

/// How many bytes are read at a time.
const CHUNK: usize = 128 * 1024;

/// What stands for a byte order mark, and for every other unit that is not ASCII.
const MARK: &[u8] = b"\xFF";
const OTHER: u8 = 0x80;

/// A reader of the documents in UTF-16 data.
///
/// The rules and limits are those of the [`Splitter`]. Each document is handed over in its own bytes.
#[derive(Debug)]
pub(crate) struct Wide<R> {
    splitter: Splitter<Narrow<R>>,
}

impl<R: Read> Wide<R> {
    /// Reads from `reader`, with `buffer` to work in.
    pub(crate) fn new(reader: R, order: Order, buffer: Vec<u8>, document_bytes: u64) -> Self {
        let most = usize::try_from(document_bytes).unwrap_or(usize::MAX);
        let narrow = Narrow {
            reader,
            order,
            units: Vec::new(),
            base: 0,
            told: 0,
            most: most.saturating_add(4 * BLOCK),
            highest: 0,
        };
        let mut splitter = Splitter::new(narrow, buffer, document_bytes / 2);
        splitter.scanner = Scanner::new(MARK);
        Self { splitter }
    }

    /// The next document; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Piece<'_>>, Gap> {
        let (offset, line, length) = match self.splitter.next() {
            Ok(Some(piece)) => (piece.offset * 2, piece.line, piece.bytes.len() * 2),
            Ok(None) => return Ok(None),
            Err(gap) => {
                let offset = gap.offset * 2;
                return Err(Gap { offset, ..gap });
            }
        };
        let bytes = self.splitter.reader.from(offset);
        Ok(Some(Piece {
            offset,
            line,
            bytes: &bytes[..length.min(bytes.len())],
            part: super::Part::Whole,
        }))
    }

    /// The most bytes that were held for documents to come.
    #[cfg(test)]
    pub(crate) fn high_water(&self) -> usize {
        self.splitter.reader.highest
    }

    /// Gives back the buffer.
    pub(crate) fn into_buffer(self) -> Vec<u8> {
        self.splitter.into_buffer()
    }
}

/// Gives one byte for each unit: itself if it is ASCII, else a byte that no markup has.
#[derive(Debug)]
struct Narrow<R> {
    reader: R,
    order: Order,
    /// The bytes as they came, from `base` on.
    units: Vec<u8>,
    base: u64,
    /// How many of them were given as single bytes.
    told: usize,
    /// How many of them can still belong to a document that is not handed over.
    most: usize,
    highest: usize,
}

impl<R> Narrow<R> {
    /// The bytes from `offset` on; what lies before is not needed any more.
    fn from(&mut self, offset: u64) -> &[u8] {
        let gone = usize::try_from(offset - self.base).expect("the document is in memory");
        // Moving what stays costs time: it is done when it is the smaller part.
        if gone > self.units.len() / 2 {
            self.forget(gone);
            return &self.units;
        }
        &self.units[gone..]
    }

    fn forget(&mut self, count: usize) {
        self.units.drain(..count);
        self.base += count as u64;
        self.told -= count;
        if self.units.capacity() > 4 * (self.units.len() + CHUNK) {
            self.units.shrink_to(2 * (self.units.len() + CHUNK));
        }
    }

    fn narrow(&self, unit: &[u8]) -> u8 {
        let (upper, lower) = match self.order {
            Order::Big => (unit[0], unit[1]),
            Order::Little => (unit[1], unit[0]),
        };
        match (upper, lower) {
            (0, 0..=0x7F) => lower,
            (0xFE, 0xFF) => MARK[0],
            _ => OTHER,
        }
    }
}

impl<R: Read> Read for Narrow<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.units.len() > self.most.saturating_add(self.most / 4) {
            self.forget(self.units.len() - self.most);
        }
        while !buffer.is_empty() {
            let before = self.units.len();
            let room = (buffer.len() * 2 - (before - self.told)).min(CHUNK);
            self.units.resize(before + room, 0);
            self.highest = self.highest.max(self.units.capacity());
            let read = self.reader.read(&mut self.units[before..]);
            self.units.truncate(before + *read.as_ref().unwrap_or(&0));
            if read? == 0 {
                // Half a unit at the end.
                let half = self.told < self.units.len();
                self.told = self.units.len();
                buffer[0] = OTHER;
                return Ok(usize::from(half));
            }
            let units = self.units[self.told..].chunks_exact(2);
            let count = units.len();
            for (narrow, unit) in buffer.iter_mut().zip(units) {
                *narrow = self.narrow(unit);
            }
            self.told += count * 2;
            if count > 0 {
                return Ok(count);
            }
        }
        Ok(0)
    }
}
