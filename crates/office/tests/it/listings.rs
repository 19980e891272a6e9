//! Long sequence listings are checked part by part, and nothing else changes.

use crate::input::{gz, zip};
use check::Profile;
use check::listing::leave_to_rules;
use model::{Finding, Record};
use office::checking::{Checked, Settings, check};
use office::input::{Event, Limits, Part, walk, walk_in_parts};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use tempfile::TempDir;

/// A listing of about so many bytes.
fn long(bytes: usize) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../check/tests/listing/valid.xml");
    let text = fs::read_to_string(path).unwrap();
    let start = text.find("<SequenceData sequenceIDNumber=\"8\"").unwrap();
    let end = text.find("</ST26SequenceListing>").unwrap();
    let mut out = text[..start].to_owned();
    let mut number = 7;
    while out.len() < bytes {
        number += 1;
        out += &text[start..end].replace(
            "sequenceIDNumber=\"8\"",
            &format!("sequenceIDNumber=\"{number}\""),
        );
    }
    out = out.replace("Quantity>8<", &format!("Quantity>{number}<"));
    out + &text[end..]
}

fn settings(jobs: usize) -> Settings {
    Settings {
        profile: Profile::default(),
        schemas: None,
        jobs,
        limits: Limits::default(),
    }
}

fn checks(path: &Path, jobs: usize) -> Vec<Checked> {
    let mut all = Vec::new();
    let inputs = [path.to_string_lossy().into_owned()];
    check(&inputs, &settings(jobs), |checked| all.push(checked)).unwrap();
    all
}

/// What is found in the documents of a file when each is read as a whole.
fn as_a_whole(path: &Path) -> Vec<(Option<String>, Vec<Finding>)> {
    let mut all = Vec::new();
    walk(&[path], &Limits::default(), |event| {
        let Event::Document(document) = event else {
            return ControlFlow::Continue(());
        };
        let read = formats::read(document.bytes, &Limits::default().of_document()).unwrap();
        for entry in read.reading.entries {
            let mut findings = entry.findings;
            if let Some(record) = &entry.record {
                let report = check::run(record, None, &Profile::default());
                leave_to_rules(&mut findings, &report.findings);
                findings.extend(report.findings);
            }
            Profile::default().apply(&mut findings);
            for finding in &mut findings {
                if finding.span.line > 0 {
                    finding.span.line += document.place.line - 1;
                }
            }
            let name = entry.record.as_ref().and_then(Record::name);
            all.push((name.map(|name| name.to_string()), findings));
        }
        ControlFlow::Continue(())
    });
    all
}

/// The text with `put` in place of what stands first in its last fifth.
fn changed(text: &str, taken: &str, put: &str) -> String {
    let from = text.floor_char_boundary(text.len() / 5 * 4);
    let at = from + text[from..].find(taken).unwrap();
    format!("{}{put}{}", &text[..at], &text[at + taken.len()..])
}

fn cases() -> Vec<(&'static str, String)> {
    let text = long(11 << 18);
    let end = "</ST26SequenceListing>";
    vec![
        ("whole", text.clone()),
        (
            "mark and returns",
            format!("\u{feff}{}", text.replace('\n', "\r\n")),
        ),
        ("a fault", changed(&text, ">PAT<", ">SYN<")),
        (
            "an unknown element",
            changed(&text, "<INSDSeq_division>", "<a>b</a><INSDSeq_division>"),
        ),
        (
            "text between",
            changed(&text, "<SequenceData ", "words <SequenceData "),
        ),
        (
            "out of order",
            changed(
                &text,
                "<SequenceData ",
                "<ApplicantFileReference>x</ApplicantFileReference><SequenceData ",
            ),
        ),
        ("cut off", text[..text.len() - 500].to_owned()),
        ("without an end", text.replace(end, "")),
        ("never closed", changed(&text, "</INSDSeq>", "")),
        (
            "a comment",
            changed(&text, "<INSDSeq>", "<!-- </SequenceData> --><INSDSeq>"),
        ),
        (
            "a comment that is never closed",
            changed(&text, "<INSDSeq>", "<INSDSeq><!--"),
        ),
        ("no such entity", changed(&text, ">PAT<", ">&no;<")),
        ("a listing behind it", format!("{text}{text}")),
        (
            "another root behind it",
            text.replace(end, "</ST26SequenceListing><ST26SequenceListing/>"),
        ),
        ("words behind it", text.clone() + "words"),
        (
            "an entity of its own",
            text.replace("_V1_3.dtd\">", "_V1_3.dtd\" [<!ENTITY a 'b'>]>"),
        ),
        (
            "another encoding",
            text.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\""),
        ),
    ]
}

#[test]
fn a_long_listing_gives_the_findings_of_a_whole_one() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a");
    for (name, text) in cases() {
        fs::write(&path, &text).unwrap();
        let wanted = as_a_whole(&path);
        for jobs in [1, 2] {
            let found = checks(&path, jobs);
            assert_eq!(
                found.len(),
                wanted.len(),
                "{name}: {:?}",
                found.iter().map(|one| &one.error).collect::<Vec<_>>()
            );
            for (found, (document, findings)) in found.iter().zip(&wanted) {
                assert!(found.error.is_none(), "{name}: {:?}", found.error);
                assert_eq!(&found.document, document, "{name}");
                assert_eq!(&found.findings, findings, "{name}");
            }
        }
    }
}

#[test]
fn a_packed_listing_is_checked_too() {
    let text = changed(&long(11 << 18), ">PAT<", ">SYN<");
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a");
    fs::write(&path, &text).unwrap();
    let wanted = as_a_whole(&path);
    assert_eq!(wanted[0].1.len(), 1);
    let small = "<?xml version=\"1.0\"?><ST26SequenceListing/>";
    let packed = [
        gz(text.as_bytes()),
        zip(&[("a.xml", text.as_bytes())]),
        zip(&[("a.gz", &gz(text.as_bytes()))]),
    ];
    for bytes in packed {
        fs::write(&path, bytes).unwrap();
        let found = checks(&path, 2);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].findings, wanted[0].1);
    }
    fs::write(
        &path,
        zip(&[("a.xml", small.as_bytes()), ("b.xml", text.as_bytes())]),
    )
    .unwrap();
    let found = checks(&path, 2);
    assert_eq!(found[1].findings, wanted[0].1);
    assert!(found[1].place.ends_with("b.xml"), "{}", found[1].place);
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let text = changed(&long(11 << 18), ">PAT<", ">PA\u{1}<");
    let mut bytes = text.into_bytes();
    let at = bytes.iter().position(|byte| *byte == 1).unwrap();
    bytes[at] = 0xe9;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a");
    fs::write(&path, bytes).unwrap();
    let found = checks(&path, 1);
    let told = |finding: &Finding| finding.rule == "xml/encoding" && finding.span.offset > 2 << 20;
    assert!(
        found[0].findings.iter().any(told),
        "{:?}",
        found[0].findings
    );
}

#[test]
fn parts_are_small_and_together_the_document() {
    let text = long(24 << 20);
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a");
    fs::write(&path, text.clone() + "<?xml version=\"1.0\"?><a/>").unwrap();
    let (mut whole, mut parts, mut others) = (Vec::new(), Vec::new(), 0);
    let tally = walk_in_parts(&[&path], &Limits::default(), |event| {
        match event {
            Event::Part(document, part) => {
                assert!(document.bytes.len() < 3 << 20);
                assert_eq!((document.place.line, document.place.offset), (1, 0));
                assert_eq!(part == Part::First, parts.is_empty());
                whole.extend_from_slice(document.bytes);
                parts.push(part);
            }
            Event::Document(document) => {
                assert_eq!(document.place.offset, text.len() as u64);
                others += 1;
            }
            _ => {}
        }
        ControlFlow::Continue(())
    });
    assert!(whole == text.as_bytes() && others == 1);
    assert!(parts.len() > 10 && parts.last() == Some(&Part::Last));
    assert_eq!(tally.documents, 2);
    assert_eq!(tally.document_bytes, text.len() as u64 + 25);
}

#[test]
fn what_must_be_kept_of_a_listing_has_a_limit() {
    let text = changed(&long(14 << 20), "</INSDSeq>", "");
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a");
    fs::write(&path, text).unwrap();
    let mut settings = settings(1);
    settings.limits.document_bytes = 2 << 20;
    let mut all = Vec::new();
    let inputs = [path.to_string_lossy().into_owned()];
    check(&inputs, &settings, |checked| all.push(checked)).unwrap();
    assert_eq!(all.len(), 1, "{all:?}");
    assert!(all[0].error.is_some(), "{:?}", all[0]);
}

#[test]
#[ignore = "measures; run alone with -- --ignored --nocapture"]
fn memory() {
    use std::io::Write;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a");
    let text = long(1 << 20);
    let sequence = text.find("<SequenceData sequenceIDNumber=\"8\"").unwrap();
    let last = text.rfind("<SequenceData ").unwrap();
    let end = text.find("</ST26SequenceListing>").unwrap();
    let peak = || {
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM"));
        line.unwrap().to_owned()
    };
    for megabytes in [16, 256] {
        let mut file = fs::File::create(&path).unwrap();
        file.write_all(&text.as_bytes()[..sequence]).unwrap();
        for number in 8.. {
            let next = text[last..end].split_once('>').unwrap().1;
            write!(file, "<SequenceData sequenceIDNumber=\"{number}\">{next}").unwrap();
            if number % 1000 == 0 && file.metadata().unwrap().len() > megabytes << 20 {
                break;
            }
        }
        file.write_all(&text.as_bytes()[end..]).unwrap();
        drop(file);
        let started = std::time::Instant::now();
        let found = checks(&path, 1);
        println!(
            "{megabytes} MB in {:.1} s: {} findings, {}",
            started.elapsed().as_secs_f64(),
            found[0].findings.len(),
            peak()
        );
    }
}
