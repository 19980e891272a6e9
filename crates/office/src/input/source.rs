//! Files and nested archives that can be read from any position, by several readers at once.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tempfile::{SpooledData, spooled_tempfile};

use super::Limits;
use super::problem::Cause;

/// How many bytes a small read fetches.
const WINDOW: usize = 4096;

/// How many bytes of the current file were consumed.
pub(crate) type Meter = Arc<AtomicU64>;

#[derive(Debug)]
enum Bytes {
    File(File),
    Memory(Vec<u8>),
}

/// A file or a nested archive; each clone has its own position.
#[derive(Debug)]
pub(crate) struct Source {
    bytes: Arc<Bytes>,
    length: u64,
    position: u64,
    window: Vec<u8>,
    window_at: u64,
    meter: Meter,
}

impl Source {
    /// A file of known length, which counts in `meter` what is read.
    pub(crate) fn file(file: File, length: u64, meter: Meter) -> Self {
        Self::new(Bytes::File(file), length, meter)
    }

    fn new(bytes: Bytes, length: u64, meter: Meter) -> Self {
        Self {
            bytes: Arc::new(bytes),
            length,
            position: 0,
            window: Vec::new(),
            window_at: 0,
            meter,
        }
    }

    /// Keeps a stream, in memory if it is small and else in an unnamed temporary file.
    pub(crate) fn spool(mut reader: impl Read, limits: &Limits) -> Result<Self, SpoolError> {
        let memory = usize::try_from(limits.spool_memory).unwrap_or(usize::MAX);
        let mut spool = spooled_tempfile(memory);
        let mut block = vec![0; 256 * 1024];
        let mut length = 0;
        loop {
            let count = match reader.read(&mut block) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(SpoolError::Reading(error)),
            };
            length += count as u64;
            if length > limits.spool_bytes {
                let limit = limits.spool_bytes;
                return Err(SpoolError::Keeping(Cause::SpoolTooLarge { limit }));
            }
            let kept = spool.write_all(&block[..count]);
            kept.map_err(|source| SpoolError::Keeping(Cause::Spool { source }))?;
        }
        let bytes = match spool.into_inner() {
            SpooledData::InMemory(cursor) => Bytes::Memory(cursor.into_inner()),
            SpooledData::OnDisk(file) => Bytes::File(file),
        };
        Ok(Self::new(bytes, length, Meter::default()))
    }

    /// How many bytes there are.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Counts up to `bytes` as consumed.
    pub(crate) fn consumed_to(&self, bytes: u64) {
        self.meter
            .fetch_max(bytes.min(self.length), Ordering::Relaxed);
    }

    /// The same bytes from the beginning, without counting.
    pub(crate) fn detached(&self) -> Self {
        Self {
            meter: Meter::default(),
            position: 0,
            ..self.clone()
        }
    }

    /// The last bytes, at most `count`.
    pub(crate) fn tail(&self, count: u64) -> io::Result<Vec<u8>> {
        let mut reader = self.detached();
        reader.position = self.length.saturating_sub(count);
        let mut tail = Vec::new();
        reader.read_to_end(&mut tail)?;
        Ok(tail)
    }

    /// Whether these bytes stand at `position`.
    pub(crate) fn starts_at(&self, position: u64, bytes: &[u8]) -> bool {
        let mut reader = self.detached();
        reader.position = position;
        let mut found = Vec::new();
        let read = reader.take(bytes.len() as u64).read_to_end(&mut found);
        read.is_ok() && found == bytes
    }

    fn fetch(&self, buffer: &mut [u8], position: u64) -> io::Result<usize> {
        match &*self.bytes {
            Bytes::File(file) => read_at(file, buffer, position),
            Bytes::Memory(bytes) => {
                let from = usize::try_from(position).map_or(bytes.len(), |at| at.min(bytes.len()));
                (&bytes[from..]).read(buffer)
            }
        }
    }
}

/// Why a stream could not be kept.
pub(crate) enum SpoolError {
    /// The stream failed.
    Reading(io::Error),
    /// The keeping failed.
    Keeping(Cause),
}

impl Clone for Source {
    fn clone(&self) -> Self {
        Self {
            bytes: Arc::clone(&self.bytes),
            length: self.length,
            position: self.position,
            window: Vec::new(),
            window_at: 0,
            meter: Arc::clone(&self.meter),
        }
    }
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let within = self
            .position
            .checked_sub(self.window_at)
            .map(|at| at as usize);
        let count = match within
            .and_then(|at| self.window.get(at..))
            .filter(|rest| !rest.is_empty())
        {
            Some(mut rest) => rest.read(buffer)?,
            None if buffer.len() >= WINDOW || matches!(*self.bytes, Bytes::Memory(_)) => {
                let count = self.fetch(buffer, self.position)?;
                self.meter.fetch_add(count as u64, Ordering::Relaxed);
                count
            }
            None => {
                let mut window = std::mem::take(&mut self.window);
                window.resize(WINDOW, 0);
                let count = self.fetch(&mut window, self.position)?;
                window.truncate(count);
                self.window = window;
                self.window_at = self.position;
                self.meter.fetch_add(count as u64, Ordering::Relaxed);
                (&self.window[..]).read(buffer)?
            }
        };
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for Source {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(delta) => self.length.checked_add_signed(delta),
            SeekFrom::Current(delta) => self.position.checked_add_signed(delta),
        };
        let error = || io::Error::new(io::ErrorKind::InvalidInput, "a position before the start");
        self.position = position.ok_or_else(error)?;
        Ok(self.position)
    }
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], position: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, position)
}

#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], position: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, position)
}

/// A stream that counts what is read.
pub(crate) struct Counted<R> {
    reader: R,
    meter: Meter,
}

impl<R> Counted<R> {
    /// Counts in `meter` what is read from `reader`.
    pub(crate) fn new(reader: R, meter: Meter) -> Self {
        Self { reader, meter }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.meter.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
