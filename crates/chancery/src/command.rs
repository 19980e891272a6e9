//! The commands, one file each.

mod convert;
mod sniff;

use crate::arguments::Command;
use crate::output::Status;

/// Runs a command to its end.
pub(crate) fn run(command: Command) -> anyhow::Result<Status> {
    match command {
        Command::Sniff(arguments) => Ok(sniff::run(&arguments)),
        Command::Convert(arguments) => convert::run(&arguments),
    }
}
