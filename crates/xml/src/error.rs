//! Why reading could not finish.

use thiserror::Error as ThisError;

/// A limit that a document passed; everything else is recovered and reported.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// More bytes than allowed.
    #[error("the document has {bytes} bytes, more than the limit of {limit}")]
    TooLarge {
        /// Bytes of the document.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Deeper than allowed.
    #[error(
        "elements are nested more than {limit} deep at byte {offset}; no office writes such documents: check where it comes from"
    )]
    TooDeep {
        /// Byte offset.
        offset: usize,
        /// The limit.
        limit: usize,
    },
    /// More nodes than allowed.
    #[error(
        "the document has more than {limit} nodes at byte {offset}; no office writes such documents: check where it comes from"
    )]
    TooManyNodes {
        /// Byte offset.
        offset: usize,
        /// The limit.
        limit: usize,
    },
    /// Entities of the document's own expand to more than allowed.
    #[error(
        "entities expand to more than {limit} bytes at byte {offset}; the document may be an attack"
    )]
    TooMuchExpansion {
        /// Byte offset.
        offset: usize,
        /// The limit.
        limit: usize,
    },
}
