//! The one writer of packs.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

use super::{ENTRY_HEADER, Extent, Location, PACK_HEADER, entry_header, pack_header};
use crate::{
    Digest, Error, Fault, Result, Step,
    fault::{Faults, failure},
    lock::Turn,
};

/// The library's usual level: patent XML shrinks to about a fifth, and higher levels cost much time for little.
const LEVEL: i32 = 3;

/// Appends entries behind the known end of the last pack.
///
/// It holds the right to write, so that not even an abandoned append can meet the next writer.
#[derive(Debug)]
pub(crate) struct Writer {
    folder: PathBuf,
    limit: u64,
    faults: Faults,
    known: Option<Extent>,
    open: Option<Open>,
    finished: Vec<Extent>,
    new_names: bool,
    _turn: Turn,
}

#[derive(Debug)]
struct Open {
    path: PathBuf,
    file: File,
    extent: Extent,
    synced: u64,
}

impl Writer {
    /// Makes a writer that touches no file before the first append.
    pub(crate) fn new(
        folder: PathBuf,
        limit: u64,
        faults: Faults,
        known: Option<Extent>,
        turn: Turn,
    ) -> Self {
        Self {
            folder,
            limit,
            faults,
            known,
            open: None,
            finished: Vec::new(),
            new_names: false,
            _turn: turn,
        }
    }

    /// Appends one entry; it is safe only after [`Self::sync`].
    pub(crate) fn append(&mut self, digest: &Digest, bytes: &[u8]) -> Result<Location> {
        let (entry, stored) = encode(digest, bytes)
            .map_err(|source| Error::file("compress content for", &self.folder, source))?;
        let faults = self.faults.clone();
        let open = self.room(entry.len() as u64)?;
        write(&faults, &mut open.file, &entry)
            .map_err(|source| Error::file("append to", &open.path, source))?;
        let location = Location {
            pack: open.extent.number,
            offset: open.extent.length,
            stored,
            length: bytes.len() as u64,
        };
        open.extent.length += entry.len() as u64;
        open.extent.entries += 1;
        open.extent.bytes += bytes.len() as u64;
        Ok(location)
    }

    /// Flushes everything appended and tells how far each touched pack goes.
    pub(crate) fn sync(&mut self) -> Result<Vec<Extent>> {
        if let Some(open) = &mut self.open {
            open.sync(&self.faults)?;
        }
        if self.new_names {
            self.faults
                .around(Step::SyncFolder, || sync_folder(&self.folder))
                .map_err(|source| Error::file("flush", &self.folder, source))?;
            self.new_names = false;
        }
        let open = self.open.as_ref().map(|open| open.extent);
        Ok(self.finished.iter().copied().chain(open).collect())
    }

    /// Gives the pack that has room for an entry: the last one or the next one.
    fn room(&mut self, size: u64) -> Result<&mut Open> {
        if self.open.is_none()
            && let Some(known) = self.known
        {
            self.open = Some(resume(&self.folder, known, &self.faults)?);
        }
        let next = match &mut self.open {
            None => Some(1),
            Some(open) if open.extent.entries > 0 && open.extent.length + size > self.limit => {
                open.sync(&self.faults)?;
                self.finished.push(open.extent);
                Some(open.extent.number + 1)
            }
            Some(_) => None,
        };
        if let Some(number) = next {
            self.open = Some(create(&self.folder, number, &self.faults)?);
            self.new_names = true;
        }
        Ok(self.open.as_mut().expect("a pack was opened above"))
    }
}

impl Open {
    fn sync(&mut self, faults: &Faults) -> Result<()> {
        if self.synced == self.extent.length {
            return Ok(());
        }
        let result = match faults.at(Step::Sync) {
            None => self.file.sync_all(),
            Some(fault) => self.lose(fault).and_then(|()| Err(failure())),
        };
        result.map_err(|source| Error::file("flush", &self.path, source))?;
        self.synced = self.extent.length;
        Ok(())
    }

    /// Does what a failed flush may leave behind: all, a part or nothing of what was not yet safe.
    fn lose(&mut self, fault: Fault) -> io::Result<()> {
        match fault {
            Fault::Lost => self.file.set_len(self.synced),
            Fault::Torn => self.file.set_len(self.synced.midpoint(self.extent.length)),
            Fault::Kept => self.file.sync_all(),
        }
    }
}

/// Opens the last pack at its known end and cuts off what was never acknowledged.
fn resume(folder: &Path, known: Extent, faults: &Faults) -> Result<Open> {
    let path = super::path(folder, known.number);
    let wrong = |what| Error::Pack {
        pack: path.clone(),
        what,
    };
    let failed = |source| Error::file("continue", &path, source);
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .open(&path)
        .map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    if length < known.length {
        return Err(wrong("it is shorter than the database says"));
    }
    let mut header = [0; PACK_HEADER];
    file.read_exact(&mut header).map_err(failed)?;
    if header != pack_header(known.number) {
        return Err(wrong("its header is not that of this pack"));
    }
    if length > known.length {
        faults
            .around(Step::Cut, || file.set_len(known.length))
            .map_err(failed)?;
    }
    file.seek(SeekFrom::Start(known.length)).map_err(failed)?;
    Ok(Open {
        path,
        file,
        extent: known,
        synced: known.length,
    })
}

/// Makes a pack, over whatever an interrupted writer may have left under its name.
fn create(folder: &Path, number: u32, faults: &Faults) -> Result<Open> {
    let path = super::path(folder, number);
    let file = faults
        .around(Step::Create, || {
            let mut file = File::create(&path)?;
            file.write_all(&pack_header(number)).map(|()| file)
        })
        .map_err(|source| Error::file("create", &path, source))?;
    let extent = Extent {
        number,
        length: PACK_HEADER as u64,
        entries: 0,
        bytes: 0,
    };
    Ok(Open {
        path,
        file,
        extent,
        synced: 0,
    })
}

fn encode(digest: &Digest, bytes: &[u8]) -> io::Result<(Vec<u8>, u64)> {
    let mut entry = vec![0; ENTRY_HEADER + zstd::zstd_safe::compress_bound(bytes.len())];
    let stored = zstd::bulk::compress_to_buffer(bytes, &mut entry[ENTRY_HEADER..], LEVEL)?;
    entry.truncate(ENTRY_HEADER + stored);
    let header = entry_header(digest, stored as u64, bytes.len() as u64);
    entry[..ENTRY_HEADER].copy_from_slice(&header);
    Ok((entry, stored as u64))
}

fn write(faults: &Faults, file: &mut File, entry: &[u8]) -> io::Result<()> {
    match faults.at(Step::Append) {
        None => file.write_all(entry),
        Some(fault) => {
            let kept = match fault {
                Fault::Lost => 0,
                Fault::Torn => entry.len() / 2,
                Fault::Kept => entry.len(),
            };
            file.write_all(&entry[..kept]).and_then(|()| Err(failure()))
        }
    }
}

/// Makes the names in a folder durable, where the system can.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}
