//! Progress: a bar on a terminal, plain lines elsewhere.

use crate::output::say_aside;
use crate::tally::{Tally, many};
use indicatif::{HumanBytes, ProgressBar, ProgressStyle};
use office::convert::Observer;
use office::report::Line;
use std::io::IsTerminal;
use std::time::{Duration, Instant};

/// How often a plain line is written.
const INTERVAL: Duration = Duration::from_secs(10);

/// Shows how far a run is.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    started: Instant,
    last: Instant,
    done: u64,
    documents: u64,
}

impl Progress {
    pub(crate) fn new() -> Self {
        let now = Instant::now();
        let bar = std::io::stderr().is_terminal().then(bar);
        Self {
            bar,
            started: now,
            last: now,
            done: 0,
            documents: 0,
        }
    }

    /// Notes how many bytes were read.
    pub(crate) fn bytes(&mut self, done: u64, total: Option<u64>) {
        self.done = done;
        if let Some(bar) = &self.bar {
            if let Some(total) = total {
                bar.set_length(total);
            }
            bar.set_position(done);
        } else if self.last.elapsed() >= INTERVAL {
            self.last = Instant::now();
            let of = total.map_or_else(String::new, |total| format!(" of {}", HumanBytes(total)));
            say_aside(&format!(
                "{}, {}{of}, {}/s",
                many(self.documents, "document"),
                HumanBytes(done),
                HumanBytes(self.rate())
            ));
        }
    }

    /// Notes that a document was done.
    pub(crate) fn document(&mut self) {
        self.documents += 1;
        if let Some(bar) = &self.bar
            && self.documents.is_multiple_of(16)
        {
            bar.set_message(many(self.documents, "document"));
        }
    }

    /// Writes a line above the bar.
    pub(crate) fn line(&self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| say_aside(line)),
            None => say_aside(line),
        }
    }

    /// Takes the bar away; gives the time that the run took.
    pub(crate) fn finish(self) -> Duration {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        self.started.elapsed()
    }

    fn rate(&self) -> u64 {
        let seconds = self.started.elapsed().as_secs().max(1);
        self.done / seconds
    }
}

/// A run under watch: progress for all documents, a line for each that failed, a tally of findings.
pub(crate) struct Watch {
    progress: Progress,
    seen: Seen,
    /// Whether each document should become a file.
    is_written: bool,
}

/// What was seen of a run.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    /// Findings by severity.
    pub(crate) findings: Tally,
    /// Whether anything was there to be read, well or badly.
    pub(crate) any: bool,
}

impl Watch {
    pub(crate) fn new() -> Self {
        Self {
            progress: Progress::new(),
            seen: Seen::default(),
            is_written: false,
        }
    }

    /// A run that writes a file for each document: one that gave none is said.
    pub(crate) fn of_files() -> Self {
        Self {
            is_written: true,
            ..Self::new()
        }
    }

    /// Takes the bar away; gives the time that the run took, and what was seen.
    pub(crate) fn finish(self) -> (Duration, Seen) {
        (self.progress.finish(), self.seen)
    }
}

impl Observer for Watch {
    fn progress(&mut self, done: u64, total: Option<u64>) {
        self.progress.bytes(done, total);
    }

    fn line(&mut self, line: &Line) {
        self.progress.document();
        self.seen.any = true;
        self.seen.findings.add(&line.findings);
        if let Some(error) = &line.error {
            self.progress
                .line(&format!("{}; {}", error.message, error.remedy));
        } else if self.is_written
            && line.output.is_none()
            && let Some(reason) = reason(line)
        {
            self.progress.line(&reason);
        }
    }
}

/// Why a document that could be read gave no file: its first finding at error level.
fn reason(line: &Line) -> Option<String> {
    let said = line.findings.iter().find(|said| said.severity == "error")?;
    let place = line.entry.as_ref().unwrap_or(&line.source);
    let remedy = match said.hint.as_str() {
        "" => String::new(),
        hint => format!("; {hint}"),
    };
    Some(format!(
        "{place}: no file was written: {}{remedy}",
        said.message
    ))
}

fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template(
        "{bar:30} {bytes}/{total_bytes}  {bytes_per_sec}  {msg}  {eta} left",
    )
    .expect("the template is right");
    let bar = ProgressBar::new(0).with_style(style);
    bar.set_message("0 documents");
    bar
}
