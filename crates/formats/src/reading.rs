//! What every reader gives: the record, what is to be said of it, and how many words it had.

use model::{Finding, Patent, Record, Severity, Str};
use xml::tree::{Tree, Trouble};

/// A source document as its reader understood it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The records; a DOCDB file may hold several publications.
    pub records: Vec<Record>,
    /// What is wrong with the source, or was not understood.
    pub findings: Vec<Finding>,
    /// Words of all text in the source.
    pub words: u64,
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
    /// It is a document which belongs to another and holds no publication of its own.
    #[error("<{root}> is a companion of a publication, not a publication")]
    Companion {
        /// The root element.
        root: String,
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
        let mut reading = Self {
            words: tree.words(),
            ..Self::default()
        };
        reading.troubles(tree);
        patent.origin.recovered = !tree.is_well_formed();
        patent.unmapped.extend(tree.unmapped());
        reading.unmapped(&patent);
        reading.records.push(Record::Patent(Box::new(patent)));
        reading
    }

    /// Says what the source is not well-formed by.
    pub(crate) fn troubles(&mut self, tree: &Tree<'_>) {
        for trouble in tree.troubles() {
            self.findings.push(trouble_finding(tree, trouble));
        }
    }

    /// Says what was not understood.
    pub(crate) fn unmapped(&mut self, patent: &Patent) {
        for part in &patent.unmapped {
            let message = format!("{} is not understood; it is kept as it stands", part.path);
            let severity = if part.text.is_empty() {
                Severity::Info
            } else {
                Severity::Warning
            };
            self.findings.push(
                Finding::new("source/unmapped", severity, message)
                    .at(part.path.clone())
                    .within(part.span.clone())
                    .about(if part.text.is_empty() {
                        Str::default()
                    } else {
                        part.text.clone()
                    }),
            );
        }
    }
}

fn trouble_finding(tree: &Tree<'_>, trouble: &Trouble) -> Finding {
    let severity = if trouble.fatal_in_xml {
        Severity::Error
    } else {
        Severity::Warning
    };
    let rule = format!("xml/{}", trouble.kind);
    Finding::new(rule, severity, trouble.message.as_str())
        .within(tree.span(trouble.offset, 0))
        .hint(trouble.hint)
}
