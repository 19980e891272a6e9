//! Documents against the rules, and against the official schemas.

use crate::error::Error;
use crate::input::{Document, Limits, Place};
use crate::pipeline::{self, Step, TakeParts, Work};
use crate::report::Failure;
use check::Profile;
use check::schema::{Schemas, Session, Validator, document};
use formats::Entry;
use model::{Finding, Record, Severity};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

mod listings;

use listings::Listings;

/// What documents are checked against.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the findings of rules weigh.
    pub profile: Profile,
    /// Schemas, if the documents are to be validated too.
    pub schemas: Option<Schemas>,
    /// Threads that work.
    pub jobs: usize,
    /// Limits of the inputs.
    pub limits: Limits,
}

/// What was found in one document.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Where the document is: file, entry, line.
    pub place: String,
    /// The document's name, when it gives its number.
    pub document: Option<String>,
    /// What was found; lines are counted from the start of the file.
    pub findings: Vec<Finding>,
    /// Why it could not be read.
    pub error: Option<Failure>,
}

/// Reads a profile from a file; the default one without a file.
///
/// # Errors
///
/// When the file cannot be read or names rules that do not exist.
pub fn profile(path: Option<&Path>) -> Result<Profile, Error> {
    let Some(path) = path else {
        return Ok(Profile::default());
    };
    let text = std::fs::read_to_string(path).map_err(|source| Error::Read {
        path: path.to_owned(),
        source,
    })?;
    Profile::parse(&text).map_err(|source| Error::Profile {
        path: path.to_owned(),
        source,
    })
}

/// Checks all documents in `inputs`, and gives what was found to `take`, in order.
///
/// # Errors
///
/// When a schema cannot be compiled. What is wrong with a document is a finding.
pub fn check(
    inputs: &[String],
    settings: &Settings,
    mut take: impl FnMut(Checked),
) -> Result<(), Error> {
    let mut failed = None;
    let whole = |document: &Document<'_>| examine(document, settings);
    let mut listings = Listings::new(settings);
    let mut parts = |document: &Document<'_>, part| listings.part(document, part);
    // A schema is asked about whole documents.
    let is_in_parts = settings.schemas.is_none();
    let work = Work {
        document: &whole,
        parts: is_in_parts.then_some(&mut parts as &mut TakeParts<'_, _>),
    };
    let (limits, jobs) = (&settings.limits, settings.jobs);
    pipeline::run_in_parts(inputs, limits, jobs, work, |step| {
        match step {
            Step::Done(Ok(all)) => all.into_iter().for_each(&mut take),
            Step::Done(Err(error)) => {
                failed = Some(error);
                return ControlFlow::Break(());
            }
            Step::Failed(problem) => take(Checked {
                place: problem.place.to_string(),
                error: crate::report::Line::failed(&problem).error,
                ..Checked::default()
            }),
            Step::Skipped(place, what) => {
                if let Some(line) = crate::report::Line::skipped(&place, what) {
                    let place = place.to_string();
                    take(Checked {
                        place,
                        error: line.error,
                        ..Checked::default()
                    });
                }
            }
            Step::Progress(..) => {}
        }
        ControlFlow::Continue(())
    });
    failed.map_or(Ok(()), Err)
}

fn examine(document: &Document<'_>, settings: &Settings) -> Result<Vec<Checked>, Error> {
    let place = document.place;
    let against_schema = match &settings.schemas {
        Some(schemas) => validate(document.bytes, schemas)?,
        None => Vec::new(),
    };
    let read = match formats::read(document.bytes, &settings.limits.of_document()) {
        Ok(read) => read,
        // A document of another format can still be validated against its schema.
        Err(formats::Error::Unknown { .. })
            if settings.schemas.is_some()
                && document::root(&document::text(document.bytes)).is_some() =>
        {
            let findings = moved(against_schema, place);
            return Ok(vec![Checked {
                place: place.to_string(),
                findings,
                ..Checked::default()
            }]);
        }
        Err(error) => return Ok(vec![unread(place, &error)]),
    };
    let mut entries = read.reading.entries;
    if let Some(first) = entries.first_mut() {
        first.findings.extend(against_schema);
    }
    let entries = entries.into_iter();
    Ok(entries.map(|one| entry(one, document, settings)).collect())
}

/// Checks one of the records of a document.
fn entry(entry: Entry, document: &Document<'_>, settings: &Settings) -> Checked {
    let mut findings = entry.findings;
    if let Some(record) = &entry.record {
        let package = package(document, record);
        let report = check::run(record, package.as_deref(), &settings.profile);
        check::listing::leave_to_rules(&mut findings, &report.findings);
        findings.extend(report.findings);
    }
    checked(findings, entry.record.as_ref(), document.place, settings)
}

/// What was found in a record, weighed, with its places in the file.
fn checked(
    mut findings: Vec<Finding>,
    record: Option<&Record>,
    place: &Place,
    settings: &Settings,
) -> Checked {
    settings.profile.apply(&mut findings);
    let name = record.and_then(Record::name);
    Checked {
        place: place.to_string(),
        document: name.map(|name| name.to_string()),
        findings: moved(findings, place),
        error: None,
    }
}

/// A document that could not be read.
fn unread(place: &Place, error: &formats::Error) -> Checked {
    Checked {
        place: place.to_string(),
        error: Some(Failure::unread(place, error)),
        ..Checked::default()
    }
}

/// Findings with lines counted from the start of the file.
fn moved(mut findings: Vec<Finding>, place: &Place) -> Vec<Finding> {
    for finding in &mut findings {
        if finding.span.line > 0 {
            finding.span.line += place.line.saturating_sub(1);
        }
    }
    findings
}

/// The files of the package that the record names, or `None` when there is none beside it.
fn package(document: &Document<'_>, record: &Record) -> Option<Vec<String>> {
    let patent = record.patent()?;
    let there = |name: &&str| matches!(document.siblings.read(name), Some(Ok(_)));
    let found: Vec<String> = patent
        .files()
        .into_iter()
        .filter(there)
        .map(str::to_owned)
        .collect();
    (!found.is_empty()).then_some(found)
}

thread_local! {
    /// Compiled schemas of this thread, by their entry file. A session borrows its schema, which is kept for good:
    /// there are as many as the set has entry files in use, times the threads.
    static SESSIONS: RefCell<BTreeMap<String, Session<'static>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Validates a document against the schema of its root element.
fn validate(bytes: &[u8], schemas: &Schemas) -> Result<Vec<Finding>, Error> {
    let text = document::text(bytes);
    let Some((namespace, local)) = document::root(&text) else {
        return Ok(vec![unknown(
            "the document has no root element that could be looked up",
        )]);
    };
    let Some(entry) = schemas.entry(&namespace, &local) else {
        let message = format!(
            "no schema of the set declares the element {local} of {namespace:?}; a source of another format is \
             converted first"
        );
        return Ok(vec![unknown(&message)]);
    };
    SESSIONS.with_borrow_mut(|sessions| {
        if !sessions.contains_key(entry) {
            let validator: &'static Validator = Box::leak(Box::new(schemas.compile(entry)?));
            sessions.insert(entry.to_owned(), validator.session());
        }
        let session = sessions.get_mut(entry).expect("it was just made");
        Ok(session.validate(&text))
    })
}

fn unknown(message: &str) -> Finding {
    Finding::new("schema/unknown-root", Severity::Error, message)
        .hint("add the schema set to which the document belongs")
}
