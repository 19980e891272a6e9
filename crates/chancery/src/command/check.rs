//! `chancery check`: documents against rules and schemas.

use crate::arguments::{Check, Format};
use crate::command::convert::jobs;
use crate::command::schema;
use crate::output::{Status, say, say_aside};
use crate::senseless::{self, Senseless};
use crate::tally::{self, many, nothing};
use model::{Finding, Severity};
use office::checking::{self, Checked, Settings};
use office::report::Failure;
use std::io::IsTerminal;

/// Checks, and writes what was found to standard output.
pub(crate) fn run(arguments: &Check) -> anyhow::Result<Status> {
    senseless::profile(arguments.profile.as_deref())?;
    let schemas = match &arguments.schema {
        Some(name) => Some(schemas(name)?),
        None => None,
    };
    let settings = Settings {
        profile: checking::profile(arguments.profile.as_deref())?,
        schemas,
        jobs: jobs(arguments.jobs),
        limits: arguments.bounds.limits(),
    };
    let mut tally = Tally::default();
    let mut kept = Vec::new();
    checking::check(&arguments.inputs, &settings, |checked| {
        tally.add(&checked);
        if let Some(Failure {
            message, remedy, ..
        }) = &checked.error
        {
            say_aside(&format!("{message}; {remedy}"));
        }
        match arguments.format {
            Format::Sarif => {
                kept.push((checked.place, with_error(checked.findings, checked.error)));
            }
            // On a terminal it was just said.
            Format::Text if checked.error.is_some() && std::io::stdout().is_terminal() => {
                show(Format::Text, &checked.place, &checked.findings);
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
    if tally.documents == 0 {
        say_aside(&nothing(&arguments.inputs));
        return Ok(Status::Unread);
    }
    Ok(tally.status())
}

/// The schema set of a name; without any set, the remedy is to add one.
fn schemas(name: &str) -> anyhow::Result<check::schema::Schemas> {
    let library = schema::library()?;
    if library.list()?.is_empty() {
        let message = format!(
            "there is no schema set '{name}', for none was added yet; add it with `chancery schema add {name} DIR`"
        );
        return Err(Senseless(message).into());
    }
    Ok(library.open(name)?)
}

/// A document that could not be read is a finding for the tools that read reports.
fn with_error(mut findings: Vec<Finding>, error: Option<Failure>) -> Vec<Finding> {
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
    findings: tally::Tally,
    unread: u64,
}

impl Tally {
    fn add(&mut self, checked: &Checked) {
        self.documents += 1;
        self.unread += u64::from(checked.error.is_some());
        for finding in &checked.findings {
            match finding.severity {
                Severity::Error => self.findings.errors += 1,
                Severity::Warning => self.findings.warnings += 1,
                Severity::Info => self.findings.notes += 1,
            }
        }
    }

    fn status(&self) -> Status {
        if self.unread > 0 {
            Status::Unread
        } else if self.findings.errors > 0 {
            Status::Findings
        } else {
            Status::Fine
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let documents = many(self.documents, "document");
        write!(f, "{documents}: {}", self.findings)?;
        if self.unread > 0 {
            write!(f, "; {} could not be read", self.unread)?;
        }
        Ok(())
    }
}
