//! Killed at any moment, the register loses nothing acknowledged and shows nothing half.

use crate::program::{program, run, status, stderr, stdout};
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

/// A weekly file of many small grants.
fn weekly(path: &Path, documents: usize) {
    let mut text = String::new();
    for number in 0..documents {
        let padding = "A sample sentence about nothing in particular. ".repeat(200);
        writeln!(
            text,
            r#"<?xml version="1.0" encoding="UTF-8"?>
<us-patent-grant lang="EN" dtd-version="v4.5 2014-04-03" country="US"><us-bibliographic-data-grant>
<publication-reference><document-id><country>US</country><doc-number>{:08}</doc-number><kind>B2</kind><date>20200107</date></document-id></publication-reference>
<invention-title id="t">Sample device {number}</invention-title></us-bibliographic-data-grant>
<description id="d"><p id="p-1" num="0001">{padding}{number}</p></description>
<claims id="c"><claim id="c-1" num="1"><claim-text>A sample device.</claim-text></claim></claims></us-patent-grant>"#,
            99_100_000 + number
        )
        .expect("a text takes all that is written");
    }
    std::fs::write(path, text).expect("there is room");
}

#[test]
fn killed_while_it_enrols() {
    let home = tempfile::tempdir().expect("there is room");
    weekly(&home.path().join("weekly.xml"), 900);
    for round in 0..6 {
        let mut child = program(home.path())
            .args(["ingest", "weekly.xml", "--data", "data"])
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(Duration::from_millis(60 + 170 * round));
        child.kill().expect("it can be killed, or has ended");
        child.wait().expect("it has ended");
    }
    let last = run(home.path(), &["ingest", "weekly.xml", "--data", "data"]);
    assert_eq!(status(&last), 0, "{}", stderr(&last));
    for number in [0, 1, 199, 200, 450, 899] {
        let name = format!("US-{}-B2", 99_100_000 + number);
        let shown = run(
            home.path(),
            &["show", &name, "--data", "data", "--as", "text"],
        );
        assert_eq!(status(&shown), 0, "{name}: {}", stderr(&shown));
        assert!(
            stdout(&shown).contains(&format!("particular. {number}")),
            "{name} is whole"
        );
    }
    let again = run(home.path(), &["ingest", "weekly.xml", "--data", "data"]);
    assert!(stderr(&again).contains("900 known"), "{}", stderr(&again));
}
