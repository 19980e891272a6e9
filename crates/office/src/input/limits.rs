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
