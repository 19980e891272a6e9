//! Writing: batches of enrolments that become visible together.

mod parcel;
mod rows;

use std::sync::{Arc, Mutex, PoisonError};

use parcel::Parcel;
use sqlx::{Sqlite, Transaction};

use crate::{
    ActKind, Digest, Enrolled, Enrolment, Error, Fault, Result, Step, Store, documents,
    fault::{Faults, failure},
    open::check_version,
    pack::{Location, Writer},
    schema,
};

/// Enrolments that become visible together or not at all.
///
/// Dropping a batch forgets it. After an error, or when an enrolment was abandoned half-way, a batch can only be dropped.
#[derive(Debug)]
#[must_use = "a batch that is not committed is forgotten"]
pub struct Batch {
    store: Store,
    // Before `packs`, which holds the right to write: the transaction must end first.
    tx: Transaction<'static, Sqlite>,
    packs: Arc<Mutex<Writer>>,
    first: u64,
    next: u64,
    time: i64,
    sound: bool,
}

impl Store {
    /// Begins a batch, as the only writer.
    ///
    /// # Errors
    ///
    /// When another writer does not finish in time, or the database fails.
    pub async fn begin(&self) -> Result<Batch> {
        let turn = self.turn().await?;
        let failed = self.database("begin a batch");
        let inner = &self.inner;
        let mut tx = inner
            .write
            .begin_with("BEGIN IMMEDIATE")
            .await
            .map_err(failed)?;
        check_version(
            &inner.folder,
            schema::version(&mut tx).await.map_err(failed)?,
        )?;
        let (last, time) = rows::last_act(&mut tx).await.map_err(failed)?;
        let known = rows::last_pack(&mut tx).await.map_err(failed)?;
        let limit = inner.options.pack_bytes;
        let writer = Writer::new(
            inner.content.clone(),
            limit,
            inner.faults.clone(),
            known,
            turn,
        );
        Ok(Batch {
            store: self.clone(),
            tx,
            packs: Arc::new(Mutex::new(writer)),
            first: last + 1,
            next: last + 1,
            time,
            sound: true,
        })
    }
}

impl Batch {
    /// Tells the act and source of a document's current version, this batch included.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn current(&mut self, key: &str) -> Result<Option<(u64, Digest)>> {
        let versions = rows::versions(&mut self.tx, key).await;
        let versions = versions.map_err(self.store.database("look for a document"))?;
        Ok(versions.last().copied())
    }

    /// Enrols one version of one document.
    ///
    /// The same source is enrolled once: it is *already* there when an act of the document has the same source
    /// bytes and all the attachments that came with it now.
    ///
    /// # Errors
    ///
    /// When the disk or the database fails; the batch can then only be dropped.
    pub async fn enrol(&mut self, enrolment: Enrolment) -> Result<Enrolled> {
        self.start()?;
        let parcel = blocking(move || Ok(Parcel::new(enrolment))).await?;
        let failed = self.store.database("enrol a document");
        let versions = rows::versions(&mut self.tx, &parcel.label.key)
            .await
            .map_err(failed)?;
        let already = parcel.find(&mut self.tx, &versions).await.map_err(failed)?;
        let enrolled = match (already, versions.last()) {
            (Some(act), _) => Enrolled::Already(act),
            (None, None) => Enrolled::New(self.enter(parcel, ActKind::Published).await?),
            (None, Some(&(previous, _))) => Enrolled::Corrected {
                act: self.enter(parcel, ActKind::Corrected).await?,
                previous,
                same_batch: previous >= self.first,
            },
        };
        self.sound = true;
        Ok(enrolled)
    }

    /// Remembers that an input file was read to its end.
    ///
    /// # Errors
    ///
    /// When the database fails; the batch can then only be dropped.
    pub async fn mark_source_done(
        &mut self,
        digest: &Digest,
        path: &str,
        documents: u64,
    ) -> Result<()> {
        self.start()?;
        let insert = sqlx::query(
            "INSERT INTO sources (digest, path, documents, time) VALUES (?, ?, ?, ?) \
             ON CONFLICT (digest) DO UPDATE SET path = excluded.path, \
             documents = excluded.documents, time = excluded.time",
        )
        .bind(&digest.as_bytes()[..])
        .bind(path)
        .bind(documents.cast_signed())
        .bind(self.now());
        let insert = async { insert.execute(&mut *self.tx).await.map(drop) };
        let inserted = around(&self.store.inner.faults, Step::Insert, insert).await;
        inserted.map_err(self.store.database("remember an input file"))?;
        self.sound = true;
        Ok(())
    }

    /// Makes the batch durable and visible, all of it.
    ///
    /// When this returns, nothing short of a broken disk loses the batch.
    ///
    /// # Errors
    ///
    /// When the disk or the database fails. Then it may be visible all the same, so enrol the documents again: what
    /// is there already is not written twice.
    pub async fn commit(mut self) -> Result<()> {
        self.start()?;
        let packs = self.packs.clone();
        let extents = blocking(move || writer(&packs).sync()).await?;
        let failed = self.store.database("commit a batch");
        for extent in extents {
            let known = rows::know(&mut self.tx, extent);
            around(&self.store.inner.faults, Step::Insert, known)
                .await
                .map_err(failed)?;
        }
        let Self {
            store,
            tx,
            packs: _turn,
            ..
        } = self;
        around(&store.inner.faults, Step::Commit, tx.commit())
            .await
            .map_err(store.database("commit a batch"))
    }

    /// Refuses to go on after something did not finish; `sound` is given back where it did.
    fn start(&mut self) -> Result<()> {
        if !self.sound {
            return Err(Error::Unfinished);
        }
        self.sound = false;
        Ok(())
    }

    /// The clock's time, but never before an earlier act's.
    fn now(&self) -> i64 {
        (self.store.inner.options.clock)().max(self.time)
    }

    /// Writes content, act and view of a new version.
    async fn enter(&mut self, parcel: Parcel, kind: ActKind) -> Result<u64> {
        let failed = self.store.database("enrol a document");
        let faults = self.store.inner.faults.clone();
        let missing = parcel.missing(&mut self.tx).await.map_err(failed)?;
        let (parcel, kept) = self.keep(parcel, missing).await?;
        self.time = self.now();
        let act = parcel.act(self.next, self.time, kind);
        let tx = &mut self.tx;
        around(&faults, Step::Insert, parcel::locate(tx, &kept))
            .await
            .map_err(failed)?;
        around(&faults, Step::Insert, parcel.insert(tx, &act))
            .await
            .map_err(failed)?;
        around(&faults, Step::Insert, documents::follow(tx, &act))
            .await
            .map_err(failed)?;
        self.next += 1;
        Ok(act.number)
    }

    /// Appends the content that the store does not have yet to the packs.
    async fn keep(
        &self,
        parcel: Parcel,
        missing: Vec<usize>,
    ) -> Result<(Parcel, Vec<(Digest, Location)>)> {
        let packs = self.packs.clone();
        blocking(move || {
            let kept = {
                let mut writer = writer(&packs);
                let append = |index: usize| {
                    let (digest, bytes) = &parcel.contents[index];
                    Ok((*digest, writer.append(digest, bytes)?))
                };
                missing.into_iter().map(append).collect::<Result<_>>()?
            };
            Ok((parcel, kept))
        })
        .await
    }
}

/// A panic while appending leaves the batch unsound, so the writer behind it may be used to drop it.
fn writer(packs: &Mutex<Writer>) -> std::sync::MutexGuard<'_, Writer> {
    packs.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs work that waits for disk or processor where it stops no other task.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(Error::Stopping),
        },
    }
}

/// Makes a database write, or fails as the hook says.
async fn around<T>(
    faults: &Faults,
    step: Step,
    write: impl Future<Output = sqlx::Result<T>>,
) -> sqlx::Result<T> {
    let fault = faults.at(step);
    if matches!(fault, Some(Fault::Lost | Fault::Torn)) {
        return Err(sqlx::Error::Io(failure()));
    }
    let written = write.await?;
    if fault.is_some() {
        Err(sqlx::Error::Io(failure()))
    } else {
        Ok(written)
    }
}
