//! What the program says on its standard streams, and how it ends.

use std::io::Write;
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// All fine.
    Fine,
    /// Findings at error level.
    Findings,
    /// Some document could not be read.
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
    ExitCode::from(2)
}

/// Writes a line to standard output; a reader that has gone is no error.
pub(crate) fn say(line: &str) {
    let _gone = writeln!(std::io::stdout().lock(), "{line}");
}

/// Writes a line to standard error.
pub(crate) fn say_aside(line: &str) {
    let _gone = writeln!(std::io::stderr().lock(), "{line}");
}
