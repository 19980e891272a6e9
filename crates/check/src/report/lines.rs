//! Findings as JSON, one a line.

use super::Source;
use model::Finding;
use serde_json::{Map, Value};
use std::fmt::{Result, Write};

/// Writes findings as JSON lines: one object a finding, with the name of its source.
///
/// # Errors
///
/// When `out` takes no more.
pub fn json_lines(sources: &[Source<'_>], out: &mut dyn Write) -> Result {
    for source in sources {
        for finding in source.findings {
            writeln!(out, "{}", object(source.name, finding))?;
        }
    }
    Ok(())
}

fn object(name: &str, finding: &Finding) -> Value {
    let mut object = Map::new();
    let texts = [
        ("source", name),
        ("rule", &finding.rule),
        ("severity", finding.severity.as_str()),
        ("message", &finding.message),
        ("path", &finding.path),
        ("text", &finding.text),
        ("hint", &finding.hint),
        ("clause", &finding.clause),
    ];
    for (key, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        object.insert(key.to_owned(), text.into());
    }
    if finding.span.line > 0 {
        object.insert("line".to_owned(), finding.span.line.into());
        object.insert("column".to_owned(), finding.span.column.into());
    }
    Value::Object(object)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Severity;

    #[test]
    fn one_object_a_line_without_empty_members() {
        let finding = Finding::new("a/b", Severity::Warning, "say \"x\"\nand y");
        let source = Source {
            name: "one.xml",
            findings: &[finding.clone(), finding],
        };
        let mut out = String::new();
        json_lines(&[source], &mut out).unwrap();
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 2);
        let value: Value = serde_json::from_str(lines[0]).unwrap();
        assert_eq!(value["message"], "say \"x\"\nand y");
        assert_eq!(value.as_object().unwrap().len(), 4);
    }
}
