//! Readers beside a writer.

use store::Store;

use crate::samples::{check, document, enrol_all, options};

const BATCH: u32 = 5;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn readers_see_whole_batches_while_a_writer_writes() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with(folder.path(), options()).await.unwrap();
    let other = Store::open_with(folder.path(), options()).await.unwrap();
    let writer = tokio::spawn(async move {
        for batch in 0..20 {
            let documents: Vec<_> = (0..BATCH)
                .map(|n| document(batch * BATCH + n, "while read"))
                .collect();
            enrol_all(&store, &documents).await.unwrap();
        }
        store
    });
    let mut seen = 0;
    let mut looks = 0;
    while !writer.is_finished() {
        let acts = other.acts(0, u32::MAX).await.unwrap();
        assert_eq!(acts.len() % BATCH as usize, 0, "half a batch was seen");
        assert!(acts.len() >= seen, "acts went away");
        seen = acts.len();
        if let Some(last) = acts.last() {
            assert!(other.content(&last.source).await.unwrap().is_some());
            assert!(other.record(&last.label.key).await.unwrap().is_some());
        }
        looks += 1;
    }
    writer.await.unwrap().close().await;
    assert!(looks > 1);
    assert_eq!(check(&other).await.len(), 100);
}
