//! Keeps decompressed data within the limits while they are read.

use std::cell::{Cell, RefCell};
use std::io::{self, Read};
use std::sync::atomic::Ordering;

use super::Limits;
use super::problem::Cause;
use super::source::Meter;

/// What one input has cost so far, with all that is packed into it.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    ratio: u64,
    floor: u64,
    most_entries: u64,
    /// The length of the input, if it is a file.
    length: Option<u64>,
    consumed: Meter,
    produced: Cell<u64>,
    entries: Cell<u64>,
    spent: Cell<bool>,
    tripped: RefCell<Option<Cause>>,
}

impl Budget {
    /// The budget of an input of `length` bytes, or of a stream counted by `consumed`.
    pub(crate) fn new(limits: &Limits, length: Option<u64>, consumed: Meter) -> Self {
        Self {
            ratio: limits.ratio,
            floor: limits.ratio_floor,
            most_entries: limits.entries,
            length,
            consumed,
            ..Self::default()
        }
    }

    /// Whether nothing more may be read of the input.
    pub(crate) fn is_spent(&self) -> bool {
        self.spent.get()
    }

    /// How many bytes of the input were consumed.
    pub(crate) fn consumed(&self) -> u64 {
        self.consumed.load(Ordering::Relaxed)
    }

    /// Counts one more entry; an error when there are too many.
    pub(crate) fn count_entry(&self) -> Result<(), Cause> {
        self.entries.set(self.entries.get() + 1);
        self.may_hold(0)
    }

    /// Whether the input may hold `more` entries.
    pub(crate) fn may_hold(&self, more: u64) -> Result<(), Cause> {
        if self.entries.get().saturating_add(more) > self.most_entries {
            return Err(Cause::TooManyEntries {
                limit: self.most_entries,
            });
        }
        Ok(())
    }

    /// Records why reading must end, and makes the error that ends it.
    pub(crate) fn trip(&self, cause: Cause) -> io::Error {
        let error = io::Error::other(cause.to_string());
        self.tripped.borrow_mut().get_or_insert(cause);
        error
    }

    /// What really happened when a reader of `what` failed.
    pub(crate) fn explain(&self, what: &'static str, error: io::Error) -> Cause {
        self.tripped
            .take()
            .unwrap_or_else(|| Cause::reading(what, error))
    }

    fn produce(&self, count: u64) -> io::Result<()> {
        let produced = self.produced.get() + count;
        self.produced.set(produced);
        let packed = self.length.unwrap_or_else(|| self.consumed());
        if produced > self.floor && produced / self.ratio.max(1) > packed {
            self.spent.set(true);
            return Err(self.trip(Cause::Ratio { limit: self.ratio }));
        }
        Ok(())
    }
}

/// How large data are before they are decompressed.
#[derive(Clone, Debug)]
pub(crate) enum Packed {
    /// They are not compressed.
    Never,
    /// So many bytes.
    Bytes(u64),
    /// As many bytes as were read so far.
    Counted(Meter),
}

/// A reader that ends with an error when its data are more, or other, than they may be.
pub(crate) struct Guard<'a, R> {
    reader: R,
    budget: &'a Budget,
    packed: Packed,
    declared: Option<u64>,
    limit: u64,
    what: &'static str,
    read: u64,
}

impl<'a, R: Read> Guard<'a, R> {
    /// Guards an entry of a `what` with its declared size.
    pub(crate) fn new(reader: R, budget: &'a Budget, limit: u64, what: &'static str) -> Self {
        Self {
            reader,
            budget,
            packed: Packed::Never,
            declared: None,
            limit,
            what,
            read: 0,
        }
    }

    /// Guards against data that become much more when decompressed.
    pub(crate) fn packed(mut self, packed: Packed) -> Self {
        self.packed = packed;
        self
    }

    /// Guards against an archive that lies about the size.
    pub(crate) fn declared(mut self, bytes: u64) -> Self {
        self.declared = Some(bytes);
        self
    }

    fn check(&self, count: u64) -> io::Result<()> {
        if self.read > self.limit {
            return Err(self.budget.trip(Cause::EntryTooLarge { limit: self.limit }));
        }
        if let Some(declared) = self.declared
            && (self.read > declared || (count == 0 && self.read < declared))
        {
            let cause = match self.packed {
                Packed::Never => Cause::Truncated { what: self.what },
                _ => Cause::SizeMismatch {
                    declared,
                    found: self.read,
                },
            };
            return Err(self.budget.trip(cause));
        }
        let packed = match &self.packed {
            Packed::Never => return Ok(()),
            Packed::Bytes(bytes) => *bytes,
            Packed::Counted(meter) => meter.load(Ordering::Relaxed),
        };
        if self.read > self.budget.floor && self.read / self.budget.ratio.max(1) > packed {
            return Err(self.budget.trip(Cause::Ratio {
                limit: self.budget.ratio,
            }));
        }
        self.budget.produce(count)
    }
}

impl<R: Read> Read for Guard<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let count = self.reader.read(buffer)? as u64;
        self.read += count;
        self.check(count)?;
        Ok(count as usize)
    }
}
