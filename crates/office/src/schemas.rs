//! The official schema sets that a user has: added once under a name, then used by that name.

use crate::error::Error;
use check::schema::{self, Schemas};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Files in an archive of schemas at most.
const MOST_FILES: usize = 20_000;
/// Bytes of one schema file at most.
const MOST_BYTES: u64 = 64 << 20;

/// The folder where schema sets are kept.
#[derive(Clone, Debug)]
pub struct Library {
    folder: PathBuf,
}

/// A schema set in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// The name that the user gave it.
    pub name: String,
    /// How many schema files it has.
    pub files: usize,
}

impl Library {
    /// The library in `folder`, which is made when the first set is added.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Adds the schema files below a folder or in an archive under `name`; a set of that name is replaced.
    ///
    /// # Errors
    ///
    /// When the name is no plain word, nothing can be read, or there is no schema file.
    pub fn add(&self, name: &str, source: &Path) -> Result<Set, Error> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if name.is_empty() || name.starts_with('.') || !name.chars().all(plain) {
            return Err(Error::SchemaName {
                name: name.to_owned(),
            });
        }
        let files = collect(source)?;
        if files.is_empty() {
            return Err(Error::NoSchema {
                path: source.to_owned(),
            });
        }
        let target = self.folder.join(name);
        let fresh = self.folder.join(format!(".{name}.new"));
        let write = |path: &Path| {
            let path = path.to_owned();
            move |source| Error::Write { path, source }
        };
        let _old = std::fs::remove_dir_all(&fresh);
        for (file, bytes) in &files {
            let path = fresh.join(file);
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent).map_err(write(parent))?;
            }
            std::fs::write(&path, bytes).map_err(write(&path))?;
        }
        let _old = std::fs::remove_dir_all(&target);
        std::fs::rename(&fresh, &target).map_err(write(&target))?;
        Ok(Set {
            name: name.to_owned(),
            files: files.len(),
        })
    }

    /// All sets, by name.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn list(&self) -> Result<Vec<Set>, Error> {
        if !self.folder.exists() {
            return Ok(Vec::new());
        }
        let read = |source| Error::Read {
            path: self.folder.clone(),
            source,
        };
        let mut sets = Vec::new();
        for entry in std::fs::read_dir(&self.folder).map_err(read)? {
            let entry = entry.map_err(read)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() && !name.starts_with('.') {
                let files = collect(&entry.path())?.len();
                sets.push(Set { name, files });
            }
        }
        sets.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(sets)
    }

    /// The files of a set, ready to be compiled.
    ///
    /// # Errors
    ///
    /// When there is no set of that name, with the names that there are.
    pub fn open(&self, name: &str) -> Result<Schemas, Error> {
        let folder = self.folder.join(name);
        let known = !name.contains(['/', '\\']) && folder.is_dir();
        if !known {
            let names = self
                .list()?
                .into_iter()
                .map(|set| set.name)
                .collect::<Vec<_>>();
            return Err(Error::UnknownSchema {
                name: name.to_owned(),
                names: names.join(", "),
            });
        }
        Ok(Schemas::new(collect(&folder)?, schema::Limits::default()))
    }
}

/// The schema files below a folder, or in an archive, with their paths in it.
fn collect(source: &Path) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let mut files = BTreeMap::new();
    if source.is_dir() {
        folder(source, source, &mut files)?;
        return Ok(files);
    }
    archive(source, &mut files)?;
    Ok(files)
}

/// Schema files in a ZIP archive; names that point outside are refused.
fn archive(source: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    let read = |error| Error::Read {
        path: source.to_owned(),
        source: error,
    };
    let damaged = |error: zip::result::ZipError| Error::Archive {
        path: source.to_owned(),
        source: error,
    };
    let file = std::fs::File::open(source).map_err(read)?;
    let mut archive = zip::ZipArchive::new(file).map_err(damaged)?;
    for index in 0..archive.len().min(MOST_FILES) {
        let entry = archive.by_index(index).map_err(damaged)?;
        let Some(name) = entry.enclosed_name() else {
            let name = entry
                .name()
                .map_or_else(|_| String::new(), |name| name.into_owned());
            return Err(Error::EntryName {
                path: source.to_owned(),
                entry: name,
            });
        };
        if entry.is_dir() || !is_schema(&name) {
            continue;
        }
        let mut bytes = Vec::new();
        entry
            .take(MOST_BYTES)
            .read_to_end(&mut bytes)
            .map_err(read)?;
        files.insert(name.to_string_lossy().replace('\\', "/"), bytes);
    }
    Ok(())
}

fn folder(root: &Path, at: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    let read = |source| Error::Read {
        path: at.to_owned(),
        source,
    };
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(at).map_err(read)? {
        entries.push(entry.map_err(read)?.path());
    }
    entries.sort();
    for path in entries {
        if path.is_dir() {
            folder(root, &path, files)?;
        } else if is_schema(&path) {
            let bytes = std::fs::read(&path).map_err(|source| Error::Read {
                path: path.clone(),
                source,
            })?;
            let name = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            files.insert(name, bytes);
        }
    }
    Ok(())
}

fn is_schema(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xsd"))
}
