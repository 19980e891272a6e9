//! Whether files and folders of a command line make sense, before any work is done.

use std::fmt;
use std::path::Path;

/// The command line makes no sense: why, and what to write instead.
#[derive(Debug)]
pub(crate) struct Senseless(pub(crate) String);

impl fmt::Display for Senseless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Senseless {}

/// Looks whether an option can name a folder that is made when it is not there.
pub(crate) fn new_folder(option: &str, path: &Path) -> Result<(), Senseless> {
    let there = path.ancestors().find(|folder| folder.exists());
    match there {
        Some(file) if !file.is_dir() && file == path => Err(Senseless(format!(
            "{option} {} is a file; name a folder",
            path.display()
        ))),
        Some(file) if !file.is_dir() => Err(Senseless(format!(
            "{option} {} cannot be made, {} is a file; name another folder",
            path.display(),
            file.display()
        ))),
        _ => Ok(()),
    }
}

/// Looks whether a report can be written; the folder `out` will be there.
pub(crate) fn report(path: &Path, out: &Path) -> Result<(), Senseless> {
    if path.is_dir() {
        return Err(Senseless(format!(
            "--report {} is a folder; name a file",
            path.display()
        )));
    }
    match path.parent() {
        Some(folder)
            if !folder.as_os_str().is_empty() && !folder.is_dir() && !out.starts_with(folder) =>
        {
            Err(Senseless(format!(
                "--report {} lies in a folder that is not there; make {} first, or name another file",
                path.display(),
                folder.display()
            )))
        }
        _ => Ok(()),
    }
}

/// Looks whether a folder with a register is there.
pub(crate) fn register(path: &Path) -> Result<(), Senseless> {
    let there = std::fs::metadata(path);
    let path = path.display();
    match there {
        Ok(there) if !there.is_dir() => Err(Senseless(format!(
            "--data {path} is a file; name the data folder of a register"
        ))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(Senseless(format!(
            "--data {path} is not there, so it is no register; make one with `chancery ingest INPUT --data {path}`"
        ))),
        _ => Ok(()),
    }
}

/// Looks whether a profile is there.
pub(crate) fn profile(path: Option<&Path>) -> Result<(), Senseless> {
    match path {
        Some(path) if path.is_dir() => Err(Senseless(format!(
            "--profile {} is a folder; name a file",
            path.display()
        ))),
        Some(path) if !path.exists() => Err(Senseless(format!(
            "--profile {} is not there; `chancery check --help` shows what to write into it",
            path.display()
        ))),
        _ => Ok(()),
    }
}

/// Looks whether the folder or archive of a schema set is there.
pub(crate) fn schema_source(path: &Path) -> Result<(), Senseless> {
    if path.exists() {
        return Ok(());
    }
    Err(Senseless(format!(
        "{} is not there; name the folder or ZIP that holds the .xsd files",
        path.display()
    )))
}
