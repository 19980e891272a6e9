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
    #[error("cannot start the runtime for the register; the system may be short of memory or threads")]
    Runtime {
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// The register could not be read or written.
    #[error("the register could not be used")]
    Store(#[from] store::Error),
}
