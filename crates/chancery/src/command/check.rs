//! `chancery check`: documents against rules and schemas.

use crate::arguments::{Check, Format};
use crate::command::convert::jobs;
use crate::command::schema;
use crate::output::{Status, say, say_aside};
use model::{Finding, Severity};
use office::checking::{self, Checked, Settings};
use office::input::Limits;

/// Checks, and writes what was found to standard output.
pub(crate) fn run(arguments: &Check) -> anyhow::Result<Status> {
    let schemas = match &arguments.schema {
        Some(name) => Some(schema::library()?.open(name)?),
        None => None,
    };
    let settings = Settings {
        profile: checking::profile(arguments.profile.as_deref())?,
        schemas,
        jobs: jobs(arguments.jobs),
        limits: Limits::default(),
    };
    let mut tally = Tally::default();
    let mut kept = Vec::new();
    checking::check(&arguments.inputs, &settings, |checked| {
        tally.add(&checked);
        match arguments.format {
            Format::Sarif => {
                kept.push((checked.place, with_error(checked.findings, checked.error)));
            }
            Format::Text | Format::Json => show(
                arguments.format,
                &checked.place,
                &with_error(checked.findings, checked.error),
            ),
        }
    })?;
    if matches!(arguments.format, Format::Sarif) {
        let mut out = String::new();
        let written = check::report::sarif(&sources(&kept), &mut out);
        written.expect("a text takes all that is written");
        say(out.trim_end());
    }
    say_aside(&tally.to_string());
    Ok(tally.status())
}

/// A document that could not be read is a finding for the tools that read reports.
fn with_error(mut findings: Vec<Finding>, error: Option<office::report::Failure>) -> Vec<Finding> {
    if let Some(error) = error {
        let finding = Finding::new("source/unreadable", Severity::Error, error.message);
        findings.push(finding.hint(error.remedy));
    }
    findings
}

fn sources(kept: &[(String, Vec<Finding>)]) -> Vec<check::report::Source<'_>> {
    kept.iter()
        .map(|(name, findings)| check::report::Source { name, findings })
        .collect()
}

fn show(format: Format, name: &str, findings: &[Finding]) {
    if findings.is_empty() {
        return;
    }
    let source = [check::report::Source { name, findings }];
    let mut out = String::new();
    let written = match format {
        Format::Json => check::report::json_lines(&source, &mut out),
        _ => check::report::text(&source, &mut out),
    };
    written.expect("a text takes all that is written");
    say(out.trim_end());
}

#[derive(Default)]
struct Tally {
    documents: u64,
    errors: u64,
    warnings: u64,
    infos: u64,
    unread: u64,
}

impl Tally {
    fn add(&mut self, checked: &Checked) {
        self.documents += 1;
        self.unread += u64::from(checked.error.is_some());
        for finding in &checked.findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
        }
    }

    fn status(&self) -> Status {
        if self.unread > 0 {
            Status::Unread
        } else if self.errors > 0 {
            Status::Findings
        } else {
            Status::Fine
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            documents,
            errors,
            warnings,
            infos,
            unread,
        } = self;
        write!(
            f,
            "{documents} documents: {errors} errors, {warnings} warnings, {infos} notes"
        )?;
        if *unread > 0 {
            write!(f, "; {unread} could not be read")?;
        }
        Ok(())
    }
}
