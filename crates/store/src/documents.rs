//! The follower that knows the current version of every document.

use std::collections::BTreeSet;

use sqlx::{QueryBuilder, Row as _, Sqlite, SqliteConnection};

use crate::{
    Act, Result, Store,
    act::{act_from, unsigned},
};

/// How many acts a rebuild reads at once.
const STRIDE: i64 = 1000;
/// Longer words are cut; nobody types the rest.
const WORD_CHARS: usize = 40;
/// No title has so many; a text that has is found by these.
const WORDS: usize = 1000;

/// Takes one act into the view; the acts must come in order.
pub(crate) async fn follow(connection: &mut SqliteConnection, act: &Act) -> sqlx::Result<()> {
    let known = sqlx::query("SELECT first, title FROM documents WHERE key = ?")
        .bind(&act.label.key)
        .fetch_optional(&mut *connection)
        .await?;
    let first = match known {
        None => act.number,
        Some(row) => {
            let first = unsigned(&row, "first")?;
            forget_words(connection, first, row.try_get("title")?).await?;
            first
        }
    };
    show(connection, first, act).await?;
    add_words(connection, first, &act.label.title).await
}

async fn show(connection: &mut SqliteConnection, first: u64, act: &Act) -> sqlx::Result<()> {
    let sql = "INSERT INTO documents (first, act, versions, key, \"right\", office, document_number, \
               kind, published, title, language, finding_count, compact_key, compact_number) \
               VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) \
               ON CONFLICT (first) DO UPDATE SET act = excluded.act, versions = versions + 1, \
               \"right\" = excluded.\"right\", office = excluded.office, \
               document_number = excluded.document_number, kind = excluded.kind, \
               published = excluded.published, title = excluded.title, \
               language = excluded.language, finding_count = excluded.finding_count, \
               compact_number = excluded.compact_number";
    let label = &act.label;
    sqlx::query(sql)
        .bind(first.cast_signed())
        .bind(act.number.cast_signed())
        .bind(&label.key)
        .bind(&label.right)
        .bind(&label.office)
        .bind(&label.number)
        .bind(&label.kind)
        .bind(&label.published)
        .bind(&label.title)
        .bind(&label.language)
        .bind(act.finding_count)
        .bind(compact(&label.key))
        .bind(compact(&label.number))
        .execute(connection)
        .await
        .map(drop)
}

async fn add_words(connection: &mut SqliteConnection, first: u64, title: &str) -> sqlx::Result<()> {
    let words = words(title);
    if words.is_empty() {
        return Ok(());
    }
    QueryBuilder::<Sqlite>::new("INSERT INTO title_words (word, document) ")
        .push_values(words, |mut row, word| {
            row.push_bind(word).push_bind(first.cast_signed());
        })
        .build()
        .persistent(false)
        .execute(connection)
        .await
        .map(drop)
}

async fn forget_words(
    connection: &mut SqliteConnection,
    first: u64,
    title: &str,
) -> sqlx::Result<()> {
    for word in words(title) {
        sqlx::query("DELETE FROM title_words WHERE word = ? AND document = ?")
            .bind(word)
            .bind(first.cast_signed())
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Gives the words of a title, or of a query for one, each once.
pub(crate) fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .map(|word| word.to_lowercase().chars().take(WORD_CHARS).collect())
        .collect()
}

/// Leaves of a number only letters and digits, so that `US 7,272,630` finds `US-7272630-B2`.
pub(crate) fn compact(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

impl Store {
    /// Makes the view of current documents again from the roll.
    ///
    /// Readers see the old view until the new one is complete.
    ///
    /// # Errors
    ///
    /// When another writer does not finish in time, or the disk or database fails.
    pub async fn rebuild(&self) -> Result<()> {
        let _turn = self.turn().await?;
        self.rebuild_view()
            .await
            .map_err(self.database("rebuild the list of documents"))
    }

    async fn rebuild_view(&self) -> sqlx::Result<()> {
        let mut tx = self.inner.write.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::raw_sql("DELETE FROM documents; DELETE FROM title_words;")
            .execute(&mut *tx)
            .await?;
        let mut done = 0;
        loop {
            let rows = sqlx::query("SELECT * FROM acts WHERE number > ? ORDER BY number LIMIT ?")
                .bind(done)
                .bind(STRIDE)
                .fetch_all(&mut *tx)
                .await?;
            let Some(last) = rows.last() else { break };
            done = last.try_get("number")?;
            for row in &rows {
                follow(&mut tx, &act_from(row)?).await?;
            }
        }
        tx.commit().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_lower_case_and_once() {
        let expected = ["für", "gerät", "ii", "x"].map(str::to_owned);
        assert_eq!(words("Gerät für X-Gerät (II)"), BTreeSet::from(expected));
        assert!(words(" - ").is_empty());
    }

    #[test]
    fn compact_numbers_have_no_punctuation() {
        assert_eq!(compact("us 7,272,630/B2"), "US7272630B2");
    }
}
