//! The rows that a batch starts from and ends with.

use sqlx::{Row as _, Sqlite, Transaction};

use crate::{
    Digest,
    act::{digest_from, unsigned},
    pack::Extent,
};

/// Gives number and time of the newest act.
pub(super) async fn last_act(tx: &mut Transaction<'static, Sqlite>) -> sqlx::Result<(u64, i64)> {
    let sql = "SELECT number, time FROM acts ORDER BY number DESC LIMIT 1";
    match sqlx::query(sql).fetch_optional(&mut **tx).await? {
        None => Ok((0, i64::MIN)),
        Some(row) => Ok((unsigned(&row, "number")?, row.try_get("time")?)),
    }
}

/// Gives the pack that the next entry may go to.
pub(super) async fn last_pack(
    tx: &mut Transaction<'static, Sqlite>,
) -> sqlx::Result<Option<Extent>> {
    let sql = "SELECT number, length, entries, bytes FROM packs ORDER BY number DESC LIMIT 1";
    let Some(row) = sqlx::query(sql).fetch_optional(&mut **tx).await? else {
        return Ok(None);
    };
    Ok(Some(Extent {
        number: row.try_get("number")?,
        length: unsigned(&row, "length")?,
        entries: unsigned(&row, "entries")?,
        bytes: unsigned(&row, "bytes")?,
    }))
}

/// Remembers how far a pack goes.
pub(super) async fn know(
    tx: &mut Transaction<'static, Sqlite>,
    extent: Extent,
) -> sqlx::Result<()> {
    let sql = "INSERT INTO packs (number, length, entries, bytes) VALUES (?, ?, ?, ?) \
               ON CONFLICT (number) DO UPDATE SET length = excluded.length, \
               entries = excluded.entries, bytes = excluded.bytes";
    sqlx::query(sql)
        .bind(extent.number)
        .bind(extent.length.cast_signed())
        .bind(extent.entries.cast_signed())
        .bind(extent.bytes.cast_signed())
        .execute(&mut **tx)
        .await
        .map(drop)
}

/// Gives act and source of each version of a document, oldest first.
pub(super) async fn versions(
    tx: &mut Transaction<'static, Sqlite>,
    key: &str,
) -> sqlx::Result<Vec<(u64, Digest)>> {
    let sql = "SELECT number, source FROM acts WHERE key = ? ORDER BY number";
    let rows = sqlx::query(sql).bind(key).fetch_all(&mut **tx).await?;
    rows.iter()
        .map(|row| Ok((unsigned(row, "number")?, digest_from(row, "source")?)))
        .collect()
}
