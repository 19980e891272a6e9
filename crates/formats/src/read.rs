//! From bytes to records, whatever the format.

use crate::sniff::known;
use crate::{
    Entry, Error, Format, Reading, cnipa, docdb, dpma, epfull, greenbook, jpo, json, native, odp,
    ops, pap, patdoc, redbook, sniff, st25, st26, st36, st96, st97, xml4ip,
};
use model::{Finding, Severity, Span};
use xml::encoding::{self, Decoded};
use xml::tree::{self, Limits};

/// A document that was read: what it is, and what was understood.
#[derive(Clone, Debug)]
pub struct Document {
    /// The format.
    pub format: Format,
    /// Version as the document gives it, shortened.
    pub version: model::Str,
    /// What its reader gave.
    pub reading: Reading,
}

/// Reads one document of any known format.
///
/// # Errors
///
/// When the bytes are in no known format or a limit is passed; what is wrong within a document is a finding.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let decoded = encoding::decode(bytes);
    let sniffed = sniff(&decoded.text);
    let Some(format) = sniffed.format else {
        if let (Some(what), Some(remedy)) = (sniffed.trouble, sniffed.remedy) {
            let what = known::told(what, &decoded.text);
            return Err(Error::NoRecord { what, remedy });
        }
        let what = sniffed.trouble.unwrap_or("nothing is known of it");
        let what = if sniffed.root.is_empty() {
            what.to_owned()
        } else {
            format!("{what}: <{}>", shortened(&sniffed.root))
        };
        return Err(Error::Unknown { what });
    };
    let mut reading = match format {
        Format::Native => native_reading(decoded.text.as_bytes())?,
        _ => all(&decoded.text, format, limits)?,
    };
    let is_answer = matches!(
        format,
        Format::Ops | Format::OpsJson | Format::Odp | Format::OdpXml | Format::Dpma
    );
    if is_answer && reading.entries.iter().all(|entry| entry.record.is_none()) {
        let (what, remedy) = known::answer(format, &decoded.text);
        return Err(Error::NoRecord { what, remedy });
    }
    reading.add(encoding_findings(&decoded));
    Ok(Document {
        format,
        version: sniffed.version,
        reading,
    })
}

/// The start of a name that may be of any length.
fn shortened(name: &str) -> &str {
    const LONG: usize = 100;
    &name[..name.floor_char_boundary(LONG.min(name.len()))]
}

/// Reads a text, and what follows its root element as further documents.
fn all(text: &str, format: Format, limits: &Limits) -> Result<Reading, Error> {
    let (mut reading, rest) = one(text, format, limits)?;
    if let Some(start) = rest {
        further(&mut reading, &text[start..], start as u64, limits)?;
    }
    Ok(reading)
}

/// Reads documents that follow another one, from this byte of the whole on.
pub(crate) fn further(
    reading: &mut Reading,
    text: &str,
    offset: u64,
    limits: &Limits,
) -> Result<(), Error> {
    let mut start = 0;
    loop {
        let base = offset + start as u64;
        let Some(format) = sniff(&text[start..])
            .format
            .filter(|format| *format != Format::Native)
        else {
            let start = &text[start..];
            reading.entries.push(Entry::left(start, base));
            return Ok(());
        };
        let (next, rest) = one(&text[start..], format, limits)?;
        reading
            .entries
            .extend(next.entries.into_iter().map(|mut entry| {
                entry.offset += base;
                entry
            }));
        let Some(rest) = rest else { return Ok(()) };
        start += rest;
    }
}

/// Reads one document; gives where the next one begins, if there is one.
fn one(text: &str, format: Format, limits: &Limits) -> Result<(Reading, Option<usize>), Error> {
    if format == Format::St25 {
        return Ok((st25::read(text), None));
    }
    if format == Format::St26 {
        return st26::read(text, limits);
    }
    let mended = format.is_json().then(|| json::mended(text)).flatten();
    let text = mended.as_ref().map_or(text, |(text, _)| text.as_str());
    let mut tree = match format {
        Format::OpsJson => json::parse_marked(text, limits)?,
        _ if format.is_json() => json::parse(text, limits)?,
        Format::Greenbook => greenbook::parse(text, limits)?,
        Format::Patdoc => tree::parse_as(text, patdoc::EMPTY, limits)?,
        _ => tree::parse(text, limits)?,
    };
    let mut reading = match format {
        Format::Patdoc => patdoc::read(&tree),
        Format::Pap => pap::read(&tree),
        Format::Greenbook => greenbook::read(&tree),
        Format::Xml4ip => xml4ip::read(&tree),
        Format::RedBook => redbook::read(&tree),
        Format::EpFull => epfull::read(&tree),
        Format::St36 => st36::read(&mut tree),
        Format::Jpo => jpo::read(&mut tree),
        Format::Cnipa => cnipa::read(&mut tree),
        Format::St96 => st96::read(&tree),
        Format::St97 => st97::read(&tree, text, limits)?,
        Format::Companion if holds_sequences(&tree) => redbook::companion::read(text, &tree),
        Format::Ops | Format::OpsJson => ops::read(&tree),
        Format::Odp | Format::OdpXml => odp::read(&tree),
        Format::Dpma => dpma::read(&tree),
        Format::Companion => Reading::companion(&tree),
        _ => docdb::read(&tree),
    };
    if let Some((_, count)) = mended {
        reading.add(vec![halves(count)]);
    }
    if let (Some(end), [entry]) = (tree.rest(), reading.entries.as_mut_slice()) {
        entry.length = end as u64;
    }
    Ok((reading, tree.rest()))
}

/// Escapes in JSON that are half a character.
fn halves(count: usize) -> Finding {
    let message = format!("{count} escapes are half a character each; U+FFFD was read for them");
    Finding::new("json/character", Severity::Error, message)
        .hint("ask the sender for well-formed JSON")
}

fn holds_sequences(tree: &tree::Tree<'_>) -> bool {
    let root = tree.root();
    root.is_some_and(|root| redbook::SEQUENCES.contains(&root.name()))
}

fn native_reading(bytes: &[u8]) -> Result<Reading, Error> {
    let record = Some(native::decode(bytes)?);
    Ok(Reading {
        entries: vec![Entry {
            record,
            ..Entry::default()
        }],
    })
}

/// What is wrong with the encoding of a document.
pub(crate) fn encoding_findings(decoded: &Decoded<'_>) -> Vec<Finding> {
    let finding = |trouble: &encoding::Trouble| {
        let place = Span {
            offset: trouble.offset as u64,
            ..Span::default()
        };
        Finding::new("xml/encoding", Severity::Warning, trouble.what.to_string())
            .within(place)
            .hint("ask the sender which encoding the file is in, and to declare it")
    };
    decoded.trouble.iter().map(finding).collect()
}
