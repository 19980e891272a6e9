//! Findings in the static analysis results interchange format, SARIF 2.1.0.

use super::Source;
use crate::rules;
use model::{Finding, Severity};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::{Result, Write};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes findings as one SARIF log with one run.
///
/// # Errors
///
/// When `out` takes no more.
pub fn sarif(sources: &[Source<'_>], out: &mut dyn Write) -> Result {
    let all = || sources.iter().flat_map(|source| source.findings);
    let mut ids: BTreeMap<&str, usize> = all().map(|finding| (finding.rule.as_str(), 0)).collect();
    for (index, slot) in ids.values_mut().enumerate() {
        *slot = index;
    }
    let descriptors: Vec<Value> = ids.keys().map(|id| descriptor(id)).collect();
    let results: Vec<Value> = sources
        .iter()
        .flat_map(|source| source.findings.iter().map(move |f| (source.name, f)))
        .map(|(name, finding)| result(name, finding, ids[finding.rule.as_str()]))
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "chancery",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": descriptors,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    writeln!(out, "{log:#}")
}

/// What the log says of a rule; of a rule from elsewhere there is only its name.
fn descriptor(id: &str) -> Value {
    let Some(rule) = rules().iter().find(|rule| rule.id() == id) else {
        return json!({ "id": id });
    };
    let text: Vec<&str> = rule.lines().iter().map(|line| line.trim()).collect();
    json!({
        "id": id,
        "shortDescription": { "text": rule.summary() },
        "fullDescription": { "text": rule.summary() },
        "help": { "text": rule.hint(), "markdown": text.join("\n") },
        "defaultConfiguration": { "level": level(rule.severity()) },
        "properties": { "clause": rule.clause() },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(name: &str, finding: &Finding, index: usize) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(name) } });
    if finding.span.line > 0 {
        physical["region"] = json!({
            "startLine": finding.span.line,
            "startColumn": finding.span.column.max(1),
        });
    }
    let mut location = json!({ "physicalLocation": physical });
    if !finding.path.is_empty() {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": finding.path.as_str() }]);
    }
    let mut message = finding.message.to_string();
    if !finding.hint.is_empty() {
        message.push_str(". What to do: ");
        message.push_str(&finding.hint);
    }
    json!({
        "ruleId": finding.rule.as_str(),
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": { "text": message },
        "locations": [location],
    })
}

/// The name of a source as a reference of RFC 3986: what may not stand in one is escaped.
fn uri(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'\\' => out.push('/'),
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'-'
            | b'.'
            | b'_'
            | b'~'
            | b'/'
            | b':'
            | b'!' => {
                out.push(char::from(byte));
            }
            _ => write!(out, "%{byte:02X}").expect("a String takes all"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Span;

    #[test]
    fn a_log_has_the_members_that_readers_need() {
        let mut first = Finding::new("part/title", Severity::Error, "no title").at("titles");
        first.span = Span {
            line: 3,
            column: 7,
            ..Span::default()
        };
        let second = Finding::new("schema/cvc-type", Severity::Info, "other").hint("look");
        let source = Source {
            name: "a b/ü.zip!c.xml",
            findings: &[first, second],
        };
        let mut out = String::new();
        sarif(&[source], &mut out).unwrap();
        let log: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let ids: Vec<_> = run["tool"]["driver"]["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["id"].as_str().unwrap())
            .collect();
        assert_eq!(ids, ["part/title", "schema/cvc-type"]);
        let result = &run["results"][0];
        assert_eq!(result["level"], "error");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20b/%C3%BC.zip!c.xml");
        assert_eq!(place["region"]["startLine"], 3);
        let other = &run["results"][1];
        assert_eq!(other["level"], "note");
        assert_eq!(other["ruleIndex"], 1);
        assert_eq!(other["message"]["text"], "other. What to do: look");
        assert!(
            other["locations"][0]["physicalLocation"]
                .get("region")
                .is_none()
        );
    }
}
