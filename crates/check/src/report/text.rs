//! Findings as people read them.

use super::Source;
use model::{Finding, Severity};
use std::fmt::{Result, Write};

/// Writes findings as text: grouped by source, with place, severity, rule, message and hint.
///
/// # Errors
///
/// When `out` takes no more.
pub fn text(sources: &[Source<'_>], out: &mut dyn Write) -> Result {
    for source in sources.iter().filter(|source| !source.findings.is_empty()) {
        writeln!(out, "{}", source.name)?;
        for finding in source.findings {
            entry(finding, out)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn entry(finding: &Finding, out: &mut dyn Write) -> Result {
    let Finding {
        rule,
        severity,
        message,
        path,
        span,
        ..
    } = finding;
    let place = match (span.line, path.as_str()) {
        (0, path) => path.to_owned(),
        (line, "") => format!("{line}:{}", span.column),
        (line, path) => format!("{line}:{} {path}", span.column),
    };
    let severity = severity.as_str();
    if place.is_empty() {
        writeln!(out, "  {severity}: {message} [{rule}]")?;
    } else {
        writeln!(out, "  {place}: {severity}: {message} [{rule}]")?;
    }
    if !finding.hint.is_empty() {
        writeln!(out, "      hint: {}", finding.hint)?;
    }
    if !finding.clause.is_empty() && finding.severity > Severity::Info {
        writeln!(out, "      see: {}", finding.clause)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Span;

    #[test]
    fn findings_stand_below_their_source() {
        let mut first = Finding::new("a/b", Severity::Error, "it is wrong")
            .at("x/y")
            .hint("mend it");
        first.clause = "ST.2".into();
        first.span = Span {
            line: 3,
            column: 7,
            ..Span::default()
        };
        let second = Finding::new("a/c", Severity::Info, "it is odd");
        let sources = [
            Source {
                name: "one.xml",
                findings: &[first, second],
            },
            Source {
                name: "two.xml",
                findings: &[],
            },
        ];
        let mut out = String::new();
        text(&sources, &mut out).unwrap();
        let wanted = "one.xml\n  3:7 x/y: error: it is wrong [a/b]\n      hint: mend it\n      see: ST.2\n  \
            info: it is odd [a/c]\n\n";
        assert_eq!(out, wanted);
    }
}
