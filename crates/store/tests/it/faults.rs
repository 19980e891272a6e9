//! The failure table: every write of two batches fails once, in every way, and what then must hold.

use std::{
    io::Write as _,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use store::{Digest, Enrolled, Enrolment, Error, Fault, Options, Step, Store};

use crate::samples::{check, check_kept, check_rebuild, document, enrol_all, options};

const FAULTS: [Fault; 3] = [Fault::Lost, Fault::Torn, Fault::Kept];

/// Counts writes from the moment it is armed, and fails one of them.
#[derive(Default)]
struct Plan {
    armed: AtomicUsize,
    fails: Option<(usize, Fault)>,
    steps: Mutex<Vec<Step>>,
}

impl Plan {
    fn options(self: &Arc<Self>) -> Options {
        let plan = self.clone();
        let hook = move |step| {
            if plan.armed.load(Ordering::Relaxed) == 0 {
                return None;
            }
            let mut steps = plan.steps.lock().unwrap();
            steps.push(step);
            let (number, fault) = plan.fails?;
            (steps.len() - 1 == number).then_some(fault)
        };
        Options {
            faults: Some(Arc::new(hook)),
            ..options()
        }
    }
}

/// What is there and acknowledged before anything fails.
fn before() -> Vec<Enrolment> {
    vec![document(1, "before"), document(2, "before")]
}

/// Two batches: new documents, a correction, one seen already, a finished input file.
fn batches() -> [Vec<Enrolment>; 2] {
    let first = vec![
        document(3, "first"),
        document(1, "corrected"),
        document(2, "before"),
    ];
    [first, vec![document(4, "second"), document(5, "second")]]
}

async fn ingest(store: &Store, batch: &[Enrolment], number: usize) -> store::Result<()> {
    let mut open = store.begin().await?;
    for document in batch {
        open.enrol(document.clone()).await?;
    }
    open.mark_source_done(&Digest::of(&[u8::try_from(number).unwrap()]), "in.zip", 3)
        .await?;
    open.commit().await
}

/// Fills a folder, leaves an interrupted writer's tail in it, and ingests until something fails.
async fn run(folder: &Path, plan: &Arc<Plan>) -> (Store, usize, Option<Error>) {
    let store = Store::open_with(folder, plan.options()).await.unwrap();
    enrol_all(&store, &before()).await.unwrap();
    let packs = std::fs::read_dir(folder.join("content")).unwrap();
    let last = packs.map(|entry| entry.unwrap().path()).max().unwrap();
    let mut last = std::fs::OpenOptions::new().append(true).open(last).unwrap();
    last.write_all(&[b't'; 5_000]).unwrap();
    plan.armed.store(1, Ordering::Relaxed);
    let mut acknowledged = 0;
    let mut failed = None;
    for (number, batch) in batches().iter().enumerate() {
        match ingest(&store, batch, number).await {
            Ok(()) => acknowledged += 1,
            Err(error) => {
                failed = Some(error);
                break;
            }
        }
    }
    plan.armed.store(0, Ordering::Relaxed);
    (store, acknowledged, failed)
}

/// States what must hold after a failure, whoever looks.
async fn must_hold(store: &Store, visible: usize, row: &str) {
    let acts_after = [2, 4, 6];
    let acts = check(store).await;
    assert_eq!(
        acts.len(),
        acts_after[visible],
        "{row}: lost or half-visible"
    );
    for number in 0..2 {
        let digest = Digest::of(&[u8::try_from(number).unwrap()]);
        let done = store.source_done(&digest).await.unwrap().is_some();
        assert_eq!(done, number < visible, "{row}: input file {number}");
    }
    check_rebuild(store).await;
    for (number, batch) in batches().iter().enumerate() {
        ingest(store, batch, number)
            .await
            .unwrap_or_else(|error| panic!("{row}: {error}"));
    }
    assert_eq!(check(store).await.len(), 6, "{row}: the next ingest");
    let expected = [1, 2, 3, 4, 2, 5, 6];
    for (document, act) in before().iter().chain(&batches().concat()).zip(expected) {
        check_kept(store, document, act).await;
    }
    check_rebuild(store).await;
    let files = std::fs::read_dir(store.folder().join("content")).unwrap();
    let size: u64 = files
        .map(|file| file.unwrap().metadata().unwrap().len())
        .sum();
    assert_eq!(
        size,
        store.counts().await.unwrap().stored,
        "{row}: bytes nobody knows"
    );
}

async fn steps() -> Vec<Step> {
    let folder = tempfile::tempdir().unwrap();
    let plan = Arc::new(Plan::default());
    let (store, acknowledged, failed) = run(folder.path(), &plan).await;
    assert!(failed.is_none() && acknowledged == 2);
    must_hold(&store, 2, "nothing failed").await;
    plan.steps.lock().unwrap().clone()
}

#[tokio::test]
async fn the_table_has_every_kind_of_write() {
    let steps = steps().await;
    use Step::{Append, Commit, Create, Cut, Insert, Sync, SyncFolder};
    for step in [Cut, Create, Append, Sync, SyncFolder, Insert, Commit] {
        assert!(steps.contains(&step), "{step:?} is not in {steps:?}");
    }
    let last_writes = steps.iter().rposition(|step| *step == Commit).unwrap();
    assert_eq!(
        last_writes,
        steps.len() - 1,
        "nothing is written behind the commit"
    );
}

/// Fails every write once in every way.
async fn table(reopened: bool) {
    for (number, step) in steps().await.into_iter().enumerate() {
        for fault in FAULTS {
            let row = format!("write {number} ({step:?}) {fault:?}, reopened: {reopened}");
            let folder = tempfile::tempdir().unwrap();
            let plan = Arc::new(Plan {
                fails: Some((number, fault)),
                ..Plan::default()
            });
            let (mut store, acknowledged, failed) = run(folder.path(), &plan).await;
            let failed = failed.unwrap_or_else(|| panic!("{row}: nobody noticed"));
            assert!(!failed.to_string().is_empty());
            if reopened {
                drop(store);
                store = Store::open_with(folder.path(), options()).await.unwrap();
            }
            let kept = step == Step::Commit && fault == Fault::Kept;
            must_hold(&store, acknowledged + usize::from(kept), &row).await;
        }
    }
}

#[tokio::test]
async fn every_write_fails_once_in_every_way_and_the_store_is_opened_again() {
    table(true).await;
}

#[tokio::test]
async fn every_write_fails_once_in_every_way_and_the_store_goes_on() {
    table(false).await;
}

#[tokio::test]
async fn a_batch_that_failed_cannot_be_committed() {
    for fault in FAULTS {
        let folder = tempfile::tempdir().unwrap();
        let plan = Arc::new(Plan {
            fails: Some((2, fault)),
            ..Plan::default()
        });
        let store = Store::open_with(folder.path(), plan.options())
            .await
            .unwrap();
        plan.armed.store(1, Ordering::Relaxed);
        let mut batch = store.begin().await.unwrap();
        batch.enrol(document(1, "a")).await.unwrap_err();
        plan.armed.store(0, Ordering::Relaxed);
        assert!(matches!(
            batch.enrol(document(2, "b")).await,
            Err(Error::Unfinished)
        ));
        assert!(matches!(batch.commit().await, Err(Error::Unfinished)));
        assert!(check(&store).await.is_empty());
    }
}

#[tokio::test]
async fn an_abandoned_enrolment_spoils_its_batch_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with(folder.path(), options()).await.unwrap();
    for polls in 1..40 {
        let mut batch = store.begin().await.unwrap();
        let finished = {
            let mut enrol = std::pin::pin!(batch.enrol(document(polls, "abandoned")));
            let mut finished = None;
            for _ in 0..polls {
                let poll =
                    std::future::poll_fn(|cx| std::task::Poll::Ready(enrol.as_mut().poll(cx)));
                if let std::task::Poll::Ready(result) = poll.await {
                    finished = Some(result);
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_micros(200)).await;
            }
            finished
        };
        match finished {
            Some(result) => {
                assert!(matches!(result, Ok(Enrolled::New(_))));
                drop(batch);
            }
            None => assert!(matches!(batch.commit().await, Err(Error::Unfinished))),
        }
        enrol_all(&store, &[document(1000 + polls, "the next batch")])
            .await
            .unwrap();
    }
    assert_eq!(check(&store).await.len(), 39);
}
