//! Documents into another format, one file each, with a report that accounts for every word.

mod name;

use self::name::Names;
use crate::error::Error;
use crate::input::{Document, Flow, Limits, Place};
use crate::pipeline::{self, Step};
use crate::report::{Failure, Line, Words};
use formats::{Entry, Target};
use model::{Finding, Severity};
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
    /// What the file of a second document is called beside the first.
    second: Option<&'static str>,
}

/// Converts all documents in `inputs`.
///
/// A run may write into the folder of an earlier one. A file of the same name is replaced, and with it go the files
/// `NAME~2`, `NAME~3` of that run, so that what has the name of a document comes from one run only. All other files
/// stay; the report names those of this run. A file that is named as an input is never replaced, and nothing below a
/// folder that is an input is removed. A file that ends in `.part` is half, left by a run that was killed; it goes
/// when its document is converted again.
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
        names: Names::default(),
        inputs: inputs
            .iter()
            .filter_map(|input| Path::new(input).canonicalize().ok())
            .collect(),
        summary: Summary::default(),
        failed: None,
    };
    let work = |document: &Document<'_>| make(document, settings);
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

/// Reads a document, or makes the line that says why it cannot be read.
pub(crate) fn read(
    document: &Document<'_>,
    limits: &Limits,
) -> Result<formats::Document, Box<Line>> {
    let failed = |failure| {
        Box::new(Line {
            error: Some(failure),
            ..Line::at(document.place)
        })
    };
    if document.bytes.trim_ascii().is_empty() {
        return Err(failed(Failure::empty(document.place)));
    }
    formats::read(document.bytes, &limits.of_document())
        .map_err(|error| failed(Failure::unread(document.place, &error)))
}

/// Reads a document and writes each of its publications to memory.
fn make(document: &Document<'_>, settings: &Settings) -> Vec<Made> {
    let place = document.place;
    let length = document.bytes.len() as u64;
    let read = match read(document, &settings.limits) {
        Ok(read) => read,
        Err(line) => {
            return vec![Made {
                line: *line,
                bytes: Vec::new(),
                length,
                second: None,
            }];
        }
    };
    let mut length = length;
    let mut made = Vec::with_capacity(read.reading.entries.len());
    for entry in &read.reading.entries {
        let mut line = Line::at(place);
        line.offset += entry.offset;
        line.format = Some(read.format.as_str());
        line.version = (!read.version.is_empty()).then(|| read.version.to_string());
        let second = second(place, entry, settings.target, line.clone());
        let length = std::mem::take(&mut length);
        made.push(publication(place, entry, settings.target, line, length));
        made.extend(second);
    }
    made
}

/// Writes the second document that the format has for a publication, with a line of its own in the report.
fn second(place: &Place, entry: &Entry, target: Target, mut line: Line) -> Option<Made> {
    let record = entry.record.as_ref()?;
    let second = formats::write_second(record, target)?;
    line.document = record.name().map(|name| name.to_string());
    line.words.lost = second.cost.lost;
    line.say(place, &second.cost.findings);
    Some(Made {
        line,
        bytes: second.bytes,
        length: 0,
        second: Some(second.name),
    })
}

fn publication(place: &Place, entry: &Entry, target: Target, mut line: Line, length: u64) -> Made {
    line.words.source = entry.words;
    line.say(place, &entry.findings);
    let mut bytes = Vec::new();
    if let Some(record) = &entry.record {
        let cost = formats::write(record, target, &mut bytes);
        line.document = record.name().map(|name| name.to_string());
        line.words.lost = if bytes.is_empty() {
            entry.words
        } else {
            cost.lost
        };
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
        second: None,
    }
}

/// Where results go: files, report, observer.
struct Sink<'s> {
    settings: &'s Settings,
    report: Option<(&'s PathBuf, BufWriter<File>)>,
    names: Names,
    /// Where the inputs are, which must stay as they are.
    inputs: Vec<PathBuf>,
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
            second,
        } in made
        {
            self.summary.bytes += length;
            self.summary.documents += u64::from(line.error.is_none() && second.is_none());
            if !bytes.is_empty() {
                self.write(&mut line, &bytes, second)?;
            }
            self.report(line, observer)?;
        }
        Ok(())
    }

    /// Writes the file of a document. A name that cannot be written fails this document, a full disk fails the run.
    fn write(
        &mut self,
        line: &mut Line,
        bytes: &[u8],
        second: Option<&'static str>,
    ) -> Result<(), Error> {
        let name = name::of(line, second);
        let count = self.names.give(&name);
        let file = name::numbered(&name, count, self.settings.target.extension());
        let path = self.settings.out.join(&file);
        if count > 1 && line.document.is_some() && second.is_none() {
            say_duplicate(line, &name, &file);
        }
        if is_same_file(&path, Path::new(&line.source)) || self.is_input(&path) {
            line.error = Some(Failure {
                message: format!(
                    "{} is an input of this run; it was not overwritten",
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
                if count == 1 {
                    self.remove_numbered(&name)?;
                }
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

    /// Removes what an earlier run wrote to `NAME~2`, `NAME~3` and so on.
    fn remove_numbered(&self, name: &str) -> Result<(), Error> {
        for count in 2.. {
            let file = name::numbered(name, count, self.settings.target.extension());
            let path = self.settings.out.join(file);
            let half = path.with_added_extension("part");
            if !path.exists() && !half.exists() {
                break;
            }
            self.remove(&half)?;
            self.remove(&path)?;
        }
        Ok(())
    }

    /// Removes a file, unless it is not there or belongs to the inputs.
    fn remove(&self, path: &Path) -> Result<(), Error> {
        let Ok(real) = path.canonicalize() else {
            return Ok(());
        };
        if self.inputs.iter().any(|input| real.starts_with(input)) {
            return Ok(());
        }
        std::fs::remove_file(path).map_err(|source| Error::Write {
            path: path.to_owned(),
            source,
        })
    }

    /// Whether the user named this file as an input.
    fn is_input(&self, path: &Path) -> bool {
        path.canonicalize()
            .is_ok_and(|path| self.inputs.contains(&path))
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

/// Says that another document of the run has the same name.
fn say_duplicate(line: &mut Line, name: &str, file: &str) {
    let message = format!(
        "another document of this run is called {name} too, in capital or small letters; this one was written to {file}"
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
