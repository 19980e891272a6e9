//! `chancery ingest`: documents onto the roll of a register.

use crate::arguments::Ingest;
use crate::command::convert::jobs;
use crate::output::{Status, say_aside};
use crate::progress::{Seen, Watch};
use crate::senseless;
use crate::tally::{many, nothing, rest};
use office::ingest::{Settings, Summary};

/// Enrols, shows how far it is, and sums up.
pub(crate) fn run(arguments: &Ingest) -> anyhow::Result<Status> {
    senseless::new_folder("--data", &arguments.data)?;
    senseless::profile(arguments.profile.as_deref())?;
    let settings = Settings {
        data: arguments.data.clone(),
        jobs: jobs(arguments.jobs),
        limits: arguments.bounds.limits(),
        profile: office::checking::profile(arguments.profile.as_deref())?,
    };
    let mut watch = Watch::new();
    let summary = office::ingest::ingest(&arguments.inputs, &settings, &mut watch)?;
    let (time, seen) = watch.finish();
    say_aside(&sum_up(&summary, &seen, time.as_secs_f64()));
    if !seen.any && summary.inputs_known == 0 {
        say_aside(&nothing(&arguments.inputs));
        return Ok(Status::Unread);
    }
    Ok(if summary.failures > 0 {
        Status::Unread
    } else {
        Status::Fine
    })
}

fn sum_up(summary: &Summary, seen: &Seen, seconds: f64) -> String {
    let Summary {
        enrolled,
        corrected,
        known,
        failures,
        skipped,
        attachments,
        inputs_known,
        ..
    } = summary;
    let mut out = format!(
        "{} enrolled, {}, {known} known already; {}; {}{}; {seconds:.1} s",
        many(*enrolled, "document"),
        many(*corrected, "new version"),
        many(*attachments, "attachment"),
        seen.findings,
        rest(*skipped, *failures),
    );
    if *inputs_known > 0 {
        let were = if *inputs_known == 1 { "was" } else { "were" };
        out.push_str(&format!(
            "; {} {were} enrolled whole before",
            many(*inputs_known, "input")
        ));
    }
    out
}
