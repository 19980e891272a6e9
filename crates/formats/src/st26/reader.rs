//! The reader of sequence listings: part by part, with one sequence in memory at a time.

mod general;
mod place;
mod sequence;

use crate::Error;
use crate::reading::{Entry, Reading};
use model::{Finding, Record, Sequence, SequenceListing, Span, Unmapped};
use place::{Met, Place};
use std::collections::VecDeque;
use xml::Lines;
use xml::parts::{Parts, Step};
use xml::tree::{self, Element, Limits, Tree};

/// Goes through a listing, sequence by sequence.
///
/// ```
/// let text = "<ST26SequenceListing dtdVersion='V1_3'><SequenceTotalQuantity>1</SequenceTotalQuantity>\
///     <SequenceData sequenceIDNumber='1'/></ST26SequenceListing>";
/// let mut reader = formats::st26::Reader::new(text, &formats::Limits::default())?;
/// while let Some(sequence) = reader.next_sequence()? {
///     assert_eq!(sequence.number(), Some(1));
/// }
/// let ending = reader.finish()?;
/// assert_eq!(ending.listing.stated_total(), Some(1));
/// # Ok::<(), formats::Error>(())
/// ```
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    limits: Limits,
    parts: Option<Parts<'a>>,
    /// From where on the document is read as a whole, when parts do not do.
    whole: Option<usize>,
    place: Place<'a>,
    ending: Ending,
    waiting: VecDeque<Sequence>,
    /// Whether more of the document follows the text: what is not clear is left.
    is_part: bool,
    /// Words of what was read before the text.
    words: u64,
}

/// What a reader of one part of a document hands on to that of the next.
#[derive(Debug, Default)]
pub(super) struct Progress {
    ending: Ending,
    met: Met,
    findings: Vec<Finding>,
}

impl Progress {
    /// What the whole was, with the findings about its form.
    pub(super) fn finish(mut self) -> (Ending, Vec<Finding>) {
        let mut findings = std::mem::take(&mut self.ending.findings);
        findings.append(&mut self.findings);
        (self.ending, findings)
    }

    /// The listing as far as it was read.
    pub(super) fn listing_mut(&mut self) -> &mut SequenceListing {
        &mut self.ending.listing
    }
}

/// What a listing was beside its sequences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ending {
    /// The listing without its sequences: general information and what was not understood.
    pub listing: SequenceListing,
    /// What is wrong with the form of the source.
    pub findings: Vec<Finding>,
    /// Words of all text.
    pub words: u64,
    /// Where something follows the listing.
    pub rest: Option<usize>,
}

/// Reads a whole listing; gives where something follows it.
///
/// # Errors
///
/// When a limit is passed.
pub fn read(text: &str, limits: &Limits) -> Result<(Reading, Option<usize>), Error> {
    let mut reader = Reader::new(text, limits)?;
    let mut sequences = Vec::new();
    while let Some(sequence) = reader.next_sequence()? {
        sequences.push(sequence);
    }
    let Ending {
        mut listing,
        findings,
        words,
        rest,
    } = reader.finish()?;
    listing.sequences = sequences;
    let mut entry = Entry {
        words,
        findings,
        length: rest.unwrap_or(0) as u64,
        ..Entry::default()
    };
    entry.keep(Record::Listing(Box::new(listing)));
    let entries = vec![entry];
    Ok((Reading { entries }, rest))
}

impl<'a> Reader<'a> {
    /// Stands at the start of a listing.
    ///
    /// # Errors
    ///
    /// When a limit is passed.
    pub fn new(text: &'a str, limits: &Limits) -> Result<Self, Error> {
        let mut reader = Self {
            text,
            limits: *limits,
            parts: Parts::of(text, limits)?,
            whole: None,
            place: Place::new(Lines::new(text)),
            ending: Ending::default(),
            waiting: VecDeque::new(),
            is_part: false,
            words: 0,
        };
        let Some(parts) = &reader.parts else {
            reader.whole = Some(0);
            return Ok(reader);
        };
        let listing = &mut reader.ending.listing;
        general::declaration(parts.declaration(), listing);
        let (offset, doctype) = parts.doctype();
        general::doctype(
            doctype,
            reader.place.lines.span(offset, doctype.len()),
            listing,
        );
        let root = parts.root()?;
        reader.place.base = root.offset();
        if let Some(element) = root.tree().root() {
            general::root(&element, &mut reader.place, listing);
        }
        let left = root.unmapped("", &mut reader.place.lines);
        listing.unmapped.extend(left);
        Ok(reader)
    }

    /// What was read of the general information so far; all of it stands before the first sequence, as a rule.
    #[must_use]
    pub fn listing(&self) -> &SequenceListing {
        &self.ending.listing
    }

    /// The next sequence.
    ///
    /// # Errors
    ///
    /// When a limit is passed.
    pub fn next_sequence(&mut self) -> Result<Option<Sequence>, Error> {
        loop {
            if let Some(sequence) = self.waiting.pop_front() {
                return Ok(Some(sequence));
            }
            if let Some(from) = self.whole.take_if(|_| !self.is_part) {
                self.parts = None;
                self.rest_of_it(from)?;
                continue;
            }
            let Some(parts) = &mut self.parts else {
                return Ok(None);
            };
            match parts.step()? {
                Step::End => self.parts = None,
                Step::Unclear(from) => {
                    self.parts = None;
                    self.whole = Some(from);
                }
                Step::Part(part) => {
                    self.place.base = part.offset();
                    self.ending.words += part.tree().words();
                    if let Some(element) = part.tree().root() {
                        self.child(&element);
                    }
                    let root = self.ending.listing.origin.root.as_str();
                    let left = part.unmapped(root, &mut self.place.lines);
                    self.ending.listing.unmapped.extend(left);
                }
            }
        }
    }

    /// Reads on to the end, and gives all but the sequences.
    ///
    /// # Errors
    ///
    /// When a limit is passed.
    pub fn finish(mut self) -> Result<Ending, Error> {
        while self.next_sequence()?.is_some() {}
        self.ending.findings.append(&mut self.place.findings);
        Ok(self.ending)
    }

    /// Goes on in the next part of a document.
    pub(super) fn resume(
        text: &'a str,
        limits: &Limits,
        lines: Lines<'a>,
        progress: Progress,
    ) -> Self {
        let words = progress.ending.words;
        Self {
            text,
            limits: *limits,
            parts: None,
            whole: None,
            place: Place::resume(lines, progress.met, progress.findings),
            ending: progress.ending,
            waiting: VecDeque::new(),
            is_part: true,
            words,
        }
    }

    /// Takes the text as parts of the root.
    pub(super) fn with_parts(mut self, parts: Parts<'a>) -> Self {
        self.parts = Some(parts);
        self
    }

    /// Takes the text from `from` on as a tree.
    pub(super) fn with_tree(mut self, from: usize) -> Self {
        self.whole = Some(from);
        self.is_part = false;
        self
    }

    /// Leaves what is not clear to others.
    pub(super) fn of_part(mut self) -> Self {
        self.is_part = true;
        self
    }

    /// From where on the text was not clear.
    pub(super) fn unclear(&self) -> Option<usize> {
        self.whole
    }

    /// Where something follows the listing.
    pub(super) fn rest(&self) -> Option<usize> {
        self.ending.rest
    }

    /// The place of an offset in the text.
    pub(super) fn place_of(&mut self, offset: usize) -> Span {
        self.place.lines.span(offset, 0)
    }

    /// What the reader of the next part needs.
    pub(super) fn pause(mut self) -> Progress {
        Progress {
            met: self.place.met(),
            findings: std::mem::take(&mut self.place.findings),
            ending: self.ending,
        }
    }

    /// A child of the root.
    fn child(&mut self, element: &Element<'_, 'a>) {
        if element.name() == "SequenceData" {
            self.place.follows(element, names::LISTING);
            let sequence = sequence::sequence(element, &mut self.place);
            self.waiting.push_back(sequence);
        } else {
            general::child(element, &mut self.place, &mut self.ending.listing);
            // An element that was never closed holds what should follow it.
            for inner in element
                .inner()
                .filter(|inner| names::LISTING.contains(&inner.name()))
            {
                self.child(&inner);
            }
        }
    }

    /// Reads what begins at `from` out of the tree of the whole document, which recovers what is not well-formed.
    fn rest_of_it(&mut self, from: usize) -> Result<(), Error> {
        let tree = tree::parse(self.text, &self.limits)?;
        self.place.base = 0;
        let Some(root) = tree.root() else {
            return Ok(());
        };
        if from == 0 {
            let listing = &mut self.ending.listing;
            general::declaration(declaration(self.text), listing);
            let raw = tree.doctype();
            let offset = if raw.is_empty() {
                0
            } else {
                raw.as_ptr() as usize - self.text.as_ptr() as usize
            };
            general::doctype(raw, self.place.lines.span(offset, raw.len()), listing);
            general::root(&root, &mut self.place, listing);
        } else {
            root.other_attributes().for_each(drop);
        }
        for element in root.elements() {
            if element.offset() >= from {
                self.child(&element);
            }
        }
        let is_left = |part: &Unmapped| part.span.offset >= from as u64;
        for mut part in tree.unmapped().into_iter().filter(is_left) {
            part.span = self.respan(&part.span);
            self.ending.listing.unmapped.push(part);
        }
        self.ending.words = self.words + tree.words();
        self.ending.rest = tree.rest();
        self.troubles(&tree);
        Ok(())
    }

    /// A place in the text as one in the document.
    fn respan(&mut self, span: &Span) -> Span {
        let count = |number| usize::try_from(number).unwrap_or(usize::MAX);
        self.place
            .lines
            .span(count(span.offset), count(span.length))
    }

    fn troubles(&mut self, tree: &Tree<'_>) {
        self.ending.listing.origin.recovered = !tree.is_well_formed();
        let mut entry = Entry::default();
        entry.troubles(tree);
        for finding in &mut entry.findings {
            finding.span = self.respan(&finding.span);
        }
        self.ending.findings.append(&mut entry.findings);
    }
}

/// The XML declaration at the start of a text.
fn declaration(text: &str) -> &str {
    let start = text.trim_ascii_start();
    match start.find("?>") {
        Some(end) if start.starts_with("<?xml") => &start[..end],
        _ => "",
    }
}

use super::names;
