//! Documents into another format, one file each, with a report that accounts for every word.

use crate::error::Error;
use crate::input::{Document, Flow, Limits, Place};
use crate::pipeline::{self, Step};
use crate::report::{Failure, Line, Words};
use formats::{Entry, Target};
use model::{Finding, Severity};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// What is to be converted to what, and where it goes.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The format to write.
    pub target: Target,
    /// Folder for the files.
    pub out: PathBuf,
    /// File for the report.
    pub report: Option<PathBuf>,
    /// Threads that work.
    pub jobs: usize,
    /// Limits of the inputs.
    pub limits: Limits,
}

/// Someone who watches a run.
pub trait Observer {
    /// Bytes read so far, and how many there are if that is known.
    fn progress(&mut self, done: u64, total: Option<u64>);
    /// What became of a document.
    fn line(&mut self, line: &Line);
}

/// What a run came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Source documents that were read.
    pub documents: u64,
    /// Files that were written.
    pub outputs: u64,
    /// Files, entries or documents that could not be read.
    pub failures: u64,
    /// Files and entries that are no documents.
    pub skipped: u64,
    /// Documents with a finding at error level.
    pub errors: u64,
    /// Findings.
    pub findings: u64,
    /// Words of the sources, and those that are not in the outputs.
    pub words: Words,
    /// Bytes of the documents.
    pub bytes: u64,
}

/// A converted publication before it is written.
struct Made {
    line: Line,
    bytes: Vec<u8>,
    length: u64,
}

/// Converts all documents in `inputs`.
///
/// # Errors
///
/// When the folder or the report cannot be written. A document that cannot be read is a line of the report.
pub fn convert(
    inputs: &[String],
    settings: &Settings,
    observer: &mut dyn Observer,
) -> Result<Summary, Error> {
    let write = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::Write { path, source }
    };
    if let Some(report) = &settings.report
        && let Some(input) = inputs
            .iter()
            .find(|input| is_same_file(report, Path::new(input)))
    {
        return Err(Error::ReportIsInput { path: input.into() });
    }
    std::fs::create_dir_all(&settings.out).map_err(write(&settings.out))?;
    let report = match &settings.report {
        Some(path) => Some((
            path,
            BufWriter::new(File::create(path).map_err(write(path))?),
        )),
        None => None,
    };
    let mut sink = Sink {
        settings,
        report,
        names: BTreeMap::new(),
        summary: Summary::default(),
        failed: None,
    };
    let work = |document: &Document<'_>| make(document, settings.target);
    pipeline::run(inputs, &settings.limits, settings.jobs, &work, |step| {
        sink.take(step, observer)
    });
    if let Some(error) = sink.failed {
        return Err(error);
    }
    if let Some((path, mut report)) = sink.report {
        report.flush().map_err(write(path))?;
    }
    Ok(sink.summary)
}

/// Reads a document and writes each of its publications to memory.
fn make(document: &Document<'_>, target: Target) -> Vec<Made> {
    let place = document.place;
    let length = document.bytes.len() as u64;
    let read = match formats::read(document.bytes, &formats::Limits::default()) {
        Ok(read) => read,
        Err(error) => {
            let line = Line {
                error: Some(Failure::unread(place, &error)),
                ..Line::at(place)
            };
            return vec![Made {
                line,
                bytes: Vec::new(),
                length,
            }];
        }
    };
    let mut length = length;
    let made = read.reading.entries.iter().map(|entry| {
        let mut line = Line::at(place);
        line.offset += entry.offset;
        line.format = Some(read.format.as_str());
        line.version = (!read.version.is_empty()).then(|| read.version.to_string());
        let length = std::mem::take(&mut length);
        publication(place, entry, target, line, length)
    });
    made.collect()
}

fn publication(place: &Place, entry: &Entry, target: Target, mut line: Line, length: u64) -> Made {
    line.words.source = entry.words;
    line.say(place, &entry.findings);
    let mut bytes = Vec::new();
    if let Some(record) = &entry.record {
        let cost = formats::write(record, target, &mut bytes);
        line.document = record.name().map(|name| name.to_string());
        line.words.lost = cost.lost;
        line.say(place, &cost.findings);
        if line.document.is_none() {
            let unnamed = Finding::new(
                "source/no-number",
                Severity::Error,
                "the document gives no publication number; the file is named by its place",
            );
            line.say(
                place,
                &[unnamed.hint("ask the sender for a document with its number")],
            );
        }
    } else {
        line.words.lost = entry.words;
    }
    Made {
        line,
        bytes,
        length,
    }
}

/// Where results go: files, report, observer.
struct Sink<'s> {
    settings: &'s Settings,
    report: Option<(&'s PathBuf, BufWriter<File>)>,
    /// How often each name was used.
    names: BTreeMap<String, u32>,
    summary: Summary,
    failed: Option<Error>,
}

impl Sink<'_> {
    fn take(&mut self, step: Step<Vec<Made>>, observer: &mut dyn Observer) -> Flow {
        let result = match step {
            Step::Done(made) => self.done(made, observer),
            Step::Failed(problem) => self.report(Line::failed(&problem), observer),
            Step::Skipped(place, what) => match Line::skipped(&place, what) {
                Some(line) => self.report(line, observer),
                None => {
                    self.summary.skipped += 1;
                    Ok(())
                }
            },
            Step::Progress(done, total) => {
                observer.progress(done, total);
                Ok(())
            }
        };
        match result {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.failed = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    fn done(&mut self, made: Vec<Made>, observer: &mut dyn Observer) -> Result<(), Error> {
        for Made {
            mut line,
            bytes,
            length,
        } in made
        {
            self.summary.bytes += length;
            self.summary.documents += u64::from(line.error.is_none());
            if !bytes.is_empty() {
                self.write(&mut line, &bytes)?;
            }
            self.report(line, observer)?;
        }
        Ok(())
    }

    /// Writes the file of a document. A name that cannot be written fails this document, a full disk fails the run.
    fn write(&mut self, line: &mut Line, bytes: &[u8]) -> Result<(), Error> {
        let path = self.name(line);
        if is_same_file(&path, Path::new(&line.source)) {
            line.error = Some(Failure {
                message: format!(
                    "{} is the source itself; it was not overwritten",
                    path.display()
                ),
                line: 0,
                remedy: "name another folder with --out".to_owned(),
            });
            return Ok(());
        }
        match write_whole(&path, bytes) {
            Ok(()) => {
                line.output = Some(path.to_string_lossy().into_owned());
                self.summary.outputs += 1;
                Ok(())
            }
            Err(error) if is_of_the_name(&error) => {
                line.error = Some(Failure {
                    message: crate::report::chain(&error),
                    line: 0,
                    remedy: "name another folder with --out".to_owned(),
                });
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// The file for a document; a second document of one name gets a number, and a finding says so.
    fn name(&mut self, line: &mut Line) -> PathBuf {
        let base = file_name(line);
        let used = self.names.entry(base.clone()).or_insert(0);
        *used += 1;
        let extension = self.settings.target.extension();
        if *used == 1 {
            return self.settings.out.join(format!("{base}.{extension}"));
        }
        let file = format!("{base}~{used}.{extension}");
        let message = format!(
            "another document of this run is called {base} too; this one was written to {file}"
        );
        let finding = Finding::new("source/duplicate-number", Severity::Error, message)
            .hint("compare the two; if one corrects the other, keep the later");
        let place = Place {
            source: line.source.clone(),
            entry: line.entry.clone(),
            offset: line.offset,
            line: 1,
        };
        line.say(&place, &[finding]);
        self.settings.out.join(file)
    }

    fn report(&mut self, line: Line, observer: &mut dyn Observer) -> Result<(), Error> {
        self.summary.failures += u64::from(line.error.is_some());
        self.summary.errors += u64::from(line.has_errors());
        self.summary.findings += line.findings.len() as u64;
        self.summary.words.source += line.words.source;
        self.summary.words.lost += line.words.lost;
        if let Some((path, report)) = &mut self.report {
            let written = report
                .write_all(line.json().as_bytes())
                .and_then(|()| report.write_all(b"\n"));
            written.map_err(|source| Error::Write {
                path: path.clone(),
                source,
            })?;
        }
        observer.line(&line);
        Ok(())
    }
}

/// The name of a document as that of a file: not longer than file systems take, with a digest where it was cut.
fn file_name(line: &Line) -> String {
    const LONGEST: usize = 180;
    let Some(name) = &line.document else {
        return format!("unnamed-{}", line.offset);
    };
    if name.len() <= LONGEST {
        return name.clone();
    }
    let digest = store::Digest::of(name.as_bytes()).to_string();
    format!(
        "{}-{}",
        &name[..name.floor_char_boundary(LONGEST)],
        &digest[..12]
    )
}

/// Whether two paths name one existing file.
fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Whether writing failed for the name of the file, and not for the disk or the folder.
fn is_of_the_name(error: &Error) -> bool {
    use std::io::ErrorKind;
    let Error::Write { source, .. } = error else {
        return false;
    };
    matches!(
        source.kind(),
        ErrorKind::IsADirectory | ErrorKind::InvalidFilename | ErrorKind::NotADirectory
    )
}

/// Writes a file under another name first, so that it appears whole or not at all.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let part = path.with_added_extension("part");
    let written = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
    written.map_err(|source| {
        let _gone = std::fs::remove_file(&part);
        Error::Write {
            path: path.to_owned(),
            source,
        }
    })
}
