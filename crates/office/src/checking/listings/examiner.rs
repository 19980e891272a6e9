//! Who applies the rules to the sequences of a long listing: the thread that reads them, or one beside it.

use check::Profile;
use check::listing::Checker;
use model::{Finding, Sequence};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

/// Parts of a listing that wait for their rules at most.
const WAITING: usize = 2;

/// Applies the rules to sequences, in order.
pub(super) enum Examiner {
    Here(Box<Desk>),
    Beside(Beside),
}

/// What the rules know, and what they found.
pub(super) struct Desk {
    pub(super) checker: Checker,
    pub(super) found: Vec<Finding>,
}

/// A thread at its desk, and the sequences that it gets next.
pub(super) struct Beside {
    to_desk: SyncSender<Vec<Sequence>>,
    next: Vec<Sequence>,
    thread: JoinHandle<Box<Desk>>,
}

impl Desk {
    fn take(&mut self, sequence: &Sequence) {
        self.checker.sequence(sequence, &mut self.found);
    }
}

impl Examiner {
    /// Begins a listing; with more than one job, beside the thread that reads.
    pub(super) fn new(profile: &Profile, jobs: usize) -> Self {
        let mut desk = Box::new(Desk {
            checker: Checker::new(profile),
            found: Vec::new(),
        });
        if jobs <= 1 {
            return Self::Here(desk);
        }
        let (to_desk, from_reader) = sync_channel::<Vec<Sequence>>(WAITING);
        let thread = std::thread::spawn(move || {
            for sequences in from_reader {
                for sequence in &sequences {
                    desk.take(sequence);
                }
            }
            desk
        });
        Self::Beside(Beside {
            to_desk,
            next: Vec::new(),
            thread,
        })
    }

    /// Takes the next sequence.
    pub(super) fn take(&mut self, sequence: Sequence) {
        match self {
            Self::Here(desk) => desk.take(&sequence),
            Self::Beside(beside) => beside.next.push(sequence),
        }
    }

    /// The part of the listing is read.
    pub(super) fn part(&mut self) {
        if let Self::Beside(beside) = self {
            let next = std::mem::take(&mut beside.next);
            // Nobody takes it when the rules panicked: the end of the listing says so.
            let _taken = beside.to_desk.send(next);
        }
    }

    /// What the rules know and found when all sequences were taken.
    pub(super) fn finish(mut self) -> Box<Desk> {
        self.part();
        match self {
            Self::Here(desk) => desk,
            Self::Beside(Beside {
                to_desk, thread, ..
            }) => {
                drop(to_desk);
                thread
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            }
        }
    }
}
