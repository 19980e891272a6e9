//! Every operation once, in fair weather.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use store::{ActKind, Digest, Enrolled, Enrolment, Label, Options, Page, Store};

use crate::samples::{
    check, check_kept, check_rebuild, document, drawing, enrol_all, everything, options,
};

async fn open() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with(folder.path(), options()).await.unwrap();
    (folder, store)
}

#[tokio::test]
async fn what_is_enrolled_can_be_read_in_every_way() {
    let (_folder, store) = open().await;
    let one = document(1, "one");
    assert_eq!(
        enrol_all(&store, std::slice::from_ref(&one)).await.unwrap(),
        [1]
    );
    check_kept(&store, &one, 1).await;
    let key = one.label.key.as_str();
    let found = store.document(key).await.unwrap().unwrap();
    assert_eq!(
        (
            found.current.number,
            found.current.time,
            found.earlier.len()
        ),
        (1, 1_000, 0)
    );
    assert_eq!(found.current.kind, ActKind::Published);
    assert_eq!(found.current.finding_count, 2);
    assert_eq!(store.source(key).await.unwrap(), Some(one.source.clone()));
    assert_eq!(store.record(key).await.unwrap(), Some(one.record.clone()));
    assert_eq!(
        store.findings(key).await.unwrap(),
        Some(one.findings.clone())
    );
    let attachments = store.attachments(key).await.unwrap();
    let names: Vec<_> = attachments.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["D1.TIF", "D2.TIF"]);
    let (attachment, bytes) = store.attachment(key, "D2.TIF").await.unwrap().unwrap();
    assert_eq!(bytes, one.attachments[1].bytes);
    assert_eq!(
        (attachment.length, attachment.digest),
        (bytes.len() as u64, Digest::of(&bytes))
    );
    let counts = store.counts().await.unwrap();
    assert_eq!((counts.documents, counts.acts, counts.findings), (1, 1, 2));
    let bytes: usize = 18 + 24 + 17;
    assert!(counts.contents == 5 && counts.bytes > bytes as u64 && counts.stored > 0);
    check(&store).await;
}

#[tokio::test]
async fn what_is_unknown_is_none() {
    let (_folder, store) = open().await;
    assert_eq!(store.document("no").await.unwrap(), None);
    assert_eq!(store.source("no").await.unwrap(), None);
    assert_eq!(store.attachment("no", "no").await.unwrap(), None);
    assert_eq!(store.content(&Digest::of(b"no")).await.unwrap(), None);
    assert_eq!(store.source_done(&Digest::of(b"no")).await.unwrap(), None);
    assert!(check(&store).await.is_empty());
    check_rebuild(&store).await;
}

#[tokio::test]
async fn the_same_file_twice_enrols_nothing_twice() {
    let (_folder, store) = open().await;
    let documents: Vec<_> = (1..=5).map(|n| document(n, "same")).collect();
    let first = enrol_all(&store, &documents).await.unwrap();
    let counts = store.counts().await.unwrap();
    assert_eq!(enrol_all(&store, &documents).await.unwrap(), first);
    assert_eq!(store.counts().await.unwrap(), counts);
    let mut batch = store.begin().await.unwrap();
    for (document, act) in documents.into_iter().zip(1..) {
        assert_eq!(batch.enrol(document).await.unwrap(), Enrolled::Already(act));
    }
}

#[tokio::test]
async fn a_different_source_is_a_new_version() {
    let (_folder, store) = open().await;
    let (old, new) = (document(1, "old"), document(1, "new"));
    enrol_all(&store, std::slice::from_ref(&old)).await.unwrap();
    let mut batch = store.begin().await.unwrap();
    let key = &old.label.key;
    assert_eq!(
        batch.current(key).await.unwrap(),
        Some((1, Digest::of(&old.source)))
    );
    let corrected = Enrolled::Corrected {
        act: 2,
        previous: 1,
        same_batch: false,
    };
    assert_eq!(batch.enrol(new.clone()).await.unwrap(), corrected);
    assert_eq!(
        batch.current(key).await.unwrap(),
        Some((2, Digest::of(&new.source)))
    );
    batch.commit().await.unwrap();
    assert_eq!(
        enrol_all(&store, &[old.clone(), new.clone()])
            .await
            .unwrap(),
        [1, 2]
    );
    check_kept(&store, &old, 1).await;
    check_kept(&store, &new, 2).await;
    assert_eq!(store.source(key).await.unwrap(), Some(new.source));
    let entries = everything(&store).await;
    assert_eq!(
        (entries[0].versions, entries[0].label.title.as_str()),
        (2, "Apparatus new")
    );
    check(&store).await;
    check_rebuild(&store).await;
}

#[tokio::test]
async fn one_key_twice_in_a_batch_is_told() {
    let (_folder, store) = open().await;
    let mut batch = store.begin().await.unwrap();
    batch.enrol(document(1, "a")).await.unwrap();
    let second = batch.enrol(document(1, "b")).await.unwrap();
    assert_eq!(
        second,
        Enrolled::Corrected {
            act: 2,
            previous: 1,
            same_batch: true
        }
    );
    assert_eq!(
        batch.enrol(document(1, "a")).await.unwrap(),
        Enrolled::Already(1)
    );
    batch.commit().await.unwrap();
    assert_eq!(check(&store).await.len(), 2);
}

#[tokio::test]
async fn new_drawings_are_a_new_version_and_missing_ones_are_not() {
    let (_folder, store) = open().await;
    let with = document(1, "x");
    let without = Enrolment {
        attachments: Vec::new(),
        ..with.clone()
    };
    let other = Enrolment {
        attachments: vec![drawing("D1.TIF", "redrawn")],
        ..with.clone()
    };
    let acts = enrol_all(
        &store,
        &[without.clone(), with.clone(), without, with, other],
    )
    .await;
    assert_eq!(acts.unwrap(), [1, 2, 1, 2, 3]);
    check(&store).await;
}

#[tokio::test]
async fn a_dropped_batch_leaves_nothing() {
    let (_folder, store) = open().await;
    let mut batch = store.begin().await.unwrap();
    batch.enrol(document(1, "forgotten")).await.unwrap();
    batch
        .mark_source_done(&Digest::of(b"zip"), "in.zip", 1)
        .await
        .unwrap();
    assert!(check(&store).await.is_empty(), "seen before the commit");
    drop(batch);
    assert_eq!(store.source_done(&Digest::of(b"zip")).await.unwrap(), None);
    assert_eq!(
        enrol_all(&store, &[document(2, "kept")]).await.unwrap(),
        [1]
    );
    assert_eq!(check(&store).await.len(), 1);
}

#[tokio::test]
async fn finished_input_files_are_remembered() {
    let (_folder, store) = open().await;
    let digest = Digest::of(b"zip");
    for documents in [3, 4] {
        let mut batch = store.begin().await.unwrap();
        batch
            .mark_source_done(&digest, "week.zip", documents)
            .await
            .unwrap();
        batch.commit().await.unwrap();
        let input = store.source_done(&digest).await.unwrap().unwrap();
        assert_eq!(
            (input.path.as_str(), input.documents),
            ("week.zip", documents)
        );
    }
}

#[tokio::test]
async fn the_list_is_paged_and_searched() {
    let (_folder, store) = open().await;
    let mut documents: Vec<_> = (1..=25)
        .map(|n| document(7_272_600 + n, "for drying"))
        .collect();
    documents[3].label.title = "Gerät zum Trocknen von Gärfutter".to_owned();
    documents[4].label.title = String::new();
    documents[5].label.published = None;
    enrol_all(&store, &documents).await.unwrap();
    let list = async |offset, limit, query: &str| {
        let page = Page {
            offset,
            limit,
            query: Some(query.to_owned()),
        };
        let (entries, total) = store.list(&page).await.unwrap();
        (
            entries
                .into_iter()
                .map(|entry| entry.label)
                .collect::<Vec<Label>>(),
            total,
        )
    };
    let (all, total) = list(0, 100, " ").await;
    assert_eq!((all.len(), total), (25, 25));
    let dates: Vec<_> = all.iter().map(|label| label.published.clone()).collect();
    assert!(dates.is_sorted_by(|a, b| a >= b), "{dates:?}");
    assert_eq!(list(20, 10, "").await, (all[20..].to_vec(), 25));
    for (query, total) in [
        ("7272601", 1),
        ("72726", 25),
        ("XX-7272601-A1", 1),
        ("xx 7,272,6", 25),
        ("gär", 1),
        ("GERÄT gärfutter", 1),
        ("gerät drying", 0),
        ("dry apparatus", 23),
        ("ryin", 0),
        ("%", 25),
        ("' OR 1=1 --", 0),
    ] {
        assert_eq!(list(0, 5, query).await.1, total, "{query}");
    }
    let many: String = (0..50_000).map(|n| format!("apparatus{n} ")).collect();
    assert_eq!(list(u64::MAX, u32::MAX, &many).await, (Vec::new(), 0));
    documents[0].label.title = many;
    documents[0].source.push(b' ');
    enrol_all(&store, &documents[..1]).await.unwrap();
    assert_eq!(list(0, 1, "apparatus7").await.1, 1);
}

#[tokio::test]
async fn a_corrected_title_is_found_by_its_new_words_only() {
    let (_folder, store) = open().await;
    enrol_all(
        &store,
        &[document(1, "wooden wheel"), document(1, "iron wheel")],
    )
    .await
    .unwrap();
    for (query, total) in [("wooden", 0), ("iron", 1), ("wheel", 1)] {
        let page = Page {
            limit: 1,
            query: Some(query.to_owned()),
            ..Page::default()
        };
        assert_eq!(store.list(&page).await.unwrap().1, total, "{query}");
    }
    check_rebuild(&store).await;
}

#[tokio::test]
async fn times_never_run_backwards() {
    let folder = tempfile::tempdir().unwrap();
    let time = Arc::new(AtomicI64::new(50));
    let read = time.clone();
    let clock = Arc::new(move || read.fetch_sub(10, Ordering::Relaxed));
    let store = Store::open_with(folder.path(), Options { clock, ..options() })
        .await
        .unwrap();
    for n in 1..=3 {
        enrol_all(&store, &[document(n, "t")]).await.unwrap();
    }
    let times: Vec<_> = check(&store).await.iter().map(|act| act.time).collect();
    assert_eq!(times, [40, 40, 40], "the opening read 50");
    time.store(500, Ordering::Relaxed);
    enrol_all(&store, &[document(4, "t")]).await.unwrap();
    assert_eq!(check(&store).await[3].time, 500);
}

#[tokio::test]
async fn odd_contents_come_back() {
    let (_folder, store) = open().await;
    let noise: Vec<u8> = (0..100_000_u32)
        .flat_map(|n| n.wrapping_mul(0x9e37_79b9).to_be_bytes())
        .collect();
    let odd = Enrolment {
        label: Label {
            key: "\0'é\u{10ffff}".to_owned(),
            ..Label::default()
        },
        source: Vec::new(),
        record: Vec::new(),
        findings: vec![0; 3_000_000],
        attachments: vec![drawing("", ""), drawing("", "second of one name")],
        ..Enrolment::default()
    };
    let big = Enrolment {
        source: noise,
        ..document(1, "big")
    };
    let acts = enrol_all(&store, &[odd.clone(), big.clone()])
        .await
        .unwrap();
    check_kept(&store, &odd, acts[0]).await;
    check_kept(&store, &big, acts[1]).await;
    let (_, first) = store.attachment(&odd.label.key, "").await.unwrap().unwrap();
    assert!(first.is_empty());
    check(&store).await;
}
