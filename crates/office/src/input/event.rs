//! What a walk tells its visitor.

use std::fmt;
use std::sync::Arc;

use super::{Part, Place, Problem, Siblings};

/// One thing met on a walk.
#[derive(Debug)]
pub enum Event<'a> {
    /// A document was found.
    Document(Document<'a>),
    /// A part of a long document was found; parts of one document come one after the other.
    Part(Document<'a>, Part),
    /// Something could not be read; the walk goes on behind it.
    Failure(Problem),
    /// Something was left out because it is not a document.
    Skipped {
        /// The file or entry left out.
        place: Place,
        /// What its content is.
        what: Content,
    },
    /// A part of the inputs was consumed.
    Progress {
        /// The bytes of files consumed so far.
        done: u64,
        /// The bytes of all files together, unless a stream is among them.
        total: Option<u64>,
    },
}

/// A document, as borrowed from the walk.
#[derive(Clone, Copy)]
pub struct Document<'a> {
    /// Where it was found.
    pub place: &'a Place,
    /// Its bytes, from the byte order mark or XML declaration up to the next document.
    pub bytes: &'a [u8],
    /// The files beside it.
    pub siblings: &'a Arc<dyn Siblings>,
}

impl Document<'_> {
    /// Copies the document into a recycled buffer, so that another thread can take it.
    #[must_use]
    pub fn copy_into(&self, mut buffer: Vec<u8>) -> OwnedDocument {
        buffer.clear();
        buffer.extend_from_slice(self.bytes);
        OwnedDocument {
            place: self.place.clone(),
            bytes: buffer,
            siblings: Arc::clone(self.siblings),
        }
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("place", self.place)
            .field("bytes", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

/// A document that owns its bytes.
#[derive(Clone)]
pub struct OwnedDocument {
    /// Where it was found.
    pub place: Place,
    /// Its bytes; give the buffer back to the walk's thread when done.
    pub bytes: Vec<u8>,
    /// The files beside it.
    pub siblings: Arc<dyn Siblings>,
}

impl OwnedDocument {
    /// The document as the walk hands it over.
    #[must_use]
    pub fn borrow(&self) -> Document<'_> {
        Document {
            place: &self.place,
            bytes: &self.bytes,
            siblings: &self.siblings,
        }
    }
}

impl fmt::Debug for OwnedDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            place,
            bytes,
            siblings,
        } = self;
        Document {
            place,
            bytes,
            siblings,
        }
        .fmt(f)
    }
}

/// The content of something that is not a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Content {
    /// No byte at all.
    Empty,
    /// Only white space.
    Blank,
    /// A TIFF image.
    Tiff,
    /// A JPEG image.
    Jpeg,
    /// A JPEG 2000 image.
    Jpeg2000,
    /// A PNG image.
    Png,
    /// A GIF image.
    Gif,
    /// An SVG drawing.
    Svg,
    /// A PDF document.
    Pdf,
    /// A word processor's or spreadsheet's file.
    OfficeFile,
    /// Markup declarations: a DTD, an entity set or a module of one.
    Dtd,
    /// An XML Schema.
    Schema,
    /// An XSL stylesheet.
    Stylesheet,
    /// An HTML page.
    Html,
    /// Plain text, such as a checksum or a read-me file.
    Text,
    /// Other binary data.
    Binary,
    /// An archive without entries.
    EmptyArchive,
    /// A link inside an archive, whose target is an entry of its own.
    Link,
    /// A folder reached a second time through a link.
    LinkedFolder,
    /// A device, pipe or socket.
    Special,
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "empty file",
            Self::Blank => "only white space",
            Self::Tiff => "TIFF image",
            Self::Jpeg => "JPEG image",
            Self::Jpeg2000 => "JPEG 2000 image",
            Self::Png => "PNG image",
            Self::Gif => "GIF image",
            Self::Svg => "SVG drawing",
            Self::Pdf => "PDF document",
            Self::OfficeFile => "office file",
            Self::Dtd => "DTD",
            Self::Schema => "XML Schema",
            Self::Stylesheet => "XSL stylesheet",
            Self::Html => "HTML page",
            Self::Text => "plain text",
            Self::Binary => "binary data",
            Self::EmptyArchive => "archive without entries",
            Self::Link => "link inside an archive",
            Self::LinkedFolder => "folder linked a second time",
            Self::Special => "device, pipe or socket",
        })
    }
}

/// What a walk did, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Documents handed over.
    pub documents: u64,
    /// Bytes of those documents.
    pub document_bytes: u64,
    /// Files and entries that are not documents.
    pub skipped: u64,
    /// Things that could not be read.
    pub failures: u64,
    /// Whether the walk ended early: stopped by the visitor or by `Limits::total_bytes`.
    pub stopped: bool,
}
