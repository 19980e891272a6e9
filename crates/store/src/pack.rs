//! Packs: append-only files of compressed entries, named by digest in the database.
//!
//! A pack is a 16-byte header (magic, version, number) and entries one behind the other. An entry is a 48-byte
//! header (length after and before compression, SHA-256 of the content) and one zstd frame. All numbers are little-endian.

mod writer;

use std::{
    fs::File,
    io::{self, Read as _, Seek as _, SeekFrom},
    path::{Path, PathBuf},
};

pub(crate) use writer::{Writer, sync_folder};

use crate::{Digest, Error, Result};

const MAGIC: [u8; 8] = *b"CHANPACK";
const VERSION: u32 = 1;
const PACK_HEADER: usize = 16;
const ENTRY_HEADER: usize = 48;

/// Where an entry lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    pub(crate) pack: u32,
    pub(crate) offset: u64,
    /// After compression, without the entry header.
    pub(crate) stored: u64,
    /// Before compression.
    pub(crate) length: u64,
}

/// How much of a pack is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) number: u32,
    pub(crate) length: u64,
    pub(crate) entries: u64,
    pub(crate) bytes: u64,
}

/// Gives the path of a pack inside the content folder.
pub(crate) fn path(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("pack-{number:08}.pack"))
}

fn pack_header(number: u32) -> [u8; PACK_HEADER] {
    let mut header = [0; PACK_HEADER];
    header[..8].copy_from_slice(&MAGIC);
    header[8..12].copy_from_slice(&VERSION.to_le_bytes());
    header[12..].copy_from_slice(&number.to_le_bytes());
    header
}

fn entry_header(digest: &Digest, stored: u64, length: u64) -> [u8; ENTRY_HEADER] {
    let mut header = [0; ENTRY_HEADER];
    header[..8].copy_from_slice(&stored.to_le_bytes());
    header[8..16].copy_from_slice(&length.to_le_bytes());
    header[16..].copy_from_slice(digest.as_bytes());
    header
}

/// Reads an entry and verifies it against its digest.
pub(crate) fn read(folder: &Path, digest: &Digest, location: Location) -> Result<Vec<u8>> {
    let path = path(folder, location.pack);
    let damaged = |what| Error::Damaged {
        pack: path.clone(),
        offset: location.offset,
        digest: *digest,
        what,
    };
    let entry = read_entry(&path, location)
        .map_err(|source| Error::file("read", &path, source))?
        .ok_or_else(|| damaged("the file ends too early"))?;
    let (header, frame) = entry.split_at(ENTRY_HEADER);
    if header != entry_header(digest, location.stored, location.length) {
        return Err(damaged("another entry lies here"));
    }
    let capacity =
        usize::try_from(location.length).map_err(|_| damaged("too long for this machine"))?;
    let bytes = zstd::bulk::decompress(frame, capacity)
        .map_err(|_| damaged("it cannot be decompressed"))?;
    if Digest::of(&bytes) == *digest {
        Ok(bytes)
    } else {
        Err(damaged("its digest is another"))
    }
}

/// Reads header and frame, or nothing where the file is too short for them.
fn read_entry(path: &Path, location: Location) -> io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    let size = location.stored.saturating_add(ENTRY_HEADER as u64);
    if file.metadata()?.len() < location.offset.saturating_add(size) {
        return Ok(None);
    }
    file.seek(SeekFrom::Start(location.offset))?;
    let mut entry = Vec::new();
    file.take(size).read_to_end(&mut entry)?;
    Ok((entry.len() as u64 == size).then_some(entry))
}
