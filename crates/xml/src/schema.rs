//! Validation of documents against official XSD sets.
//!
//! The user brings the schema files; nothing is fetched. A [`Library`] holds their bytes and can be
//! shared; [`Library::compile`] makes a [`Schema`] of one entry file and all that it imports, one
//! per thread; [`Schema::validator`] checks any number of documents with it, streaming.

use std::fmt;

use xsd_schema::SchemaSet;

pub use library::Library;
pub use run::Validator;

mod entities;
mod failure;
mod library;
mod place;
mod run;
mod scan;

/// How much of a document is looked at before the check stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Violations listed.
    pub violations: usize,
    /// Nested elements.
    pub depth: usize,
    /// Attributes of one element.
    pub attributes: usize,
    /// Bytes of one attribute value.
    pub value_bytes: usize,
    /// Bytes of one run of text.
    pub text_bytes: usize,
    /// Bytes of one name.
    pub name_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            violations: 1_000,
            depth: 256,
            attributes: 1_000,
            value_bytes: 1 << 20,
            text_bytes: 256 << 20,
            name_bytes: 1_000,
        }
    }
}

/// One way in which a document breaks its schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The constraint, as the XML Schema recommendation names it (`cvc-enumeration-valid`), or
    /// [`NOT_WELL_FORMED`], [`OVER_LIMIT`] or [`STOPPED`].
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// The element or attribute, as local names with positions; empty when there is none.
    pub path: String,
    /// Line of the element, from 1; 0 when there is none.
    pub line: u32,
    /// Column of the element in characters, from 1; 0 when there is none.
    pub column: u32,
}

/// Code of a violation: the document is not XML; nothing behind that place was checked.
pub const NOT_WELL_FORMED: &str = "xml-not-well-formed";

/// Code of a violation: the document breaks a limit; nothing behind that place was checked.
pub const OVER_LIMIT: &str = "xml-over-limit";

/// Code of a violation: there are more violations than are listed.
pub const STOPPED: &str = "xml-stopped";

/// Why a schema set cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The entry file is not in the set.
    #[error("schema file {name} is not in the set; give its name as it is among the files")]
    Unknown {
        /// The name asked for.
        name: String,
    },
    /// A file of the set is not XML, or its root is not `schema`.
    #[error("{file} is not an XML schema: {reason}")]
    NotSchema {
        /// Name of the file.
        file: String,
        /// What is wrong, with the place.
        reason: String,
    },
    /// Files that the set names are not in it.
    #[error(
        "schema {root} is incomplete: {}; add the missing files to the set",
        list(missing)
    )]
    Missing {
        /// The entry file.
        root: String,
        /// Every file that is named and not there.
        missing: Vec<Missing>,
    },
    /// The files are there but they are no valid schema.
    #[error("schema {root} cannot be compiled: {reason}")]
    Invalid {
        /// The entry file.
        root: String,
        /// What is wrong, with file, line and column.
        reason: String,
    },
}

/// A schema file that another names and that is not in the set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// The file that names it.
    pub file: String,
    /// The location as written.
    pub location: String,
    /// The namespace, when it is imported.
    pub namespace: Option<String>,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            location,
            namespace,
        } = self;
        match namespace {
            Some(namespace) => write!(f, "{file} imports {location} for {namespace}"),
            None => write!(f, "{file} includes {location}"),
        }
    }
}

fn list(missing: &[Missing]) -> String {
    missing
        .iter()
        .map(Missing::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

/// A compiled schema set, for one thread.
///
/// It can be sent to another thread but not shared: compile once per thread.
pub struct Schema {
    set: SchemaSet,
    limits: Limits,
}

impl fmt::Debug for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Schema")
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

impl Schema {
    /// Lists the elements a document may begin with, as namespace and local name, sorted.
    pub fn roots(&self) -> Vec<(String, String)> {
        let name = |id| self.set.name_table.resolve(id);
        let mut roots = Vec::new();
        #[expect(clippy::iter_over_hash_type, reason = "the list is sorted below")]
        for (namespace, table) in &self.set.namespaces {
            let namespace = namespace.map(name).unwrap_or_default();
            #[expect(clippy::iter_over_hash_type, reason = "the list is sorted below")]
            for id in table.elements.keys() {
                roots.push((namespace.clone(), name(*id)));
            }
        }
        roots.sort();
        roots
    }

    /// Says whether the schema has a global element of this name.
    pub fn has_root(&self, namespace: &str, local: &str) -> bool {
        let id = |text: &str| self.set.name_table.get(text);
        let namespace = if namespace.is_empty() {
            Some(None)
        } else {
            id(namespace).map(Some)
        };
        namespace
            .zip(id(local))
            .is_some_and(|(namespace, local)| self.set.lookup_element(namespace, local).is_some())
    }

    /// Prepares to check documents; keep it, for ST.96 this takes as long as 2 MB of checking.
    pub fn validator(&self) -> Validator<'_> {
        Validator::new(&self.set, &self.limits)
    }

    /// Checks one document; for many, use [`Schema::validator`].
    pub fn validate(&self, text: &str) -> Vec<Violation> {
        self.validator().validate(text)
    }
}
