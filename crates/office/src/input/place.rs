//! Where a document comes from.

use std::fmt;

/// The place at which a document or a problem was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as the user named it, or found below a folder the user named; `-` is standard input.
    pub source: String,
    /// The path inside the archive; the paths of nested archives are joined with `!/`.
    pub entry: Option<String>,
    /// The byte at which the document begins in its file or entry, counted from 0.
    ///
    /// In a gzip stream this counts decompressed bytes.
    pub offset: u64,
    /// The line on which the document begins in its file or entry, counted from 1.
    pub line: u64,
}

impl Place {
    /// The beginning of a file or of an archive entry.
    #[must_use]
    pub fn start(source: impl Into<String>, entry: Option<String>) -> Self {
        Self {
            source: source.into(),
            entry,
            offset: 0,
            line: 1,
        }
    }

    /// The beginning of the entry `name` of the archive that is here.
    #[must_use]
    pub(crate) fn joined(&self, name: &str) -> Self {
        let entry = match &self.entry {
            Some(outer) => format!("{outer}!/{name}"),
            None => name.to_owned(),
        };
        Self::start(self.source.clone(), Some(entry))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)?;
        if let Some(entry) = &self.entry {
            write!(f, "!/{entry}")?;
        }
        if self.offset > 0 {
            write!(f, ":{}", self.line)?;
        }
        Ok(())
    }
}
