//! Bad input gives a clear error or finding, the batch goes on, and outputs are whole or not there.

use crate::program::{convert, status, stderr};
use std::io::Write;
use std::path::Path;

/// A grant that is fine, to see that the batch goes on.
const GOOD: &str = r#"<?xml version="1.0"?><us-patent-grant lang="EN" country="US" dtd-version="v4.5 2014-04-03">
<us-bibliographic-data-grant><publication-reference><document-id><country>US</country><doc-number>99200000</doc-number>
<kind>B2</kind><date>20200107</date></document-id></publication-reference><invention-title>Good</invention-title>
</us-bibliographic-data-grant><description><p>Some words.</p></description></us-patent-grant>"#;

fn with_body(number: u32, body: &str) -> String {
    GOOD.replace("99200000", &number.to_string())
        .replace("<p>Some words.</p>", body)
}

/// Converts `bad` and the good document after it; the good one must come out.
fn beside_good(bad: &[u8]) -> (i32, Vec<serde_json::Value>, String) {
    let home = tempfile::tempdir().expect("there is room");
    std::fs::write(home.path().join("a-bad.xml"), bad).expect("there is room");
    std::fs::write(home.path().join("b-good.xml"), GOOD).expect("there is room");
    let (output, lines) = convert(home.path(), &["a-bad.xml", "b-good.xml"]);
    let last = lines.last().expect("there are lines");
    assert_eq!(last["document"], "US-99200000-B2");
    assert!(home.path().join("out/US-99200000-B2.xml").is_file());
    no_parts(&home.path().join("out"));
    (status(&output), lines, stderr(&output))
}

fn no_parts(folder: &Path) {
    for file in std::fs::read_dir(folder).expect("the folder is there") {
        let name = file.expect("it can be read").file_name();
        assert!(
            !name.to_string_lossy().ends_with(".part"),
            "{name:?} is half"
        );
    }
}

fn rules(line: &serde_json::Value) -> Vec<String> {
    let findings = line["findings"].as_array().expect("a list");
    findings
        .iter()
        .map(|finding| finding["rule"].as_str().expect("a rule").to_owned())
        .collect()
}

#[test]
fn what_is_no_document_is_status_2_with_file_and_remedy() {
    for bad in [
        &b""[..],
        b"just text",
        b"\x00\x01\x02\xff",
        b"<html><p>no</p></html>",
        b"<?xml version='1.0'?>",
        b"{\"a\":1}",
    ] {
        let (code, lines, said) = beside_good(bad);
        assert_eq!(code, 2, "{bad:?}");
        let error = &lines[0]["error"];
        assert!(
            error["message"]
                .as_str()
                .expect("a message")
                .contains("a-bad.xml"),
            "{error}"
        );
        assert!(!error["remedy"].as_str().expect("a remedy").is_empty());
        assert!(said.contains("a-bad.xml"), "{said}");
    }
}

#[test]
fn what_is_not_well_formed_is_recovered_and_marked() {
    let cases = [
        ("<p>cut & dried</p>", "xml/ampersand", "dried"),
        ("<p>5 < 6 words</p>", "xml/markup", "words"),
        (
            "<p>an &unknown; entity</p>",
            "xml/undeclared-entity",
            "entity",
        ),
        (
            "<p>crossed <b>bold <i>both</b> italic</i></p>",
            "xml/end-tag",
            "italic",
        ),
        (
            "<p>an <First Embodiment> here</p>",
            "xml/markup",
            "Embodiment",
        ),
    ];
    for (number, (body, rule, word)) in cases.into_iter().enumerate() {
        let number = 99_300_000 + u32::try_from(number).expect("there are few");
        let home = tempfile::tempdir().expect("there is room");
        std::fs::write(home.path().join("bad.xml"), with_body(number, body))
            .expect("there is room");
        let (output, lines) = convert(home.path(), &["bad.xml"]);
        assert_eq!(status(&output), 0, "{body}: {}", stderr(&output));
        assert!(
            rules(&lines[0]).iter().any(|found| found == rule),
            "{body}: {:?}",
            rules(&lines[0])
        );
        let file = lines[0]["output"].as_str().expect("it was recovered");
        let text = std::fs::read_to_string(home.path().join(file)).expect("it was written");
        assert!(text.contains(word), "{body}");
    }
}

#[test]
fn a_truncated_document_is_never_silently_short() {
    let cut = &GOOD[..GOOD.find("words").expect("it is there")];
    let (code, lines, _) = beside_good(cut.as_bytes());
    assert_eq!(code, 0);
    assert!(rules(&lines[0]).contains(&"xml/truncated".to_owned()));
}

#[test]
fn entities_of_the_document_reach_nothing_outside() {
    let doctype = "<!DOCTYPE us-patent-grant [<!ENTITY x SYSTEM \"file:///etc/hostname\"><!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;\"><!ENTITY n \"&m;&m;&m;\">]>";
    let text =
        with_body(99_200_001, "<p>a &x; b &n; c</p>").replacen("?>", &format!("?>{doctype}"), 1);
    let (code, lines, _) = beside_good(text.as_bytes());
    assert_eq!(code, 0);
    let found = rules(&lines[0]);
    assert!(
        found.contains(&"xml/entity-refused".to_owned()),
        "{found:?}"
    );
}

#[test]
fn a_depth_bomb_is_an_error() {
    let bomb = format!("{}{}", "<b>".repeat(100_000), "</b>".repeat(100_000));
    let (code, lines, _) = beside_good(with_body(99_200_002, &bomb).as_bytes());
    assert_eq!(code, 2);
    assert!(
        lines[0]["error"]["message"]
            .as_str()
            .expect("a message")
            .contains("deep")
    );
}

#[test]
fn a_line_of_400_000_characters_is_read() {
    let long = "word ".repeat(80_000);
    let (code, lines, _) = beside_good(with_body(99_200_003, &format!("<p>{long}</p>")).as_bytes());
    assert_eq!(code, 0);
    assert!(lines[0]["words"]["source"].as_u64().expect("a count") >= 80_000);
}

#[test]
fn a_lying_encoding_is_said() {
    let mut bytes = with_body(99_200_004, "<p>caf\u{1}</p>").into_bytes();
    let at = bytes
        .iter()
        .position(|byte| *byte == 1)
        .expect("it is there");
    bytes[at] = 0xe9;
    let (code, lines, _) = beside_good(&bytes);
    assert_eq!(code, 0);
    assert!(
        rules(&lines[0]).contains(&"xml/encoding".to_owned()),
        "{:?}",
        rules(&lines[0])
    );
}

#[test]
fn an_undeclared_prefix_is_read() {
    let text = r#"<exch:exchange-documents><exch:exchange-document country="WO" doc-number="2099000001" kind="A1">
<exch:bibliographic-data><exch:publication-reference data-format="docdb"><document-id><country>WO</country>
<doc-number>2099000001</doc-number><kind>A1</kind><date>20200102</date></document-id></exch:publication-reference>
<exch:invention-title lang="en">Sample</exch:invention-title></exch:bibliographic-data></exch:exchange-document></exch:exchange-documents>"#;
    let (code, lines, _) = beside_good(text.as_bytes());
    assert_eq!(code, 0);
    assert_eq!(lines[0]["document"], "WO-2099000001-A1");
}

#[test]
fn archives_that_lie_are_failures_and_write_nothing_outside() {
    let home = tempfile::tempdir().expect("there is room");
    let mut zip = zip::ZipWriter::new(
        std::fs::File::create(home.path().join("a.zip")).expect("there is room"),
    );
    let options = zip::write::SimpleFileOptions::default();
    for name in ["../../evil.xml", "good.xml"] {
        zip.start_file(name, options).expect("the archive takes it");
        zip.write_all(GOOD.as_bytes())
            .expect("the archive takes it");
    }
    zip.finish().expect("the archive is whole");
    let (output, lines) = convert(home.path(), &["a.zip"]);
    assert_eq!(status(&output), 2);
    assert!(
        lines.iter().any(|line| line["error"]["message"]
            .as_str()
            .is_some_and(|m| m.contains("evil"))),
        "{lines:?}"
    );
    assert!(
        lines
            .iter()
            .any(|line| line["document"] == "US-99200000-B2")
    );
    assert!(!home.path().join("../../evil.xml").exists());
}

#[test]
fn documents_without_declarations_are_read_one_by_one() {
    let body = GOOD.trim_start_matches("<?xml version=\"1.0\"?>");
    let second = body
        .replace("99200000", "99200005")
        .replace("Good", "Second");
    let third = body
        .replace("99200000", "99200006")
        .replace("Good", "Third");
    let text = format!("{second}\n<!DOCTYPE us-patent-grant>\n{third}");
    let home = tempfile::tempdir().expect("there is room");
    std::fs::write(home.path().join("two.xml"), &text).expect("there is room");
    let (output, lines) = convert(home.path(), &["two.xml"]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let names: Vec<_> = lines
        .iter()
        .filter_map(|line| line["document"].as_str())
        .collect();
    assert_eq!(names, ["US-99200005-B2", "US-99200006-B2"]);
    let third = std::fs::read_to_string(home.path().join("out/US-99200006-B2.xml"))
        .expect("it was written");
    assert!(third.contains("Third") && !third.contains("Second"));
}

#[test]
fn a_number_too_long_for_a_file_stops_nothing() {
    let long = GOOD.replace("99200000", &"9".repeat(3000));
    let (code, lines, _) = beside_good(long.as_bytes());
    assert_eq!(code, 0);
    assert!(lines[0]["output"].as_str().expect("it was written").len() < 260);
}

#[test]
fn numbers_of_other_scripts_are_not_one_number() {
    let home = tempfile::tempdir().expect("there is room");
    for (name, number) in [("a.xml", "\u{4e00}"), ("b.xml", "\u{4e8c}")] {
        std::fs::write(home.path().join(name), GOOD.replace("99200000", number))
            .expect("there is room");
    }
    let (_, lines) = convert(home.path(), &["a.xml", "b.xml"]);
    assert_ne!(lines[0]["document"], lines[1]["document"]);
}

#[test]
fn an_input_is_never_overwritten() {
    let home = tempfile::tempdir().expect("there is room");
    let path = home.path().join("US-99200000-B2.xml");
    std::fs::write(&path, GOOD).expect("there is room");
    let report = [
        "convert",
        "US-99200000-B2.xml",
        "--to",
        "st96",
        "--out",
        "o",
        "--report",
        "US-99200000-B2.xml",
    ];
    assert_eq!(status(&crate::program::run(home.path(), &report)), 3);
    let beside = [
        "convert",
        "US-99200000-B2.xml",
        "--to",
        "st96",
        "--out",
        ".",
    ];
    assert_eq!(status(&crate::program::run(home.path(), &beside)), 2);
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), GOOD);
}

#[test]
fn an_empty_file_in_a_folder_is_a_failure() {
    let home = tempfile::tempdir().expect("there is room");
    std::fs::create_dir(home.path().join("in")).expect("there is room");
    std::fs::write(home.path().join("in/empty.xml"), "").expect("there is room");
    let (output, lines) = convert(home.path(), &["in"]);
    assert_eq!(status(&output), 2);
    assert!(
        lines[0]["error"]["message"]
            .as_str()
            .expect("a message")
            .contains("empty.xml")
    );
}

#[test]
fn a_folder_that_is_no_register_stays_as_it_is() {
    let home = tempfile::tempdir().expect("there is room");
    std::fs::create_dir(home.path().join("mine")).expect("there is room");
    for arguments in [
        &["show", "US-1-B1", "--data", "mine"][..],
        &["serve", "--data", "mine", "--listen", "127.0.0.1:0"],
    ] {
        let output = crate::program::run(home.path(), arguments);
        assert_ne!(status(&output), 0, "{arguments:?}");
        assert!(
            stderr(&output).contains("no register"),
            "{}",
            stderr(&output)
        );
    }
    assert_eq!(
        std::fs::read_dir(home.path().join("mine"))
            .expect("it is there")
            .count(),
        0
    );
}
