//! The list of documents, paged and searched by number and title.

use sqlx::{QueryBuilder, Row as _, Sqlite, sqlite::SqliteRow};

use crate::{
    Label, Result, Store,
    act::{label_from, unsigned},
    documents::{compact, words},
};

/// More words of a query are not looked at.
const QUERY_WORDS: usize = 10;

/// Which part of the list of documents is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// How many documents to pass over.
    pub offset: u64,
    /// How many documents to give.
    pub limit: u32,
    /// The beginning of a number or key, or beginnings of words that the title must have.
    pub query: Option<String>,
}

/// A line of the list of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The document's public names.
    pub label: Label,
    /// The act of the current version.
    pub act: u64,
    /// How many versions there are.
    pub versions: u32,
    /// How many findings the current version has.
    pub finding_count: u32,
}

impl Store {
    /// Gives one page of the documents, newest publication first, and how many there are in all.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn list(&self, page: &Page) -> Result<(Vec<Entry>, u64)> {
        self.list_rows(page)
            .await
            .map_err(self.database("list documents"))
    }

    async fn list_rows(&self, page: &Page) -> sqlx::Result<(Vec<Entry>, u64)> {
        let mut tx = self.inner.read.begin().await?;
        let query = page.query.as_deref().unwrap_or_default();
        let mut count = QueryBuilder::new("SELECT count(*) FROM documents");
        filter(&mut count, query);
        let total: i64 = count.build_query_scalar().fetch_one(&mut *tx).await?;
        let mut rows = QueryBuilder::new("SELECT * FROM documents");
        filter(&mut rows, query);
        rows.push(" ORDER BY published DESC, key LIMIT ")
            .push_bind(page.limit);
        rows.push(" OFFSET ")
            .push_bind(i64::try_from(page.offset).unwrap_or(i64::MAX));
        let rows = rows.build().fetch_all(&mut *tx).await?;
        let entries = rows.iter().map(entry_from).collect::<sqlx::Result<_>>()?;
        Ok((entries, total.cast_unsigned()))
    }
}

/// Adds the condition that a query means.
fn filter(sql: &mut QueryBuilder<Sqlite>, query: &str) {
    let number = compact(query);
    if number.is_empty() {
        return;
    }
    sql.push(" WHERE (");
    for column in ["compact_key", "compact_number"] {
        prefix(sql, column, &number);
        sql.push(" OR ");
    }
    let mut separated = sql.separated(" AND ");
    for word in words(query).into_iter().take(QUERY_WORDS) {
        separated.push("first IN (SELECT document FROM title_words WHERE ");
        let end = after(&word);
        separated
            .push_unseparated("word >= ")
            .push_bind_unseparated(word);
        separated
            .push_unseparated(" AND word < ")
            .push_bind_unseparated(end);
        separated.push_unseparated(")");
    }
    sql.push(")");
}

fn prefix(sql: &mut QueryBuilder<Sqlite>, column: &str, start: &str) {
    sql.push("(")
        .push(column)
        .push(" >= ")
        .push_bind(start.to_owned());
    sql.push(" AND ")
        .push(column)
        .push(" < ")
        .push_bind(after(start))
        .push(")");
}

/// Gives a text behind all texts with this beginning.
fn after(start: &str) -> String {
    format!("{start}{}", char::MAX)
}

fn entry_from(row: &SqliteRow) -> sqlx::Result<Entry> {
    Ok(Entry {
        label: label_from(row)?,
        act: unsigned(row, "act")?,
        versions: row.try_get("versions")?,
        finding_count: row.try_get("finding_count")?,
    })
}
