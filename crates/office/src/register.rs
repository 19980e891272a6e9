//! Reading the register: lists, documents, what they can be read as, their files and drawings.
//!
//! What is shown is named by its digest, so nothing that is held in memory here ever grows old.

mod cache;
mod form;
mod picture;

pub use form::{Form, Representation};
pub use picture::Picture;
pub use store::{Act, ActKind, Attachment, Counts, Digest, Entry, Label, Page};

use crate::error::Error;
use cache::Cache;
use model::{Finding, Record};
use std::path::Path;
use std::sync::Arc;
use store::Store;

/// Gives the address of a file: of the document with this key, the file of this name.
pub type Address = fn(&str, &str) -> String;

/// The reading side of a data folder; clones share it.
#[derive(Clone, Debug)]
pub struct Register {
    store: Store,
    address: Option<Address>,
    records: Arc<Cache<Arc<Record>>>,
    findings: Arc<Cache<Arc<Vec<Finding>>>>,
    representations: Arc<Cache<Arc<Representation>>>,
    pictures: Arc<Cache<Arc<Picture>>>,
    /// How many drawings may be decoded at once: each takes memory for all its pixels.
    painters: Arc<tokio::sync::Semaphore>,
}

/// A version of a document with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Document {
    /// The act of the version that is shown.
    pub act: Act,
    /// The acts of all versions, oldest first.
    pub versions: Vec<Act>,
    /// What it says.
    pub record: Arc<Record>,
    /// What is wrong with it, or worth knowing.
    pub findings: Arc<Vec<Finding>>,
    /// Its drawings and other files.
    pub attachments: Vec<Attachment>,
}

/// What a name of a document leads to.
#[derive(Clone, Debug)]
pub enum Found {
    /// The acts of a document, oldest first; there is at least one.
    Acts(Vec<Act>),
    /// The one document that is meant is written so.
    Key(String),
    /// Nothing; these come closest.
    Near(Vec<Entry>),
}

/// Bytes of encoded records whose decoded form is held.
const RECORD_BYTES: usize = 32 << 20;
/// Bytes of encoded findings whose decoded form is held.
const FINDING_BYTES: usize = 16 << 20;
/// Bytes of representations that are held.
const REPRESENTATION_BYTES: usize = 48 << 20;
/// Bytes of pictures that are held.
const PICTURE_BYTES: usize = 64 << 20;
/// Drawings decoded at once.
const PAINTERS: usize = 2;

impl Register {
    /// Opens the register in a data folder, and makes it where there is none.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made or read, or was made by a newer version of the program.
    pub async fn open(folder: &Path) -> Result<Self, Error> {
        if !Store::is_there(folder) {
            return Err(Error::NoRegister {
                path: folder.to_owned(),
            });
        }
        Ok(Self::over(Store::open(folder).await?))
    }

    /// Reads an open store.
    #[must_use]
    pub fn over(store: Store) -> Self {
        Self {
            store,
            address: None,
            records: Arc::new(Cache::new(RECORD_BYTES)),
            findings: Arc::new(Cache::new(FINDING_BYTES)),
            representations: Arc::new(Cache::new(REPRESENTATION_BYTES)),
            pictures: Arc::new(Cache::new(PICTURE_BYTES)),
            painters: Arc::new(tokio::sync::Semaphore::new(PAINTERS)),
        }
    }

    /// The same register whose HTML names files by their address instead of their bare name.
    #[must_use]
    pub fn addressed(mut self, address: Address) -> Self {
        self.address = Some(address);
        self.representations = Arc::new(Cache::new(REPRESENTATION_BYTES));
        self
    }

    /// Gives one page of the documents, newest publication first, and how many there are in all.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub async fn list(&self, page: &Page) -> Result<(Vec<Entry>, u64), Error> {
        Ok(self.store.list(page).await?)
    }

    /// Tells how much there is.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub async fn counts(&self) -> Result<Counts, Error> {
        Ok(self.store.counts().await?)
    }

    /// Gives acts of the roll behind a number, in order.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub async fn acts(&self, after: u64, limit: u32) -> Result<Vec<Act>, Error> {
        Ok(self.store.acts(after, limit).await?)
    }

    /// Gives the acts of a document, oldest first; none when it is not known.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub async fn versions(&self, key: &str) -> Result<Vec<Act>, Error> {
        Ok(self.store.versions(key).await?)
    }

    /// Gives a document as its newest version has it.
    ///
    /// # Errors
    ///
    /// When the store cannot be read, or the record is damaged or newer than this program.
    pub async fn document(&self, key: &str) -> Result<Option<Document>, Error> {
        let versions = self.store.versions(key).await?;
        let Some(act) = versions.last().cloned() else {
            return Ok(None);
        };
        Ok(Some(Document {
            record: self.record(&act).await?,
            findings: self.findings(&act).await?,
            attachments: self.store.attachments(key).await?,
            act,
            versions,
        }))
    }

    /// Gives what an act enrolled, decoded.
    ///
    /// # Errors
    ///
    /// As [`Register::document`].
    pub async fn record(&self, act: &Act) -> Result<Arc<Record>, Error> {
        let key = cache::Key::of(act.record);
        if let Some(record) = self.records.get(&key) {
            return Ok(record);
        }
        let bytes = self.content(act, act.record).await?;
        let (length, name) = (bytes.len(), act.label.key.clone());
        let record = work(move || {
            formats::native::decode(&bytes).map_err(|source| Error::Record {
                document: name,
                source,
            })
        });
        let record = Arc::new(record.await??);
        self.records.put(key, length, Arc::clone(&record));
        Ok(record)
    }

    /// Gives the findings of an act.
    ///
    /// # Errors
    ///
    /// As [`Register::document`].
    pub async fn findings(&self, act: &Act) -> Result<Arc<Vec<Finding>>, Error> {
        let key = cache::Key::of(act.findings);
        if let Some(findings) = self.findings.get(&key) {
            return Ok(findings);
        }
        let bytes = self.content(act, act.findings).await?;
        let (length, name) = (bytes.len(), act.label.key.clone());
        let findings = work(move || {
            if bytes.is_empty() {
                return Ok(Vec::new());
            }
            formats::native::decode_findings(&bytes).map_err(|source| Error::Record {
                document: name,
                source,
            })
        });
        let findings = Arc::new(findings.await??);
        self.findings.put(key, length, Arc::clone(&findings));
        Ok(findings)
    }

    /// Looks for a document by its key, or by a number in another form that means just one.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub async fn find(&self, name: &str) -> Result<Found, Error> {
        let acts = self.store.versions(name).await?;
        if !acts.is_empty() {
            return Ok(Found::Acts(acts));
        }
        if let Some(key) = self.meant(name).await? {
            return Ok(Found::Key(key));
        }
        let near = self.nearest(name).await?;
        let wanted = form::compact(name);
        let is_meant = |entry: &&Entry| {
            [&entry.label.key, &entry.label.number]
                .iter()
                .any(|text| form::compact(text) == wanted)
                || form::compact(&format!("{}{}", entry.label.office, entry.label.number)) == wanted
        };
        let mut meant = near.iter().filter(is_meant);
        if let (Some(entry), None) = (meant.next(), meant.next()) {
            return Ok(Found::Key(entry.label.key.clone()));
        }
        Ok(Found::Near(near))
    }

    /// The key of the one document that a number in any form means, by its likeliest reading that there is.
    async fn meant(&self, name: &str) -> Result<Option<String>, Error> {
        const MOST: u32 = 20;
        for wanted in form::Wanted::all(name) {
            let mut meant: Vec<Entry> = Vec::new();
            for query in wanted.spellings() {
                let page = Page {
                    limit: MOST,
                    query: Some(query),
                    ..Page::default()
                };
                let (entries, _) = self.store.list(&page).await?;
                meant.extend(entries.into_iter().filter(|entry| wanted.is(&entry.label)));
            }
            meant.sort_by(|a, b| a.label.key.cmp(&b.label.key));
            meant.dedup_by(|a, b| a.label.key == b.label.key);
            match &*meant {
                [] => {}
                [entry] => return Ok(Some(entry.label.key.clone())),
                _ => return Ok(None),
            }
        }
        Ok(None)
    }

    /// The documents that come closest to something which is no document's key.
    async fn nearest(&self, name: &str) -> Result<Vec<Entry>, Error> {
        const MOST: u32 = 5;
        for query in form::guesses(name) {
            let page = Page {
                limit: MOST,
                query: Some(query),
                ..Page::default()
            };
            let (entries, _) = self.store.list(&page).await?;
            if !entries.is_empty() {
                return Ok(entries);
            }
        }
        Ok(Vec::new())
    }

    /// Closes all connections.
    pub async fn close(self) {
        self.store.close().await;
    }

    async fn content(&self, act: &Act, digest: Digest) -> Result<Vec<u8>, Error> {
        let missing = || Error::Missing {
            document: act.label.key.clone(),
        };
        self.store.content(&digest).await?.ok_or_else(missing)
    }
}

/// Reads one document of the register in a data folder, in a form; `Err` within has the documents that may be meant.
///
/// # Errors
///
/// When there is no such folder, or the register cannot be read.
pub fn read(
    folder: &Path,
    name: &str,
    form: Form,
) -> Result<Result<Arc<Representation>, Vec<Entry>>, Error> {
    std::fs::read_dir(folder).map_err(|source| Error::Read {
        path: folder.to_owned(),
        source,
    })?;
    let runtime = crate::ingest::runtime()?;
    runtime.block_on(async {
        let register = Register::open(folder).await?;
        let found = match register.find(name).await? {
            Found::Key(key) => Found::Acts(register.versions(&key).await?),
            found => found,
        };
        let made = match found {
            Found::Acts(acts) => {
                let act = acts.last().expect("a document that was found has an act");
                Ok(register.representation(act, form).await?)
            }
            Found::Key(_) => Err(Vec::new()),
            Found::Near(near) => Err(near),
        };
        register.close().await;
        Ok(made)
    })
}

/// Does work that takes a processor for a while on a thread of its own.
async fn work<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|source| Error::Work { source })
}

/// What holds when a rule is silent, in one sentence; `None` for a rule that is not known here.
#[must_use]
pub fn rule_summary(id: &str) -> Option<&'static str> {
    let rule = check::rules().iter().find(|rule| rule.id() == id)?;
    Some(rule.summary())
}
