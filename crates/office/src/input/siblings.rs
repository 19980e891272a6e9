//! Files beside a document: in its folder, or in its folder of an archive.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Read;
use std::path::PathBuf;
use std::sync::OnceLock;

use super::problem::{Cause, Problem};
use super::{Limits, Place};

/// The files beside a document, such as its drawings.
///
/// Works from any thread, also after the walk has gone on.
pub trait Siblings: Send + Sync {
    /// Reads the file of this name, whatever the case of its letters; `None` if there is none.
    ///
    /// Only plain names are looked for: a path is refused. The file need not be there when it
    /// cannot be looked for: see [`Cause::OneWay`].
    fn read(&self, name: &str) -> Option<Result<Vec<u8>, Problem>>;
}

/// Nothing can be read beside the document, for the data come in a stream.
pub(crate) struct Unreachable {
    /// The stream or archive.
    pub(crate) place: Place,
}

impl Siblings for Unreachable {
    fn read(&self, _name: &str) -> Option<Result<Vec<u8>, Problem>> {
        Some(Err(Problem {
            place: self.place.clone(),
            cause: Cause::OneWay,
        }))
    }
}

/// The files of a folder.
pub(crate) struct Folder {
    path: PathBuf,
    limit: u64,
    names: OnceLock<BTreeMap<String, OsString>>,
}

impl Folder {
    /// The folder at `path`.
    pub(crate) fn new(path: PathBuf, limits: &Limits) -> Self {
        Self {
            path,
            limit: limits.sibling_bytes,
            names: OnceLock::new(),
        }
    }

    fn names(&self) -> &BTreeMap<String, OsString> {
        self.names.get_or_init(|| {
            let mut names = BTreeMap::new();
            for entry in fs::read_dir(&self.path).into_iter().flatten().flatten() {
                let name = entry.file_name();
                let folded = name.to_string_lossy().to_lowercase();
                let kept = names.entry(folded).or_insert_with(|| name.clone());
                if name < *kept {
                    *kept = name;
                }
            }
            names
        })
    }
}

impl Siblings for Folder {
    fn read(&self, name: &str) -> Option<Result<Vec<u8>, Problem>> {
        let place = || Place::start(self.path.join(name).to_string_lossy(), None);
        let failed = |cause| {
            Some(Err(Problem {
                place: place(),
                cause,
            }))
        };
        if !is_plain(name) {
            let place = Place::start(self.path.to_string_lossy(), None);
            return Some(Err(Problem {
                place,
                cause: Cause::NotPlainName { name: name.into() },
            }));
        }
        let mut path = self.path.join(name);
        if !path.is_file() {
            path = self.path.join(self.names().get(&name.to_lowercase())?);
            if !path.is_file() {
                return None;
            }
        }
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(source) => return failed(Cause::Open { source }),
        };
        match read_within(file, self.limit, "file") {
            Ok(bytes) => Some(Ok(bytes)),
            Err(cause) => failed(cause),
        }
    }
}

/// Whether the name is that of a file, and not a path to somewhere else.
pub(crate) fn is_plain(name: &str) -> bool {
    !matches!(name, "" | "." | "..")
        && !name.contains(['/', '\\', '\0'])
        && name.as_bytes().get(1) != Some(&b':')
}

/// Reads all there is, up to `limit` bytes.
pub(crate) fn read_within(
    reader: impl Read,
    limit: u64,
    what: &'static str,
) -> Result<Vec<u8>, Cause> {
    let mut bytes = Vec::new();
    let read = reader.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| Cause::reading(what, error))?;
    if bytes.len() as u64 > limit {
        return Err(Cause::SiblingTooLarge { limit });
    }
    Ok(bytes)
}
