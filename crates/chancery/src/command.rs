//! The commands, one file each.

mod check;
mod convert;
mod ingest;
mod number;
mod schema;
mod serve;
mod show;
mod sniff;

use crate::arguments::Command;
use crate::output::Status;

/// Runs a command to its end.
pub(crate) fn run(command: Command) -> anyhow::Result<Status> {
    match command {
        Command::Sniff(arguments) => Ok(sniff::run(&arguments)),
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Ingest(arguments) => ingest::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Number(arguments) => number::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
    }
}
