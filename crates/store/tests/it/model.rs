//! Random histories: the store against a map.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use proptest::prelude::*;
use store::{Batch, Enrolled, Enrolment, Fault, Options, Store};

use crate::samples::{check, check_kept, check_rebuild, document, options};

#[derive(Clone, Debug)]
enum Move {
    Enrol {
        key: u32,
        text: u32,
        drawings: usize,
    },
    Commit,
    Forget,
    Reopen,
    Rebuild,
    /// Lets one of the next writes fail.
    Fail {
        after: u32,
        fault: Fault,
    },
}

fn moves() -> impl Strategy<Value = Move> {
    let fault = prop_oneof![Just(Fault::Lost), Just(Fault::Torn), Just(Fault::Kept)];
    prop_oneof![
        8 => (0..4_u32, 0..4_u32, 0..3_usize)
            .prop_map(|(key, text, drawings)| Move::Enrol { key, text, drawings }),
        3 => Just(Move::Commit),
        1 => Just(Move::Forget),
        1 => Just(Move::Reopen),
        1 => Just(Move::Rebuild),
        1 => (0..12_u32, fault).prop_map(|(after, fault)| Move::Fail { after, fault }),
    ]
}

/// What the roll should hold: act number to enrolment.
type Roll = BTreeMap<u64, Enrolment>;

/// Enrols in the map as the store should.
fn enrol(roll: &mut Roll, first: u64, new: &Enrolment) -> Enrolled {
    let mut previous = None;
    for (number, old) in roll
        .iter()
        .filter(|(_, old)| old.label.key == new.label.key)
    {
        let adds_nothing = new.attachments.iter().all(|a| old.attachments.contains(a));
        if old.source == new.source && adds_nothing {
            return Enrolled::Already(*number);
        }
        previous = Some(*number);
    }
    let act = roll.len() as u64 + 1;
    roll.insert(act, new.clone());
    match previous {
        None => Enrolled::New(act),
        Some(previous) => Enrolled::Corrected {
            act,
            previous,
            same_batch: previous >= first,
        },
    }
}

/// A store, the map that it should equal, and what the open batch would make of it.
struct Play {
    folder: tempfile::TempDir,
    store: Store,
    batch: Option<Batch>,
    roll: Roll,
    open: Roll,
    failure: Arc<Mutex<Option<(u32, Fault)>>>,
}

impl Play {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let failure = Arc::default();
        let store = Self::open(&folder, &failure).await;
        Self {
            folder,
            store,
            batch: None,
            roll: Roll::new(),
            open: Roll::new(),
            failure,
        }
    }

    async fn open(folder: &tempfile::TempDir, failure: &Arc<Mutex<Option<(u32, Fault)>>>) -> Store {
        let failure = failure.clone();
        let hook = move |_| {
            let mut failure = failure.lock().unwrap();
            let (after, fault) = (*failure)?;
            *failure = after.checked_sub(1).map(|after| (after, fault));
            (after == 0).then_some(fault)
        };
        let options = Options {
            faults: Some(Arc::new(hook)),
            ..options()
        };
        Store::open_with(folder.path(), options).await.unwrap()
    }

    async fn play(&mut self, step: Move) {
        match step {
            Move::Enrol {
                key,
                text,
                drawings,
            } => {
                let mut enrolment = document(key, &text.to_string());
                enrolment.attachments.truncate(drawings);
                self.enrol(enrolment).await;
            }
            Move::Commit => self.commit().await,
            Move::Forget => self.forget(),
            Move::Reopen => {
                self.forget();
                self.store.clone().close().await;
                self.store = Self::open(&self.folder, &self.failure).await;
            }
            Move::Rebuild => {
                self.forget();
                check_rebuild(&self.store).await;
            }
            Move::Fail { after, fault } => *self.failure.lock().unwrap() = Some((after, fault)),
        }
    }

    async fn enrol(&mut self, enrolment: Enrolment) {
        if self.batch.is_none() {
            self.batch = Some(self.store.begin().await.unwrap());
        }
        let batch = self.batch.as_mut().unwrap();
        match batch.enrol(enrolment.clone()).await {
            Ok(enrolled) => {
                let first = self.roll.len() as u64 + 1;
                assert_eq!(enrolled, enrol(&mut self.open, first, &enrolment));
            }
            Err(error) => {
                assert!(self.failure.lock().unwrap().is_none(), "{error}");
                self.forget();
            }
        }
    }

    async fn commit(&mut self) {
        let Some(batch) = self.batch.take() else {
            return;
        };
        if let Err(error) = batch.commit().await {
            assert!(self.failure.lock().unwrap().is_none(), "{error}");
            let there = self.store.counts().await.unwrap().acts;
            if there != self.open.len() as u64 {
                assert_eq!(there, self.roll.len() as u64, "half a batch");
                return self.forget();
            }
        }
        self.roll.clone_from(&self.open);
    }

    fn forget(&mut self) {
        self.batch = None;
        self.open.clone_from(&self.roll);
    }

    async fn check(&self) {
        let acts = check(&self.store).await;
        assert_eq!(acts.len(), self.roll.len());
        for (act, enrolment) in &self.roll {
            check_kept(&self.store, enrolment, *act).await;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_history_gives_what_the_map_gives(moves in prop::collection::vec(moves(), 1..40)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut play = Play::new().await;
            for step in moves {
                play.play(step).await;
                play.check().await;
            }
            play.forget();
            check_rebuild(&play.store).await;
            play.check().await;
        });
    }
}
