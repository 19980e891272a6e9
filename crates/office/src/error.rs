//! Why a use case could not finish.

use std::path::PathBuf;

/// An operation of the office that could not finish; what is wrong with a document is never one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be written.
    #[error("cannot write {path}; check that the folder exists, is writable and has room")]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// A file or folder could not be read.
    #[error("cannot read {path}; check the name and the rights")]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// The runtime for the store could not be started.
    #[error(
        "cannot start the runtime for the register; the system may be short of memory or threads"
    )]
    Runtime {
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// The register could not be read or written.
    #[error("the register could not be used")]
    Store(#[from] store::Error),
    /// A record that was enrolled cannot be decoded.
    #[error(
        "the record of {document} cannot be decoded; use the version of the program that wrote it, or a newer one"
    )]
    Record {
        /// The document.
        document: String,
        /// What does not fit.
        #[source]
        source: formats::Error,
    },
    /// Content that the roll names is not there.
    #[error("content of {document} is missing; restore the data folder from a backup")]
    Missing {
        /// The document.
        document: String,
    },
    /// A drawing cannot be shown.
    #[error(
        "the drawing {name} of {document} cannot be shown; the file as received is kept and can be downloaded"
    )]
    Drawing {
        /// The document.
        document: String,
        /// The file.
        name: String,
        /// What is wrong with it.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A piece of work was broken off.
    #[error("a piece of work was broken off; report this with the document that was asked for")]
    Work {
        /// What happened.
        #[source]
        source: tokio::task::JoinError,
    },
    /// The report would overwrite an input.
    #[error("the report {path} is an input too; name another file for it")]
    ReportIsInput {
        /// The file.
        path: PathBuf,
    },
    /// A folder holds no register.
    #[error("{path} is no register; make one with `chancery ingest INPUT --data {path}`")]
    NoRegister {
        /// The folder.
        path: PathBuf,
    },
    /// A schema set cannot have this name.
    #[error("'{name}' cannot name a schema set; use letters, digits, '-', '_' and '.'")]
    SchemaName {
        /// The name.
        name: String,
    },
    /// There is no schema set of this name.
    #[error(
        "there is no schema set '{name}' (known: {names}); add it with `chancery schema add {name} DIR`"
    )]
    UnknownSchema {
        /// The name.
        name: String,
        /// The names that there are.
        names: String,
    },
    /// There is no schema file.
    #[error("there is no .xsd file in {path}; name the folder or ZIP that holds the schema set")]
    NoSchema {
        /// The folder or archive.
        path: PathBuf,
    },
    /// An archive cannot be read.
    #[error("cannot read the archive {path}; fetch it again, or name the unpacked folder")]
    Archive {
        /// The archive.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        source: zip::result::ZipError,
    },
    /// A name in an archive points outside of it.
    #[error(
        "the archive {path} has an entry '{entry}' that points outside of it; do not trust the archive"
    )]
    EntryName {
        /// The archive.
        path: PathBuf,
        /// The entry.
        entry: String,
    },
    /// A profile makes no sense.
    #[error("the profile {path} cannot be used")]
    Profile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        source: check::Error,
    },
    /// A schema set cannot be compiled.
    #[error("the schema set cannot be used; nothing was checked")]
    Schema(#[from] check::schema::Error),
}

impl Error {
    /// Whether the command line is at fault: a name that means nothing, a file that makes no sense there.
    #[must_use]
    pub fn is_of_the_caller(&self) -> bool {
        matches!(
            self,
            Self::SchemaName { .. }
                | Self::UnknownSchema { .. }
                | Self::NoSchema { .. }
                | Self::Profile { .. }
                | Self::ReportIsInput { .. }
                | Self::NoRegister { .. }
        )
    }
}
