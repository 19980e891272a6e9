//! What every reader gives: records, what is to be said of each, and how many words it had.

use model::{Finding, Patent, Record, Severity, Span, Unmapped};
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
    /// An encoded record does not hold what it should.
    #[error("the encoded record is damaged or newer than this program: {message}")]
    Native {
        /// What does not fit.
        message: String,
    },
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
        entry.keep(patent);
        Self {
            entries: vec![entry],
        }
    }

    /// A reading of several publications in one document, each with its words and the range of bytes that it takes.
    /// What was not understood goes to the publication in which it stands, or to the first.
    pub(crate) fn of_several(
        tree: &Tree<'_>,
        found: Vec<(Patent, u64, std::ops::Range<u64>)>,
    ) -> Self {
        let (own, outside): (Vec<_>, Vec<_>) = tree.unmapped().into_iter().partition(|part| {
            let after = found.partition_point(|(_, _, bytes)| bytes.start <= part.span.offset);
            let before = after.checked_sub(1).map(|index| &found[index].2);
            before.is_some_and(|bytes| bytes.contains(&part.span.offset))
        });
        let mut own = own.into_iter().peekable();
        let mut outside = Some(outside);
        let mut entries = Vec::with_capacity(found.len());
        for (mut patent, words, bytes) in found {
            while let Some(part) = own.next_if(|part| bytes.contains(&part.span.offset)) {
                patent.unmapped.push(part);
            }
            patent.origin.recovered = !tree.is_well_formed();
            let mut entry = Entry {
                words,
                offset: bytes.start,
                length: bytes.end - bytes.start,
                ..Entry::default()
            };
            if let Some(outside) = outside.take() {
                entry.troubles(tree);
                patent.unmapped.extend(outside);
            }
            entry.keep(patent);
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
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
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
    pub(crate) fn left(text: &str, offset: usize) -> Self {
        let words = xml::tree::parse(text, &xml::tree::Limits::default());
        let said = words
            .ok()
            .and_then(|tree| tree.root().map(|root| root.text().into_owned()));
        let said = said.unwrap_or_else(|| text.to_owned());
        let message = "what follows the document is in no known format; no record was made of it";
        let finding = Finding::new("source/left-over", Severity::Error, message)
            .about(said.split_whitespace().collect::<Vec<_>>().join(" "))
            .hint("cut the file into one document each");
        Self {
            words: model::text::words(&said),
            findings: vec![finding],
            offset: offset as u64,
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
    pub(crate) fn keep(&mut self, patent: Patent) {
        self.unmapped(&patent.unmapped);
        self.record = Some(Record::Patent(Box::new(patent)));
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
