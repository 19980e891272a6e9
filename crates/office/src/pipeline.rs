//! Documents through one piece of work, in order, on as many threads as wanted.
//!
//! The walk reads ahead, workers work, and the caller gets the results in the order of the documents. What is held
//! in memory is bounded by the largest document and a small number of batches.

use crate::input::{self, Content, Document, Event, Flow, Limits, OwnedDocument, Place, Problem};
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

enum Item {
    Document(OwnedDocument),
    Other(Step<()>),
}

/// Walks `inputs` and calls `work` with each document, then `take` with each result in order.
///
/// With one job everything happens on this thread and nothing is copied. `take` ends the run by returning `Break`.
pub fn run<R: Send>(
    inputs: &[String],
    limits: &Limits,
    jobs: usize,
    work: &(impl Fn(&Document<'_>) -> R + Sync),
    mut take: impl FnMut(Step<R>) -> Flow,
) {
    if jobs <= 1 {
        input::walk(inputs, limits, |event| match event {
            Event::Document(document) => take(Step::Done(work(&document))),
            other => take(plain(other)),
        });
        return;
    }
    let stopped = AtomicBool::new(false);
    let (to_work, from_walk) = sync_channel::<(u64, Vec<Item>)>(jobs);
    let from_walk = Mutex::new(from_walk);
    std::thread::scope(|scope| {
        let (to_caller, from_workers) = sync_channel::<(u64, Vec<Step<R>>)>(jobs);
        let from_walk = &from_walk;
        let stopped = &stopped;
        scope.spawn(move || send(inputs, limits, &to_work, stopped));
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
        Event::Document(_) => unreachable!("documents are taken before"),
    }
}

/// Walks and sends batches; ends when nobody listens any more.
fn send(
    inputs: &[String],
    limits: &Limits,
    to_work: &SyncSender<(u64, Vec<Item>)>,
    stopped: &AtomicBool,
) {
    let mut number = 0;
    let mut batch = Vec::new();
    let mut bytes = 0;
    let mut flush = |batch: &mut Vec<Item>| {
        let full = std::mem::take(batch);
        number += 1;
        match to_work.send((number - 1, full)) {
            Ok(()) if !stopped.load(Ordering::Relaxed) => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        }
    };
    input::walk(inputs, limits, |event| {
        match event {
            Event::Document(document) => {
                bytes += document.bytes.len();
                batch.push(Item::Document(document.copy_into(Vec::new())));
            }
            other => batch.push(Item::Other(plain(other))),
        }
        if bytes >= BATCH_BYTES || batch.len() >= BATCH_DOCUMENTS {
            bytes = 0;
            flush(&mut batch)
        } else {
            ControlFlow::Continue(())
        }
    });
    let _last = flush(&mut batch);
}

fn receive<R>(
    from_walk: &Mutex<Receiver<(u64, Vec<Item>)>>,
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
                Item::Other(Step::Failed(problem)) => Step::Failed(problem),
                Item::Other(Step::Skipped(place, what)) => Step::Skipped(place, what),
                Item::Other(Step::Progress(done, total)) => Step::Progress(done, total),
                Item::Other(Step::Done(())) => unreachable!("the walk does no work"),
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
