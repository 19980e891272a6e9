//! `chancery show`: one document of a register.

use crate::arguments::Show;
use crate::output::Status;
use anyhow::Context as _;
use std::io::{ErrorKind, Write};

/// Writes a document to standard output, byte for byte.
pub(crate) fn run(arguments: &Show) -> anyhow::Result<Status> {
    let Show {
        document,
        data,
        form,
    } = arguments;
    let found = office::register::read(data, document, (*form).into())?;
    let made = match found {
        Ok(made) => made,
        Err(near) => {
            let near: Vec<&str> = near.iter().map(|entry| entry.label.key.as_str()).collect();
            let remedy = if near.is_empty() {
                "list what there is with `chancery serve`, or enrol it with `chancery ingest`"
                    .to_owned()
            } else {
                format!("these come closest: {}", near.join(", "))
            };
            anyhow::bail!("no document {document} is in {}; {remedy}", data.display());
        }
    };
    let mut out = std::io::stdout().lock();
    match out.write_all(&made.bytes).and_then(|()| out.flush()) {
        // A reader that has gone is no error.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output; look whether its disk is full")
        }
        _ => Ok(Status::Fine),
    }
}
