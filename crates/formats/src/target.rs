//! The formats that are written here, behind one door.

use crate::{html, markdown, native, st26, st36, st96, st97, text};
use model::{Finding, Record};

/// A format that is written here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Target {
    /// WIPO ST.96 V6_0.
    St96,
    /// WIPO ST.97.
    St97,
    /// WIPO ST.36: the patent document, its bibliographic data or its text.
    St36,
    /// WIPO ST.26: the sequence listing of a document.
    St26,
    /// The lossless encoding of this program.
    Native,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A page of its own.
    Html,
}

/// What writing a record cost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// What was moved, filled in, or has no place.
    pub findings: Vec<Finding>,
    /// Words of the source that are not in the output; each stands in a finding.
    pub lost: u64,
}

impl Target {
    /// All of them, with the names that users give.
    pub const ALL: [(&'static str, Self); 8] = [
        ("st96", Self::St96),
        ("st97", Self::St97),
        ("st36", Self::St36),
        ("st26", Self::St26),
        ("native", Self::Native),
        ("text", Self::Text),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
    ];

    /// The ending of file names.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::St96 | Self::St36 | Self::St26 => "xml",
            Self::St97 | Self::Native => "json",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::St96 | Self::St36 | Self::St26 => "application/xml",
            Self::St97 | Self::Native => "application/json",
            Self::Text => "text/plain; charset=utf-8",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
        }
    }
}

/// A second document that a format has for a record, beside the one that [`write`] gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Second {
    /// What its file is called beside the first: `NAME.status.xml`.
    pub name: &'static str,
    /// The document.
    pub bytes: Vec<u8>,
    /// What it cost.
    pub cost: Cost,
}

/// Writes what a format has a document of its own for: in ST.96 the legal events of a record that holds more.
#[must_use]
pub fn write_second(record: &Record, target: Target) -> Option<Second> {
    let mut bytes = Vec::new();
    let cost = match target {
        Target::St96 => st96::write_status(record, &mut bytes)?,
        _ => return None,
    };
    Some(Second {
        name: "status",
        bytes,
        cost,
    })
}

/// Writes a record in a format and appends it to `out`.
pub fn write(record: &Record, target: Target, out: &mut Vec<u8>) -> Cost {
    match target {
        Target::St96 => return st96::write(record, out),
        Target::St97 => return st97::write(record, out),
        Target::St36 => return st36::write(record, out),
        Target::St26 => return st26::write(record, out),
        Target::Native => out.extend(native::encode(record)),
        Target::Text | Target::Markdown | Target::Html => readable(record, target, out),
    }
    Cost::default()
}

fn readable(record: &Record, target: Target, out: &mut Vec<u8>) {
    let mut page = String::new();
    match target {
        Target::Text => text::write(record, &mut page),
        Target::Markdown => markdown::write(record, &mut page),
        _ => html::write(record, &mut page),
    }
    out.extend_from_slice(page.as_bytes());
}
