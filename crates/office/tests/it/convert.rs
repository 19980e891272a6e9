//! Where converted documents go, and what becomes of files that are there already.

use std::fs;
use std::path::{Path, PathBuf};

use office::convert::{Observer, Settings, Summary, convert};
use office::input::Limits;
use office::report::Line;
use tempfile::TempDir;

#[derive(Default)]
struct Lines(Vec<Line>);

impl Observer for Lines {
    fn progress(&mut self, _done: u64, _total: Option<u64>) {}
    fn line(&mut self, line: &Line) {
        self.0.push(line.clone());
    }
}

impl Lines {
    fn rules(&self, index: usize) -> Vec<&str> {
        let findings = self.0[index].findings.iter();
        findings.map(|said| said.rule.as_str()).collect()
    }
}

/// A grant with this document number (country, number, kind), and a word by which it is known.
fn grant([country, number, kind]: [&str; 3], word: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><us-patent-grant lang="EN" country="US" dtd-version="v4.5 2014-04-03">
<us-bibliographic-data-grant><publication-reference><document-id><country>{country}</country><doc-number>{number}</doc-number>
<kind>{kind}</kind><date>20200107</date></document-id></publication-reference><invention-title>{word}</invention-title>
</us-bibliographic-data-grant><description><p>Some words.</p></description></us-patent-grant>
"#
    )
}

/// A folder with an `in` and an `out`.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(TempDir::new().unwrap());
        fs::create_dir(home.path("in")).unwrap();
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn convert(&self, inputs: &[String], target: formats::Target) -> (Lines, Summary) {
        let settings = Settings {
            target,
            out: self.path("out"),
            report: None,
            jobs: 1,
            limits: Limits::default(),
        };
        let mut lines = Lines::default();
        let summary = convert(inputs, &settings, &mut lines).unwrap();
        (lines, summary)
    }

    fn outputs(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("out")).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort_unstable();
        names
    }
}

#[test]
fn names_that_differ_in_capitals_only_get_a_number() {
    let home = Home::new();
    let text = [
        grant(["US", "X1", "A1"], "first"),
        grant(["US", "x1", "a1"], "second"),
        grant(["US", "X1", "A2"], "third"),
    ];
    let input = home.put("in/weekly.xml", &text.concat());
    let (lines, _) = home.convert(&[input], formats::Target::St96);
    assert_eq!(
        home.outputs(),
        ["US-X1-A1.xml", "US-X1-A2.xml", "US-x1-a1~2.xml"]
    );
    let rule = "source/duplicate-number";
    assert!(!lines.rules(0).contains(&rule) && !lines.rules(2).contains(&rule));
    assert!(lines.rules(1).contains(&rule));
    assert_eq!(lines.0[1].document.as_deref(), Some("US-x1-a1"));
}

#[test]
fn odd_names_are_made_safe_and_documents_without_number_named_after_their_place() {
    let home = Home::new();
    let text = [
        grant(["", "99200000", ""], "no office"),
        grant(["US", "", "A1"], "no number"),
    ];
    let one = home.put("in/a/week 1.xml", &text.concat());
    let two = home.put("in/b/week 1.xml", &text[1]);
    let (lines, summary) = home.convert(&[one, two], formats::Target::St96);
    let offset = text[0].len();
    let unnamed = [
        format!("unnamed-week_1-{offset}.xml"),
        "unnamed-week_1-0.xml".to_owned(),
    ];
    assert_eq!(
        home.outputs(),
        ["99200000.xml", unnamed[1].as_str(), unnamed[0].as_str()]
    );
    assert_eq!(summary.outputs, 3);
    for index in [1, 2] {
        assert!(lines.rules(index).contains(&"source/no-number"));
    }
    let (lines, _) = home.convert(
        &[
            home.put("in/a/one.xml", &text[1]),
            home.put("in/b/one.xml", &text[1]),
        ],
        formats::Target::St96,
    );
    assert!(home.outputs().contains(&"unnamed-one-0~2.xml".to_owned()));
    assert!(!lines.rules(1).contains(&"source/duplicate-number"));
}

#[test]
fn a_later_run_replaces_all_that_has_the_name() {
    let home = Home::new();
    let text = |word| grant(["US", "99200000", "B2"], word);
    let other = home.put("in/other.xml", &grant(["US", "99200001", "B2"], "other"));
    let twice = home.put("in/twice.xml", &[text("one"), text("two")].concat());
    home.convert(&[twice, other], formats::Target::St96);
    home.put("out/US-99200000-B2~3.xml.part", "half");
    home.put("out/US-99200000-B2.xml.part", "half");
    home.put("out/US-99200009-B2~2.xml", "of another document");
    home.put("out/notes~2.txt", "mine");
    let once = home.put("in/once.xml", &text("three"));
    home.convert(&[once], formats::Target::St96);
    assert_eq!(
        home.outputs(),
        [
            "US-99200000-B2.xml",
            "US-99200001-B2.xml",
            "US-99200009-B2~2.xml",
            "notes~2.txt"
        ]
    );
    let written = fs::read_to_string(home.path("out/US-99200000-B2.xml")).unwrap();
    assert!(written.contains("three"));
}

#[test]
fn inputs_are_neither_replaced_nor_removed() {
    let home = Home::new();
    let text = |word| grant(["US", "99200000", "B2"], word);
    let one = home.put("in/one.xml", &text("one"));
    home.convert(&[one.clone(), one.clone()], formats::Target::Native);
    let native = |file: &str| home.path("out").join(file).to_str().unwrap().to_owned();
    let files: Vec<String> = home.outputs().iter().map(|file| native(file)).collect();
    assert_eq!(files.len(), 2, "{files:?}");
    let before: Vec<_> = files.iter().map(|file| fs::read(file).unwrap()).collect();
    let two = home.put("in/two.xml", &text("two"));
    let (lines, summary) = home.convert(
        &[two, files[0].clone(), files[1].clone()],
        formats::Target::Native,
    );
    let after: Vec<_> = files.iter().map(|file| fs::read(file).unwrap()).collect();
    assert_eq!(before, after);
    let refused = lines.0[0].error.as_ref().unwrap();
    assert!(refused.message.contains("is an input of this run"));
    assert_eq!((lines.0.len(), summary.failures), (3, 2));
    assert_eq!(summary.outputs, 1);
    // The second of a name is removed with the first, unless it is an input itself.
    let second = Path::new(&files[1]);
    home.convert(&[one.clone(), files[1].clone()], formats::Target::Native);
    assert_eq!(fs::read(second).unwrap(), before[1]);
    home.convert(&[one], formats::Target::Native);
    assert!(!second.exists());
}

#[test]
fn legal_events_are_a_second_file_with_a_line_of_its_own() {
    let home = Home::new();
    let text = "<dpma-patent-document><bibliographic-data><publication-references>\
        <publication-reference><document-id><country>DE</country><doc-number>102099000001\
        </doc-number><kind>A1</kind></document-id></publication-reference>\
        </publication-references><invention-title lang='DE'>Ei</invention-title>\
        </bibliographic-data><events><event-data><procedural-status>R000</procedural-status>\
        <date-of-procedural-status>2021-02-03</date-of-procedural-status></event-data></events>\
        </dpma-patent-document>";
    let input = home.put("in/right.xml", text);
    let (lines, summary) = home.convert(&[input], formats::Target::St96);
    assert_eq!(
        home.outputs(),
        [
            "DE-102099000001-A1-register.status.xml",
            "DE-102099000001-A1-register.xml"
        ]
    );
    assert_eq!((summary.documents, summary.outputs), (1, 2));
    assert_eq!(lines.0.len(), 2);
    assert_eq!(lines.0[0].source, lines.0[1].source);
    assert_eq!(lines.0[1].words.source, 0);
}
