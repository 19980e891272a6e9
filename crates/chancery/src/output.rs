//! What the program says on its standard streams, and how it ends.

use crate::senseless::Senseless;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// All fine.
    Fine,
    /// Findings at error level.
    Findings,
    /// Some document could not be read, or none was found.
    Unread,
}

impl Status {
    pub(crate) fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Unread => 2,
        })
    }
}

/// Says what is wrong with the command line; help and version are no error.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let _said = error.print();
    if error.use_stderr() {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    }
}

/// Says why a command could not finish.
pub(crate) fn failure(error: &anyhow::Error) -> ExitCode {
    say_aside(&format!("chancery: {error:#}"));
    let of_the_caller = error.chain().any(|cause| {
        cause.is::<Senseless>()
            || cause
                .downcast_ref::<office::Error>()
                .is_some_and(office::Error::is_of_the_caller)
    });
    ExitCode::from(if of_the_caller { 3 } else { 2 })
}

/// Whether standard output could not be written, for another reason than that its reader has gone.
static UNWRITTEN: AtomicBool = AtomicBool::new(false);

/// Writes a line to standard output; a reader that has gone is no error.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{line}").and_then(|()| out.flush());
    if written.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe) {
        UNWRITTEN.store(true, Ordering::Relaxed);
    }
}

/// The status of a command that ended: not fine when its output could not be written.
pub(crate) fn ended(status: Status) -> ExitCode {
    if UNWRITTEN.load(Ordering::Relaxed) {
        say_aside("chancery: cannot write to standard output; look whether its disk is full");
        return ExitCode::from(2);
    }
    status.code()
}

/// Writes a line to standard error.
pub(crate) fn say_aside(line: &str) {
    let _gone = writeln!(std::io::stderr().lock(), "{line}");
}
