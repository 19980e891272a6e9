//! `chancery ingest`: documents onto the roll of a register.

use crate::arguments::Ingest;
use crate::command::convert::jobs;
use crate::output::{Status, say_aside};
use crate::progress::Watch;
use office::ingest::{Settings, Summary};
use office::input::Limits;

/// Enrols, shows how far it is, and sums up.
pub(crate) fn run(arguments: &Ingest) -> anyhow::Result<Status> {
    let settings = Settings {
        data: arguments.data.clone(),
        jobs: jobs(arguments.jobs),
        limits: Limits::default(),
        profile: office::checking::profile(arguments.profile.as_deref())?,
    };
    let mut watch = Watch::new();
    let summary = office::ingest::ingest(&arguments.inputs, &settings, &mut watch)?;
    let seconds = watch.finish().as_secs_f64();
    say_aside(&sum_up(&summary, seconds));
    Ok(if summary.failures > 0 {
        Status::Unread
    } else {
        Status::Fine
    })
}

fn sum_up(summary: &Summary, seconds: f64) -> String {
    let Summary {
        enrolled,
        corrected,
        known,
        failures,
        skipped,
        attachments,
        findings,
        ..
    } = summary;
    let mut out = format!(
        "{enrolled} documents enrolled, {corrected} new versions, {known} known already; {attachments} drawings and \
         files, {findings} findings; {skipped} other files, {failures} failures; {seconds:.1} s"
    );
    if summary.inputs_known > 0 {
        out.push_str(&format!(
            "; {} inputs were enrolled whole before",
            summary.inputs_known
        ));
    }
    out
}
