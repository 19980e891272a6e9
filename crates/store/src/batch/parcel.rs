//! The way from one enrolment to its act.

use std::collections::BTreeSet;

use sqlx::SqliteConnection;

use crate::{Act, ActKind, Digest, Enrolment, Label, Origin, act::digest_from, pack::Location};

const SOURCE: usize = 0;
const RECORD: usize = 1;
const FINDINGS: usize = 2;
const ATTACHMENTS: usize = 3;

/// An enrolment with the digests of its contents.
#[derive(Debug)]
pub(super) struct Parcel {
    pub(super) label: Label,
    origin: Origin,
    finding_count: u32,
    /// Source, record, findings, then the attachments.
    pub(super) contents: Vec<(Digest, Vec<u8>)>,
    /// Name and media type of each attachment.
    attachments: Vec<(String, String)>,
}

impl Parcel {
    pub(super) fn new(enrolment: Enrolment) -> Self {
        let Enrolment {
            label,
            origin,
            source,
            record,
            findings,
            finding_count,
            attachments,
        } = enrolment;
        let mut contents = vec![source, record, findings];
        let mut names = Vec::with_capacity(attachments.len());
        for attached in attachments {
            contents.push(attached.bytes);
            names.push((attached.name, attached.media_type));
        }
        let contents = contents
            .into_iter()
            .map(|bytes| (Digest::of(&bytes), bytes))
            .collect();
        Self {
            label,
            origin,
            finding_count,
            contents,
            attachments: names,
        }
    }

    /// Finds the act among these versions that has this source and at least these attachments.
    pub(super) async fn find(
        &self,
        connection: &mut SqliteConnection,
        versions: &[(u64, Digest)],
    ) -> sqlx::Result<Option<u64>> {
        for (act, source) in versions {
            if *source == self.contents[SOURCE].0 && self.adds_nothing(connection, *act).await? {
                return Ok(Some(*act));
            }
        }
        Ok(None)
    }

    async fn adds_nothing(
        &self,
        connection: &mut SqliteConnection,
        act: u64,
    ) -> sqlx::Result<bool> {
        if self.attachments.is_empty() {
            return Ok(true);
        }
        let rows = sqlx::query("SELECT name, digest FROM attachments WHERE act = ?")
            .bind(act.cast_signed())
            .fetch_all(connection)
            .await?;
        let mut there = BTreeSet::new();
        for row in &rows {
            there.insert((
                sqlx::Row::try_get::<&str, _>(row, "name")?,
                digest_from(row, "digest")?,
            ));
        }
        Ok(self
            .named()
            .all(|((name, _), digest)| there.contains(&(name.as_str(), digest))))
    }

    /// Gives the places in `contents` of what the store does not have, each digest once.
    pub(super) async fn missing(
        &self,
        connection: &mut SqliteConnection,
    ) -> sqlx::Result<Vec<usize>> {
        let mut seen = BTreeSet::new();
        let mut missing = Vec::new();
        for (index, (digest, _)) in self.contents.iter().enumerate() {
            if !seen.insert(digest) {
                continue;
            }
            let known = sqlx::query("SELECT 1 FROM content WHERE digest = ?")
                .bind(&digest.as_bytes()[..])
                .fetch_optional(&mut *connection)
                .await?;
            if known.is_none() {
                missing.push(index);
            }
        }
        Ok(missing)
    }

    /// Makes the act.
    pub(super) fn act(&self, number: u64, time: i64, kind: ActKind) -> Act {
        Act {
            number,
            time,
            kind,
            label: self.label.clone(),
            origin: self.origin.clone(),
            source: self.contents[SOURCE].0,
            record: self.contents[RECORD].0,
            findings: self.contents[FINDINGS].0,
            finding_count: self.finding_count,
        }
    }

    /// Enters the act with its attachments on the roll.
    pub(super) async fn insert(
        &self,
        connection: &mut SqliteConnection,
        act: &Act,
    ) -> sqlx::Result<()> {
        insert_act(connection, act).await?;
        for (position, ((name, media_type), digest)) in (0_i64..).zip(self.named()) {
            let sql = "INSERT INTO attachments (act, position, name, media_type, digest) \
                       VALUES (?, ?, ?, ?, ?)";
            sqlx::query(sql)
                .bind(act.number.cast_signed())
                .bind(position)
                .bind(name)
                .bind(media_type)
                .bind(&digest.as_bytes()[..])
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    }

    fn named(&self) -> impl Iterator<Item = (&(String, String), Digest)> {
        let digests = self.contents[ATTACHMENTS..]
            .iter()
            .map(|(digest, _)| *digest);
        self.attachments.iter().zip(digests)
    }
}

async fn insert_act(connection: &mut SqliteConnection, act: &Act) -> sqlx::Result<()> {
    let sql = "INSERT INTO acts (number, time, act, key, \"right\", office, document_number, kind, \
               published, title, language, format, format_version, origin_path, origin_entry, \
               origin_offset, source, record, findings, finding_count) \
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let Act { label, origin, .. } = act;
    sqlx::query(sql)
        .bind(act.number.cast_signed())
        .bind(act.time)
        .bind(act.kind.as_str())
        .bind(&label.key)
        .bind(&label.right)
        .bind(&label.office)
        .bind(&label.number)
        .bind(&label.kind)
        .bind(&label.published)
        .bind(&label.title)
        .bind(&label.language)
        .bind(&origin.format)
        .bind(&origin.version)
        .bind(&origin.path)
        .bind(&origin.entry)
        .bind(origin.offset.cast_signed())
        .bind(&act.source.as_bytes()[..])
        .bind(&act.record.as_bytes()[..])
        .bind(&act.findings.as_bytes()[..])
        .bind(act.finding_count)
        .execute(connection)
        .await
        .map(drop)
}

/// Remembers where appended content lies.
pub(super) async fn locate(
    connection: &mut SqliteConnection,
    kept: &[(Digest, Location)],
) -> sqlx::Result<()> {
    for (digest, location) in kept {
        let sql =
            "INSERT INTO content (digest, pack, offset, stored, length) VALUES (?, ?, ?, ?, ?)";
        sqlx::query(sql)
            .bind(&digest.as_bytes()[..])
            .bind(location.pack)
            .bind(location.offset.cast_signed())
            .bind(location.stored.cast_signed())
            .bind(location.length.cast_signed())
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
