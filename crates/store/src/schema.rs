//! The database's tables, forward only.

use sqlx::{Connection as _, Row as _, SqliteConnection};

/// One script per version; a script that was ever released is never edited.
const MIGRATIONS: [&str; 1] = [include_str!("../migrations/0001-roll.sql")];

/// The newest version of the data that this program knows.
pub(crate) const KNOWN: i64 = MIGRATIONS.len() as i64;

/// Tells the version of the data; an empty database has version 0.
pub(crate) async fn version(connection: &mut SqliteConnection) -> sqlx::Result<i64> {
    let sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_versions'";
    if sqlx::query_scalar::<_, i64>(sql)
        .fetch_one(&mut *connection)
        .await?
        == 0
    {
        return Ok(0);
    }
    let sql = "SELECT coalesce(max(version), 0) FROM schema_versions";
    sqlx::query(sql).fetch_one(connection).await?.try_get(0)
}

/// Brings the tables to the known version, all or nothing, and tells the version found then.
pub(crate) async fn migrate(connection: &mut SqliteConnection, time: i64) -> sqlx::Result<i64> {
    if version(connection).await? >= KNOWN {
        return version(connection).await;
    }
    let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::raw_sql(
        "CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER PRIMARY KEY, time INTEGER NOT NULL) STRICT",
    )
    .execute(&mut *tx)
    .await?;
    let found = version(&mut tx).await?;
    for (version, script) in (1..)
        .zip(MIGRATIONS)
        .filter(|(version, _)| *version > found)
    {
        sqlx::raw_sql(script).execute(&mut *tx).await?;
        sqlx::query("INSERT INTO schema_versions (version, time) VALUES (?, ?)")
            .bind(version)
            .bind(time)
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    version(connection).await
}
