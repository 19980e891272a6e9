//! What every reader gives: records, what is to be said of each, and how many words it had.

use model::{Finding, Patent, Record, Severity, Span, Unmapped};
use std::ops::Range;
use xml::tree::{Element, Tree, Trouble};

/// A source document as its reader understood it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The publications; most documents hold one, a DOCDB file may hold several.
    pub entries: Vec<Entry>,
}

/// A publication in a source document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The record; `None` for a companion, which holds no publication of its own.
    pub record: Option<Record>,
    /// What is wrong with the source, or was not understood.
    pub findings: Vec<Finding>,
    /// Words of all text in the source.
    pub words: u64,
    /// Byte offset within the document.
    pub offset: u64,
    /// Bytes that the publication takes; 0 when it takes the whole document.
    pub length: u64,
}

/// Why a source gave no record at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A limit was passed.
    #[error("the document could not be read")]
    Xml(#[from] xml::Error),
    /// It is in no format that is known here.
    #[error("{what}; this is no format that is read here")]
    Unknown {
        /// What was found instead.
        what: String,
    },
    /// It is known what it is, and that it holds no record.
    #[error("this is {what}; no record can be made of it")]
    NoRecord {
        /// What it is.
        what: String,
        /// What to do.
        remedy: &'static str,
    },
    /// An encoded record does not hold what it should.
    #[error("the encoded record is damaged or newer than this program: {message}")]
    Native {
        /// What does not fit.
        message: String,
    },
}

/// A publication with the words and the range of bytes that it takes.
pub(crate) struct Found {
    pub(crate) patent: Patent,
    pub(crate) words: u64,
    pub(crate) bytes: Range<u64>,
}

impl Found {
    /// A publication that an element holds.
    pub(crate) fn at(element: &Element<'_, '_>, patent: Patent) -> Self {
        let start = element.offset() as u64;
        Self {
            patent,
            words: element.words(),
            bytes: start..start + element.source().len() as u64,
        }
    }
}

impl Reading {
    /// A reading of one patent, with what `tree` tells: troubles, and all that was not taken.
    pub(crate) fn of(tree: &Tree<'_>, mut patent: Patent) -> Self {
        patent.origin.recovered = !tree.is_well_formed();
        patent.unmapped.extend(tree.unmapped());
        let mut entry = Entry {
            words: tree.words(),
            ..Entry::default()
        };
        entry.troubles(tree);
        entry.keep(Record::Patent(Box::new(patent)));
        Self {
            entries: vec![entry],
        }
    }

    /// A reading of several publications in one document, in the source's order; what stands in none of them, and
    /// the troubles of the document, are said with the first.
    pub(crate) fn of_several(tree: &Tree<'_>, found: Vec<Found>) -> Self {
        let rest = tree.unmapped();
        if found.is_empty() {
            return Self {
                entries: vec![Entry::without_record(tree, &rest)],
            };
        }
        let starts: Vec<u64> = found.iter().map(|one| one.bytes.start).collect();
        let mut parts: Vec<Vec<Unmapped>> = vec![Vec::new(); found.len()];
        for part in rest {
            let after = starts.partition_point(|start| *start <= part.span.offset);
            let own = after.checked_sub(1).filter(|index| {
                let bytes: &Range<u64> = &found[*index].bytes;
                bytes.contains(&part.span.offset)
            });
            parts[own.unwrap_or(0)].push(part);
        }
        let inside: u64 = found.iter().map(|one| one.words).sum();
        let mut entries = Vec::with_capacity(found.len());
        for (mut one, part) in found.into_iter().zip(parts) {
            one.patent.origin.recovered = !tree.is_well_formed();
            one.patent.unmapped = part;
            let mut entry = Entry {
                words: one.words,
                offset: one.bytes.start,
                length: one.bytes.end - one.bytes.start,
                ..Entry::default()
            };
            if entries.is_empty() {
                entry.words += tree.words().saturating_sub(inside);
                entry.troubles(tree);
            }
            entry.keep(Record::Patent(Box::new(one.patent)));
            entries.push(entry);
        }
        Self { entries }
    }

    /// A reading of a companion: its words stand in a finding.
    pub(crate) fn companion(tree: &Tree<'_>) -> Self {
        let mut entry = Entry {
            words: tree.words(),
            ..Entry::default()
        };
        entry.troubles(tree);
        if let Some(root) = tree.root() {
            let name = root.name();
            let message = format!(
                "<{name}> belongs to a publication and holds none itself; no record was made of it"
            );
            let mut text = root.text().into_owned();
            let values = attribute_values(root);
            for value in &values {
                text.push(' ');
                text.push_str(value);
            }
            let text = model::text::line(&text);
            entry.findings.push(
                Finding::new("source/companion", Severity::Warning, message)
                    .at(name)
                    .about(text)
                    .within(tree.span(root.offset(), 0)),
            );
        }
        Self {
            entries: vec![entry],
        }
    }

    /// Says that the document came in another notation, whose tree knows what was not taken of it.
    pub(crate) fn came_from(&mut self, tree: &Tree<'_>, format: &'static str) {
        let Some(entry) = self.entries.first_mut() else {
            return;
        };
        entry.words = tree.words();
        entry.troubles(tree);
        let unmapped = tree.unmapped();
        entry.unmapped(&unmapped);
        let origin = match &mut entry.record {
            Some(Record::Patent(patent)) => {
                patent.unmapped.extend(unmapped);
                &mut patent.origin
            }
            Some(Record::Component(component)) => {
                component.unmapped.extend(unmapped);
                &mut component.origin
            }
            _ => return,
        };
        origin.format = format.into();
        origin.recovered |= !tree.is_well_formed();
    }

    /// Adds findings to the first entry.
    pub(crate) fn add(&mut self, findings: Vec<Finding>) {
        if let Some(first) = self.entries.first_mut() {
            first.findings.extend(findings);
        }
    }
}

/// The values of all attributes of an element and of those inside.
fn attribute_values<'t>(root: Element<'t, '_>) -> Vec<&'t str> {
    let mut values = Vec::new();
    let mut waiting = vec![root];
    while let Some(element) = waiting.pop() {
        values.extend(element.other_attributes().map(|(_, value)| value));
        let children: Vec<_> = element.elements().collect();
        waiting.extend(children.into_iter().rev());
    }
    values
}

impl Entry {
    /// What follows a document and is no document itself: its words stand in a finding.
    pub(crate) fn left(text: &str, offset: u64) -> Self {
        let words = xml::tree::parse(text, &xml::tree::Limits::default());
        let said = words
            .ok()
            .and_then(|tree| tree.root().map(|root| root.text().into_owned()));
        let said = said.unwrap_or_else(|| text.to_owned());
        let message = "what follows the document is in no known format; no record was made of it";
        let finding = Finding::new("source/left-over", Severity::Error, message)
            .about(model::text::line(&said))
            .hint("cut the file into one document each");
        Self {
            words: model::text::words(&said),
            findings: vec![finding],
            offset,
            ..Self::default()
        }
    }

    /// A document of a known format that holds no publication: all its parts are said.
    pub(crate) fn without_record(tree: &Tree<'_>, parts: &[Unmapped]) -> Self {
        let mut entry = Self {
            words: tree.words(),
            ..Self::default()
        };
        entry.troubles(tree);
        entry.unmapped(parts);
        entry
    }

    fn unmapped(&mut self, parts: &[Unmapped]) {
        for part in parts {
            let message = format!("{} is not understood; it is kept as it stands", part.path);
            let severity = if part.text.is_empty() {
                Severity::Info
            } else {
                Severity::Warning
            };
            let value = part
                .attributes
                .iter()
                .map(|attribute| attribute.value.as_str());
            let text = [part.text.as_str()].into_iter().chain(value);
            self.findings.push(
                Finding::new("source/unmapped", severity, message)
                    .at(part.path.clone())
                    .within(part.span.clone())
                    .about(text.collect::<Vec<_>>().join(" ").trim()),
            );
        }
    }

    /// A document that a record other than a patent was made of.
    pub(crate) fn of(tree: &Tree<'_>, record: Record) -> Self {
        let mut entry = Self {
            words: tree.words(),
            ..Self::default()
        };
        entry.troubles(tree);
        entry.unmapped(record.unmapped());
        entry.record = Some(record);
        entry
    }

    /// Keeps the record, and says what of it was not understood.
    pub(crate) fn keep(&mut self, record: Record) {
        self.unmapped(record.unmapped());
        self.record = Some(record);
    }

    /// Says what the source is not well-formed by.
    pub(crate) fn troubles(&mut self, tree: &Tree<'_>) {
        for trouble in tree.troubles() {
            self.findings
                .push(trouble_finding(tree.span(trouble.offset, 0), trouble));
        }
    }
}

fn trouble_finding(span: Span, trouble: &Trouble) -> Finding {
    let severity = if trouble.is_fatal {
        Severity::Error
    } else {
        Severity::Warning
    };
    let rule = if trouble.kind.contains('/') {
        trouble.kind.to_owned()
    } else {
        format!("xml/{}", trouble.kind)
    };
    Finding::new(rule, severity, trouble.message.as_str())
        .within(span)
        .hint(trouble.hint)
}
