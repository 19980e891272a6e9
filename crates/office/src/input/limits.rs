//! What an input may cost at most.

/// The limits of one walk; each may be set by the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest single document, in bytes.
    pub document_bytes: u64,
    /// The largest single archive entry or decompressed file, in bytes.
    pub entry_bytes: u64,
    /// The largest file read beside a document, in bytes.
    pub sibling_bytes: u64,
    /// How many containers may be packed into one another.
    pub archive_depth: u32,
    /// How many entries the archives of one input may hold together.
    pub entries: u64,
    /// How many times larger data may become when decompressed.
    pub ratio: u64,
    /// How many decompressed bytes are free before `ratio` counts.
    pub ratio_floor: u64,
    /// The largest nested ZIP held in memory; a larger one goes to an unnamed temporary file.
    pub spool_memory: u64,
    /// The largest nested ZIP held at all.
    pub spool_bytes: u64,
    /// How many bytes of documents one walk may hand over, if limited.
    pub total_bytes: Option<u64>,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            document_bytes: 512 * MIB,
            entry_bytes: 64 * 1024 * MIB,
            sibling_bytes: 256 * MIB,
            archive_depth: 4,
            entries: 1_000_000,
            ratio: 200,
            ratio_floor: 10 * MIB,
            spool_memory: 4 * MIB,
            spool_bytes: 8 * 1024 * MIB,
            total_bytes: None,
        }
    }
}

/// Names of the limits that an office may set, with what they are.
pub const NAMES: &[(&str, &str)] = &[
    ("document_bytes", "bytes of one document"),
    ("entry_bytes", "bytes of one archive entry, unpacked"),
    ("sibling_bytes", "bytes of one file beside a document"),
    ("archive_depth", "archives packed into one another"),
    ("entries", "entries of all archives of one input"),
    ("ratio", "times that data may grow when unpacked"),
    ("spool_bytes", "bytes of an archive within an archive"),
    ("total_bytes", "bytes of all documents of a run"),
];

impl Limits {
    /// Sets a limit by its name, one of [`NAMES`]; whether there is one of that name.
    pub fn set(&mut self, name: &str, value: u64) -> bool {
        match name {
            "document_bytes" => self.document_bytes = value,
            "entry_bytes" => self.entry_bytes = value,
            "sibling_bytes" => self.sibling_bytes = value,
            "archive_depth" => self.archive_depth = u32::try_from(value).unwrap_or(u32::MAX),
            "entries" => self.entries = value,
            "ratio" => self.ratio = value,
            "spool_bytes" => self.spool_bytes = value,
            "total_bytes" => self.total_bytes = Some(value),
            _ => return false,
        }
        true
    }

    /// The value of a limit by its name; `None` when it is not limited, or there is none of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<u64> {
        Some(match name {
            "document_bytes" => self.document_bytes,
            "entry_bytes" => self.entry_bytes,
            "sibling_bytes" => self.sibling_bytes,
            "archive_depth" => u64::from(self.archive_depth),
            "entries" => self.entries,
            "ratio" => self.ratio,
            "spool_bytes" => self.spool_bytes,
            _ => return self.total_bytes.filter(|_| name == "total_bytes"),
        })
    }

    /// What one document may cost its reader.
    #[must_use]
    pub fn of_document(&self) -> formats::Limits {
        formats::Limits {
            bytes: usize::try_from(self.document_bytes).unwrap_or(usize::MAX),
            ..formats::Limits::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Limits, NAMES};

    #[test]
    fn every_name_is_a_limit() {
        for (name, _) in NAMES {
            let mut limits = Limits::default();
            assert!(limits.set(name, 7), "{name}");
            assert_eq!(limits.get(name), Some(7), "{name}");
            assert_ne!(limits, Limits::default(), "{name}");
        }
        assert!(!Limits::default().set("patience", 7));
    }
}
