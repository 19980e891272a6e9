//! Opening a data folder.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, Weak},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    Error, Hook, Lock, Result,
    fault::Faults,
    lock::{FileLock, Turn},
    pack, schema,
};

/// Tells the time in milliseconds since 1970-01-01 UTC.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// How a store is opened.
#[derive(Clone)]
pub struct Options {
    /// Gives the time of acts.
    pub clock: Clock,
    /// The size at which a new pack is begun, in bytes.
    pub pack_bytes: u64,
    /// How long to wait for another writer.
    pub patience: Duration,
    /// How many readers may read at once.
    pub readers: u32,
    /// Makes chosen writes fail, for tests.
    pub faults: Option<Hook>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            clock: Arc::new(system_time),
            pack_bytes: 256 << 20,
            patience: Duration::from_secs(10),
            readers: 8,
            faults: None,
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("pack_bytes", &self.pack_bytes)
            .field("patience", &self.patience)
            .field("readers", &self.readers)
            .finish_non_exhaustive()
    }
}

fn system_time() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// An open data folder.
///
/// Clones share it. Any number of readers, here and in other processes, see whole batches while one writer writes.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) folder: PathBuf,
    pub(crate) content: PathBuf,
    pub(crate) database: PathBuf,
    pub(crate) options: Options,
    pub(crate) faults: Faults,
    pub(crate) read: SqlitePool,
    pub(crate) write: SqlitePool,
    turn: Arc<tokio::sync::Mutex<()>>,
    held: Mutex<Weak<FileLock>>,
}

impl fmt::Debug for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Inner")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

/// The database of a data folder.
const DATABASE: &str = "chancery.sqlite";

impl Store {
    /// Whether a folder holds a store.
    #[must_use]
    pub fn is_there(folder: &Path) -> bool {
        folder.join(DATABASE).is_file()
    }

    /// Opens a data folder, and makes it where there is none.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made, read or written, or was made by a newer version of the program.
    pub async fn open(folder: &Path) -> Result<Self> {
        Self::open_with(folder, Options::default()).await
    }

    /// Opens a data folder with other than the usual options.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub async fn open_with(folder: &Path, options: Options) -> Result<Self> {
        let content = folder.join("content");
        make_folder(&content).map_err(|source| Error::file("create", &content, source))?;
        let _opening = FileLock::take(&folder.join("open.lock"), options.patience).await?;
        let database = folder.join(DATABASE);
        let failed = |source| Error::database("open the register", &database, source);
        let write = writing(&database, &options).await.map_err(failed)?;
        let mut connection = write.acquire().await.map_err(failed)?;
        let found = schema::migrate(&mut connection, (options.clock)())
            .await
            .map_err(failed)?;
        drop(connection);
        check_version(folder, found)?;
        pack::sync_folder(folder).map_err(|source| Error::file("flush", folder, source))?;
        let read = reading(&database, &options);
        Ok(Self {
            inner: Arc::new(Inner {
                folder: folder.to_owned(),
                content,
                database,
                faults: Faults::new(options.faults.clone()),
                options,
                read,
                write,
                turn: Arc::default(),
                held: Mutex::default(),
            }),
        })
    }

    /// Gives the data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.inner.folder
    }

    /// Keeps every other process from writing for as long as the returned value lives.
    ///
    /// # Errors
    ///
    /// When another process writes for longer than [`Options::patience`].
    pub async fn lock(&self) -> Result<Lock> {
        let turn = self.turn().await?;
        Ok(Lock {
            _file: turn.everywhere,
        })
    }

    /// Closes all connections; a store that is only dropped loses nothing either.
    pub async fn close(self) {
        self.inner.read.close().await;
        self.inner.write.close().await;
    }

    /// Waits for the right to write.
    pub(crate) async fn turn(&self) -> Result<Turn> {
        let patience = self.inner.options.patience;
        let here = tokio::time::timeout(patience, self.inner.turn.clone().lock_owned()).await;
        let here = here.map_err(|_| Error::Locked {
            path: self.lock_path(),
            holder: "another batch of this process".to_owned(),
            waited: patience,
        })?;
        Ok(Turn {
            everywhere: self.file_lock().await?,
            _here: here,
        })
    }

    fn lock_path(&self) -> PathBuf {
        self.inner.folder.join("write.lock")
    }

    async fn file_lock(&self) -> Result<Arc<FileLock>> {
        let held = self
            .inner
            .held
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .upgrade();
        if let Some(held) = held {
            return Ok(held);
        }
        let taken = FileLock::take(&self.lock_path(), self.inner.options.patience).await?;
        let taken = Arc::new(taken);
        *self
            .inner
            .held
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Arc::downgrade(&taken);
        Ok(taken)
    }

    /// Names action and file in what the database says.
    pub(crate) fn database(&self, action: &'static str) -> impl Fn(sqlx::Error) -> Error + Copy {
        let path = &self.inner.database;
        move |source| Error::database(action, path, source)
    }
}

/// Makes a folder with those above it, and makes their names durable.
fn make_folder(folder: &Path) -> io::Result<()> {
    let missing: Vec<_> = folder
        .ancestors()
        .take_while(|path| !path.exists())
        .collect();
    std::fs::create_dir_all(folder)?;
    for parent in missing.into_iter().filter_map(Path::parent) {
        let here = parent.as_os_str().is_empty();
        pack::sync_folder(if here { Path::new(".") } else { parent })?;
    }
    Ok(())
}

pub(crate) fn check_version(folder: &Path, found: i64) -> Result<()> {
    if found > schema::KNOWN {
        return Err(Error::Newer {
            folder: folder.to_owned(),
            found,
            known: schema::KNOWN,
        });
    }
    Ok(())
}

fn connecting(database: &Path, options: &Options) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(database)
        .busy_timeout(options.patience)
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Full)
}

async fn writing(database: &Path, options: &Options) -> sqlx::Result<SqlitePool> {
    let connecting = connecting(database, options)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .pragma("recursive_triggers", "ON");
    SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(connecting)
        .await
}

fn reading(database: &Path, options: &Options) -> SqlitePool {
    let connecting = connecting(database, options).pragma("query_only", "ON");
    SqlitePoolOptions::new()
        .max_connections(options.readers)
        .test_before_acquire(false)
        .connect_lazy_with(connecting)
}
