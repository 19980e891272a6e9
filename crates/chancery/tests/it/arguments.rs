//! Odd arguments give the right status and one clear sentence with a remedy, and never a panic.

use crate::program::{corpus, program, run, status, stderr, stdout};
use std::io::Read;
use std::path::Path;
use std::process::Stdio;

const WEEKLY: &str = "us/weekly/ipg990106.xml";

fn weekly() -> String {
    corpus().join(WEEKLY).to_string_lossy().into_owned()
}

/// A home with a weekly file, a register of it, and things that are neither.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("there is room");
    let path = home.path();
    std::fs::copy(weekly(), path.join("w.xml")).expect("there is room");
    std::fs::write(path.join("file"), "words").expect("there is room");
    std::fs::write(path.join("note.xml"), "<note/>").expect("there is room");
    for folder in ["empty", "others", "folder"] {
        std::fs::create_dir(path.join(folder)).expect("there is room");
    }
    std::fs::write(path.join("others/read.me"), "words").expect("there is room");
    std::fs::write(path.join("folder/x"), "words").expect("there is room");
    let made = run(path, &["ingest", "w.xml", "--data", "register"]);
    assert_eq!(status(&made), 0, "{}", stderr(&made));
    home
}

/// Runs each command line, and looks at its status and at the words on standard error.
fn all(home: &Path, table: &[(&str, i32, &str)]) {
    for (line, code, words) in table {
        let arguments: Vec<&str> = line.split(' ').collect();
        let output = run(home, &arguments);
        let said = stderr(&output);
        assert_eq!(status(&output), *code, "{line}: {said}");
        assert!(said.contains(words), "{line}: {said}");
        assert!(!said.contains("panicked"), "{line}: {said}");
    }
}

#[test]
fn inputs_without_documents_are_status_2() {
    let home = home();
    for command in [
        "sniff",
        "check",
        "convert --to st96 --out out",
        "ingest --data data",
    ] {
        let with = |inputs: &str| format!("{command} {inputs}");
        let table = [
            (with("missing.xml"), 2, "check the path"),
            (with("w.xml missing.xml"), 2, "missing.xml"),
            (with("empty"), 2, "no document was found in empty; name"),
            (with("others"), 2, "no document was found in others; name"),
        ];
        let table: Vec<(&str, i32, &str)> = table
            .iter()
            .map(|(line, code, words)| (line.as_str(), *code, *words))
            .collect();
        all(home.path(), &table);
        let output = run(home.path(), &with("-").split(' ').collect::<Vec<_>>());
        assert_eq!(status(&output), 2, "{command} -");
        let said = stdout(&output) + &stderr(&output);
        assert!(said.contains("empty"), "{command} -: {said}");
    }
}

#[test]
fn a_senseless_option_is_status_3_with_a_remedy() {
    let home = home();
    all(
        home.path(),
        &[
            (
                "convert w.xml --to pdf --out o",
                3,
                "st96, st97, st36, st26, native, text",
            ),
            (
                "convert w.xml --to st96 --out o --jobs 0",
                3,
                "from 1 to 256",
            ),
            ("check w.xml --jobs abc", 3, "from 1 to 256"),
            (
                "convert w.xml --to st96 --out file",
                3,
                "--out file is a file; name a folder",
            ),
            (
                "convert w.xml --to st96 --out file/x",
                3,
                "file is a file; name another",
            ),
            (
                "convert w.xml --to st96 --out o --report no/r.jsonl",
                3,
                "make no first",
            ),
            (
                "convert w.xml --to st96 --out o --report folder",
                3,
                "--report folder is a folder; name a file",
            ),
            ("convert w.xml --to st96 --out o --report o/r.jsonl", 0, ""),
            (
                "check w.xml --schema st96",
                3,
                "none was added yet; add it with",
            ),
            (
                "check w.xml --profile no.toml",
                3,
                "`chancery check --help` shows",
            ),
            ("check w.xml --profile folder", 3, "name a file"),
            ("check w.xml --profile file", 3, "line 1: this is no TOML"),
            ("ingest w.xml --data file", 3, "--data file is a file"),
            ("ingest w.xml --data d --profile no.toml", 3, "is not there"),
            (
                "show US-1-B1 --data no",
                3,
                "make one with `chancery ingest",
            ),
            (
                "show US-1-B1 --data file",
                3,
                "is a file; name the data folder",
            ),
            ("show US-1-B1 --data folder", 3, "is no register"),
            (
                "show US-1-B1 --data register --as pdf",
                3,
                "markdown, html, source",
            ),
            ("show - --data register", 3, "such as US-7272630-B2"),
            ("serve --data no", 3, "make one with `chancery ingest"),
            ("serve --data file", 3, "is a file; name the data folder"),
            ("serve --data folder", 3, "is no register"),
            (
                "serve --data register --listen abc",
                3,
                "such as 127.0.0.1:8097",
            ),
            (
                "serve --data register --listen 8097",
                3,
                "such as 127.0.0.1:8097",
            ),
            ("serve --data no --listen localhost:8097", 3, "is not there"),
            (
                "schema add st96 no",
                3,
                "no is not there; name the folder or ZIP",
            ),
            ("schema add st96 empty", 3, "no .xsd file in empty"),
            ("schema add a/b empty", 3, "cannot name a schema set"),
            ("conver w.xml", 3, "'convert'"),
            ("schema", 3, "schema list"),
        ],
    );
}

#[test]
fn a_port_that_is_taken_is_status_2() {
    let home = home();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = taken.local_addr().expect("it has an address").port();
    let line = format!("serve --data register --listen 127.0.0.1:{port}");
    all(
        home.path(),
        &[(&line, 2, "another program has this port: end it")],
    );
}

#[test]
fn a_mistake_in_a_profile_names_line_and_nearest_rule() {
    let home = home();
    let text = "name = 'ours'\n\n[severity]\n'claim/numbering' = 'error'\n";
    std::fs::write(home.path().join("p.toml"), text).expect("there is room");
    let words = "p.toml cannot be used: line 4: there is no rule `claim/numbering`; did you mean `claims/numbering`?";
    all(
        home.path(),
        &[
            ("check w.xml --profile p.toml", 3, words),
            ("ingest w.xml --data d --profile p.toml", 3, words),
        ],
    );
}

#[test]
fn an_unknown_file_is_one_line_with_looks_and_remedy() {
    let home = home();
    let pdf = home.path().join("a.pdf");
    std::fs::write(pdf, "%PDF-1.4 x").expect("there is room");
    for (file, looks) in [
        (
            "note.xml",
            "note.xml\tunknown\t-\tnote\tXML of another format; read here are patent documents",
        ),
        (
            "file",
            "file\tunknown\t-\t-\tplain text; read here are patent documents",
        ),
        (
            "a.pdf",
            "a.pdf\tunknown\t-\t-\ta PDF file; read here are patent documents",
        ),
    ] {
        let output = run(home.path(), &["sniff", file]);
        assert_eq!(status(&output), 2, "{file}");
        assert!(stdout(&output).starts_with(looks), "{}", stdout(&output));
        assert_eq!(stdout(&output).lines().count(), 1, "{file}");
        assert_eq!(stderr(&output), "", "{file}");
    }
}

#[test]
fn summaries_count_by_severity_and_know_the_singular() {
    let home = home();
    let text = std::fs::read_to_string(weekly()).expect("the corpus is there");
    let first = text.split("<?xml ").nth(1).expect("there is a document");
    std::fs::write(home.path().join("one.xml"), format!("<?xml {first}")).expect("there is room");
    let many = "5 documents: 0 errors, 1 warning, 0 notes\n";
    all(
        home.path(),
        &[
            (
                "convert one.xml --to text --out o",
                0,
                "1 document, 1 file; 0 errors, 0 warnings, ",
            ),
            (
                "check one.xml",
                0,
                "1 document: 0 errors, 0 warnings, 0 notes\n",
            ),
            ("check w.xml", 0, many),
            (
                "ingest one.xml --data d",
                0,
                "1 document enrolled, 0 new versions, 0 known",
            ),
            ("sniff w.xml", 0, "5 documents: 1 companion, 4 redbook\n"),
        ],
    );
    let twice = run(
        home.path(),
        &["convert", "w.xml", "w.xml", "--to", "st96", "--out", "o2"],
    );
    assert!(
        stderr(&twice).contains("; 5 errors, "),
        "{}",
        stderr(&twice)
    );
}

#[test]
fn an_unknown_document_names_near_ones_only() {
    let home = home();
    all(
        home.path(),
        &[
            (
                "show US-99000012-A1 --data register",
                2,
                "near it: US-99000012-B2\n",
            ),
            (
                "show US-99999999-A1 --data register",
                2,
                "look what there is with `chancery serve --data register`",
            ),
        ],
    );
}

#[test]
fn every_example_of_the_help_runs() {
    let home = tempfile::tempdir().expect("there is room");
    let corpus = corpus().to_string_lossy().into_owned();
    let profile = home.path().join("p.toml");
    let mut examples = 0;
    // In the order of their work: `show` needs what `ingest` made.
    for command in [
        "",
        "sniff",
        "convert",
        "check",
        "schema",
        "schema list",
        "ingest",
        "show",
    ] {
        let mut arguments: Vec<&str> = command.split(' ').filter(|word| !word.is_empty()).collect();
        arguments.push("--help");
        let help = stdout(&run(home.path(), &arguments));
        let lines: Vec<&str> = help.lines().collect();
        for line in lines
            .iter()
            .filter_map(|line| line.strip_prefix("Example: chancery "))
        {
            examples += 1;
            let line = line.split(" > ").next().expect("a split has a part");
            let words: Vec<String> = line
                .split(' ')
                .map(|word| match word.strip_prefix("corpus") {
                    Some(rest) => format!("{corpus}{rest}"),
                    None => word.to_owned(),
                })
                .collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let output = run(home.path(), &words);
            assert_eq!(status(&output), 0, "{line}: {}", stderr(&output));
        }
        if command == "check" {
            let start = lines.iter().position(|line| line.starts_with("  name = "));
            let start = start.expect("the help shows a profile");
            let end = lines
                .iter()
                .position(|line| line.starts_with("On the left"));
            let text = lines[start..end.expect("it is explained")].join("\n");
            std::fs::write(&profile, text).expect("there is room");
            let output = run(home.path(), &["check", &weekly(), "--profile", "p.toml"]);
            assert_eq!(status(&output), 0, "{}", stderr(&output));
        }
    }
    assert_eq!(examples, 10);
}

#[test]
fn a_reader_that_goes_ends_quietly() {
    let home = home();
    for line in [
        "show US-99000012-B2 --data register",
        "check w.xml --format json",
        "sniff w.xml w.xml w.xml",
        "convert --help",
    ] {
        let mut child = program(home.path())
            .args(line.split(' '))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let mut said = String::new();
        let mut from = child.stderr.take().expect("it is piped");
        from.read_to_string(&mut said).expect("it writes UTF-8");
        let ended = child.wait().expect("the program ends");
        assert_eq!(ended.code(), Some(0), "{line}: {said}");
        assert!(
            !said.contains("panicked") && !said.contains("cannot write"),
            "{line}: {said}"
        );
    }
}

#[test]
fn limits_can_be_set() {
    let home = home();
    all(
        home.path(),
        &[
            (
                "sniff w.xml --limit patience=3",
                3,
                "limits are document_bytes,",
            ),
            (
                "sniff w.xml --limit document_bytes",
                3,
                "such as document_bytes=",
            ),
            (
                "sniff w.xml --limit document_bytes=x",
                3,
                "such as document_bytes=",
            ),
            (
                "convert w.xml --to st96 --out out --limit document_bytes=1000",
                2,
                "--limit document_bytes=N",
            ),
            (
                "convert w.xml --to st96 --out out --limit document_bytes=1_000_000",
                0,
                "",
            ),
        ],
    );
    let help = stdout(&run(home.path(), &["convert", "--help"]));
    assert!(help.contains("archive_depth"), "{help}");
}
