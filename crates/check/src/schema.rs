//! Validation against the official schemas, as findings.
//!
//! The user brings the schema files. [`Schemas`] holds them and says which file a document's root
//! element belongs to; a [`Validator`] is one compiled entry file, for one thread; a [`Session`]
//! checks many documents with it.

pub mod document;

use model::{Finding, Severity, Span};
use std::collections::BTreeMap;
use xml::schema::{Library, Schema, Violation};

pub use xml::schema::{Error, Limits, Missing};

/// The files of one or several schema sets; cheap to copy and shared between threads.
#[derive(Clone, Debug)]
pub struct Schemas {
    library: Library,
}

impl Schemas {
    /// Takes the files, name to bytes; names may have folders, divided by `/`.
    #[must_use]
    pub fn new(files: BTreeMap<String, Vec<u8>>, limits: Limits) -> Self {
        Self {
            library: Library::new(files, limits),
        }
    }

    /// The file to begin with for documents whose root element is `local` of `namespace`.
    #[must_use]
    pub fn entry(&self, namespace: &str, local: &str) -> Option<&str> {
        self.library.candidates(namespace, local).first().copied()
    }

    /// All files that declare the root element, the best one first.
    #[must_use]
    pub fn entries(&self, namespace: &str, local: &str) -> Vec<&str> {
        self.library.candidates(namespace, local)
    }

    /// Compiles the schema that begins in the file `entry`.
    ///
    /// # Errors
    ///
    /// When a file is missing, is not XML or is no valid schema.
    pub fn compile(&self, entry: &str) -> Result<Validator, Error> {
        let schema = self.library.compile(entry)?;
        Ok(Validator { schema })
    }
}

/// A compiled schema, for one thread: it can be sent to another one but not shared.
#[derive(Debug)]
pub struct Validator {
    schema: Schema,
}

impl Validator {
    /// Compiles the schema that begins in `entry`, one of `files`.
    ///
    /// # Errors
    ///
    /// When a file is missing, is not XML or is no valid schema.
    pub fn compile(files: BTreeMap<String, Vec<u8>>, entry: &str) -> Result<Self, Error> {
        Schemas::new(files, Limits::default()).compile(entry)
    }

    /// Lists the elements a document may begin with, as namespace and local name, sorted.
    #[must_use]
    pub fn roots(&self) -> Vec<(String, String)> {
        self.schema.roots()
    }

    /// Whether a document may begin with this element.
    #[must_use]
    pub fn has_root(&self, namespace: &str, local: &str) -> bool {
        self.schema.has_root(namespace, local)
    }

    /// Prepares to check many documents.
    #[must_use]
    pub fn session(&self) -> Session<'_> {
        Session {
            validator: self.schema.validator(),
        }
    }

    /// Checks one document; for many, use [`Validator::session`].
    #[must_use]
    pub fn validate(&self, text: &str) -> Vec<Finding> {
        self.session().validate(text)
    }
}

/// Checks documents one after the other.
#[derive(Debug)]
pub struct Session<'a> {
    validator: xml::schema::Validator<'a>,
}

impl Session<'_> {
    /// Checks one document; no finding means that it is valid.
    pub fn validate(&mut self, text: &str) -> Vec<Finding> {
        let violations = self.validator.validate(text);
        violations.into_iter().map(finding).collect()
    }
}

/// A violation as a finding of the rule `schema/CODE`.
fn finding(violation: Violation) -> Finding {
    let Violation {
        code,
        message,
        path,
        line,
        column,
    } = violation;
    let (hint, clause) = match code.as_str() {
        xml::schema::NOT_WELL_FORMED => ("write the document with an XML library", "XML".into()),
        xml::schema::OVER_LIMIT => (
            "raise the limit if the document can be trusted",
            String::new(),
        ),
        xml::schema::STOPPED => ("mend the first violations and check again", String::new()),
        _ => ("", format!("XML Schema {code}")),
    };
    let place = Span {
        line: line.into(),
        column: column.into(),
        ..Span::default()
    };
    let mut out = Finding::new(format!("schema/{code}"), Severity::Error, message)
        .at(path)
        .within(place)
        .hint(hint);
    out.clause = clause.into();
    out
}
