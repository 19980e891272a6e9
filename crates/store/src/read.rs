//! Reading: documents, versions, content, lists and counts.

mod list;

pub use list::{Entry, Page};
use sqlx::{Row as _, sqlite::SqliteRow};

use crate::{
    Act, Attachment, Digest, Result, Store,
    act::{act_from, digest_from, unsigned},
    batch::blocking,
    pack::{self, Location},
};

/// A document with its versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The current version.
    pub current: Act,
    /// The versions before it, oldest first.
    pub earlier: Vec<Act>,
}

/// An input file that was read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Where it lay.
    pub path: String,
    /// How many documents it had.
    pub documents: u64,
    /// When its last batch was committed, in milliseconds since 1970-01-01 UTC.
    pub time: i64,
}

/// How much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Documents.
    pub documents: u64,
    /// Acts on the roll.
    pub acts: u64,
    /// Findings of the current versions.
    pub findings: u64,
    /// Different contents.
    pub contents: u64,
    /// Bytes of the contents before compression.
    pub bytes: u64,
    /// Bytes of the packs.
    pub stored: u64,
}

impl Store {
    /// Gives a document with its versions.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn document(&self, key: &str) -> Result<Option<Document>> {
        let mut earlier = self.versions(key).await?;
        Ok(earlier.pop().map(|current| Document { current, earlier }))
    }

    /// Gives the acts of a document, oldest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn versions(&self, key: &str) -> Result<Vec<Act>> {
        let rows = sqlx::query("SELECT * FROM acts WHERE key = ? ORDER BY number")
            .bind(key)
            .fetch_all(&self.inner.read)
            .await;
        rows.and_then(|rows| rows.iter().map(act_from).collect())
            .map_err(self.database("look for a document"))
    }

    /// Gives the acts behind a number, in order, for those who follow the roll.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn acts(&self, after: u64, limit: u32) -> Result<Vec<Act>> {
        let rows = sqlx::query("SELECT * FROM acts WHERE number > ? ORDER BY number LIMIT ?")
            .bind(i64::try_from(after).unwrap_or(i64::MAX))
            .bind(limit)
            .fetch_all(&self.inner.read)
            .await;
        rows.and_then(|rows| rows.iter().map(act_from).collect())
            .map_err(self.database("read the roll"))
    }

    /// Gives the source bytes of a document's current version.
    ///
    /// # Errors
    ///
    /// As [`Store::content`].
    pub async fn source(&self, key: &str) -> Result<Option<Vec<u8>>> {
        self.current(key, |act| act.source).await
    }

    /// Gives the encoded record of a document's current version.
    ///
    /// # Errors
    ///
    /// As [`Store::content`].
    pub async fn record(&self, key: &str) -> Result<Option<Vec<u8>>> {
        self.current(key, |act| act.record).await
    }

    /// Gives the encoded findings of a document's current version.
    ///
    /// # Errors
    ///
    /// As [`Store::content`].
    pub async fn findings(&self, key: &str) -> Result<Option<Vec<u8>>> {
        self.current(key, |act| act.findings).await
    }

    async fn current(&self, key: &str, part: fn(&Act) -> Digest) -> Result<Option<Vec<u8>>> {
        match self.document(key).await? {
            None => Ok(None),
            Some(document) => self.content(&part(&document.current)).await,
        }
    }

    /// Names the attachments of a document's current version, in the source's order.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn attachments(&self, key: &str) -> Result<Vec<Attachment>> {
        let sql = "SELECT name, media_type, digest, length FROM attachments \
                   JOIN content USING (digest) \
                   WHERE act = (SELECT max(number) FROM acts WHERE key = ?) ORDER BY position";
        let rows = sqlx::query(sql).bind(key).fetch_all(&self.inner.read).await;
        rows.and_then(|rows| rows.iter().map(attachment_from).collect())
            .map_err(self.database("list attachments"))
    }

    /// Gives an attachment of a document's current version; of two with one name the first.
    ///
    /// # Errors
    ///
    /// As [`Store::content`].
    pub async fn attachment(&self, key: &str, name: &str) -> Result<Option<(Attachment, Vec<u8>)>> {
        let attachments = self.attachments(key).await?;
        let Some(attachment) = attachments
            .into_iter()
            .find(|attachment| attachment.name == name)
        else {
            return Ok(None);
        };
        let bytes = self.content(&attachment.digest).await?;
        Ok(bytes.map(|bytes| (attachment, bytes)))
    }

    /// Gives content by its digest, verified.
    ///
    /// # Errors
    ///
    /// When the disk or the database fails, or the content is damaged.
    pub async fn content(&self, digest: &Digest) -> Result<Option<Vec<u8>>> {
        let row = sqlx::query("SELECT pack, offset, stored, length FROM content WHERE digest = ?")
            .bind(&digest.as_bytes()[..])
            .fetch_optional(&self.inner.read)
            .await;
        let location = row
            .and_then(|row| row.as_ref().map(location_from).transpose())
            .map_err(self.database("look for content"))?;
        let Some(location) = location else {
            return Ok(None);
        };
        let (folder, digest) = (self.inner.content.clone(), *digest);
        blocking(move || pack::read(&folder, &digest, location))
            .await
            .map(Some)
    }

    /// Tells whether an input file was read to its end before.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn source_done(&self, digest: &Digest) -> Result<Option<Input>> {
        let row = sqlx::query("SELECT path, documents, time FROM sources WHERE digest = ?")
            .bind(&digest.as_bytes()[..])
            .fetch_optional(&self.inner.read)
            .await;
        row.and_then(|row| row.as_ref().map(input_from).transpose())
            .map_err(self.database("look for an input file"))
    }

    /// Tells how much there is.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn counts(&self) -> Result<Counts> {
        let sql = "SELECT (SELECT count(*) FROM documents) AS documents, \
                   (SELECT coalesce(max(number), 0) FROM acts) AS acts, \
                   (SELECT coalesce(sum(finding_count), 0) FROM documents WHERE finding_count > 0) \
                   AS findings, \
                   coalesce(sum(entries), 0) AS contents, coalesce(sum(bytes), 0) AS bytes, \
                   coalesce(sum(length), 0) AS stored FROM packs";
        let row = sqlx::query(sql).fetch_one(&self.inner.read).await;
        row.and_then(|row| counts_from(&row))
            .map_err(self.database("count"))
    }
}

fn attachment_from(row: &SqliteRow) -> sqlx::Result<Attachment> {
    Ok(Attachment {
        name: row.try_get("name")?,
        media_type: row.try_get("media_type")?,
        digest: digest_from(row, "digest")?,
        length: unsigned(row, "length")?,
    })
}

fn location_from(row: &SqliteRow) -> sqlx::Result<Location> {
    Ok(Location {
        pack: row.try_get("pack")?,
        offset: unsigned(row, "offset")?,
        stored: unsigned(row, "stored")?,
        length: unsigned(row, "length")?,
    })
}

fn input_from(row: &SqliteRow) -> sqlx::Result<Input> {
    Ok(Input {
        path: row.try_get("path")?,
        documents: unsigned(row, "documents")?,
        time: row.try_get("time")?,
    })
}

fn counts_from(row: &SqliteRow) -> sqlx::Result<Counts> {
    Ok(Counts {
        documents: unsigned(row, "documents")?,
        acts: unsigned(row, "acts")?,
        findings: unsigned(row, "findings")?,
        contents: unsigned(row, "contents")?,
        bytes: unsigned(row, "bytes")?,
        stored: unsigned(row, "stored")?,
    })
}
