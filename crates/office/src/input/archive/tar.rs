//! Reads the entries of a tar archive as they come.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;
use std::sync::{Arc, OnceLock};

use ::tar::{Archive, Entry, EntryType};

use super::{entry_name, split_name};
use crate::input::guard::{Budget, Guard};
use crate::input::problem::{Cause, Problem};
use crate::input::siblings::{is_plain, read_within};
use crate::input::source::Source;
use crate::input::{
    Content, Event, Flow, GO_ON, Limits, Node, Origin, Place, Siblings, Unreachable, Walk,
};

/// How long an entry's headers may be, with its name and extensions.
const HEADER_BYTES: u64 = 1024 * 1024;

impl<V: FnMut(Event<'_>) -> Flow> Walk<'_, V> {
    /// Reads the entries in `reader`; `file` is the same archive if it can be read again.
    pub(crate) fn tar(&mut self, node: &Node, reader: &mut dyn Read, file: Option<Source>) -> Flow {
        let budget = self.budget();
        let state = Rc::new(FeedState::default());
        let feed = Feed {
            reader,
            state: Rc::clone(&state),
            budget: Some(&budget),
        };
        let mut archive = Archive::new(feed);
        archive.set_ignore_zeros(true);
        let mut entries = match archive.entries() {
            Ok(entries) => entries,
            Err(error) => return self.fail(node, budget.explain("tar archive", error)),
        };
        let bundle = file.map(|file| Arc::new(Bundle::new(file, node, &self.limits)));
        let mut skip = 0_u64;
        loop {
            state.allow(skip.saturating_add(HEADER_BYTES));
            let Some(entry) = entries.next() else { break };
            state.allow(u64::MAX);
            let entry = match entry {
                Ok(entry) => entry,
                Err(_) if state.ended.get() => {
                    return self.fail(
                        node,
                        Cause::Truncated {
                            what: "tar archive",
                        },
                    );
                }
                Err(error) => return self.fail(node, budget.explain("tar archive", error)),
            };
            skip = entry.header().entry_size().unwrap_or(0).max(entry.size());
            if let Err(cause) = budget.count_entry() {
                return self.fail(node, cause);
            }
            self.tar_entry(node, entry, bundle.as_ref())?;
            if state.broken.get() || state.ended.get() || budget.is_spent() {
                return GO_ON;
            }
        }
        if state.zeros.get() < 512 {
            return self.fail(node, Cause::NoEndMark);
        }
        GO_ON
    }

    fn tar_entry<R: Read>(
        &mut self,
        node: &Node,
        mut entry: Entry<'_, R>,
        bundle: Option<&Arc<Bundle>>,
    ) -> Flow {
        let raw = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let kind = entry.header().entry_type();
        if kind.is_dir() || kind.is_pax_global_extensions() || raw.ends_with('/') {
            return GO_ON;
        }
        let name = match entry_name(&raw) {
            Ok(name) => name,
            Err(cause) => return self.fail(&node.child(&raw.replace('\0', "\u{fffd}")), cause),
        };
        let mut child = node.child(&name);
        if kind.is_gnu_sparse() || is_pax_sparse(&mut entry) {
            return self.fail(
                &child,
                Cause::Unsupported {
                    detail: "a sparse file".to_owned(),
                },
            );
        }
        match kind {
            EntryType::Regular | EntryType::Continuous => {}
            EntryType::Link | EntryType::Symlink => return self.skip(&child, Content::Link),
            _ => return self.skip(&child, Content::Special),
        }
        child.siblings = match bundle {
            Some(bundle) => {
                let (folder, _) = split_name(&name);
                Arc::new(TarFolder {
                    bundle: Arc::clone(bundle),
                    folder,
                })
            }
            None => Arc::new(Unreachable {
                place: node.place(),
            }),
        };
        let budget = self.budget();
        let (size, limit) = (entry.size(), self.limits.entry_bytes);
        if size > limit {
            return self.fail(&child, Cause::EntryTooLarge { limit });
        }
        let mut guard = Guard::new(entry, &budget, limit, "tar archive").declared(size);
        self.enter(&child.inside("tar archive"), Origin::Stream(&mut guard))
    }
}

fn is_pax_sparse<R: Read>(entry: &mut Entry<'_, R>) -> bool {
    let Ok(Some(extensions)) = entry.pax_extensions() else {
        return false;
    };
    extensions
        .flatten()
        .any(|extension| extension.key_bytes().starts_with(b"GNU.sparse."))
}

/// The bytes below the tar decoder, which bounds what a header may hold.
struct Feed<'a, R> {
    reader: R,
    state: Rc<FeedState>,
    budget: Option<&'a Budget>,
}

#[derive(Default)]
struct FeedState {
    /// How many bytes may be read before this becomes an error.
    allowed: Cell<u64>,
    /// The stream below has failed.
    broken: Cell<bool>,
    /// The stream below is at its end.
    ended: Cell<bool>,
    /// How many zeros were read last.
    zeros: Cell<u64>,
}

impl FeedState {
    fn allow(&self, bytes: u64) {
        self.allowed.set(bytes);
    }
}

impl<R: Read> Read for Feed<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer).inspect_err(|error| {
            self.state
                .broken
                .set(error.kind() != io::ErrorKind::Interrupted);
        })?;
        if count == 0 && !buffer.is_empty() {
            self.state.ended.set(true);
        }
        let run = buffer[..count]
            .iter()
            .rev()
            .take_while(|byte| **byte == 0)
            .count();
        let before = if run == count {
            self.state.zeros.get()
        } else {
            0
        };
        self.state.zeros.set(before + run as u64);
        // The blocks of zeros behind the last entry may be many.
        let padding = run == count && buffer.len() <= 512;
        let charge = if padding { 0 } else { count as u64 };
        let Some(left) = self.state.allowed.get().checked_sub(charge) else {
            let cause = Cause::HeaderTooLarge {
                limit: HEADER_BYTES,
            };
            let text = io::Error::other(cause.to_string());
            return Err(self.budget.map_or(text, |budget| budget.trip(cause)));
        };
        self.state.allowed.set(left);
        Ok(count)
    }
}

impl<R: Seek> Seek for Feed<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.reader.seek(to)
    }
}

/// A tar archive whose entries can be read once more.
struct Bundle {
    file: Source,
    place: Place,
    limits: Limits,
    index: OnceLock<BTreeMap<(String, String), (u64, u64)>>,
}

impl Bundle {
    fn new(file: Source, node: &Node, limits: &Limits) -> Self {
        Self {
            file,
            place: node.place(),
            limits: limits.clone(),
            index: OnceLock::new(),
        }
    }

    /// Where the entries lie, by folder and name.
    fn index(&self) -> &BTreeMap<(String, String), (u64, u64)> {
        self.index.get_or_init(|| {
            let mut index = BTreeMap::new();
            let state = Rc::new(FeedState::default());
            let reader = self.file.detached();
            let mut archive = Archive::new(Feed {
                reader,
                state: Rc::clone(&state),
                budget: None,
            });
            archive.set_ignore_zeros(true);
            let Ok(mut entries) = archive.entries_with_seek() else {
                return index;
            };
            state.allow(HEADER_BYTES);
            while let Some(Ok(entry)) = entries.next() {
                state.allow(HEADER_BYTES);
                if matches!(
                    entry.header().entry_type(),
                    EntryType::Regular | EntryType::Continuous
                ) && let Ok(name) = entry_name(&String::from_utf8_lossy(&entry.path_bytes()))
                {
                    index.insert(split_name(&name), (entry.raw_file_position(), entry.size()));
                }
                if index.len() as u64 > self.limits.entries {
                    break;
                }
            }
            index
        })
    }
}

/// One folder of a tar archive.
struct TarFolder {
    bundle: Arc<Bundle>,
    folder: String,
}

impl Siblings for TarFolder {
    fn read(&self, name: &str) -> Option<Result<Vec<u8>, Problem>> {
        let mut place = self.bundle.place.clone();
        if !is_plain(name) {
            let cause = Cause::NotPlainName {
                name: name.to_owned(),
            };
            return Some(Err(Problem { place, cause }));
        }
        let key = (self.folder.clone(), name.to_lowercase());
        let (position, size) = *self.bundle.index().get(&key)?;
        let mut file = self.bundle.file.detached();
        let read = file
            .seek(SeekFrom::Start(position))
            .map_err(|source| Cause::Read { source });
        let limit = self.bundle.limits.sibling_bytes;
        let read = read.and_then(|_| read_within(file.take(size), limit, "tar archive"));
        let read = read.and_then(|bytes| match bytes.len() as u64 == size {
            true => Ok(bytes),
            false => Err(Cause::Truncated {
                what: "tar archive",
            }),
        });
        Some(read.map_err(|cause| {
            let folder = if self.folder.is_empty() { "" } else { "/" };
            place = place.joined(&format!("{}{folder}{name}", self.folder));
            Problem { place, cause }
        }))
    }
}
