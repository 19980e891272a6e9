//! Lists the files below a folder, sorted by name and safe from loops of links.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The files at and below a path.
pub(crate) struct Files {
    waiting: Vec<PathBuf>,
    seen: BTreeSet<PathBuf>,
}

/// One thing found below a folder.
pub(crate) enum Found {
    /// A file and its length.
    File(PathBuf, u64),
    /// A device, pipe or socket.
    Special(PathBuf),
    /// A folder that was listed before under another path.
    Again(PathBuf),
    /// A path that cannot be opened.
    Closed(PathBuf, io::Error),
}

impl Files {
    /// Lists what is at or below `path`.
    pub(crate) fn below(path: &Path) -> Self {
        Self {
            waiting: vec![path.to_owned()],
            seen: BTreeSet::new(),
        }
    }

    fn list(&mut self, folder: &Path) -> io::Result<bool> {
        if !self.seen.insert(folder.canonicalize()?) {
            return Ok(false);
        }
        let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
        paths.sort_unstable_by(|a, b| b.file_name().cmp(&a.file_name()));
        self.waiting.append(&mut paths);
        Ok(true)
    }
}

impl Iterator for Files {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            let path = self.waiting.pop()?;
            let found = match fs::metadata(&path) {
                Ok(metadata) if metadata.is_dir() => match self.list(&path) {
                    Ok(true) => continue,
                    Ok(false) => Found::Again(path),
                    Err(error) => Found::Closed(path, error),
                },
                Ok(metadata) if metadata.is_file() => Found::File(path, metadata.len()),
                Ok(_) => Found::Special(path),
                Err(error) => Found::Closed(path, error),
            };
            return Some(found);
        }
    }
}
