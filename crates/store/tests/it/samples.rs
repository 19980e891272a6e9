//! Made-up documents, and checks that hold for every store.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use sqlx::Row as _;
use store::{
    Act, ActKind, Attached, Digest, Enrolment, Entry, Label, Options, Origin, Page, Store,
};

pub(crate) fn document(number: u32, text: &str) -> Enrolment {
    Enrolment {
        label: Label {
            key: format!("XX-{number}-A1"),
            right: "patent".to_owned(),
            office: "XX".to_owned(),
            number: number.to_string(),
            kind: "A1".to_owned(),
            published: Some(format!("2020-01-{:02}", number % 28 + 1)),
            title: format!("Apparatus {text}"),
            language: "en".to_owned(),
        },
        origin: Origin {
            format: "sample".to_owned(),
            version: "1".to_owned(),
            path: "in.zip".to_owned(),
            entry: Some(format!("{number}.xml")),
            offset: 7,
        },
        source: format!("<source n='{number}'>{text}</source>").into_bytes(),
        record: format!("record {number} {text}").into_bytes(),
        findings: format!("findings of {text}").into_bytes(),
        finding_count: 2,
        attachments: vec![
            drawing("D1.TIF", &format!("first drawing of {number}, {text}")),
            drawing("D2.TIF", "the same drawing everywhere"),
        ],
    }
}

pub(crate) fn drawing(name: &str, text: &str) -> Attached {
    Attached {
        name: name.to_owned(),
        media_type: "image/tiff".to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

/// Small packs, and a clock that stands still.
pub(crate) fn options() -> Options {
    Options {
        clock: Arc::new(|| 1_000),
        pack_bytes: 600,
        ..Options::default()
    }
}

pub(crate) async fn enrol_all(store: &Store, documents: &[Enrolment]) -> store::Result<Vec<u64>> {
    let mut batch = store.begin().await?;
    let mut acts = Vec::new();
    for document in documents {
        acts.push(batch.enrol(document.clone()).await?.act());
    }
    batch.commit().await?;
    Ok(acts)
}

pub(crate) async fn everything(store: &Store) -> Vec<Entry> {
    let page = Page {
        limit: u32::MAX,
        ..Page::default()
    };
    let (entries, total) = store.list(&page).await.unwrap();
    assert_eq!(entries.len() as u64, total);
    entries
}

/// Checks what must hold at every moment, and gives the acts.
pub(crate) async fn check(store: &Store) -> Vec<Act> {
    let acts = store.acts(0, u32::MAX).await.unwrap();
    let mut current = BTreeMap::new();
    for (number, act) in (1..).zip(&acts) {
        assert_eq!(act.number, number, "the roll has a gap");
        for digest in [act.source, act.record, act.findings] {
            assert!(
                store.content(&digest).await.unwrap().is_some(),
                "{number} lost content"
            );
        }
        let first = current.insert(act.label.key.clone(), act.number).is_none();
        let kind = if first {
            ActKind::Published
        } else {
            ActKind::Corrected
        };
        assert_eq!(act.kind, kind);
    }
    let listed = everything(store).await;
    let seen = listed
        .iter()
        .map(|entry| (entry.label.key.clone(), entry.act))
        .collect();
    assert_eq!(current, seen, "the list is not the roll's");
    for key in current.keys() {
        for attachment in store.attachments(key).await.unwrap() {
            assert!(store.content(&attachment.digest).await.unwrap().is_some());
        }
    }
    let counts = store.counts().await.unwrap();
    assert_eq!(
        (counts.acts, counts.documents),
        (acts.len() as u64, current.len() as u64)
    );
    acts
}

/// Checks that a rebuilt view is the one that was there.
pub(crate) async fn check_rebuild(store: &Store) {
    let before = view(store.folder()).await;
    store.rebuild().await.unwrap();
    assert_eq!(view(store.folder()).await, before);
}

/// Gives the rows of the view as texts.
async fn view(folder: &Path) -> Vec<String> {
    let database = database(folder).await;
    let sql = "SELECT concat_ws('|', first, act, versions, key, \"right\", office, document_number, \
               kind, published, title, language, finding_count, compact_key, compact_number) AS t \
               FROM documents UNION ALL SELECT concat_ws('|', word, document) FROM title_words";
    let rows = sqlx::query(sql).fetch_all(&database).await.unwrap();
    database.close().await;
    let mut rows: Vec<String> = rows.iter().map(|row| row.get("t")).collect();
    rows.sort();
    rows
}

/// Opens the database behind the store's back.
pub(crate) async fn database(folder: &Path) -> sqlx::SqlitePool {
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(folder.join("chancery.sqlite"));
    sqlx::SqlitePool::connect_with(options).await.unwrap()
}

/// Checks that all parts of a version are there, byte for byte.
pub(crate) async fn check_kept(store: &Store, document: &Enrolment, act: u64) {
    let versions = store.versions(&document.label.key).await.unwrap();
    let version = versions
        .iter()
        .find(|version| version.number == act)
        .unwrap();
    assert_eq!(
        (&version.label, &version.origin),
        (&document.label, &document.origin)
    );
    let parts = [
        (version.source, &document.source),
        (version.record, &document.record),
        (version.findings, &document.findings),
    ];
    let attached = document
        .attachments
        .iter()
        .map(|a| (Digest::of(&a.bytes), &a.bytes));
    for (digest, bytes) in parts.into_iter().chain(attached) {
        assert_eq!(store.content(&digest).await.unwrap().as_ref(), Some(bytes));
    }
}
