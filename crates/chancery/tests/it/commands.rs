//! Each command does what its help says.

use crate::program::{convert, corpus, program, report, run, status, stderr, stdout};
use std::io::Write;
use std::process::Stdio;

const WEEKLY: &str = "us/weekly/ipg990106.xml";

fn weekly() -> String {
    corpus().join(WEEKLY).to_string_lossy().into_owned()
}

#[test]
fn help_has_an_example_for_each_command() {
    let home = tempfile::tempdir().expect("there is room");
    for command in [
        "sniff", "convert", "check", "ingest", "show", "number", "serve",
    ] {
        let output = run(home.path(), &[command, "--help"]);
        assert_eq!(status(&output), 0);
        assert!(stdout(&output).contains("Example: chancery"), "{command}");
    }
    assert_eq!(status(&run(home.path(), &["schema", "add", "--help"])), 0);
    assert_eq!(status(&run(home.path(), &["--version"])), 0);
}

#[test]
fn a_senseless_command_line_is_status_3() {
    let home = tempfile::tempdir().expect("there is room");
    for arguments in [
        &["convert"][..],
        &["frobnicate"],
        &["convert", "x", "--to", "pdf", "--out", "o"],
    ] {
        assert_eq!(status(&run(home.path(), arguments)), 3, "{arguments:?}");
    }
}

#[test]
fn sniff_tells_by_content() {
    let home = tempfile::tempdir().expect("there is room");
    let output = run(home.path(), &["sniff", &corpus().to_string_lossy()]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let text = stdout(&output);
    for word in [
        "redbook\tv4.0",
        "redbook\tv4.7",
        "epfull\tv1.5.1",
        "docdb",
        "companion",
    ] {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn convert_accounts_for_every_document() {
    let home = tempfile::tempdir().expect("there is room");
    let (output, lines) = convert(home.path(), &[&corpus().to_string_lossy()]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    assert!(lines.len() >= 20, "{} lines", lines.len());
    for line in &lines {
        assert!(line["error"].is_null(), "{line}");
        if line["format"] == "st26" || line["format"] == "st25" {
            let rules = line["findings"].to_string();
            assert!(rules.contains("st96/no-document"), "{line}");
            let source = line["source"].as_str().expect("a line names its source");
            let said = format!("{source}: no file was written: ");
            assert!(stderr(&output).contains(&said), "{}", stderr(&output));
            continue;
        }
        let Some(file) = line["output"].as_str() else {
            assert!(line["document"].is_null(), "{line}");
            continue;
        };
        assert!(home.path().join(file).is_file() || std::path::Path::new(file).is_file());
        let name = line["document"]
            .as_str()
            .expect("a document that was written has a name");
        let is_named = |ending: &str| file.ends_with(&format!("{name}{ending}"));
        assert!(is_named(".xml") || is_named(".status.xml"), "{file}");
        assert_eq!(line["words"]["lost"], 0, "{line}");
    }
}

#[test]
fn jobs_change_nothing_but_time() {
    let home = tempfile::tempdir().expect("there is room");
    let corpus = corpus().to_string_lossy().into_owned();
    let mut reports = Vec::new();
    for jobs in ["1", "3"] {
        let report = format!("report-{jobs}.jsonl");
        let arguments = [
            "convert", &corpus, "--to", "native", "--out", "out", "--report", &report, "--jobs",
            jobs,
        ];
        assert_eq!(status(&run(home.path(), &arguments)), 0);
        reports.push(std::fs::read_to_string(home.path().join(report)).expect("there is a report"));
    }
    assert_eq!(reports[0], reports[1]);
}

#[test]
fn all_targets_are_written() {
    let home = tempfile::tempdir().expect("there is room");
    for (target, ending) in [
        ("st96", "xml"),
        ("st26", "xml"),
        ("native", "json"),
        ("text", "txt"),
        ("markdown", "md"),
        ("html", "html"),
    ] {
        let output = run(
            home.path(),
            &["convert", &weekly(), "--to", target, "--out", target],
        );
        assert_eq!(status(&output), 0, "{}", stderr(&output));
        let files = std::fs::read_dir(home.path().join(target)).expect("the folder was made");
        let right = files.filter(|file| {
            file.as_ref()
                .is_ok_and(|file| file.path().extension().is_some_and(|e| e == ending))
        });
        let expected = if target == "st26" { 1 } else { 5 };
        assert_eq!(right.count(), expected, "{target}");
    }
}

#[test]
fn native_is_read_back_to_the_same_bytes() {
    let home = tempfile::tempdir().expect("there is room");
    assert_eq!(
        status(&run(
            home.path(),
            &["convert", &weekly(), "--to", "native", "--out", "one"]
        )),
        0
    );
    let first = std::fs::read_dir(home.path().join("one")).expect("the folder was made");
    for file in first {
        let file = file.expect("the folder can be read").path();
        let name = file.file_name().expect("a file has a name").to_owned();
        let path = file.to_string_lossy().into_owned();
        assert_eq!(
            status(&run(
                home.path(),
                &["convert", &path, "--to", "native", "--out", "two"]
            )),
            0
        );
        let one = std::fs::read(&file).expect("it was written");
        let two = std::fs::read(home.path().join("two").join(name)).expect("it was written again");
        assert_eq!(one, two);
    }
}

#[test]
fn standard_input_is_an_input() {
    let home = tempfile::tempdir().expect("there is room");
    let mut child = program(home.path())
        .args([
            "convert",
            "-",
            "--to",
            "st96",
            "--out",
            "out",
            "--report",
            "report.jsonl",
        ])
        .stdin(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let bytes = std::fs::read(weekly()).expect("the corpus is there");
    child
        .stdin
        .take()
        .expect("it is piped")
        .write_all(&bytes)
        .expect("the program reads");
    assert!(child.wait().expect("the program ends").success());
    let lines = report(&home.path().join("report.jsonl"));
    assert_eq!(lines.len(), 5, "four grants and a companion");
    assert_eq!(lines[0]["source"], "-");
}

#[test]
fn two_documents_of_one_number_are_both_kept() {
    let home = tempfile::tempdir().expect("there is room");
    let (output, lines) = convert(home.path(), &[&weekly(), &weekly()]);
    assert_eq!(status(&output), 0);
    let written: Vec<&str> = lines
        .iter()
        .filter_map(|line| line["output"].as_str())
        .collect();
    assert_eq!(written.len(), 10);
    assert!(written.iter().any(|file| file.ends_with("~2.xml")));
    let said = lines
        .iter()
        .flat_map(|line| line["findings"].as_array().expect("a list"));
    assert_eq!(
        said.filter(|finding| finding["rule"] == "source/duplicate-number")
            .count(),
        5
    );
    let strict = [
        "convert",
        &weekly(),
        &weekly(),
        "--to",
        "st96",
        "--out",
        "o2",
        "--strict",
    ];
    assert_eq!(
        status(&run(home.path(), &strict)),
        1,
        "--strict ends with status 1 on errors"
    );
}

#[test]
fn check_writes_text_json_and_sarif() {
    let home = tempfile::tempdir().expect("there is room");
    let bad = home.path().join("bad.xml");
    let text = std::fs::read_to_string(weekly()).expect("the corpus is there");
    let first = text.split("<?xml ").nth(1).expect("there is a document");
    let broken = format!("<?xml {first}").replacen("<kind>", "<kind>!!", 1);
    std::fs::write(&bad, broken).expect("there is room");
    let bad = bad.to_string_lossy().into_owned();
    for format in ["text", "json", "sarif"] {
        let output = run(home.path(), &["check", &bad, "--format", format]);
        assert_eq!(status(&output), 1, "{format}: {}", stderr(&output));
        let out = stdout(&output);
        assert!(out.contains("code/kind"), "{format}: {out}");
        if format == "sarif" {
            let sarif: serde_json::Value = serde_json::from_str(&out).expect("SARIF is JSON");
            assert_eq!(sarif["version"], "2.1.0");
        }
    }
}

#[test]
fn schemas_are_kept_and_used() {
    let home = tempfile::tempdir().expect("there is room");
    let folder = home.path().join("set");
    std::fs::create_dir(&folder).expect("there is room");
    let schema = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified">
        <xs:element name="note"><xs:complexType><xs:sequence><xs:element name="to" type="xs:date"/></xs:sequence></xs:complexType></xs:element>
    </xs:schema>"#;
    std::fs::write(folder.join("note.xsd"), schema).expect("there is room");
    let output = run(home.path(), &["schema", "add", "notes", "set"]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    assert!(stdout(&run(home.path(), &["schema", "list"])).contains("notes"));
    std::fs::write(
        home.path().join("good.xml"),
        "<note xmlns='urn:t'><to>2026-01-02</to></note>",
    )
    .expect("there is room");
    std::fs::write(
        home.path().join("bad.xml"),
        "<note xmlns='urn:t'>\n<to>soon</to></note>",
    )
    .expect("there is room");
    assert_eq!(
        status(&run(
            home.path(),
            &["check", "good.xml", "--schema", "notes"]
        )),
        0
    );
    let output = run(home.path(), &["check", "bad.xml", "--schema", "notes"]);
    assert_eq!(status(&output), 1, "{}", stderr(&output));
    assert!(
        stdout(&output).contains("2:"),
        "the line is named: {}",
        stdout(&output)
    );
    let output = run(home.path(), &["check", "bad.xml", "--schema", "nets"]);
    assert!(
        stderr(&output).contains("notes"),
        "the known sets are named: {}",
        stderr(&output)
    );
}

#[test]
fn a_schema_set_with_a_missing_import_is_refused() {
    let home = tempfile::tempdir().expect("there is room");
    let folder = home.path().join("set");
    std::fs::create_dir(&folder).expect("there is room");
    let schema = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">
        <xs:import namespace="urn:u" schemaLocation="gone.xsd"/><xs:element name="note"/></xs:schema>"#;
    std::fs::write(folder.join("note.xsd"), schema).expect("there is room");
    std::fs::write(home.path().join("note.xml"), "<note xmlns='urn:t'/>").expect("there is room");
    assert_eq!(
        status(&run(home.path(), &["schema", "add", "notes", "set"])),
        0
    );
    let output = run(home.path(), &["check", "note.xml", "--schema", "notes"]);
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).contains("gone.xsd"), "{}", stderr(&output));
}

#[test]
fn ingest_enrols_nothing_twice_and_show_gives_it_back() {
    let home = tempfile::tempdir().expect("there is room");
    let first = run(home.path(), &["ingest", &weekly(), "--data", "data"]);
    assert_eq!(status(&first), 0, "{}", stderr(&first));
    assert!(
        stderr(&first).contains("5 documents enrolled"),
        "{}",
        stderr(&first)
    );
    let again = run(home.path(), &["ingest", &weekly(), "--data", "data"]);
    assert!(
        stderr(&again).contains("0 documents enrolled"),
        "{}",
        stderr(&again)
    );
    assert!(stderr(&again).contains("5 known"), "{}", stderr(&again));
    let (_, lines) = convert(home.path(), &[&weekly()]);
    for line in lines.iter().filter(|line| !line["document"].is_null()) {
        let name = line["document"].as_str().expect("it has a name");
        let shown = run(
            home.path(),
            &["show", name, "--data", "data", "--as", "st96"],
        );
        assert_eq!(status(&shown), 0, "{}", stderr(&shown));
        let written = std::fs::read(home.path().join("out").join(format!("{name}.xml")))
            .expect("it was converted");
        assert_eq!(shown.stdout.trim_ascii_end(), written.trim_ascii_end());
        let source = run(
            home.path(),
            &["show", name, "--data", "data", "--as", "source"],
        );
        let weekly = std::fs::read(weekly()).expect("the corpus is there");
        let source = source.stdout.trim_ascii_end();
        assert!(
            weekly.windows(source.len()).any(|part| part == source),
            "the source is unchanged"
        );
    }
    let unknown = run(home.path(), &["show", "US-1-B1", "--data", "data"]);
    assert_ne!(status(&unknown), 0);
}

#[test]
fn number_gives_all_forms() {
    let home = tempfile::tempdir().expect("there is room");
    let output = run(home.path(), &["number", "US-RE046653", "EP 99403122.7"]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let text = stdout(&output);
    for words in [
        "US reissued patent (publication) [verified]",
        "docdb     US RE46653",
        "original  RE046653",
        "key       US.p.reissue.46653",
        "epodoc    EP19990403122",
        "check     7, which is right",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn number_reads_lines_and_writes_json() {
    let home = tempfile::tempdir().expect("there is room");
    let mut child = program(home.path())
        .args([
            "number",
            "--json",
            "--office",
            "US",
            "--of",
            "publication",
            "-",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .current_dir(home.path())
        .spawn()
        .expect("the program runs");
    let mut input = child.stdin.take().expect("it was piped");
    input
        .write_all(b"2007-087468\n\n20070087468\n")
        .expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(status(&output), 0);
    let text = stdout(&output);
    let keys: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("it is JSON"))
        .collect();
    assert_eq!(keys.len(), 2);
    for line in &keys {
        assert_eq!(line["readings"][0]["key"], "US.p.publication.2007.87468");
    }
}

#[test]
fn number_says_what_it_does_not_know() {
    let home = tempfile::tempdir().expect("there is room");
    let output = run(home.path(), &["number", "LU 12/ab-7"]);
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).contains("name its office with --office"));
    assert!(stdout(&output).contains("original  12/ab-7"));
    assert_eq!(status(&run(home.path(), &["number", "///"])), 2);
    assert_eq!(
        status(&run(home.path(), &["number", "1", "--office", "ZZZ"])),
        3
    );
    assert_eq!(status(&run(home.path(), &["number"])), 3);
}

#[test]
fn a_document_is_found_by_any_form_of_its_number() {
    let home = tempfile::tempdir().expect("there is room");
    let corpus = corpus();
    let output = run(
        home.path(),
        &["ingest", &corpus.to_string_lossy(), "--data", "r"],
    );
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let show = |number: &str| run(home.path(), &["show", number, "--data", "r"]);
    let wanted = stdout(&show("US-99000004-B2"));
    for number in [
        "U.S. Pat. No. 99,000,004",
        "US 99 000 004 B2",
        "ＵＳ９９０００００４",
        "us99000004b2",
    ] {
        let output = show(number);
        assert_eq!(status(&output), 0, "{number}: {}", stderr(&output));
        assert_eq!(stdout(&output), wanted, "{number}");
    }
    assert_eq!(status(&show("US 99,000,004 A1")), 2);
}
