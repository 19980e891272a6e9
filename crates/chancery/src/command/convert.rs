//! `chancery convert`: documents into another format.

use crate::arguments::Convert;
use crate::output::{Status, say_aside};
use crate::progress::{Seen, Watch};
use crate::senseless;
use crate::tally::{many, nothing, rest};
use office::convert::{Settings, Summary};
use std::time::Duration;

/// Converts, shows how far it is, and sums up.
pub(crate) fn run(arguments: &Convert) -> anyhow::Result<Status> {
    senseless::new_folder("--out", &arguments.out)?;
    if let Some(report) = &arguments.report {
        senseless::report(report, &arguments.out)?;
    }
    let settings = Settings {
        target: arguments.to.into(),
        out: arguments.out.clone(),
        report: arguments.report.clone(),
        jobs: jobs(arguments.jobs),
        limits: arguments.bounds.limits(),
    };
    let mut watch = Watch::of_files();
    let summary = office::convert::convert(&arguments.inputs, &settings, &mut watch)?;
    let (time, seen) = watch.finish();
    say_aside(&sum_up(&summary, &seen, time));
    if !seen.any {
        say_aside(&nothing(&arguments.inputs));
        return Ok(Status::Unread);
    }
    Ok(status(&summary, arguments.strict))
}

/// As many threads as asked for, or as there are cores.
pub(crate) fn jobs(asked: Option<u16>) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    asked.map_or_else(cores, usize::from)
}

fn status(summary: &Summary, strict: bool) -> Status {
    if summary.failures > 0 {
        Status::Unread
    } else if strict && summary.errors > 0 {
        Status::Findings
    } else {
        Status::Fine
    }
}

fn sum_up(summary: &Summary, seen: &Seen, time: Duration) -> String {
    let Summary {
        documents,
        outputs,
        failures,
        skipped,
        words,
        bytes,
        ..
    } = summary;
    let seconds = time.as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a rate is shown with one digit")]
    let rate = *bytes as f64 / 1e6 / seconds.max(0.001);
    format!(
        "{}, {}; {}; {}, {} not in the output{}; {seconds:.1} s, {rate:.1} MB/s",
        many(*documents, "document"),
        many(*outputs, "file"),
        seen.findings,
        many(words.source, "word"),
        words.lost,
        rest(*skipped, *failures),
    )
}
