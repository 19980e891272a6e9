//! What can go wrong with one file or entry.

use std::io;

use super::Place;

/// Something that could not be read: where it is, and why.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {place}")]
pub struct Problem {
    /// The file, entry and position concerned.
    pub place: Place,
    /// Why it cannot be read.
    #[source]
    pub cause: Cause,
}

impl Problem {
    /// What the user can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        self.cause.remedy()
    }
}

/// Why a file or an entry cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Cause {
    /// The file or folder cannot be opened.
    #[error("it cannot be opened")]
    Open {
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// The system failed while reading.
    #[error("reading it failed")]
    Read {
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// A nested archive could not be kept for reading.
    #[error("the nested archive could not be held in a temporary file")]
    Spool {
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// The data end too early.
    #[error("the data end before the {what} is complete")]
    Truncated {
        /// The container that is incomplete.
        what: &'static str,
    },
    /// The archive lacks its end mark.
    #[error("the tar archive has no end mark, so entries at its end may be missing")]
    NoEndMark,
    /// The container's structure or checksum is wrong.
    #[error("the {what} is damaged: {detail}")]
    Damaged {
        /// The container that is damaged.
        what: &'static str,
        /// What the decoder found.
        detail: String,
    },
    /// Data that are no gzip member follow the compressed data.
    #[error("something that is not gzip data follows the compressed data")]
    TrailingData,
    /// The entry's size is not the one the archive declares.
    #[error("the archive declares {declared} bytes, but the entry holds {found}")]
    SizeMismatch {
        /// The size in the archive's directory.
        declared: u64,
        /// The bytes found, or one more than declared if there are more.
        found: u64,
    },
    /// Entries share the same bytes, as in a ZIP bomb.
    #[error("entries of the ZIP archive overlap, as in a decompression bomb")]
    Overlap,
    /// Several entries have one name, so that only the last can be reached.
    #[error("the ZIP archive lists entries of the same name; only the last of each is read")]
    DuplicateNames,
    /// The entry is encrypted.
    #[error("the entry is encrypted")]
    Encrypted,
    /// The entry is compressed by an unsupported method.
    #[error("the entry uses ZIP compression method {code}, which is not supported")]
    Method {
        /// The number of the method.
        code: u16,
    },
    /// The archive uses a feature that is not supported.
    #[error("the archive uses an unsupported feature: {detail}")]
    Unsupported {
        /// The feature.
        detail: String,
    },
    /// The file is a container of a kind that is not opened.
    #[error("it is a {name} archive, which is not supported")]
    Container {
        /// The kind of container.
        name: &'static str,
    },
    /// The text is in UTF-32.
    #[error("UTF-32 is not read")]
    Utf32,
    /// The entry's name leads out of the archive.
    #[error("the entry's name {name:?} leads out of the archive")]
    UnsafeName {
        /// The name as the archive has it.
        name: String,
    },
    /// Containers are packed into one another too deeply.
    #[error("it lies deeper than {limit} containers packed into one another")]
    TooDeep {
        /// The limit in force.
        limit: u32,
    },
    /// The archives hold too many entries.
    #[error("the archives of this input hold more than {limit} entries")]
    TooManyEntries {
        /// The limit in force.
        limit: u64,
    },
    /// An archive entry's name or extended header is too long.
    #[error("an entry header is longer than {limit} bytes")]
    HeaderTooLarge {
        /// The limit in force.
        limit: u64,
    },
    /// The entry is too large.
    #[error("the entry is larger than {limit} bytes")]
    EntryTooLarge {
        /// The limit in force.
        limit: u64,
    },
    /// The nested archive is too large to be held.
    #[error("the nested archive is larger than {limit} bytes")]
    SpoolTooLarge {
        /// The limit in force.
        limit: u64,
    },
    /// The document is too large.
    #[error("the document is larger than {limit} bytes")]
    DocumentTooLarge {
        /// The limit in force.
        limit: u64,
    },
    /// The file beside the document is too large.
    #[error("the file beside the document is larger than {limit} bytes")]
    SiblingTooLarge {
        /// The limit in force.
        limit: u64,
    },
    /// The data grow too much when decompressed.
    #[error("the data grow more than {limit} times when decompressed, as in a decompression bomb")]
    Ratio {
        /// The limit in force.
        limit: u64,
    },
    /// The walk has handed over as much as it may.
    #[error("the inputs hold more than {limit} bytes of documents")]
    TotalBytes {
        /// The limit in force.
        limit: u64,
    },
    /// The name asked for is not a plain file name.
    #[error("{name:?} is not a plain file name")]
    NotPlainName {
        /// The name asked for.
        name: String,
    },
    /// The container can be read only once, from front to end.
    #[error("files beside the document cannot be reached in a stream that is read only once")]
    OneWay,
}

impl Cause {
    /// What the user can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Open { source } => match source.kind() {
                io::ErrorKind::NotFound => "check the path",
                io::ErrorKind::PermissionDenied => "ask for the right to read it",
                _ => "check the path and the disk",
            },
            Self::Read { .. } => "check the disk or network share and try again",
            Self::Spool { .. } => "free space in the folder for temporary files",
            Self::Truncated { .. } | Self::NoEndMark => {
                "compare its size with the original and fetch it again"
            }
            Self::Damaged { .. } | Self::SizeMismatch { .. } => {
                "fetch it again or ask the sender for an intact copy"
            }
            Self::TrailingData => "fetch it again, or cut off what follows the compressed data",
            Self::Overlap | Self::Ratio { .. } => {
                "do not open it unless the sender is trusted; if so, unpack it by other means \
                 or allow more with `--limit ratio=N`"
            }
            Self::DuplicateNames => "ask the sender for an archive in which each name occurs once",
            Self::Encrypted => "decrypt it first, then name the decrypted file",
            Self::Method { .. } | Self::Unsupported { .. } => {
                "unpack it, then name the folder, or pack it again as an ordinary ZIP or tar"
            }
            Self::Container { .. } => "unpack it, then name the unpacked files",
            Self::Utf32 => "save it as UTF-8",
            Self::UnsafeName { .. } => "ask the sender for an archive with relative names only",
            Self::TooDeep { .. } => {
                "unpack the outer archives first or allow more with `--limit archive_depth=N`"
            }
            Self::TooManyEntries { .. } => {
                "split the archive or allow more with `--limit entries=N`"
            }
            Self::HeaderTooLarge { .. } => "ask the sender for an archive with ordinary names",
            Self::EntryTooLarge { .. } => {
                "split the file or allow more with `--limit entry_bytes=N`"
            }
            Self::SpoolTooLarge { .. } => {
                "unpack the outer archive first or allow more with `--limit spool_bytes=N`"
            }
            Self::DocumentTooLarge { .. } => {
                "allow more with `--limit document_bytes=N`; if it is many documents one after the other, \
                 give each its XML declaration or a file of its own"
            }
            Self::SiblingTooLarge { .. } => "allow more with `--limit sibling_bytes=N`",
            Self::TotalBytes { .. } => {
                "name fewer inputs or allow more with `--limit total_bytes=N`"
            }
            Self::NotPlainName { .. } => "refer to the file by its bare name",
            Self::OneWay => "save the stream, unpack it, and name the unpacked files",
        }
    }

    /// Tells a failure of the system from damaged or missing data.
    pub(crate) fn reading(what: &'static str, source: io::Error) -> Self {
        if source.raw_os_error().is_some() {
            return Self::Read { source };
        }
        if source.kind() == io::ErrorKind::UnexpectedEof {
            return Self::Truncated { what };
        }
        match source.downcast() {
            Ok(error) => Self::zip(error),
            Err(source) => Self::Damaged {
                what,
                detail: source.to_string(),
            },
        }
    }

    /// Names what the ZIP decoder found.
    pub(crate) fn zip(error: ::zip::result::ZipError) -> Self {
        use ::zip::result::ZipError;
        match error {
            ZipError::Io(source) => Self::reading("ZIP archive", source),
            ZipError::CompressionMethodNotSupported(code) => Self::Method { code },
            ZipError::UnsupportedArchive(detail) => Self::Unsupported {
                detail: detail.to_owned(),
            },
            ZipError::InvalidPassword => Self::Encrypted,
            other => Self::Damaged {
                what: "ZIP archive",
                detail: other.to_string(),
            },
        }
    }
}
