//! Failures on demand, for tests that ask what survives them.

use std::{fmt, io, sync::Arc};

/// A write that the store is about to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// Cutting off what an interrupted writer left behind the known end of a pack.
    Cut,
    /// Making a new pack.
    Create,
    /// Appending an entry to a pack.
    Append,
    /// Flushing a pack to the disk.
    Sync,
    /// Flushing the folder's list of packs to the disk.
    SyncFolder,
    /// Adding rows inside the transaction.
    Insert,
    /// Making the transaction visible.
    Commit,
}

/// How a write fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was kept.
    Lost,
    /// A part was kept, where the write has parts.
    Torn,
    /// Everything was kept, and the writer is told that it failed.
    Kept,
}

/// Decides for each write whether it fails.
pub type Hook = Arc<dyn Fn(Step) -> Option<Fault> + Send + Sync>;

/// The hook of a store, if it has one.
#[derive(Clone, Default)]
pub(crate) struct Faults(Option<Hook>);

impl fmt::Debug for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Faults({})", self.0.is_some())
    }
}

impl Faults {
    pub(crate) fn new(hook: Option<Hook>) -> Self {
        Self(hook)
    }

    /// Asks whether this write is to fail.
    pub(crate) fn at(&self, step: Step) -> Option<Fault> {
        self.0.as_ref().and_then(|hook| hook(step))
    }

    /// Makes a write that has no parts, or fails as the hook says.
    pub(crate) fn around<T>(
        &self,
        step: Step,
        write: impl FnOnce() -> io::Result<T>,
    ) -> io::Result<T> {
        match self.at(step) {
            None => write(),
            Some(Fault::Lost | Fault::Torn) => Err(failure()),
            Some(Fault::Kept) => write().and_then(|_| Err(failure())),
        }
    }
}

/// The error that an ordered failure gives.
pub(crate) fn failure() -> io::Error {
    io::Error::other("a test ordered this write to fail")
}
