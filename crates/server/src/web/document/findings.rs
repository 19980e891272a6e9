//! What is wrong with a document, or worth knowing of it, rule by rule and in plain words.

use super::super::page::Frame;
use super::super::words;
use super::head::{Head, Tab};
use super::{anchors, answer, fragment, patent};
use crate::lookup::Asked;
use crate::problem::Problem;
use crate::router::{App, Id};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use formats::html::{self, Topic};
use model::{Finding, Severity};
use office::register;

#[derive(Template)]
#[template(path = "findings.html")]
struct Findings {
    frame: Frame,
    head: Head,
    summary: String,
    groups: Vec<Group>,
    unmapped: String,
}

/// All findings of one rule.
struct Group {
    rule: String,
    title: String,
    severity: &'static str,
    class: &'static str,
    hint: String,
    clause: String,
    count: String,
    items: Vec<Item>,
    /// How many more there are than are shown.
    more: usize,
}

/// One finding.
struct Item {
    message: String,
    place: String,
    text: String,
    /// What to do, when it differs from one finding of the rule to the other.
    hint: String,
}

/// Findings of one rule that are shown; the rest is counted.
const SHOWN: usize = 200;
/// Characters of a finding's words that are shown.
const TEXT: usize = 400;

/// The findings, most serious first.
pub(crate) async fn findings(
    State(app): State<App>,
    Path(id): Id,
    asked: Asked,
) -> Result<Response, Problem> {
    answer(&app, &id, &asked, |document| {
        let unmapped = fragment(document, anchors::Page::Other, |options, out| {
            html::topics(patent(document), &[Topic::Unmapped], options, out);
        });
        Ok(Findings {
            frame: Frame::new(""),
            head: Head::of(document, Tab::Findings),
            summary: summary(&document.findings),
            groups: groups(&document.findings),
            unmapped,
        })
    })
    .await
}

fn summary(findings: &[Finding]) -> String {
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count() as u64
    };
    let parts: Vec<String> = [
        (count(Severity::Error), "wrong"),
        (count(Severity::Warning), "probably wrong"),
        (count(Severity::Info), "worth knowing"),
    ]
    .iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{} {what}", words::grouped(*count)))
    .collect();
    parts.join(", ")
}

fn groups(findings: &[Finding]) -> Vec<Group> {
    let mut rules: Vec<(Severity, &str)> = findings
        .iter()
        .map(|finding| (finding.severity, finding.rule.as_str()))
        .collect();
    rules.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
    rules.dedup();
    rules
        .into_iter()
        .map(|(severity, rule)| {
            let all = findings
                .iter()
                .filter(|one| one.rule == rule && one.severity == severity);
            group(rule, severity, &all.collect::<Vec<_>>())
        })
        .collect()
}

fn group(rule: &str, severity: Severity, findings: &[&Finding]) -> Group {
    let first = findings
        .first()
        .map(|finding| finding.hint.as_str())
        .unwrap_or_default();
    let same = findings.iter().all(|finding| finding.hint == first);
    let (word, class) = match severity {
        Severity::Error => ("Wrong", "bad"),
        Severity::Warning => ("Probably wrong", "warn"),
        Severity::Info => ("Worth knowing", "note"),
    };
    Group {
        rule: rule.to_owned(),
        title: title(rule),
        severity: word,
        class,
        hint: if same { sentence(first) } else { String::new() },
        clause: findings
            .first()
            .map(|finding| finding.clause.to_string())
            .unwrap_or_default(),
        count: words::counted(findings.len() as u64, "time", "times"),
        items: findings
            .iter()
            .take(SHOWN)
            .map(|finding| item(finding, !same))
            .collect(),
        more: findings.len().saturating_sub(SHOWN),
    }
}

/// What a rule is about, as a statement that does not hold here.
fn title(rule: &str) -> String {
    if let Some(summary) = register::rule_summary(rule) {
        return summary.trim_end_matches('.').to_owned();
    }
    match rule {
        "source/unmapped" => "Every part of the source is understood".to_owned(),
        "source/companion" => "The file holds a publication".to_owned(),
        "source/duplicate-number" => "No other document has this number".to_owned(),
        "source/no-number" => "The document gives its number".to_owned(),
        "xml/encoding" => "All characters are in the encoding that the file declares".to_owned(),
        "package/unreadable" => "Every file of the package can be read".to_owned(),
        _ if rule.starts_with("xml/") => "The source is well-formed XML".to_owned(),
        _ => rule.replace(['/', '-'], " "),
    }
}

fn item(finding: &Finding, own_hint: bool) -> Item {
    let mut place = finding.path.to_string();
    if finding.span.line > 0 {
        if !place.is_empty() {
            place.push_str(", ");
        }
        place.push_str(&format!("line {} of the source", finding.span.line));
    }
    let mut text: String = finding.text.chars().take(TEXT).collect();
    if text.len() < finding.text.len() {
        text.push('\u{2026}');
    }
    Item {
        message: sentence(&finding.message),
        place,
        text,
        hint: if own_hint {
            sentence(&finding.hint)
        } else {
            String::new()
        },
    }
}

/// A capital at the beginning and a full stop at the end.
fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    // An element's name keeps its letters.
    let is_word = chars
        .as_str()
        .starts_with(|c: char| c.is_lowercase() || c == ' ');
    let is_path = text
        .split(' ')
        .next()
        .is_some_and(|word| word.contains(['/', '<', '@', '-']));
    let mut out = String::new();
    if is_word && !is_path {
        out.extend(first.to_uppercase());
    } else {
        out.push(first);
    }
    out.push_str(chars.as_str());
    if !out.ends_with(['.', '?', '!', ':']) {
        out.push('.');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences() {
        assert_eq!(sentence("claim 3 is empty"), "Claim 3 is empty.");
        assert_eq!(sentence("a/b is not understood"), "a/b is not understood.");
        assert_eq!(sentence("Fine."), "Fine.");
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn most_serious_first() {
        let finding = |rule: &str, severity| Finding::new(rule, severity, "m");
        let all = [
            finding("b/b", Severity::Info),
            finding("a/a", Severity::Warning),
            finding("c/c", Severity::Error),
            finding("a/a", Severity::Warning),
        ];
        let rules: Vec<String> = groups(&all).into_iter().map(|group| group.rule).collect();
        assert_eq!(rules, ["c/c", "a/a", "b/b"]);
        assert_eq!(summary(&all), "1 wrong, 2 probably wrong, 1 worth knowing");
    }
}
