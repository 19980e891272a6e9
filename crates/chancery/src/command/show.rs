//! `chancery show`: one document of a register.

mod near;

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
    crate::senseless::register(data)?;
    let found = office::register::read(data, document, (*form).into())?;
    let made = match found {
        Ok(made) => made,
        Err(near) => {
            let keys = near.iter().map(|entry| entry.label.key.as_str());
            let near = near::near(document, keys);
            let remedy = if near.is_empty() {
                format!(
                    "look what there is with `chancery serve --data {}`",
                    data.display()
                )
            } else {
                format!("near it: {}", near.join(", "))
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
