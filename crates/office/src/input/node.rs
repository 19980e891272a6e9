//! A file or entry on the way of a walk.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use super::siblings::Unreachable;
use super::source::Source;
use super::{Place, Siblings};

/// A file or entry that is about to be read.
#[derive(Clone)]
pub(crate) struct Node {
    source: String,
    entry: Option<String>,
    /// How many containers it is packed into.
    pub(crate) depth: u32,
    /// Whether the user named it, so that it is handed over whatever it is.
    pub(crate) named: bool,
    /// What kind of container it is read from.
    pub(crate) inside: &'static str,
    /// The files beside it.
    pub(crate) siblings: Arc<dyn Siblings>,
}

/// What the bytes come from.
pub(crate) enum Origin<'r> {
    /// A file, which can be read again.
    File(Source),
    /// A stream, which is read once.
    Stream(&'r mut dyn Read),
}

/// A failure in its place between the bytes that were read before and after it.
pub(crate) struct Pending(pub(crate) Option<io::Error>);

impl Read for Pending {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

impl Node {
    /// A file that the user named or that lies below a folder.
    pub(crate) fn of_file(path: &Path, named: bool) -> Self {
        let source = path.to_string_lossy().into_owned();
        let siblings = Arc::new(Unreachable {
            place: Place::start(source.clone(), None),
        });
        Self {
            source,
            entry: None,
            depth: 0,
            named,
            inside: "file",
            siblings,
        }
    }

    /// The beginning of the file or entry.
    pub(crate) fn place(&self) -> Place {
        Place::start(self.source.clone(), self.entry.clone())
    }

    /// An entry of this archive.
    pub(crate) fn child(&self, name: &str) -> Self {
        let entry = self.place().joined(name).entry;
        Self {
            entry,
            named: false,
            ..self.clone()
        }
    }

    /// The same, one container deeper.
    pub(crate) fn inside(&self, container: &'static str) -> Self {
        Self {
            depth: self.depth + 1,
            inside: container,
            ..self.clone()
        }
    }
}
