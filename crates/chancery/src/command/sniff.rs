//! `chancery sniff`: which format each document is in.

mod looks;

use crate::arguments::Sniff;
use crate::output::{Status, say, say_aside};
use crate::tally::{many, nothing};
use office::input::{Content, Place};
use office::pipeline::{self, Step};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// One line a document: where it is, its format, its version, its root; or what it looks like.
pub(crate) fn run(arguments: &Sniff) -> Status {
    let mut seen = Seen::default();
    let work = |document: &office::input::Document<'_>| line(document.place, document.bytes);
    pipeline::run(
        &arguments.inputs,
        &arguments.bounds.limits(),
        1,
        &work,
        |step| {
            match step {
                Step::Done((format, line)) => seen.line(format, &line),
                Step::Failed(problem) => {
                    seen.failures += 1;
                    say_aside(&format!(
                        "{}; {}",
                        office::report::chain(&problem),
                        problem.remedy()
                    ));
                }
                Step::Skipped(place, Content::Empty | Content::Blank) => {
                    let (format, line) = line(&place, b"");
                    seen.line(format, &line);
                }
                Step::Skipped(..) | Step::Progress(..) => {}
            }
            ControlFlow::Continue(())
        },
    );
    seen.sum_up(&arguments.inputs)
}

/// What is said of a document, with the name of its format.
fn line(place: &Place, bytes: &[u8]) -> (&'static str, String) {
    let sniffed = formats::sniff_bytes(bytes);
    let or_none = |text: &str| if text.is_empty() { "-" } else { text }.to_owned();
    let (version, root) = (or_none(&sniffed.version), or_none(&sniffed.root));
    match sniffed.format {
        Some(format) => {
            let format = format.as_str();
            (format, format!("{place}\t{format}\t{version}\t{root}"))
        }
        None => {
            let looks = looks::like(bytes, &sniffed);
            (UNKNOWN, format!("{place}\t{UNKNOWN}\t-\t{root}\t{looks}"))
        }
    }
}

/// What stands in the place of a format that is not known.
const UNKNOWN: &str = "unknown";

/// What was seen.
#[derive(Default)]
struct Seen {
    formats: BTreeMap<&'static str, u64>,
    failures: u64,
}

impl Seen {
    fn line(&mut self, format: &'static str, line: &str) {
        *self.formats.entry(format).or_default() += 1;
        say(line);
    }

    /// The counts of formats where there are several documents, and the status.
    fn sum_up(&self, inputs: &[String]) -> Status {
        let documents = self.formats.values().sum();
        if documents > 1 {
            let counts = self.formats.iter();
            let counts: Vec<String> = counts
                .map(|(format, count)| format!("{count} {format}"))
                .collect();
            let documents = many(documents, "document");
            say_aside(&format!("{documents}: {}", counts.join(", ")));
        }
        if documents == 0 && self.failures == 0 {
            say_aside(&nothing(inputs));
            return Status::Unread;
        }
        if self.failures > 0 || self.formats.contains_key(UNKNOWN) {
            return Status::Unread;
        }
        Status::Fine
    }
}
