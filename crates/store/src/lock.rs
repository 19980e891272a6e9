//! The lock files that keep two writers apart.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::Write as _,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::sync::OwnedMutexGuard;

use crate::{Error, Result};

const POLL: Duration = Duration::from_millis(20);

/// A held lock file; the operating system gives it back when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct FileLock {
    _file: File,
}

impl FileLock {
    /// Waits for the lock, at most for the given time.
    pub(crate) async fn take(path: &Path, patience: Duration) -> Result<Self> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path);
        let file = file.map_err(|source| Error::file("open", path, source))?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self::signed(file)),
                Err(TryLockError::Error(source)) => return Err(Error::file("lock", path, source)),
                Err(TryLockError::WouldBlock) if start.elapsed() >= patience => {
                    return Err(Error::Locked {
                        path: path.to_owned(),
                        holder: holder(path),
                        waited: start.elapsed(),
                    });
                }
                Err(TryLockError::WouldBlock) => tokio::time::sleep(POLL).await,
            }
        }
    }

    /// Leaves the holder's name for whoever waits; the lock holds without it, so a failure is no error.
    fn signed(mut file: File) -> Self {
        let signed = file
            .set_len(0)
            .and_then(|()| write!(file, "process {}", std::process::id()));
        signed.ok();
        Self { _file: file }
    }
}

fn holder(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    if text.is_empty() {
        "another process".to_owned()
    } else {
        text
    }
}

/// Keeps every other process from writing until it is dropped.
///
/// Without it each batch takes and gives back the right to write, and batches of two processes may alternate.
#[derive(Debug)]
#[must_use = "the lock is given back when this value is dropped"]
pub struct Lock {
    pub(crate) _file: Arc<FileLock>,
}

/// The right to write, for the length of one batch.
#[derive(Debug)]
pub(crate) struct Turn {
    pub(crate) everywhere: Arc<FileLock>,
    pub(crate) _here: OwnedMutexGuard<()>,
}
