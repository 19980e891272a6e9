//! Every rule has a document in which it is silent and one in which it alone speaks.

use crate::own;
use check::{Profile, run};
use model::{Finding, Severity};
use std::collections::BTreeSet;

/// What all rules find in a fixture. A comment `package: a b` names the files beside it.
fn findings(name: &str) -> Vec<Finding> {
    let text = std::fs::read_to_string(own("tests/fixtures").join(name))
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    let package: Option<Vec<String>> = text.lines().find_map(|line| {
        let names = line
            .trim()
            .strip_prefix("<!-- package:")?
            .strip_suffix("-->")?;
        Some(names.split_whitespace().map(str::to_owned).collect())
    });
    let document = formats::read(text.as_bytes(), &formats::Limits::default()).unwrap();
    let [entry] = &document.reading.entries[..] else {
        panic!("{name} has {} publications", document.reading.entries.len());
    };
    assert_eq!(entry.findings, [], "{name}");
    let record = entry.record.as_ref().unwrap();
    run(record, package.as_deref(), &Profile::default()).findings
}

/// Rules over patents; those over sequence listings have mutations of one listing instead.
fn rules() -> impl Iterator<Item = &'static dyn check::Rule> {
    let all = check::rules().iter().copied();
    all.filter(|rule| !crate::mutations::is_of_listings(rule.id()))
}

#[test]
fn valid_documents_are_silent() {
    for rule in rules() {
        let name = format!("{}-valid.xml", rule.id().replace('/', "-"));
        assert_eq!(findings(&name), [], "{name}");
    }
}

#[test]
fn wrong_documents_have_one_finding_of_their_rule() {
    for rule in rules() {
        let name = format!("{}-error.xml", rule.id().replace('/', "-"));
        let findings = findings(&name);
        assert_eq!(findings.len(), 1, "{name}: {findings:#?}");
        let finding = &findings[0];
        assert_eq!(finding.rule, rule.id(), "{name}: {finding:#?}");
        assert_eq!(finding.severity, rule.severity());
        assert_eq!(finding.clause, rule.clause());
        assert!(
            !finding.message.is_empty() && !finding.message.ends_with('.'),
            "{finding:#?}"
        );
        assert!(
            !finding.path.is_empty() && !finding.hint.is_empty(),
            "{finding:#?}"
        );
    }
}

#[test]
fn no_fixture_is_forgotten() {
    let wanted: BTreeSet<String> = rules()
        .flat_map(|rule| {
            let slug = rule.id().replace('/', "-");
            [format!("{slug}-valid.xml"), format!("{slug}-error.xml")]
        })
        .collect();
    let there = std::fs::read_dir(own("tests/fixtures")).unwrap();
    let there: BTreeSet<String> = there
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(there, wanted);
}

#[test]
fn a_profile_sets_the_severity() {
    let text = std::fs::read_to_string(own("tests/fixtures/date-impossible-error.xml")).unwrap();
    let document = formats::read(text.as_bytes(), &formats::Limits::default()).unwrap();
    let record = document.reading.entries[0].record.as_ref().unwrap();
    let profile = |level: &str| {
        let text = format!("name = 'ours'\nversion = '3'\n[severity]\n'date/*' = '{level}'");
        run(record, None, &Profile::parse(&text).unwrap())
    };
    let report = profile("info");
    assert_eq!(
        (report.count(Severity::Info), report.worst()),
        (1, Some(Severity::Info))
    );
    assert_eq!(
        (report.profile.as_str(), report.version.as_str()),
        ("ours", "3")
    );
    assert_eq!(profile("off").findings, []);
}
