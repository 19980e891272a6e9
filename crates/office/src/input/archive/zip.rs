//! Reads the entries of a ZIP archive through its directory.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::{Arc, OnceLock};

use ::zip::ZipArchive;
use memchr::memmem;

use super::{entry_name, split_name};
use crate::input::guard::{Guard, Packed};
use crate::input::problem::{Cause, Problem};
use crate::input::siblings::{is_plain, read_within};
use crate::input::source::{Source, SpoolError};
use crate::input::{Content, Event, Flow, GO_ON, Limits, Node, Origin, Place, Siblings, Walk};

/// What the directory says of an entry.
struct Listed {
    name: String,
    start: u64,
    packed: u64,
    size: u64,
    folder: bool,
    link: bool,
    encrypted: bool,
}

impl<V: FnMut(Event<'_>) -> Flow> Walk<'_, V> {
    /// Keeps a ZIP archive that comes in a stream, then reads its entries.
    pub(crate) fn spooled_zip(&mut self, node: &Node, reader: &mut dyn Read) -> Flow {
        match Source::spool(reader, &self.limits) {
            Ok(source) => self.zip(node, source),
            Err(error) => self.not_spooled(node, error),
        }
    }

    /// Keeps a stream in which a ZIP archive may begin behind other bytes, then looks at it as a file.
    pub(crate) fn spooled(&mut self, node: &Node, reader: &mut dyn Read) -> Flow {
        match Source::spool(reader, &self.limits) {
            Ok(source) => self.enter(node, Origin::File(source)),
            Err(error) => self.not_spooled(node, error),
        }
    }

    fn not_spooled(&mut self, node: &Node, error: SpoolError) -> Flow {
        let cause = match error {
            SpoolError::Keeping(cause) => cause,
            SpoolError::Reading(error) => self.budget().explain(node.inside, error),
        };
        self.fail(node, cause)
    }

    /// Reads the entries of a ZIP archive.
    pub(crate) fn zip(&mut self, node: &Node, source: Source) -> Flow {
        let budget = self.budget();
        let declared = declared_entries(&source).unwrap_or(0);
        if let Err(cause) = budget.may_hold(declared) {
            return self.fail(node, cause);
        }
        let mut archive = match ZipArchive::new(source.clone()) {
            Ok(archive) => archive,
            Err(error) => return self.fail(node, Cause::zip(error)),
        };
        let listed = match list(&archive) {
            Ok(listed) => listed,
            Err(cause) => return self.fail(node, cause),
        };
        if overlap(&listed, archive.central_directory_start()) {
            return self.fail(node, Cause::Overlap);
        }
        if archive.has_duplicate_names() {
            self.fail(node, Cause::DuplicateNames)?;
        }
        if listed.is_empty() {
            return self.skip(node, Content::EmptyArchive);
        }
        let bundle = Arc::new(Bundle {
            archive: archive.clone(),
            place: node.place(),
            limits: self.limits.clone(),
            names: OnceLock::new(),
        });
        let mut consumed = 0_u64;
        for (index, entry) in listed.iter().enumerate() {
            if let Err(cause) = budget.count_entry() {
                return self.fail(node, cause);
            }
            self.zip_entry(node, &mut archive, (index, entry), &bundle)?;
            if budget.is_spent() {
                return GO_ON;
            }
            consumed = consumed.saturating_add(entry.packed);
            source.consumed_to(consumed);
            self.tick()?;
        }
        GO_ON
    }

    fn zip_entry(
        &mut self,
        node: &Node,
        archive: &mut ZipArchive<Source>,
        (index, listed): (usize, &Listed),
        bundle: &Arc<Bundle>,
    ) -> Flow {
        if listed.folder && listed.size == 0 {
            return GO_ON;
        }
        let name = match entry_name(&listed.name) {
            Ok(name) => name,
            Err(cause) => {
                return self.fail(&node.child(&listed.name.replace('\0', "\u{fffd}")), cause);
            }
        };
        let mut child = node.child(&name);
        if listed.folder {
            let detail = "a folder's entry holds data".to_owned();
            return self.fail(
                &child,
                Cause::Damaged {
                    what: "ZIP archive",
                    detail,
                },
            );
        }
        if listed.link {
            return self.skip(&child, Content::Link);
        }
        if listed.encrypted {
            return self.fail(&child, Cause::Encrypted);
        }
        let limit = self.limits.entry_bytes;
        if listed.size > limit {
            return self.fail(&child, Cause::EntryTooLarge { limit });
        }
        let (folder, _) = split_name(&name);
        child.siblings = Arc::new(ZipFolder {
            bundle: Arc::clone(bundle),
            folder,
        });
        let file = match archive.by_index(index) {
            Ok(file) => file,
            Err(error) => return self.fail(&child, Cause::zip(error)),
        };
        let budget = self.budget();
        let mut guard = Guard::new(file, &budget, limit, "ZIP archive")
            .packed(Packed::Bytes(listed.packed))
            .declared(listed.size);
        self.enter(&child.inside("ZIP archive"), Origin::Stream(&mut guard))
    }
}

fn list(archive: &ZipArchive<Source>) -> Result<Vec<Listed>, Cause> {
    let entry = |index| {
        let data = archive.by_index_data(index).map_err(Cause::zip)?;
        // Many programs write UTF-8 names without saying so.
        let name = match std::str::from_utf8(data.name_raw()) {
            Ok(name) => name.to_owned(),
            Err(_) => data.name().map_or_else(
                |_| String::from_utf8_lossy(data.name_raw()).into_owned(),
                |name| name.into_owned(),
            ),
        };
        Ok(Listed {
            start: data
                .header_start()
                .saturating_add(30 + data.name_raw().len() as u64),
            packed: data.compressed_size(),
            size: data.size(),
            folder: data.is_dir(),
            link: data.is_symlink(),
            encrypted: data.encrypted(),
            name,
        })
    };
    (0..archive.len()).map(entry).collect()
}

/// Whether entries share bytes with one another or with the directory, as in a ZIP bomb.
fn overlap(listed: &[Listed], directory: u64) -> bool {
    let mut ranges: Vec<(u64, u64)> = listed
        .iter()
        .map(|entry| (entry.start, entry.start.saturating_add(entry.packed)))
        .collect();
    ranges.sort_unstable();
    ranges.windows(2).any(|pair| pair[0].1 > pair[1].0)
        || ranges.last().is_some_and(|range| range.1 > directory)
}

/// Whether the file ends with the directory of a ZIP archive, whatever it begins with.
///
/// Self-extracting archives begin with a program, archives cut from a mail with its header. One read of the last
/// bytes tells; the record at the end must say where the directory begins, and the directory must begin there.
pub(crate) fn ends_as_archive(source: &Source) -> bool {
    let Ok(tail) = source.tail(TAIL) else {
        return false;
    };
    let tail_at = source.length() - tail.len() as u64;
    memmem::rfind_iter(&tail, END).any(|at| {
        let size = number(&tail, at + 12, 4);
        let directory = size.and_then(|size| (tail_at + at as u64).checked_sub(size));
        // A ZIP64 archive says the size in another record, which a locator before this one names.
        let long = at.checked_sub(20).and_then(|at| tail.get(at..at + 4)) == Some(b"PK\x06\x07");
        let starts = |at: u64| source.starts_at(at, b"PK\x01\x02");
        size.is_some_and(|size| size > 0) && (long || directory.is_some_and(starts))
    })
}

/// Whether the header of an entry stands somewhere in the first bytes of a stream.
pub(crate) fn begins_within(head: &[u8]) -> bool {
    memmem::find_iter(head, b"PK\x03\x04").any(|at| {
        let version = number(head, at + 4, 2).is_some_and(|version| version & 0xFF <= 63);
        let method = number(head, at + 8, 2).is_some_and(|method| method < 100);
        let name = number(head, at + 26, 2).is_some_and(|length| (1..1024).contains(&length));
        version && method && name
    })
}

/// How many bytes at the end are searched for the end of the directory.
const TAIL: u64 = 66 * 1024 + 128;
/// How the end record of the directory begins.
const END: &[u8] = b"PK\x05\x06";

/// A number of up to eight bytes.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let mut number = [0; 8];
    number[..length].copy_from_slice(bytes.get(at..at + length)?);
    Some(u64::from_le_bytes(number))
}

/// How many entries the directory's end records speak of, before any memory is spent on them.
fn declared_entries(source: &Source) -> Option<u64> {
    let tail = source.tail(TAIL).ok()?;
    let short = memmem::find_iter(&tail, END).filter_map(|at| number(&tail, at + 10, 2));
    let long = memmem::find_iter(&tail, b"PK\x06\x06").filter_map(|at| number(&tail, at + 32, 8));
    // Stray signatures inside compressed data speak of more entries than the file could list.
    short
        .chain(long)
        .filter(|count| count.saturating_mul(46) <= source.length())
        .max()
}

/// A ZIP archive whose entries can be read in any order.
struct Bundle {
    archive: ZipArchive<Source>,
    place: Place,
    limits: Limits,
    names: OnceLock<BTreeMap<(String, String), usize>>,
}

impl Bundle {
    fn names(&self) -> &BTreeMap<(String, String), usize> {
        self.names.get_or_init(|| {
            let listed = list(&self.archive).unwrap_or_default();
            let files = listed
                .iter()
                .enumerate()
                .filter(|(_, entry)| !entry.folder && !entry.link);
            let named = files.filter_map(|(index, entry)| {
                Some((split_name(&entry_name(&entry.name).ok()?), index))
            });
            named.collect()
        })
    }

    fn read(&self, index: usize) -> Result<Vec<u8>, Cause> {
        let mut archive = self.archive.clone();
        let data = archive.by_index_data(index).map_err(Cause::zip)?;
        let limit = self.limits.sibling_bytes;
        let most = self
            .limits
            .ratio_floor
            .max(data.compressed_size().saturating_mul(self.limits.ratio));
        if data.encrypted() {
            return Err(Cause::Encrypted);
        }
        if data.size() > limit {
            return Err(Cause::SiblingTooLarge { limit });
        }
        if data.size() > most {
            return Err(Cause::Ratio {
                limit: self.limits.ratio,
            });
        }
        let declared = data.size();
        let file = archive.by_index(index).map_err(Cause::zip)?;
        let bytes = read_within(file, limit.min(most), "ZIP archive")?;
        let found = bytes.len() as u64;
        if found != declared {
            return Err(Cause::SizeMismatch { declared, found });
        }
        Ok(bytes)
    }
}

/// One folder of a ZIP archive.
struct ZipFolder {
    bundle: Arc<Bundle>,
    folder: String,
}

impl Siblings for ZipFolder {
    fn read(&self, name: &str) -> Option<Result<Vec<u8>, Problem>> {
        let place = &self.bundle.place;
        if !is_plain(name) {
            let cause = Cause::NotPlainName {
                name: name.to_owned(),
            };
            return Some(Err(Problem {
                place: place.clone(),
                cause,
            }));
        }
        let key = (self.folder.clone(), name.to_lowercase());
        let index = *self.bundle.names().get(&key)?;
        Some(self.bundle.read(index).map_err(|cause| {
            let folder = if self.folder.is_empty() { "" } else { "/" };
            let place = place.joined(&format!("{}{folder}{name}", self.folder));
            Problem { place, cause }
        }))
    }
}
