//! Documents through one piece of work, in order, on as many threads as wanted.
//!
//! The walk reads ahead, workers work, and the caller gets the results in the order of the documents. What is held
//! in memory is bounded by the largest document and a small number of batches.

use crate::input::{
    self, Content, Document, Event, Flow, Limits, OwnedDocument, Part, Place, Problem,
};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// What the walk and the workers tell the caller, in the order of the inputs.
#[derive(Debug)]
pub enum Step<R> {
    /// A document was worked on.
    Done(R),
    /// A file or entry could not be read.
    Failed(Problem),
    /// A file or entry is no document.
    Skipped(Place, Content),
    /// How far the walk is: bytes, and how many there are if that is known.
    Progress(u64, Option<u64>),
}

/// Bytes of documents that travel together to a worker.
const BATCH_BYTES: usize = 1 << 18;
/// Documents that travel together at most.
const BATCH_DOCUMENTS: usize = 32;

/// What came of one unit of work, with its number.
type Numbered<R> = (u64, Vec<Item<R>>);

enum Item<R> {
    Document(OwnedDocument),
    Other(Step<R>),
}

/// The work to do: on whole documents, and on parts of long sequence listings if they are wanted.
pub struct Work<'w, R, F> {
    /// Works on a document.
    pub document: &'w F,
    /// Takes the parts of a listing in order, on the thread of the walk; the last one gives the result.
    pub parts: Option<&'w mut TakeParts<'w, R>>,
}

/// What takes parts of a document.
pub type TakeParts<'w, R> = dyn FnMut(&Document<'_>, Part) -> Option<R> + Send + 'w;

/// Walks `inputs` and calls `work` with each document, then `take` with each result in order.
///
/// With one job everything happens on this thread and nothing is copied. `take` ends the run by returning `Break`.
pub fn run<R: Send>(
    inputs: &[String],
    limits: &Limits,
    jobs: usize,
    work: &(impl Fn(&Document<'_>) -> R + Sync),
    take: impl FnMut(Step<R>) -> Flow,
) {
    let work = Work {
        document: work,
        parts: None,
    };
    run_in_parts(inputs, limits, jobs, work, take);
}

/// Does the same as [`run`], with work on parts of long sequence listings.
pub fn run_in_parts<R: Send>(
    inputs: &[String],
    limits: &Limits,
    jobs: usize,
    work: Work<'_, R, impl Fn(&Document<'_>) -> R + Sync>,
    mut take: impl FnMut(Step<R>) -> Flow,
) {
    let Work {
        document: work,
        mut parts,
    } = work;
    let is_in_parts = parts.is_some();
    if jobs <= 1 {
        walk(inputs, limits, is_in_parts, |event| match event {
            Event::Document(document) => take(Step::Done(work(&document))),
            Event::Part(document, part) => {
                let done = parts.as_mut().and_then(|parts| parts(&document, part));
                done.map_or(ControlFlow::Continue(()), |done| take(Step::Done(done)))
            }
            other => take(plain(other)),
        });
        return;
    }
    let stopped = AtomicBool::new(false);
    let (to_work, from_walk) = sync_channel::<Numbered<R>>(jobs);
    let from_walk = Mutex::new(from_walk);
    std::thread::scope(|scope| {
        let (to_caller, from_workers) = sync_channel::<(u64, Vec<Step<R>>)>(jobs);
        let from_walk = &from_walk;
        let stopped = &stopped;
        scope.spawn(move || {
            let mut sender = Sender {
                to_work,
                stopped,
                number: 0,
                batch: Vec::new(),
                bytes: 0,
            };
            walk(inputs, limits, is_in_parts, |event| {
                sender.event(event, &mut parts)
            });
            let _last = sender.flush();
        });
        for _ in 0..jobs {
            let to_caller = to_caller.clone();
            scope.spawn(move || receive(from_walk, work, &to_caller));
        }
        drop(to_caller);
        in_order(&from_workers, &mut take);
        // The caller may have stopped early: end the walk and let nobody wait for ever.
        stopped.store(true, Ordering::Relaxed);
        drop(from_workers);
        while from_walk
            .lock()
            .is_ok_and(|from_walk| from_walk.recv().is_ok())
        {}
    });
}

fn plain<R>(event: Event<'_>) -> Step<R> {
    match event {
        Event::Failure(problem) => Step::Failed(problem),
        Event::Skipped { place, what } => Step::Skipped(place, what),
        Event::Progress { done, total } => Step::Progress(done, total),
        Event::Document(_) | Event::Part(..) => unreachable!("documents are taken before"),
    }
}

fn walk(
    inputs: &[String],
    limits: &Limits,
    is_in_parts: bool,
    visitor: impl FnMut(Event<'_>) -> Flow,
) {
    if is_in_parts {
        input::walk_in_parts(inputs, limits, visitor);
    } else {
        input::walk(inputs, limits, visitor);
    }
}

/// Sends batches of what a walk meets; ends it when nobody listens any more.
struct Sender<'s, R> {
    to_work: SyncSender<Numbered<R>>,
    stopped: &'s AtomicBool,
    number: u64,
    batch: Vec<Item<R>>,
    bytes: usize,
}

impl<R> Sender<'_, R> {
    fn event(&mut self, event: Event<'_>, parts: &mut Option<&mut TakeParts<'_, R>>) -> Flow {
        match event {
            Event::Document(document) => {
                self.bytes += document.bytes.len();
                self.batch
                    .push(Item::Document(document.copy_into(Vec::new())));
            }
            Event::Part(document, part) => {
                let done = parts.as_mut().and_then(|parts| parts(&document, part));
                self.batch
                    .extend(done.map(|done| Item::Other(Step::Done(done))));
                if self.stopped.load(Ordering::Relaxed) {
                    return ControlFlow::Break(());
                }
            }
            other => self.batch.push(Item::Other(plain(other))),
        }
        if self.bytes >= BATCH_BYTES || self.batch.len() >= BATCH_DOCUMENTS {
            self.flush()
        } else {
            ControlFlow::Continue(())
        }
    }

    fn flush(&mut self) -> Flow {
        self.bytes = 0;
        let full = std::mem::take(&mut self.batch);
        self.number += 1;
        match self.to_work.send((self.number - 1, full)) {
            Ok(()) if !self.stopped.load(Ordering::Relaxed) => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        }
    }
}

fn receive<R>(
    from_walk: &Mutex<Receiver<Numbered<R>>>,
    work: &(impl Fn(&Document<'_>) -> R + Sync),
    to_caller: &SyncSender<(u64, Vec<Step<R>>)>,
) {
    loop {
        let next = from_walk
            .lock()
            .expect("no worker panics while it waits")
            .recv();
        let Ok((number, batch)) = next else { return };
        let steps = batch
            .into_iter()
            .map(|item| match item {
                Item::Document(document) => Step::Done(work(&document.borrow())),
                Item::Other(step) => step,
            })
            .collect();
        if to_caller.send((number, steps)).is_err() {
            return;
        }
    }
}

fn in_order<R>(
    from_workers: &Receiver<(u64, Vec<Step<R>>)>,
    take: &mut impl FnMut(Step<R>) -> Flow,
) {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (number, steps) in from_workers {
        waiting.insert(number, steps);
        while let Some(steps) = waiting.remove(&next) {
            next += 1;
            for step in steps {
                if take(step).is_break() {
                    return;
                }
            }
        }
    }
}
