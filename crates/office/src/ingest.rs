//! Documents onto the roll: read, checked, enrolled with their drawings, a batch at a time.

use crate::error::Error;
use crate::input::{Document, Flow, Limits, Place};
use crate::pipeline::{self, Step};
use crate::report::{Failure, Line};
use check::Profile;
use formats::Entry;
use model::{Component, Finding, Record, SequenceListing, Severity};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use store::{Attached, Batch, Enrolled, Enrolment, Label, Origin, Store};
use tokio::runtime::Runtime;

/// What is to be enrolled where.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The data folder of the register.
    pub data: PathBuf,
    /// Threads that read and check.
    pub jobs: usize,
    /// Limits of the inputs.
    pub limits: Limits,
    /// What the findings of rules weigh.
    pub profile: Profile,
}

/// What a run came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Documents that are new.
    pub enrolled: u64,
    /// Documents that got a new version.
    pub corrected: u64,
    /// Documents that were there already.
    pub known: u64,
    /// Files, entries or documents that could not be read.
    pub failures: u64,
    /// Files and entries that are no documents.
    pub skipped: u64,
    /// Drawings and other files enrolled with documents.
    pub attachments: u64,
    /// Findings of the documents.
    pub findings: u64,
    /// Bytes of the documents.
    pub bytes: u64,
    /// Inputs that were enrolled whole before, and were not read again.
    pub inputs_known: u64,
}

/// What a batch holds at most before it is committed.
const BATCH_DOCUMENTS: u64 = 200;
/// Bytes of sources after which a batch is committed.
const BATCH_BYTES: u64 = 16 << 20;

/// A publication that is ready to be enrolled.
struct Ready {
    line: Line,
    enrolment: Option<Box<Enrolment>>,
    findings: Vec<Finding>,
    bytes: u64,
}

/// Enrols all documents in `inputs`.
///
/// A batch is on the roll whole or not at all; what was committed stays when a later document fails. The same
/// document enrols nothing twice, so a run that was ended can be started again.
///
/// # Errors
///
/// When the data folder cannot be written. A document that cannot be read is a line for the observer.
pub fn ingest(
    inputs: &[String],
    settings: &Settings,
    observer: &mut dyn crate::convert::Observer,
) -> Result<Summary, Error> {
    let runtime = runtime()?;
    // What the store gives back when it is dropped, it gives back within the runtime.
    let _within = runtime.enter();
    let store = runtime
        .block_on(Store::open(&settings.data))
        .map_err(Error::from)?;
    let lock = runtime.block_on(store.lock()).map_err(Error::from)?;
    let mut sink = Sink {
        runtime: &runtime,
        store: &store,
        batch: None,
        pending: (0, 0),
        summary: Summary::default(),
        failed: None,
    };
    let inputs = sink.unknown(inputs);
    let work = |document: &Document<'_>| make(document, settings);
    pipeline::run(&inputs, &settings.limits, settings.jobs, &work, |step| {
        sink.take(step, observer)
    });
    if let Some(error) = sink.failed {
        return Err(error);
    }
    sink.commit()?;
    sink.remember(&inputs)?;
    let summary = sink.summary;
    drop(lock);
    runtime.block_on(store.close());
    Ok(summary)
}

/// A runtime for the store; the work itself is on plain threads.
pub(crate) fn runtime() -> Result<Runtime, Error> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|source| Error::Runtime { source })
}

/// Reads a document, checks each of its publications, and collects their drawings.
fn make(document: &Document<'_>, settings: &Settings) -> Vec<Ready> {
    let profile = &settings.profile;
    let place = document.place;
    let bytes = document.bytes.len() as u64;
    let read = match crate::convert::read(document, &settings.limits) {
        Ok(read) => read,
        Err(line) => {
            return vec![Ready {
                line: *line,
                enrolment: None,
                findings: Vec::new(),
                bytes,
            }];
        }
    };
    // Offsets count characters of the text that was read: they are bytes of the source only in UTF-8.
    let single = read.reading.entries.len() == 1 || std::str::from_utf8(document.bytes).is_err();
    let mut left = bytes;
    let entries = read.reading.entries.into_iter().map(|entry| {
        let mut line = Line::at(place);
        line.offset += entry.offset;
        line.format = Some(read.format.as_str());
        line.version = (!read.version.is_empty()).then(|| read.version.to_string());
        line.words.source = entry.words;
        let bytes = std::mem::take(&mut left);
        let source = if single {
            document.bytes
        } else {
            part(document.bytes, &entry)
        };
        Ready {
            bytes,
            ..ready(document, entry, source, profile, line)
        }
    });
    entries.collect()
}

/// The bytes of one publication of several in a document: from its start tag to the next one's, or to the end.
fn part<'d>(bytes: &'d [u8], entry: &Entry) -> &'d [u8] {
    let start = usize::try_from(entry.offset).unwrap_or(0).min(bytes.len());
    let length = match entry.length {
        0 => usize::MAX,
        length => usize::try_from(length).unwrap_or(usize::MAX),
    };
    &bytes[start..bytes.len().min(start.saturating_add(length))]
}

/// Checks one publication and makes it ready to be enrolled; `source` is its part of the document.
fn ready(
    document: &Document<'_>,
    entry: Entry,
    source: &[u8],
    profile: &Profile,
    mut line: Line,
) -> Ready {
    let place = document.place;
    let Some(record) = &entry.record else {
        line.say(place, &entry.findings);
        return Ready {
            line,
            enrolment: None,
            findings: Vec::new(),
            bytes: 0,
        };
    };
    let mut findings = entry.findings;
    let attachments = drawings(document, record, &mut findings);
    let names: Vec<String> = attachments.iter().map(|file| file.name.clone()).collect();
    let package = (!names.is_empty()).then_some(names.as_slice());
    findings.extend(check::run(record, package, profile).findings);
    line.say(place, &findings);
    line.document = record.name().map(|name| name.to_string());
    let Some(key) = line.document.clone() else {
        line.error = Some(Failure {
            message: format!("cannot enrol {place}: it gives no publication number"),
            line: place.line,
            remedy: "ask the sender for a document with its number".to_owned(),
        });
        return Ready {
            line,
            enrolment: None,
            findings,
            bytes: 0,
        };
    };
    let origin = Origin {
        format: line.format.unwrap_or_default().to_owned(),
        version: line.version.clone().unwrap_or_default(),
        path: place.source.clone(),
        entry: place.entry.clone(),
        offset: line.offset,
    };
    let enrolment = Enrolment {
        label: label(key, record),
        origin,
        source: source.trim_ascii_end().to_vec(),
        record: formats::native::encode(record),
        findings: Vec::new(),
        finding_count: 0,
        attachments,
    };
    Ready {
        line,
        enrolment: Some(Box::new(enrolment)),
        findings,
        bytes: 0,
    }
}

/// What lists show of a document.
fn label(key: String, record: &Record) -> Label {
    let patent = match record {
        Record::Patent(patent) => patent,
        Record::Listing(listing) => return listing_label(key, listing),
        Record::Component(component) => return component_label(key, component),
    };
    let id = patent.document();
    let title = patent.title(&patent.language);
    let text = title
        .map(|title| model::text::plain(&title.content))
        .unwrap_or_default();
    Label {
        key,
        right: "patent".to_owned(),
        office: patent.office.to_string(),
        number: id.map(|id| id.unpadded().to_string()).unwrap_or_default(),
        kind: id.map(|id| id.kind.to_string()).unwrap_or_default(),
        published: patent.date().and_then(model::Date::iso),
        title: text.split_whitespace().collect::<Vec<_>>().join(" "),
        language: title
            .map(|title| title.language.to_lowercase().to_string())
            .unwrap_or_default(),
    }
}

/// What lists show of a sequence listing.
/// What lists show of a document that is kept as it was read.
fn component_label(key: String, component: &Component) -> Label {
    Label {
        key,
        right: component
            .root
            .name
            .split(':')
            .next()
            .unwrap_or_default()
            .to_owned(),
        number: component.name().unwrap_or_default().to_string(),
        ..Label::default()
    }
}

fn listing_label(key: String, listing: &SequenceListing) -> Label {
    let id = listing
        .application
        .as_ref()
        .map(|listed| listed.document())
        .unwrap_or_default();
    let title = listing.title("en");
    let words = title.map(|title| title.text.split_whitespace().collect::<Vec<_>>().join(" "));
    Label {
        key,
        right: "listing".to_owned(),
        office: id.office.to_string(),
        number: id.number.to_string(),
        kind: String::new(),
        published: listing.produced().iso(),
        title: words.unwrap_or_default(),
        language: title
            .and_then(|title| title.language.as_ref())
            .map(|language| language.to_lowercase().to_string())
            .unwrap_or_default(),
    }
}

/// The files beside the document that its record names.
fn drawings(
    document: &Document<'_>,
    record: &Record,
    findings: &mut Vec<Finding>,
) -> Vec<Attached> {
    let mut found = Vec::new();
    let Some(patent) = record.patent() else {
        return found;
    };
    for name in patent.files() {
        match document.siblings.read(name) {
            Some(Ok(bytes)) => found.push(Attached {
                name: name.to_owned(),
                media_type: media_type(name, &bytes).to_owned(),
                bytes,
            }),
            Some(Err(problem)) if is_unreachable(&problem) => return found,
            Some(Err(problem)) => findings.push(
                Finding::new(
                    "package/unreadable",
                    Severity::Error,
                    format!(
                        "the file {name} of the package cannot be read: {}",
                        problem.cause
                    ),
                )
                .hint(problem.remedy()),
            ),
            None => {}
        }
    }
    found
}

/// Whether files beside the document can be reached at all: in a stream they have gone by.
fn is_unreachable(problem: &crate::input::Problem) -> bool {
    matches!(problem.cause, crate::input::Cause::OneWay)
}

/// The media type by content, else by the ending of the name.
fn media_type(name: &str, bytes: &[u8]) -> &'static str {
    match bytes {
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => "image/tiff",
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [b'G', b'I', b'F', b'8', ..] => "image/gif",
        [b'%', b'P', b'D', b'F', ..] => "application/pdf",
        _ => match name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_ascii_lowercase())
            .as_deref()
        {
            Some("xml") => "application/xml",
            Some("txt") => "text/plain",
            Some("mol") => "chemical/x-mdl-molfile",
            Some("cdx") => "chemical/x-cdx",
            _ => "application/octet-stream",
        },
    }
}

/// Where publications go: the batch that is open.
struct Sink<'s> {
    runtime: &'s Runtime,
    store: &'s Store,
    batch: Option<Batch>,
    /// Documents and bytes in the batch.
    pending: (u64, u64),
    summary: Summary,
    failed: Option<Error>,
}

impl Sink<'_> {
    fn take(
        &mut self,
        step: Step<Vec<Ready>>,
        observer: &mut dyn crate::convert::Observer,
    ) -> Flow {
        match step {
            Step::Done(all) => {
                for one in all {
                    if let Err(error) = self.one(one, observer) {
                        self.failed = Some(error);
                        return ControlFlow::Break(());
                    }
                }
            }
            Step::Failed(problem) => {
                self.summary.failures += 1;
                observer.line(&Line::failed(&problem));
            }
            Step::Skipped(place, what) => match Line::skipped(&place, what) {
                Some(line) => {
                    self.summary.failures += 1;
                    observer.line(&line);
                }
                None => self.summary.skipped += 1,
            },
            Step::Progress(done, total) => observer.progress(done, total),
        }
        ControlFlow::Continue(())
    }

    fn one(
        &mut self,
        ready: Ready,
        observer: &mut dyn crate::convert::Observer,
    ) -> Result<(), Error> {
        let Ready {
            mut line,
            enrolment,
            findings,
            bytes,
        } = ready;
        self.summary.bytes += bytes;
        self.summary.failures += u64::from(line.error.is_some());
        self.summary.findings += line.findings.len() as u64;
        if let Some(enrolment) = enrolment {
            self.enrol(*enrolment, findings, &mut line)?;
        }
        observer.line(&line);
        Ok(())
    }

    fn enrol(
        &mut self,
        mut enrolment: Enrolment,
        mut findings: Vec<Finding>,
        line: &mut Line,
    ) -> Result<(), Error> {
        let size = enrolment.source.len() as u64;
        let files = enrolment.attachments.len() as u64;
        let key = enrolment.label.key.clone();
        let digest = store::Digest::of(&enrolment.source);
        if self.batch.is_none() {
            self.batch = Some(self.runtime.block_on(self.store.begin())?);
        }
        let batch = self.batch.as_mut().expect("it was just opened");
        let before = self.runtime.block_on(batch.current(&key))?;
        if let Some((act, _)) = before.filter(|(_, known)| *known != digest) {
            let message = format!(
                "{key} was enrolled by act {act} from another source; this is a new version of it"
            );
            let finding = Finding::new("source/duplicate-number", Severity::Warning, message)
                .hint("compare the two versions; the later one is shown");
            let place = Place {
                source: line.source.clone(),
                entry: line.entry.clone(),
                offset: line.offset,
                line: 1,
            };
            line.say(&place, std::slice::from_ref(&finding));
            findings.push(finding);
        }
        enrolment.findings = formats::native::encode_findings(&findings);
        enrolment.finding_count = u32::try_from(findings.len()).unwrap_or(u32::MAX);
        match self.runtime.block_on(batch.enrol(enrolment))? {
            Enrolled::New(_) => self.summary.enrolled += 1,
            Enrolled::Corrected { .. } => self.summary.corrected += 1,
            Enrolled::Already(_) => {
                self.summary.known += 1;
                return Ok(());
            }
        }
        self.summary.attachments += files;
        self.pending.0 += 1;
        self.pending.1 += size;
        if self.pending.0 >= BATCH_DOCUMENTS || self.pending.1 >= BATCH_BYTES {
            self.commit()?;
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), Error> {
        self.pending = (0, 0);
        if let Some(batch) = self.batch.take() {
            self.runtime.block_on(batch.commit())?;
        }
        Ok(())
    }

    /// The inputs that were not enrolled whole before.
    fn unknown(&mut self, inputs: &[String]) -> Vec<String> {
        let mut out = Vec::new();
        for input in inputs {
            let known = digest(Path::new(input))
                .and_then(|digest| self.runtime.block_on(self.store.source_done(&digest)).ok())
                .flatten();
            if known.is_some() {
                self.summary.inputs_known += 1;
            } else {
                out.push(input.clone());
            }
        }
        out
    }

    /// Remembers archives that were enrolled whole, so that they need not be read again.
    fn remember(&mut self, inputs: &[String]) -> Result<(), Error> {
        if self.summary.failures > 0 {
            return Ok(());
        }
        for input in inputs {
            if let Some(digest) = digest(Path::new(input)) {
                let mut batch = self.runtime.block_on(self.store.begin())?;
                let documents = self.summary.enrolled + self.summary.corrected + self.summary.known;
                self.runtime
                    .block_on(batch.mark_source_done(&digest, input, documents))?;
                self.runtime.block_on(batch.commit())?;
            }
        }
        Ok(())
    }
}

/// The digest of an archive; other files are read anyway, for drawings may have come beside them.
fn digest(path: &Path) -> Option<store::Digest> {
    use std::io::Read;
    let mut file = std::fs::File::open(path).ok()?;
    let mut start = [0; 4];
    file.read_exact(&mut start).ok()?;
    let is_archive = start.starts_with(b"PK\x03\x04") || start.starts_with(&[0x1f, 0x8b]);
    if !is_archive {
        return None;
    }
    store::Digest::of_reader(start.as_slice().chain(file)).ok()
}
