//! One valid listing, and many that differ from it in one place: exactly the right rules speak.

use crate::own;
use check::{Profile, run};
use model::Finding;
use std::collections::{BTreeMap, BTreeSet};

/// Groups of rules over sequence listings.
pub(crate) const GROUPS: [&str; 6] = [
    "listing",
    "molecule",
    "feature",
    "location",
    "qualifier",
    "coding",
];

/// A change of the valid listing, and what the rules say of it.
struct Mutation {
    line: usize,
    rules: BTreeSet<String>,
    text: String,
}

/// The valid listing, without the blanks at the start of lines.
pub(crate) fn valid() -> String {
    let text = std::fs::read_to_string(own("tests/listing/valid.xml")).unwrap();
    text.lines()
        .map(|line| format!("{}\n", line.trim_start()))
        .collect()
}

/// What the rules find in a listing, and what its reader says of its form.
pub(crate) fn findings(text: &str) -> Vec<Finding> {
    let document = formats::read(text.as_bytes(), &formats::Limits::default()).unwrap();
    let [entry] = &document.reading.entries[..] else {
        panic!("there are {} entries", document.reading.entries.len());
    };
    let record = entry.record.as_ref().unwrap();
    let report = run(record, None, &Profile::default());
    let mut findings = entry.findings.clone();
    check::listing::leave_to_rules(&mut findings, &report.findings);
    findings.extend(report.findings);
    findings
}

fn mutations() -> Vec<Mutation> {
    let text = std::fs::read_to_string(own("tests/listing/mutations.txt")).unwrap();
    let valid = valid();
    let mut all = Vec::new();
    let (mut rules, mut taken) = (BTreeSet::new(), String::new());
    for (index, line) in text.lines().enumerate() {
        let line_number = index + 1;
        if let Some(names) = line.strip_prefix("## ") {
            let names = names.split(' ').filter(|name| *name != "none");
            rules = names.map(str::to_owned).collect();
        } else if let Some(from) = line.strip_prefix("- ") {
            taken = from.replace("\\n", "\n");
        } else if let Some(to) = line.strip_prefix('+') {
            let to = to.strip_prefix(' ').unwrap_or(to).replace("\\n", "\n");
            let to = to.replace("{1000}", &"x".repeat(1000));
            let to = to.replace("{1001}", &"x".repeat(1001));
            let text = changed(&valid, &taken, &to, line_number);
            let rules = rules.clone();
            all.push(Mutation {
                line: line_number,
                rules,
                text,
            });
        }
    }
    all
}

/// The text with each taken part replaced; the parts are looked for in the text as it was.
fn changed(text: &str, taken: &str, put: &str, line: usize) -> String {
    let puts: Vec<&str> = put.split(" & ").collect();
    let find = |from: usize, part: &str| {
        let found = text[from..].find(part);
        from + found.unwrap_or_else(|| panic!("line {line}: {part} is not there"))
    };
    let mut ranges = Vec::new();
    for (index, taken) in taken.split(" & ").enumerate() {
        let (first, last) = taken.split_once(" ... ").unwrap_or((taken, ""));
        let start = find(0, first);
        let end = find(start + first.len(), last) + last.len();
        if last.is_empty() {
            let count = text.matches(first).count();
            assert_eq!(count, 1, "line {line}: {first} stands {count} times");
        }
        ranges.push((start..end, puts.get(index).copied().unwrap_or("")));
    }
    ranges.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = text.to_owned();
    for (range, put) in ranges {
        text.replace_range(range, put);
    }
    text
}

#[test]
fn the_valid_listing_is_silent() {
    let text = std::fs::read_to_string(own("tests/listing/valid.xml")).unwrap();
    assert_eq!(findings(&text), []);
    assert_eq!(findings(&valid()), []);
}

#[test]
fn each_mutation_gives_its_findings_and_no_others() {
    let mut wrong = Vec::new();
    let all = mutations();
    assert!(all.len() > 200, "{}", all.len());
    for mutation in all {
        let found = findings(&mutation.text);
        let rules: BTreeSet<String> = found
            .iter()
            .map(|finding| finding.rule.to_string())
            .collect();
        if rules != mutation.rules {
            let said: Vec<String> = found.iter().map(said).collect();
            wrong.push(format!(
                "line {}: wanted {:?}\n  {}",
                mutation.line,
                mutation.rules,
                said.join("\n  ")
            ));
        }
        for finding in found.iter().filter(|finding| is_of_listings(&finding.rule)) {
            let complete = !finding.path.is_empty() && !finding.hint.is_empty();
            let is_plain = !finding.message.is_empty() && !finding.message.ends_with('.');
            assert!(
                complete && is_plain && finding.span.line > 0,
                "{finding:#?}"
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "{} mutations:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn each_rule_has_a_mutation() {
    let mut spoken: BTreeMap<String, usize> = BTreeMap::new();
    for mutation in mutations() {
        for rule in mutation.rules {
            *spoken.entry(rule).or_default() += 1;
        }
    }
    for rule in check::rules() {
        if is_of_listings(rule.id()) {
            assert!(
                spoken.contains_key(rule.id()),
                "{} has no mutation",
                rule.id()
            );
        }
    }
}

/// Whether a rule is one over sequence listings.
pub(crate) fn is_of_listings(rule: &str) -> bool {
    GROUPS.contains(&rule.split('/').next().unwrap())
}

fn said(finding: &Finding) -> String {
    format!(
        "{} {}:{} {}: {}",
        finding.rule, finding.span.line, finding.span.column, finding.path, finding.message
    )
}
