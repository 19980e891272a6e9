//! The report of a run: one line a document, as JSON.

use crate::input::{Content, Place, Problem};
use model::Finding;
use serde::Serialize;

/// What became of one source document.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Line {
    /// The input as the user named it, or the file in the folder that was named.
    pub source: String,
    /// Path in the archive, if there is one.
    pub entry: Option<String>,
    /// Byte offset of the document in its file or entry.
    pub offset: u64,
    /// Format, when it is known.
    pub format: Option<&'static str>,
    /// Version of the format.
    pub version: Option<String>,
    /// Name of the document.
    pub document: Option<String>,
    /// File that was written.
    pub output: Option<String>,
    /// Words of the source, and how many of them are not in the output.
    pub words: Words,
    /// What is to be said of it.
    pub findings: Vec<Said>,
    /// Why it could not be read or written.
    pub error: Option<Failure>,
}

/// Words in the source, and those that are not in the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Words of all text in the source.
    pub source: u64,
    /// Words that stand only in findings.
    pub lost: u64,
}

/// A finding in a report.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Said {
    /// The rule.
    pub rule: String,
    /// How much it matters.
    pub severity: &'static str,
    /// What is the matter.
    pub message: String,
    /// Where in the document.
    pub path: String,
    /// Line in the file, when known.
    pub line: u64,
    /// Column, when known.
    pub column: u64,
    /// The words concerned.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What to do.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hint: String,
}

/// Why a document could not be read or written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// What could not be done.
    pub message: String,
    /// Line in the file, when known.
    #[serde(skip_serializing_if = "is_zero")]
    pub line: u64,
    /// What to do.
    pub remedy: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference"
)]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Line {
    /// A line for a document at `place`.
    #[must_use]
    pub fn at(place: &Place) -> Self {
        Self {
            source: place.source.clone(),
            entry: place.entry.clone(),
            offset: place.offset,
            ..Self::default()
        }
    }

    /// A line for a file or entry that could not be read.
    #[must_use]
    pub fn failed(problem: &Problem) -> Self {
        let failure = Failure {
            message: chain(problem),
            line: problem.place.line,
            remedy: problem.remedy().to_owned(),
        };
        Self {
            error: Some(failure),
            ..Self::at(&problem.place)
        }
    }

    /// A line for a file or entry which is no document but should have been one: it is empty.
    #[must_use]
    pub fn skipped(place: &Place, what: Content) -> Option<Self> {
        let is_empty = matches!(what, Content::Empty | Content::Blank);
        is_empty.then(|| Self {
            error: Some(Failure::empty(place)),
            ..Self::at(place)
        })
    }

    /// Adds findings; lines are counted from the start of the file.
    pub fn say(&mut self, place: &Place, findings: &[Finding]) {
        self.findings
            .extend(findings.iter().map(|finding| Said::new(place, finding)));
    }

    /// Whether a finding is at error level.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|said| said.severity == "error")
    }

    /// The line as JSON.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("a line holds only texts and numbers")
    }
}

impl Said {
    fn new(place: &Place, finding: &Finding) -> Self {
        let known = finding.span.line > 0;
        Self {
            rule: finding.rule.to_string(),
            severity: finding.severity.as_str(),
            message: finding.message.to_string(),
            path: finding.path.to_string(),
            line: if known {
                finding.span.line + place.line.saturating_sub(1)
            } else {
                0
            },
            column: finding.span.column,
            text: finding.text.to_string(),
            hint: finding.hint.to_string(),
        }
    }
}

/// An error with all its causes in one sentence.
#[must_use]
pub fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut out = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        out.push_str(": ");
        out.push_str(&error.to_string());
        cause = error.source();
    }
    out
}

impl Failure {
    /// A document that is nothing.
    #[must_use]
    pub fn empty(place: &Place) -> Self {
        Self {
            message: format!("cannot read {place}: it is empty"),
            line: 0,
            remedy: "fetch it again; compare its size with the sender's".to_owned(),
        }
    }

    /// A document that could not be read.
    #[must_use]
    pub fn unread(place: &Place, error: &formats::Error) -> Self {
        let remedy = match error {
            formats::Error::Unknown { .. } => {
                "see `chancery convert --help` for what is read; other XML can be validated with `chancery check --schema NAME`"
            }
            formats::Error::NoRecord { remedy, .. } => remedy,
            formats::Error::Native { .. } => {
                "use the version of the program that wrote it, or a newer one"
            }
            _ => {
                "check where the document comes from; if it is genuine, allow more with `--limit document_bytes=N`"
            }
        };
        Self {
            message: format!("cannot read {place}: {}", chain(error)),
            line: place.line,
            remedy: remedy.to_owned(),
        }
    }
}
