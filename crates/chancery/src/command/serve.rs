//! `chancery serve`: the pages and the API of a register.

use crate::arguments::Serve;
use crate::output::{Status, say, say_aside};
use std::sync::Arc;

/// Serves until the process is asked to end.
pub(crate) fn run(arguments: &Serve) -> anyhow::Result<Status> {
    crate::senseless::register(&arguments.data)?;
    let settings = server::Settings {
        data: arguments.data.clone(),
        listen: arguments.listen,
        log: Arc::new(say_aside),
    };
    server::run(settings, |address| say(&format!("http://{address}/")))?;
    Ok(Status::Fine)
}
