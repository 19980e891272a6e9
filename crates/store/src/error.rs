//! What can keep an operation from finishing.

use std::{
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use crate::Digest;

/// An operation of the store could not finish.
///
/// Every message names the file and the remedy; the cause is the `source`.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be read, written or locked.
    #[error("cannot {action} {}: {remedy}", path.display())]
    File {
        /// What was being done.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the operator can do.
        remedy: &'static str,
        /// What the operating system said.
        source: io::Error,
    },
    /// The database refused a statement.
    #[error("cannot {action} in {}: {remedy}", path.display())]
    Database {
        /// What was being done.
        action: &'static str,
        /// The database file.
        path: PathBuf,
        /// What the operator can do.
        remedy: &'static str,
        /// What the database said.
        source: sqlx::Error,
    },
    /// Someone else held the lock for longer than this caller wanted to wait.
    #[error(
        "{} is held by {holder} for more than {} s: let it finish, or stop it, and run the command again",
        path.display(),
        waited.as_secs()
    )]
    Locked {
        /// The lock file.
        path: PathBuf,
        /// The holder, as it wrote itself into the lock file.
        holder: String,
        /// How long this caller waited.
        waited: Duration,
    },
    /// The folder was made by a newer version of the program.
    #[error(
        "{} has data version {found} and this program knows versions up to {known}: use the newer program, or a backup made before it",
        folder.display()
    )]
    Newer {
        /// The data folder.
        folder: PathBuf,
        /// The version of the data.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// Content is not what was written.
    #[error("{} is damaged at byte {offset} ({what}; content {digest}): restore this file from a backup", pack.display())]
    Damaged {
        /// The pack file.
        pack: PathBuf,
        /// Where the entry begins.
        offset: u64,
        /// The digest that the content should have.
        digest: Digest,
        /// What is wrong.
        what: &'static str,
    },
    /// The pack that should be continued is not what the database says it is.
    #[error("{} cannot be continued ({what}): restore this file from a backup", pack.display())]
    Pack {
        /// The pack file.
        pack: PathBuf,
        /// What is wrong.
        what: &'static str,
    },
    /// The batch met an error or an interruption before and can only be dropped.
    #[error(
        "an enrolment of this batch did not finish: drop the batch and enrol its documents again"
    )]
    Unfinished,
    /// The process is shutting down.
    #[error("the program is stopping: enrol the documents of this batch again")]
    Stopping,
}

impl Error {
    pub(crate) fn file(action: &'static str, path: &Path, source: io::Error) -> Self {
        Self::File {
            action,
            path: path.to_owned(),
            remedy: file_remedy(source.kind()),
            source,
        }
    }

    pub(crate) fn database(action: &'static str, path: &Path, source: sqlx::Error) -> Self {
        Self::Database {
            action,
            path: path.to_owned(),
            remedy: database_remedy(&source),
            source,
        }
    }
}

fn file_remedy(kind: io::ErrorKind) -> &'static str {
    use io::ErrorKind as K;
    match kind {
        K::StorageFull | K::QuotaExceeded => "free space on this disk and run the command again",
        K::PermissionDenied => {
            "give the program's user the right to read and write the data folder"
        }
        K::ReadOnlyFilesystem => "mount the file system for writing or choose another data folder",
        K::NotFound => "restore this file from a backup",
        K::NotADirectory | K::AlreadyExists => "choose a data folder that is not a file",
        _ => "see the cause, check the disk, and run the command again",
    }
}

/// Sorts by the primary result codes of `SQLite` (<https://www.sqlite.org/rescode.html>).
fn database_remedy(source: &sqlx::Error) -> &'static str {
    let code = source
        .as_database_error()
        .and_then(|error| error.code()?.parse::<i32>().ok());
    match code.map(|code| code & 0xff) {
        Some(5 | 6) => "another program uses the database; let it finish and run the command again",
        Some(8) => "give the program's user the right to write the data folder",
        Some(10) => "check the disk, and run the command again",
        Some(13) => "free space on this disk and run the command again",
        Some(14) => "check that the folder exists and that the program's user may write in it",
        Some(11 | 26) => "the file is damaged or no database; restore it from a backup",
        _ => "see the cause, and run the command again",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_names_file_and_remedy() {
        let error = Error::file(
            "append to",
            Path::new("d/p"),
            io::ErrorKind::StorageFull.into(),
        );
        assert_eq!(
            error.to_string(),
            "cannot append to d/p: free space on this disk and run the command again"
        );
        assert!(std::error::Error::source(&error).is_some());
    }
}
