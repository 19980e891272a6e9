//! `chancery sniff`: which format each document is in.

use crate::arguments::Sniff;
use crate::output::{Status, say, say_aside};
use office::input::Limits;
use office::pipeline::{self, Step};
use std::ops::ControlFlow;

/// One line a document: where it is, its format, its version, its root.
pub(crate) fn run(arguments: &Sniff) -> Status {
    let mut status = Status::Fine;
    let work = |document: &office::input::Document<'_>| {
        let sniffed = formats::sniff_bytes(document.bytes);
        (document.place.to_string(), sniffed)
    };
    pipeline::run(&arguments.inputs, &Limits::default(), 1, &work, |step| {
        match step {
            Step::Done((place, sniffed)) => match sniffed.format {
                Some(format) => {
                    let version = if sniffed.version.is_empty() {
                        "-"
                    } else {
                        &sniffed.version
                    };
                    say(&format!(
                        "{place}\t{}\t{version}\t{}",
                        format.as_str(),
                        sniffed.root
                    ));
                }
                None => {
                    status = Status::Unread;
                    let root = if sniffed.root.is_empty() {
                        "-"
                    } else {
                        &sniffed.root
                    };
                    say(&format!("{place}\tunknown\t-\t{root}"));
                    say_aside(&format!(
                        "{place}: {}",
                        sniffed.trouble.unwrap_or("it is unknown")
                    ));
                }
            },
            Step::Failed(problem) => {
                status = Status::Unread;
                say_aside(&format!(
                    "{}; {}",
                    office::report::chain(&problem),
                    problem.remedy()
                ));
            }
            Step::Skipped(..) | Step::Progress(..) => {}
        }
        ControlFlow::Continue(())
    });
    status
}
