//! The folder: locks, versions, damage, and what outsiders may not do to it.

use std::{
    io::{Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};

use store::{Error, Options, Store};

use crate::samples::{check, database, document, enrol_all, options};

fn pack(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("content/pack-{number:08}.pack"))
}

async fn filled(documents: u32) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with(folder.path(), options()).await.unwrap();
    let documents: Vec<_> = (1..=documents).map(|n| document(n, "filling")).collect();
    enrol_all(&store, &documents).await.unwrap();
    (folder, store)
}

fn chain(error: &dyn std::error::Error) -> String {
    let cause = error.source().map(|source| format!(": {}", chain(source)));
    format!("{error}{}", cause.unwrap_or_default())
}

#[tokio::test]
async fn packs_roll_over_at_their_size() {
    let (folder, store) = filled(10).await;
    let stored = store.counts().await.unwrap().stored;
    let mut sum = 0;
    for number in 1.. {
        let Ok(metadata) = pack(folder.path(), number).metadata() else {
            break;
        };
        assert!(metadata.len() <= 600, "pack {number} is too long");
        sum += metadata.len();
    }
    assert_eq!(sum, stored);
    assert!(pack(folder.path(), 3).exists());
}

#[tokio::test]
async fn a_second_writer_waits_and_is_told_who_writes() {
    let (folder, store) = filled(1).await;
    let brief = Options {
        patience: Duration::from_millis(50),
        ..options()
    };
    let other = Store::open_with(folder.path(), brief).await.unwrap();
    let batch = store.begin().await.unwrap();
    let error = other.begin().await.unwrap_err();
    let process = format!("process {}", std::process::id());
    assert!(
        matches!(&error, Error::Locked { holder, .. } if *holder == process),
        "{error}"
    );
    assert!(error.to_string().contains("write.lock"), "{error}");
    assert_eq!(check(&other).await.len(), 1, "reading goes on");
    drop(batch);
    enrol_all(&other, &[document(2, "after")]).await.unwrap();
    check(&store).await;
}

#[tokio::test]
async fn two_batches_of_one_store_are_an_error_and_no_deadlock() {
    let folder = tempfile::tempdir().unwrap();
    let brief = Options {
        patience: Duration::from_millis(50),
        ..options()
    };
    let store = Store::open_with(folder.path(), brief).await.unwrap();
    let batch = store.begin().await.unwrap();
    assert!(matches!(store.begin().await, Err(Error::Locked { .. })));
    assert!(matches!(store.rebuild().await, Err(Error::Locked { .. })));
    drop(batch);
    store.rebuild().await.unwrap();
}

#[tokio::test]
async fn a_held_lock_lasts_over_batches() {
    let (folder, store) = filled(1).await;
    let brief = Options {
        patience: Duration::from_millis(50),
        ..options()
    };
    let other = Store::open_with(folder.path(), brief).await.unwrap();
    let lock = store.lock().await.unwrap();
    enrol_all(&store, &[document(2, "held")]).await.unwrap();
    assert!(matches!(other.begin().await, Err(Error::Locked { .. })));
    enrol_all(&store, &[document(3, "held")]).await.unwrap();
    drop(lock);
    enrol_all(&other, &[document(4, "free")]).await.unwrap();
    check(&store).await;
}

#[tokio::test]
async fn two_writers_alternate() {
    let folder = tempfile::tempdir().unwrap();
    let mut tasks = Vec::new();
    for writer in 0..3 {
        let store = Store::open_with(folder.path(), options()).await.unwrap();
        tasks.push(tokio::spawn(async move {
            for n in 0..10 {
                enrol_all(&store, &[document(writer * 100 + n, "shared")])
                    .await
                    .unwrap();
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let store = Store::open(folder.path()).await.unwrap();
    assert_eq!(check(&store).await.len(), 30);
}

#[tokio::test]
async fn many_may_open_a_new_folder_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/data");
    let opens: Vec<_> = (0..8)
        .map(|_| {
            let path = path.clone();
            tokio::spawn(async move { Store::open(&path).await.map(drop) })
        })
        .collect();
    for open in opens {
        open.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_newer_folder_is_refused() {
    let (folder, store) = filled(1).await;
    let outside = database(folder.path()).await;
    sqlx::query("INSERT INTO schema_versions VALUES (999, 0)")
        .execute(&outside)
        .await
        .unwrap();
    let error = Store::open(folder.path()).await.unwrap_err();
    assert!(matches!(error, Error::Newer { found: 999, .. }), "{error}");
    assert!(error.to_string().contains("use the newer program"));
    assert!(
        matches!(store.begin().await, Err(Error::Newer { .. })),
        "an old program goes on writing"
    );
}

#[tokio::test]
async fn the_roll_refuses_to_be_changed() {
    let (folder, store) = filled(2).await;
    let outside = database(folder.path()).await;
    let columns = "time, act, key, \"right\", office, document_number, kind, published, title, language, \
                   format, format_version, origin_path, origin_entry, origin_offset, source, record, \
                   findings, finding_count";
    let copy = |verb, number| {
        format!(
            "{verb} INTO acts (number, {columns}) SELECT {number}, {columns} FROM acts WHERE number = 1"
        )
    };
    let refused = [
        "UPDATE acts SET title = 'other' WHERE number = 1".to_owned(),
        "DELETE FROM acts WHERE number = 2".to_owned(),
        "UPDATE attachments SET name = 'other'".to_owned(),
        "DELETE FROM attachments".to_owned(),
        "INSERT INTO attachments SELECT 1, 2, name, media_type, digest FROM attachments LIMIT 1".to_owned(),
        "INSERT OR REPLACE INTO attachments SELECT 2, 1, 'x', media_type, digest FROM attachments LIMIT 1".to_owned(),
        copy("INSERT OR REPLACE", "1"),
        copy("INSERT OR REPLACE", "2"),
        copy("INSERT", "4"),
        copy("INSERT", "0"),
        copy("INSERT", "NULL"),
    ];
    for sql in refused {
        let error = sqlx::query(sqlx::AssertSqlSafe(sql.clone()))
            .execute(&outside)
            .await;
        let error = error.expect_err(&sql).to_string();
        assert!(error.contains("act"), "{sql}: {error}");
    }
    sqlx::query(sqlx::AssertSqlSafe(copy("INSERT", "3")))
        .execute(&outside)
        .await
        .unwrap();
    assert_eq!(
        store.acts(0, 9).await.unwrap().len(),
        3,
        "the last one was in order"
    );
}

#[tokio::test]
async fn a_damaged_entry_is_told_and_the_others_are_read() {
    let (folder, store) = filled(5).await;
    let acts = check(&store).await;
    let length = pack(folder.path(), 1).metadata().unwrap().len();
    for place in 16..length {
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .open(pack(folder.path(), 1))
            .unwrap();
        let old = std::fs::read(pack(folder.path(), 1)).unwrap()[usize::try_from(place).unwrap()];
        let mut put = |byte| {
            file.seek(SeekFrom::Start(place)).unwrap();
            file.write_all(&[byte]).unwrap();
        };
        put(old ^ 0x10);
        let mut damaged = 0;
        let digests: std::collections::BTreeSet<_> = acts
            .iter()
            .flat_map(|act| [act.source, act.record, act.findings])
            .collect();
        for digest in digests {
            match store.content(&digest).await {
                Ok(bytes) => assert_eq!(store::Digest::of(&bytes.unwrap()), digest),
                Err(Error::Damaged {
                    pack: file,
                    digest: named,
                    ..
                }) => {
                    assert_eq!((file, named), (pack(folder.path(), 1), digest));
                    damaged += 1;
                }
                Err(other) => panic!("{other}"),
            }
        }
        assert!(damaged <= 1, "byte {place} damaged {damaged}");
        put(old);
    }
    check(&store).await;
}

#[tokio::test]
async fn a_missing_or_short_pack_is_told() {
    let (folder, store) = filled(1).await;
    let act = &check(&store).await[0];
    let path = pack(folder.path(), 1);
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..40]).unwrap();
    let error = store.content(&act.source).await.unwrap_err();
    assert!(error.to_string().contains("ends too early"), "{error}");
    std::fs::remove_file(&path).unwrap();
    let error = store.content(&act.source).await.unwrap_err();
    assert!(
        chain(&error).contains("restore this file from a backup"),
        "{error}"
    );
}

#[tokio::test]
async fn a_writer_does_not_continue_a_wrong_pack() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    enrol_all(&store, &[document(1, "a")]).await.unwrap();
    let path = pack(folder.path(), 1);
    let bytes = std::fs::read(&path).unwrap();
    let mut foreign = bytes.clone();
    foreign[0] = b'X';
    for wrong in [&bytes[..bytes.len() - 1], &bytes[..5], &foreign] {
        std::fs::write(&path, wrong).unwrap();
        let error = enrol_all(&store, &[document(2, "b")]).await.unwrap_err();
        assert!(matches!(error, Error::Pack { .. }), "{error}");
        assert_eq!(
            std::fs::read(&path).unwrap(),
            wrong,
            "the evidence was touched"
        );
    }
    std::fs::write(&path, [&bytes[..], &[b't'; 5_000]].concat()).unwrap();
    enrol_all(&store, &[document(2, "b")]).await.unwrap();
    assert_eq!(check(&store).await.len(), 2);
    let stored = store.counts().await.unwrap().stored;
    assert_eq!(
        path.metadata().unwrap().len(),
        stored,
        "the tail was not cut off"
    );
}

#[tokio::test]
async fn what_is_no_data_folder_is_told_with_a_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "x").unwrap();
    let error = Store::open(&file).await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("choose a data folder that is not a file"),
        "{error}"
    );
    std::fs::write(
        folder.path().join("chancery.sqlite"),
        "not a database ".repeat(100),
    )
    .unwrap();
    let error = Store::open(folder.path()).await.unwrap_err();
    assert!(
        error.to_string().contains("restore it from a backup"),
        "{}",
        chain(&error)
    );
    assert!(error.to_string().contains("chancery.sqlite"));
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_full_disk_is_told_with_its_remedy_and_loses_nothing() {
    let (folder, store) = filled(1).await;
    let last = (1..)
        .take_while(|number| pack(folder.path(), *number).exists())
        .last()
        .unwrap();
    let next = pack(folder.path(), last + 1);
    std::os::unix::fs::symlink("/dev/full", &next).unwrap();
    let more: Vec<_> = (2..6).map(|n| document(n, "too much")).collect();
    let error = enrol_all(&store, &more).await.unwrap_err();
    let text = chain(&error);
    assert!(
        text.contains("free space on this disk") && text.contains("pack-"),
        "{text}"
    );
    std::fs::remove_file(&next).unwrap();
    assert_eq!(check(&store).await.len(), 1);
    assert_eq!(enrol_all(&store, &more).await.unwrap(), [2, 3, 4, 5]);
    check(&store).await;
}
