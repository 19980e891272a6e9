//! Goes through files, folders and containers and hands over the documents in them.

use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::mem::take;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::archive::zip;
use super::folder::{Files, Found};
use super::guard::Budget;
use super::node::{Node, Origin, Pending};
use super::problem::{Cause, Problem};
use super::siblings::Folder;
use super::sniff::{HEAD, Kind, Order, sniff};
use super::source::{Counted, Meter, Source};
use super::split::{Gap, Part, Piece, Splitter, Wide};
use super::{Content, Document, Event, Flow, GO_ON, Limits, Place, Siblings, Tally};

/// How many bytes are consumed between two reports of progress.
const TICK: u64 = 1024 * 1024;

/// How many bytes of a stream are searched for a ZIP archive that begins behind other bytes.
const FRONT: usize = 1024 * 1024;

/// The name of standard input.
const STREAM: &str = "-";

/// A walk under way.
pub(crate) struct Walk<'a, V> {
    pub(crate) limits: Limits,
    visitor: &'a mut V,
    tally: Tally,
    budget: Rc<Budget>,
    /// The splitter's buffer, used again and again.
    spare: Vec<u8>,
    folder: Option<(PathBuf, Arc<dyn Siblings>)>,
    finished: u64,
    reported: u64,
    total: Option<u64>,
    /// Whether long sequence listings come in parts.
    in_parts: bool,
}

impl<'a, V: FnMut(Event<'_>) -> Flow> Walk<'a, V> {
    /// A walk that reports to `visitor`.
    pub(crate) fn new(limits: &Limits, visitor: &'a mut V) -> Self {
        Self {
            limits: limits.clone(),
            visitor,
            tally: Tally::default(),
            budget: Rc::default(),
            spare: Vec::new(),
            folder: None,
            finished: 0,
            reported: 0,
            total: None,
            in_parts: false,
        }
    }

    /// Hands over long sequence listings in parts.
    pub(crate) fn in_parts(mut self) -> Self {
        self.in_parts = true;
        self
    }

    /// Goes through all inputs.
    pub(crate) fn run(mut self, inputs: &[&Path], stream: &mut dyn Read) -> Tally {
        self.total = total(inputs);
        let flow = inputs
            .iter()
            .try_for_each(|input| self.input(input, stream));
        let flow = if flow.is_continue() {
            self.report(self.finished)
        } else {
            flow
        };
        self.tally.stopped = flow.is_break();
        self.tally
    }

    /// The budget of the current input.
    pub(crate) fn budget(&self) -> Rc<Budget> {
        Rc::clone(&self.budget)
    }

    /// Reports that something could not be read.
    pub(crate) fn fail(&mut self, node: &Node, cause: Cause) -> Flow {
        self.fail_at(node.place(), cause)
    }

    /// Reports that something is not a document.
    pub(crate) fn skip(&mut self, node: &Node, what: Content) -> Flow {
        self.tally.skipped += 1;
        (self.visitor)(Event::Skipped {
            place: node.place(),
            what,
        })
    }

    /// Reports progress if there is enough of it.
    pub(crate) fn tick(&mut self) -> Flow {
        let done = self.finished + self.budget.consumed();
        if done < self.reported + TICK {
            GO_ON
        } else {
            self.report(done)
        }
    }

    /// Reads a file or entry, whatever it is.
    pub(crate) fn enter(&mut self, node: &Node, mut origin: Origin<'_>) -> Flow {
        let file = match &origin {
            Origin::File(source) => Some(source.detached()),
            Origin::Stream(_) => None,
        };
        let reader: &mut dyn Read = match &mut origin {
            Origin::File(source) => source,
            Origin::Stream(reader) => reader,
        };
        let spare = take(&mut self.spare);
        let mut splitter = Splitter::new(reader, spare, self.limits.document_bytes);
        let head = splitter.head(HEAD);
        let mut kind = sniff(head, head.len() < HEAD);
        if matches!(kind, Kind::Other(Content::Text | Content::Binary)) {
            kind = match &file {
                Some(file) if zip::ends_as_archive(file) => Kind::Zip,
                None if zip::begins_within(splitter.head(FRONT)) => Kind::HiddenZip,
                _ => kind,
            };
        }
        let opaque = matches!(kind, Kind::Other(_) | Kind::Closed(_));
        if let Some(error) = opaque.then(|| splitter.take_pending()).flatten() {
            self.spare = splitter.into_buffer();
            let cause = self.budget.explain(node.inside, error);
            return self.fail(node, cause);
        }
        match kind {
            Kind::Xml => return self.split(node, splitter),
            Kind::Patents => {
                splitter.cut_patents();
                return self.split(node, splitter);
            }
            Kind::Other(content) if !node.named => {
                self.spare = splitter.into_buffer();
                return self.skip(node, content);
            }
            Kind::Whole | Kind::Other(_) => {
                splitter.keep_whole();
                return self.split(node, splitter);
            }
            Kind::Utf32 => {
                self.spare = splitter.into_buffer();
                return self.fail(node, Cause::Utf32);
            }
            Kind::Closed(name) => {
                self.spare = splitter.into_buffer();
                return self.fail(node, Cause::Container { name });
            }
            Kind::Zip | Kind::HiddenZip | Kind::Gzip | Kind::Tar | Kind::Utf16(_) => {}
        }
        let pending = Pending(splitter.take_pending());
        let (reader, buffer, filled) = splitter.into_parts();
        let head = buffer[..filled].to_vec();
        self.spare = buffer;
        let mut reader = Cursor::new(head).chain(pending).chain(reader);
        if let Kind::Utf16(order) = kind {
            return self.split_wide(node, &mut reader, order);
        }
        let limit = self.limits.archive_depth;
        if kind != Kind::HiddenZip && node.depth >= limit {
            return self.fail(node, Cause::TooDeep { limit });
        }
        match (kind, file) {
            (Kind::Tar, file) => self.tar(node, &mut reader, file),
            (Kind::Zip, None) => self.spooled_zip(node, &mut reader),
            (Kind::HiddenZip, _) => self.spooled(node, &mut reader),
            (Kind::Zip, Some(_)) => match origin {
                Origin::File(source) => self.zip(node, source),
                Origin::Stream(_) => GO_ON,
            },
            _ => self.gzip(node, &mut reader),
        }
    }

    fn split(&mut self, node: &Node, mut splitter: Splitter<&mut dyn Read>) -> Flow {
        splitter.cut_listings(self.in_parts);
        let flow = self.documents(node, &mut splitter);
        self.spare = splitter.into_buffer();
        flow
    }

    fn split_wide(&mut self, node: &Node, reader: &mut dyn Read, order: Order) -> Flow {
        let spare = take(&mut self.spare);
        let mut splitter = Wide::new(reader, order, spare, self.limits.document_bytes);
        let flow = self.documents(node, &mut splitter);
        self.spare = splitter.into_buffer();
        flow
    }

    fn documents(&mut self, node: &Node, pieces: &mut dyn Pieces) -> Flow {
        let mut place = node.place();
        let before = self.tally.documents + self.tally.failures;
        let mut flow = GO_ON;
        while flow.is_continue() {
            flow = match pieces.next() {
                Ok(Some(piece)) => {
                    if matches!(piece.part, Part::Whole | Part::First) {
                        (place.offset, place.line) = (piece.offset, piece.line);
                    }
                    self.document(&place, &piece, &node.siblings)
                }
                Ok(None) => break,
                Err(gap) => {
                    (place.offset, place.line) = (gap.offset, gap.line);
                    let limit = self.limits.document_bytes;
                    let cause = match gap.source {
                        Some(error) => self.budget.explain(node.inside, error),
                        None => Cause::DocumentTooLarge { limit },
                    };
                    self.fail_at(place.clone(), cause)
                }
            };
        }
        flow?;
        if self.tally.documents + self.tally.failures == before {
            return self.skip(node, Content::Blank);
        }
        GO_ON
    }

    fn document(&mut self, place: &Place, piece: &Piece<'_>, siblings: &Arc<dyn Siblings>) -> Flow {
        let Piece { bytes, part, .. } = *piece;
        let sum = self.tally.document_bytes + bytes.len() as u64;
        if let Some(limit) = self.limits.total_bytes.filter(|limit| sum > *limit) {
            self.fail_at(place.clone(), Cause::TotalBytes { limit })?;
            return ControlFlow::Break(());
        }
        self.tally.documents += u64::from(matches!(part, Part::Whole | Part::First));
        self.tally.document_bytes = sum;
        let document = Document {
            place,
            bytes,
            siblings,
        };
        (self.visitor)(match part {
            Part::Whole => Event::Document(document),
            _ => Event::Part(document, part),
        })?;
        self.tick()
    }

    fn fail_at(&mut self, place: Place, cause: Cause) -> Flow {
        self.tally.failures += 1;
        (self.visitor)(Event::Failure(Problem { place, cause }))
    }

    fn report(&mut self, done: u64) -> Flow {
        let done = self
            .total
            .map_or(done, |total| done.min(total))
            .max(self.reported);
        self.reported = done;
        (self.visitor)(Event::Progress {
            done,
            total: self.total,
        })
    }

    fn input(&mut self, input: &Path, stream: &mut dyn Read) -> Flow {
        if input == Path::new(STREAM) {
            return self.stream(input, stream);
        }
        let folder = input.is_dir();
        for found in Files::below(input) {
            match found {
                Found::File(path, length) => self.file(&path, length, !folder)?,
                Found::Special(path) if folder => {
                    self.skip(&Node::of_file(&path, false), Content::Special)?;
                }
                Found::Special(path) => match File::open(&path) {
                    Ok(mut stream) => self.stream(&path, &mut stream)?,
                    Err(source) => {
                        self.fail(&Node::of_file(&path, true), Cause::Open { source })?;
                    }
                },
                Found::Again(path) => {
                    self.skip(&Node::of_file(&path, false), Content::LinkedFolder)?;
                }
                Found::Closed(path, source) => {
                    self.fail(&Node::of_file(&path, false), Cause::Open { source })?;
                }
            }
        }
        GO_ON
    }

    fn stream(&mut self, path: &Path, stream: &mut dyn Read) -> Flow {
        let meter = Meter::default();
        self.budget = Rc::new(Budget::new(&self.limits, None, Meter::clone(&meter)));
        let node = Node::of_file(path, true);
        let flow = self.enter(&node, Origin::Stream(&mut Counted::new(stream, meter)));
        self.finished += self.budget.consumed();
        self.budget = Rc::default();
        flow
    }

    fn file(&mut self, path: &Path, length: u64, named: bool) -> Flow {
        let mut node = Node::of_file(path, named);
        let file = match File::open(path) {
            Ok(file) => file,
            Err(source) => return self.fail(&node, Cause::Open { source }),
        };
        node.siblings = self.folder_of(path);
        let meter = Meter::default();
        self.budget = Rc::new(Budget::new(
            &self.limits,
            Some(length),
            Meter::clone(&meter),
        ));
        let flow = self.enter(&node, Origin::File(Source::file(file, length, meter)));
        self.finished += length;
        self.budget = Rc::default();
        flow?;
        self.tick()
    }

    fn folder_of(&mut self, path: &Path) -> Arc<dyn Siblings> {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        if let Some((known, siblings)) = &self.folder
            && known == folder
        {
            return Arc::clone(siblings);
        }
        let siblings: Arc<dyn Siblings> = Arc::new(Folder::new(folder.to_owned(), &self.limits));
        self.folder = Some((folder.to_owned(), Arc::clone(&siblings)));
        siblings
    }
}

/// Documents that are cut from a stream one after the other.
trait Pieces {
    fn next(&mut self) -> Result<Option<Piece<'_>>, Gap>;
}

impl<R: Read> Pieces for Splitter<R> {
    fn next(&mut self) -> Result<Option<Piece<'_>>, Gap> {
        Self::next(self)
    }
}

impl<R: Read> Pieces for Wide<R> {
    fn next(&mut self) -> Result<Option<Piece<'_>>, Gap> {
        Self::next(self)
    }
}

/// How many bytes the inputs hold, unless a stream is among them.
fn total(inputs: &[&Path]) -> Option<u64> {
    let mut total = 0;
    for input in inputs {
        let is_stream = *input == Path::new(STREAM)
            || fs::metadata(input).is_ok_and(|found| !found.is_dir() && !found.is_file());
        if is_stream {
            return None;
        }
        for found in Files::below(input) {
            if let Found::File(_, length) = found {
                total += length;
            }
        }
    }
    Some(total)
}
