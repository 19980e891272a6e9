//! A listing that comes in parts: of the source, one sequence and one part are in memory.

use super::Reader;
use super::reader::Progress;
use crate::{Entry, Error, Format, Reading, sniff};
use model::{Finding, Record, Sequence, Severity, Span};
use std::borrow::Cow;
use xml::Lines;
use xml::encoding;
use xml::parts::Parts;
use xml::tree::Limits;

/// Reads a listing of any length from parts of it, each of which ends where a sequence ends.
///
/// Sequences are given to the caller one by one. What is no longer clear (it is not well-formed, or not cut as said)
/// is kept until the end and read as a tree, which recovers.
///
/// ```
/// use formats::st26::{Finished, Stream};
/// let mut stream = Stream::new(&formats::Limits::default());
/// let mut count = 0;
/// let part = b"<ST26SequenceListing><SequenceData sequenceIDNumber='1'></SequenceData>";
/// stream.push(part, &mut |_| count += 1)?;
/// let finished = stream.finish(b"</ST26SequenceListing>", &mut |_| count += 1)?;
/// assert!(matches!(finished, Finished::Listing(reading) if reading.entries.len() == 1));
/// assert_eq!(count, 1);
/// # Ok::<(), formats::Error>(())
/// ```
#[derive(Debug)]
pub struct Stream {
    limits: Limits,
    /// The name of the root, and its start tag; empty before the first part.
    root: (String, String),
    /// Where the next part begins.
    at: Span,
    progress: Progress,
    held: Held,
    encoding: Vec<Finding>,
    /// Parts that were not understood and are not told one by one.
    untold: usize,
}

/// What a stream was, at its end.
#[derive(Debug)]
pub enum Finished {
    /// The listing without its sequences, and what follows it.
    Listing(Box<Reading>),
    /// No sequence could be given: the bytes are to be read as a whole.
    Whole(Vec<u8>),
}

/// What is kept of the source.
#[derive(Debug)]
enum Held {
    Nothing,
    /// All from a place on that is not clear.
    Text(String),
    /// All from the start.
    Bytes(Vec<u8>),
}

/// At most so many parts that are not understood are told one by one.
const MOST: usize = 1000;

impl Stream {
    /// Stands before the first part; the limit of bytes is one of what must be kept.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let at = Span {
            line: 1,
            column: 1,
            ..Span::default()
        };
        Self {
            limits: *limits,
            root: (String::new(), String::new()),
            at,
            progress: Progress::default(),
            held: Held::Nothing,
            encoding: Vec::new(),
            untold: 0,
        }
    }

    /// Reads the next part; it ends behind the end tag of a sequence.
    ///
    /// # Errors
    ///
    /// When a limit is passed.
    pub fn push(&mut self, bytes: &[u8], take: &mut dyn FnMut(Sequence)) -> Result<(), Error> {
        self.part(bytes, false, take)
    }

    /// Reads the last part, up to the end of the document.
    ///
    /// # Errors
    ///
    /// When a limit is passed.
    pub fn finish(
        mut self,
        bytes: &[u8],
        take: &mut dyn FnMut(Sequence),
    ) -> Result<Finished, Error> {
        self.part(bytes, true, take)?;
        let mut after = String::new();
        match std::mem::replace(&mut self.held, Held::Nothing) {
            Held::Nothing => {}
            Held::Bytes(all) => return Ok(Finished::Whole(all)),
            Held::Text(text) => after = self.recover(&text, take)?,
        }
        let (ending, mut findings) = self.progress.finish();
        let length = ending.rest.map_or(0, |_| self.at.offset);
        let mut entry = Entry {
            words: ending.words,
            length,
            ..Entry::default()
        };
        entry.findings.append(&mut findings);
        entry.keep(Record::Listing(Box::new(ending.listing)));
        entry.findings.extend(untold(self.untold));
        let mut reading = Reading {
            entries: vec![entry],
        };
        if ending.rest.is_some() {
            crate::read::further(&mut reading, &after, self.at.offset, &self.limits)?;
        }
        reading.add(self.encoding);
        Ok(Finished::Listing(Box::new(reading)))
    }

    fn part(
        &mut self,
        bytes: &[u8],
        is_last: bool,
        take: &mut dyn FnMut(Sequence),
    ) -> Result<(), Error> {
        if let Held::Bytes(all) = &mut self.held {
            all.extend_from_slice(bytes);
            return within(all.len(), &self.limits);
        }
        let is_first = self.root.0.is_empty();
        let text = if is_first {
            let Some(text) = begins(bytes) else {
                return self.keep_whole(bytes);
            };
            let Some(parts) = Parts::of(text, &self.limits)? else {
                return self.keep_whole(bytes);
            };
            let name = xml::parts::name_of(parts.tag());
            self.root = (name.to_owned(), parts.tag().to_owned());
            Cow::Borrowed(text)
        } else {
            self.decode(bytes)
        };
        if let Held::Text(kept) = &mut self.held {
            kept.push_str(&text);
            return within(kept.len(), &self.limits);
        }
        let mut reader = if is_first {
            Reader::new(&text, &self.limits)?.of_part()
        } else {
            let parts = Parts::resume(&text, &self.root.0, &self.limits);
            let progress = std::mem::take(&mut self.progress);
            let lines = Lines::resume(&text, 0, self.at.clone());
            Reader::resume(&text, &self.limits, lines, progress).with_parts(parts)
        };
        while let Some(sequence) = reader.next_sequence()? {
            take(sequence);
        }
        let unclear = reader
            .unclear()
            .filter(|from| is_last || *from < text.len());
        self.at = reader.place_of(unclear.unwrap_or(text.len()));
        self.progress = reader.pause();
        if let Some(from) = unclear {
            self.held = Held::Text(text[from..].to_owned());
        }
        self.bound();
        Ok(())
    }

    fn keep_whole(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.held = Held::Bytes(bytes.to_vec());
        within(bytes.len(), &self.limits)
    }

    /// Reads what is not clear as a tree; gives what follows the root.
    fn recover(&mut self, text: &str, take: &mut dyn FnMut(Sequence)) -> Result<String, Error> {
        let tag = self.root.1.len();
        let mut source = std::mem::take(&mut self.root.1);
        source.push_str(text);
        let progress = std::mem::take(&mut self.progress);
        let lines = Lines::resume(&source, tag, self.at.clone());
        let mut reader = Reader::resume(&source, &self.limits, lines, progress).with_tree(tag);
        while let Some(sequence) = reader.next_sequence()? {
            take(sequence);
        }
        let rest = reader.rest().unwrap_or(source.len()).max(tag);
        self.at = reader.place_of(rest);
        self.progress = reader.pause();
        self.bound();
        Ok(source.split_off(rest))
    }

    /// The text of a part that is not the first.
    fn decode<'b>(&mut self, bytes: &'b [u8]) -> Cow<'b, str> {
        if let Some(text) = encoding::as_utf8(bytes) {
            return Cow::Borrowed(text);
        }
        let mut decoded = encoding::decode(bytes);
        for trouble in &mut decoded.trouble {
            trouble.offset += usize::try_from(self.at.offset).unwrap_or(0);
        }
        if self.encoding.len() < MOST {
            self.encoding
                .extend(crate::read::encoding_findings(&decoded));
        }
        decoded.text
    }

    /// Lets go of what would grow with the listing.
    fn bound(&mut self) {
        let unmapped = &mut self.progress.listing_mut().unmapped;
        self.untold += unmapped.len().saturating_sub(MOST);
        unmapped.truncate(MOST);
    }
}

/// The text of a first part, if it begins a listing in UTF-8.
fn begins(bytes: &[u8]) -> Option<&str> {
    let decoded = encoding::decode(bytes);
    let declared = decoded.declared.as_deref().unwrap_or("UTF-8");
    let Cow::Borrowed(text) = decoded.text else {
        return None;
    };
    let is_plain = decoded.trouble.is_empty() && declared.eq_ignore_ascii_case("UTF-8");
    (is_plain && sniff(text).format == Some(Format::St26)).then_some(text)
}

fn untold(count: usize) -> Option<Finding> {
    let message = format!(
        "{count} more parts are not understood; only the first {MOST} are told, for so long a listing is not kept whole"
    );
    (count > 0).then(|| Finding::new("source/unmapped", Severity::Warning, message))
}

fn within(bytes: usize, limits: &Limits) -> Result<(), Error> {
    let limit = limits.bytes;
    if bytes > limit {
        return Err(xml::Error::TooLarge { bytes, limit }.into());
    }
    Ok(())
}
