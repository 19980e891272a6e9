//! Many readers at once, and a writer among them.

use crate::client::Server;
use crate::register::{COUNT, HOSTILE, enrolment};
use std::sync::Arc;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn readers_do_not_wait_for_a_writer() {
    let server = Arc::new(Server::start().await);
    let mut batch = server.store.begin().await.unwrap();
    batch
        .enrol(enrolment(&HOSTILE.replace("09999999", "09999998")))
        .await
        .unwrap();
    let mut readers = Vec::new();
    for number in 0..40 {
        let server = Arc::clone(&server);
        readers.push(tokio::spawn(async move {
            let target = match number % 4 {
                0 => "/patents/US-9999999-B2/claims",
                1 => "/api/v1/patents/publications/US-9999999-B2",
                2 => "/api/v1/patents/publications?limit=100",
                _ => "/patents/EP-3999999-B1/images/imgf0001.tif.png",
            };
            let answer = server.get(target).await;
            (target, answer.status, answer.field("etag").to_owned())
        }));
    }
    let mut tags = std::collections::BTreeMap::new();
    for reader in readers {
        let (target, status, tag) = reader.await.unwrap();
        assert_eq!(
            status,
            if target.contains("EP-") { 404 } else { 200 },
            "{target}"
        );
        let first = tags.entry(target).or_insert_with(|| tag.clone());
        assert_eq!(*first, tag, "{target}");
    }
    let count = |text: &str| text.contains(&format!("\"count\":{COUNT},"));
    assert!(count(
        server
            .get("/api/v1/patents/publications?limit=1")
            .await
            .text()
    ));
    batch.commit().await.unwrap();
    assert!(!count(
        server
            .get("/api/v1/patents/publications?limit=1")
            .await
            .text()
    ));
    assert_eq!(server.get("/patents/US-9999998-B2").await.status, 200);
}
