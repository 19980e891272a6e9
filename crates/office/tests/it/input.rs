//! Walks over ordinary and hostile inputs that the tests make themselves.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::Compression;
use flate2::write::GzEncoder;
use office::input::{
    Cause, Event, Limits, OwnedDocument, Problem, Siblings, Tally, walk, walk_with,
};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

mod archives;
mod bombs;

const A: &[u8] = b"<?xml version=\"1.0\"?>\n<a/>\n";
const B: &[u8] = b"<?xml version=\"1.0\"?>\n<b/>\n";

/// All that a walk reported.
#[derive(Default)]
struct Seen {
    documents: Vec<OwnedDocument>,
    failures: Vec<Problem>,
    skipped: Vec<String>,
    progress: Vec<(u64, Option<u64>)>,
    tally: Tally,
}

impl Seen {
    fn take(&mut self, event: Event<'_>) -> ControlFlow<()> {
        match event {
            Event::Document(document) => self.documents.push(document.copy_into(Vec::new())),
            Event::Failure(problem) => self.failures.push(problem),
            Event::Skipped { place, what } => self.skipped.push(format!("{place}: {what}")),
            Event::Progress { done, total } => self.progress.push((done, total)),
            Event::Part(document, _) => panic!("{} comes in parts", document.place),
        }
        ControlFlow::Continue(())
    }

    /// The places of the documents, without the test's own folder.
    fn places(&self, folder: &TempDir) -> Vec<String> {
        let prefix = format!("{}/", folder.path().display());
        self.documents
            .iter()
            .map(|found| found.place.to_string().replace(&prefix, ""))
            .collect()
    }

    fn texts(&self) -> Vec<String> {
        let text = |found: &OwnedDocument| String::from_utf8_lossy(&found.bytes).into_owned();
        self.documents.iter().map(text).collect()
    }

    fn causes(&self) -> Vec<String> {
        self.failures
            .iter()
            .map(|problem| problem.cause.to_string())
            .collect()
    }

    /// The only failure there is.
    fn failure(&self) -> &Problem {
        assert_eq!(self.failures.len(), 1, "{:?}", self.failures);
        let problem = &self.failures[0];
        assert!(!problem.remedy().is_empty());
        problem
    }
}

fn look(inputs: &[&Path], limits: &Limits) -> Seen {
    let mut seen = Seen::default();
    let tally = walk(inputs, limits, |event| seen.take(event));
    seen.tally = tally;
    check(&seen);
    seen
}

fn check(seen: &Seen) {
    assert_eq!(seen.tally.documents, seen.documents.len() as u64);
    assert_eq!(seen.tally.failures, seen.failures.len() as u64);
    assert_eq!(seen.tally.skipped, seen.skipped.len() as u64);
    if let Some((done, total)) = seen.progress.last() {
        assert!(
            total.is_none_or(|total| *done == total),
            "{done} of {total:?}"
        );
    }
}

/// Writes one file and walks over it.
fn look_at(name: &str, bytes: &[u8]) -> Seen {
    look_within(name, bytes, &Limits::default())
}

fn look_within(name: &str, bytes: &[u8], limits: &Limits) -> Seen {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    look(&[&path], limits)
}

fn look_at_stream(mut bytes: &[u8], limits: &Limits) -> Seen {
    let mut seen = Seen::default();
    let tally = walk_with(&["-"], &mut bytes, limits, |event| seen.take(event));
    seen.tally = tally;
    check(&seen);
    seen
}

pub(crate) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    zip_with(entries, CompressionMethod::Deflated)
}

fn zip_with(entries: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in entries {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn tar(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in entries {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        builder.append_data(&mut header, name, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

pub(crate) fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn concatenated_file_is_cut() {
    let text = [
        A,
        B,
        b"\xEF\xBB\xBF<?xml ?>\r\n<c><![CDATA[<x>\n<?xml ?>]]></c>",
    ]
    .concat();
    let seen = look_at("weekly", &text);
    assert_eq!(seen.texts().concat().as_bytes(), text);
    let spots: Vec<_> = seen
        .documents
        .iter()
        .map(|d| (d.place.offset, d.place.line))
        .collect();
    let length = A.len() as u64;
    assert_eq!(spots, [(0, 1), (length, 3), (2 * length, 5)]);
    assert_eq!(seen.tally.document_bytes, text.len() as u64);
    assert!(seen.documents[1].place.to_string().ends_with("weekly:3"));
}

#[test]
fn named_file_is_handed_over_whatever_it_is() {
    let samples: [&[u8]; 8] = [
        b"",
        b" \n ",
        b"hello",
        b"%PDF-1.7 ...",
        b"\0\x01\x02",
        b"<!ELEMENT a (b)>",
        b"<!DOCTYPE html><html/>",
        b"PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaa[Content_Types].xml",
    ];
    for bytes in samples {
        let seen = look_at("x.xml", bytes);
        assert_eq!(seen.texts(), [String::from_utf8_lossy(bytes)]);
        assert!(seen.failures.is_empty() && seen.skipped.is_empty());
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("x.xml"), bytes).unwrap();
        let seen = look(&[folder.path()], &Limits::default());
        assert_eq!(
            (seen.documents.len(), seen.skipped.len()),
            (0, 1),
            "{bytes:?}"
        );
    }
    assert_eq!(look_at("x.gz", &gz(b"hello")).texts(), ["hello"]);
    assert_eq!(look_at("x.gz", &gz(b"")).texts(), [""]);
}

/// UTF-16 in the order of bytes that `order` gives.
fn units(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn utf16_is_cut_like_other_text() {
    let first = "<?xml version='1.0'?>\n<a>\u{e9}<!-- \n<?xml ?> --></a>\n";
    let second = "<?xml version='1.0'?><b/>\r\n";
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        for mark in ["", "\u{feff}"] {
            let documents =
                [first, second, first].map(|text| units(&format!("{mark}{text}"), order));
            let folder = TempDir::new().unwrap();
            fs::write(folder.path().join("x"), documents.concat()).unwrap();
            let seen = look(&[folder.path()], &Limits::default());
            let bytes: Vec<_> = seen.documents.iter().map(|found| &found.bytes).collect();
            assert_eq!(bytes, documents.iter().collect::<Vec<_>>());
            let place = &seen.documents[2].place;
            let before = documents[0].len() + documents[1].len();
            assert_eq!((place.offset, place.line), (before as u64, 5));
            let limits = Limits {
                document_bytes: 70,
                ..Limits::default()
            };
            let seen = look(&[folder.path()], &limits);
            assert_eq!((seen.documents.len(), seen.failures.len()), (1, 2));
            let bare = look_at("x", &units("<a>\u{20ac}</a>", order));
            assert_eq!(bare.documents.len(), 1);
        }
    }
}

#[test]
fn large_utf16_streams_pass_through() {
    let text = ["<?xml ?>\n<a>", &"t\u{e9}xt\n".repeat(20_000), "</a>\n"].concat();
    let document = units(&text, u16::to_le_bytes);
    let (length, copies) = (document.len(), 300);
    let mut stream = Endless {
        document,
        at: 0,
        left: length * copies,
    };
    let mut lengths = Vec::new();
    let tally = walk_with(&["-"], &mut stream, &Limits::default(), |event| {
        if let Event::Document(document) = event {
            lengths.push(document.bytes.len());
        }
        ControlFlow::Continue(())
    });
    assert_eq!(tally.documents, copies as u64);
    assert!(lengths.iter().all(|found| *found == length));
}

#[test]
fn utf32_is_refused_with_a_remedy() {
    for mark in ["", "\u{feff}"] {
        let text = format!("{mark}<?xml version='1.0'?><a/>");
        let little: Vec<u8> = text
            .chars()
            .flat_map(|c| u32::from(c).to_le_bytes())
            .collect();
        let big: Vec<u8> = text
            .chars()
            .flat_map(|c| u32::from(c).to_be_bytes())
            .collect();
        for bytes in [little, big] {
            let seen = look_at("x.xml", &bytes);
            assert_eq!(seen.documents.len(), 0);
            let problem = seen.failure();
            let said = format!("{}; {}", problem.cause, problem.remedy());
            assert_eq!(said, "UTF-32 is not read; save it as UTF-8");
        }
    }
}

#[test]
fn folders_are_sorted_and_told_by_content() {
    let folder = TempDir::new().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    put("b.TIF", b"II*\0....");
    put("b.md5", b"d41d8cd98f00b204e9800998ecf8427e  b.TIF");
    put(
        "b.dtd",
        b"<?xml version='1.0'?>\n<!-- a\ndtd -->\n<!ENTITY % x 'y'>",
    );
    put(
        "b.xsd",
        b"<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>",
    );
    put("b.7z", b"7z\xBC\xAF\x27\x1C....");
    put("z/1.dat", A);
    put("a.xml", &[A, B].concat());
    put("c.pdf", B);
    put(
        "d.txt",
        &zip(&[("x.bin", A), ("i.png", b"\x89PNG\r\n\x1A\n")]),
    );
    let seen = look(&[folder.path()], &Limits::default());
    assert_eq!(
        seen.places(&folder),
        ["a.xml", "a.xml:3", "c.pdf", "d.txt!/x.bin", "z/1.dat"]
    );
    let ends = |end: &str| seen.skipped.iter().any(|line| line.ends_with(end));
    for end in [
        "TIF: TIFF image",
        "md5: plain text",
        "dtd: DTD",
        "xsd: XML Schema",
        "i.png: PNG image",
    ] {
        assert!(ends(end), "{end}: {:?}", seen.skipped);
    }
    assert!(matches!(
        seen.failure().cause,
        Cause::Container { name: "7-Zip" }
    ));
}

#[cfg(unix)]
#[test]
fn links_and_odd_names_are_safe() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let folder = TempDir::new().unwrap();
    let sub = folder.path().join("sub");
    fs::create_dir(&sub).unwrap();
    symlink(folder.path(), sub.join("up")).unwrap();
    symlink("nowhere", sub.join("gone")).unwrap();
    symlink(&sub, folder.path().join("again")).unwrap();
    fs::write(sub.join(OsStr::from_bytes(b"\xFF\xE9.xml")), A).unwrap();
    let seen = look(&[folder.path()], &Limits::default());
    assert_eq!(seen.documents.len(), 1);
    assert_eq!(seen.skipped.len(), 2, "{:?}", seen.skipped);
    assert!(matches!(seen.failure().cause, Cause::Open { .. }));
    assert_eq!(seen.failure().remedy(), "check the path");
}

#[test]
fn problems_never_end_the_batch() {
    let folder = TempDir::new().unwrap();
    let missing = folder.path().join("missing.xml");
    let good = folder.path().join("good.xml");
    fs::write(&good, A).unwrap();
    let seen = look(&[&missing, &good, &missing, &good], &Limits::default());
    assert_eq!((seen.documents.len(), seen.failures.len()), (2, 2));
    assert!(seen.failures[0].to_string().ends_with("missing.xml"));
}

#[test]
fn streams_are_read_like_files() {
    let limits = Limits::default();
    assert_eq!(look_at_stream(&[A, B].concat(), &limits).documents.len(), 2);
    assert_eq!(look_at_stream(b"", &limits).texts(), [""]);
    let seen = look_at_stream(
        &gz(&tar(&[("z.zip", &zip(&[("a.xml", A), ("b.xml", B)]))])),
        &limits,
    );
    assert_eq!(seen.documents.len(), 2);
    assert_eq!(seen.documents[1].place.to_string(), "-!/z.zip!/b.xml");
    assert!(seen.progress.iter().all(|(_, total)| total.is_none()));
    let seen = look_at_stream(A, &limits);
    let beside = seen.documents[0].siblings.read("x.tif").unwrap();
    assert!(matches!(beside.unwrap_err().cause, Cause::OneWay));
}

#[test]
fn visitor_may_stop() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x");
    fs::write(&path, A.repeat(10)).unwrap();
    let mut count = 0;
    let tally = walk(&[&path], &Limits::default(), |event| {
        count += usize::from(matches!(event, Event::Document(_)));
        if count == 3 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert!(tally.stopped && tally.documents == 3);
}

#[test]
fn limits_are_kept() {
    let limits = Limits {
        document_bytes: 30,
        ..Limits::default()
    };
    let seen = look_within(
        "x",
        &[A, &[b"<?xml ?>", &[b'x'; 100][..]].concat(), b"\n", B].concat(),
        &limits,
    );
    assert_eq!(seen.documents.len(), 2);
    assert!(matches!(
        seen.failure().cause,
        Cause::DocumentTooLarge { limit: 30 }
    ));
    assert_eq!(seen.failure().place.line, 3);
    // Without XML declarations the documents are one, and the limit holds for them together.
    let bare = b"<a/>\n".repeat(10);
    let seen = look_within("x", &bare, &limits);
    assert!(seen.documents.is_empty());
    let problem = seen.failure();
    assert_eq!(
        problem.cause.to_string(),
        "the document is larger than 30 bytes"
    );
    assert!(problem.remedy().contains("give each its XML declaration"));
    assert_eq!(look_within("x", &bare[..30], &limits).documents.len(), 1);
    let limits = Limits {
        total_bytes: Some(60),
        ..Limits::default()
    };
    let seen = look_within("x", &A.repeat(5), &limits);
    assert!(matches!(
        seen.failure().cause,
        Cause::TotalBytes { limit: 60 }
    ));
    assert!(seen.tally.stopped && seen.documents.len() == 2);
}

#[test]
fn files_beside_a_document_can_be_read() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("d.xml"), A).unwrap();
    fs::write(folder.path().join("D-1.Tif"), b"II*\0").unwrap();
    fs::create_dir(folder.path().join("sub")).unwrap();
    fs::write(folder.path().join("sub/secret"), b"").unwrap();
    let file = folder.path().join("d.xml");
    let seen = look(&[&file], &Limits::default());
    let siblings = &seen.documents[0].siblings;
    assert_eq!(siblings.read("D-1.Tif").unwrap().unwrap(), b"II*\0");
    assert_eq!(siblings.read("d-1.tif").unwrap().unwrap(), b"II*\0");
    assert!(siblings.read("d-2.tif").is_none());
    assert!(siblings.read("sub").is_none());
    refuses_paths(siblings);
    let small = Limits {
        sibling_bytes: 3,
        ..Limits::default()
    };
    let seen = look(&[&file], &small);
    let error = seen.documents[0]
        .siblings
        .read("D-1.Tif")
        .unwrap()
        .unwrap_err();
    assert!(matches!(error.cause, Cause::SiblingTooLarge { limit: 3 }));
}

fn refuses_paths(siblings: &Arc<dyn Siblings>) {
    for name in [
        "",
        ".",
        "..",
        "../x",
        "/etc/passwd",
        "a/b",
        "a\\b",
        "C:x",
        "a\0",
    ] {
        let refused = siblings.read(name).unwrap().unwrap_err();
        assert!(
            matches!(refused.cause, Cause::NotPlainName { .. }),
            "{name:?}"
        );
    }
}

/// A stream of gigabytes that is made while it is read.
struct Endless {
    document: Vec<u8>,
    at: usize,
    left: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let rest = &self.document[self.at..];
        let count = rest.len().min(buffer.len()).min(self.left);
        buffer[..count].copy_from_slice(&rest[..count]);
        self.at = (self.at + count) % self.document.len();
        self.left -= count;
        Ok(count)
    }
}

#[test]
fn large_streams_pass_through() {
    let document = [&b"<?xml ?>\n<a>"[..], &b"text\n".repeat(20_000), b"</a>\n"].concat();
    let copies = 1000;
    let left = document.len() * copies;
    let mut stream = Endless {
        document,
        at: 0,
        left,
    };
    let tally = walk_with(&["-"], &mut stream, &Limits::default(), |_| {
        ControlFlow::Continue(())
    });
    assert_eq!(
        (tally.documents, tally.document_bytes),
        (copies as u64, left as u64)
    );
}

#[test]
fn shared_data_are_told_apart() {
    let named = std::env::var_os("CHANCERY_SHARED").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let data = named.unwrap_or(beside).join("data");
    if !data.is_dir() {
        println!("skipped: no shared data");
        return;
    }
    let mut failures = Vec::new();
    let mut by_kind = BTreeMap::new();
    let tally = walk(&[&data], &Limits::default(), |event| {
        match event {
            Event::Failure(problem) => failures.push(format!("{problem}: {}", problem.cause)),
            Event::Skipped { what, place } => {
                let is_xml = place.source.ends_with(".xml");
                *by_kind.entry((what, is_xml)).or_insert(0) += 1;
            }
            Event::Document(document) | Event::Part(document, _) => {
                assert!(!document.bytes.is_empty());
            }
            Event::Progress { .. } => {}
        }
        ControlFlow::Continue(())
    });
    println!("{tally:?}\n{by_kind:#?}\n{failures:#?}");
    assert!(tally.documents > 0);
}
