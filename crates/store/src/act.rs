//! What is enrolled, and the acts that enrolling makes.

use sqlx::{Row as _, sqlite::SqliteRow};

use crate::Digest;

/// The public names of a document, for lists and for finding it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The key of the document, such as `US-7272630-B2`.
    pub key: String,
    /// The right, such as `patent`.
    pub right: String,
    /// The office's two-letter code (ST.3).
    pub office: String,
    /// The number without office and kind.
    pub number: String,
    /// The kind-of-document code (ST.16).
    pub kind: String,
    /// The publication date as `YYYY-MM-DD`, as far as it is known.
    pub published: Option<String>,
    /// The title in the language of `language`.
    pub title: String,
    /// The language code of the title.
    pub language: String,
}

/// Where the source bytes came from, and what they are written in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The format, such as `redbook`.
    pub format: String,
    /// The version of the format.
    pub version: String,
    /// The input file.
    pub path: String,
    /// The entry of the input file, if that is an archive.
    pub entry: Option<String>,
    /// Where the document begins in the file or entry.
    pub offset: u64,
}

/// A file that belongs to a document, such as a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attached {
    /// The name by which the source refers to it.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// One version of one document, ready to go on the roll.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enrolment {
    /// The document's public names.
    pub label: Label,
    /// Where the source came from.
    pub origin: Origin,
    /// The source bytes, kept unchanged.
    pub source: Vec<u8>,
    /// The encoded record.
    pub record: Vec<u8>,
    /// The encoded findings.
    pub findings: Vec<u8>,
    /// How many findings there are.
    pub finding_count: u32,
    /// The document's drawings and other files, in the source's order.
    pub attachments: Vec<Attached>,
}

/// What became of an enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enrolled {
    /// The document is new.
    New(u64),
    /// The document was known from a different source and has a new version now.
    Corrected {
        /// The new act.
        act: u64,
        /// The act of the version before.
        previous: u64,
        /// Whether both came in one batch, so that the second may be a mistake in the input.
        same_batch: bool,
    },
    /// The same source is on the roll already; nothing was written.
    Already(u64),
}

impl Enrolled {
    /// Gives the number of the act that holds the document's source.
    #[must_use]
    pub const fn act(self) -> u64 {
        match self {
            Self::New(act) | Self::Corrected { act, .. } | Self::Already(act) => act,
        }
    }
}

/// What an act did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ActKind {
    /// The first version of a document.
    Published,
    /// A later version of a document.
    Corrected,
}

impl ActKind {
    /// Gives the word that the roll uses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Corrected => "corrected",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Published, Self::Corrected]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}

/// An entry of the roll: one version of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The place on the roll, counted from 1.
    pub number: u64,
    /// When it was enrolled, in milliseconds since 1970-01-01 UTC.
    pub time: i64,
    /// What it did.
    pub kind: ActKind,
    /// The document's public names.
    pub label: Label,
    /// Where the source came from.
    pub origin: Origin,
    /// The digest of the source bytes.
    pub source: Digest,
    /// The digest of the encoded record.
    pub record: Digest,
    /// The digest of the encoded findings.
    pub findings: Digest,
    /// How many findings there are.
    pub finding_count: u32,
}

/// A file of a document, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The name by which the source refers to it.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// The digest of its bytes.
    pub digest: Digest,
    /// How many bytes it has.
    pub length: u64,
}

/// Reads an act from a row with all columns of `acts`.
pub(crate) fn act_from(row: &SqliteRow) -> sqlx::Result<Act> {
    let word: String = row.try_get("act")?;
    let kind = ActKind::from_word(&word)
        .ok_or_else(|| sqlx::Error::Decode(format!("unknown kind of act {word:?}").into()))?;
    Ok(Act {
        number: unsigned(row, "number")?,
        time: row.try_get("time")?,
        kind,
        label: label_from(row)?,
        origin: Origin {
            format: row.try_get("format")?,
            version: row.try_get("format_version")?,
            path: row.try_get("origin_path")?,
            entry: row.try_get("origin_entry")?,
            offset: unsigned(row, "origin_offset")?,
        },
        source: digest_from(row, "source")?,
        record: digest_from(row, "record")?,
        findings: digest_from(row, "findings")?,
        finding_count: row.try_get("finding_count")?,
    })
}

/// Reads the public names from a row of `acts` or `documents`.
pub(crate) fn label_from(row: &SqliteRow) -> sqlx::Result<Label> {
    Ok(Label {
        key: row.try_get("key")?,
        right: row.try_get("right")?,
        office: row.try_get("office")?,
        number: row.try_get("document_number")?,
        kind: row.try_get("kind")?,
        published: row.try_get("published")?,
        title: row.try_get("title")?,
        language: row.try_get("language")?,
    })
}

pub(crate) fn digest_from(row: &SqliteRow, column: &str) -> sqlx::Result<Digest> {
    let bytes: &[u8] = row.try_get(column)?;
    let bytes = bytes
        .try_into()
        .map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    Ok(Digest::from_bytes(bytes))
}

/// Reads a number that was written with `u64::cast_signed`.
pub(crate) fn unsigned(row: &SqliteRow, column: &str) -> sqlx::Result<u64> {
    row.try_get::<i64, _>(column).map(i64::cast_unsigned)
}
