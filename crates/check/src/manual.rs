//! The manual of rules, made from the documentation of each.

use crate::{Rule, rules};
use std::fmt::Write;

/// Renders all rules as a Markdown document.
#[must_use]
pub fn manual() -> String {
    let mut out = String::from(
        "# Rules\n\nThis file is made from the documentation of the rules in `crates/check/src/rules`; \
         edit it there.\nHow much a rule matters is a default, which an office's profile may change.\n",
    );
    let mut group = "";
    for rule in rules() {
        let own = rule.id().split('/').next().unwrap_or_default();
        if own != group {
            group = own;
            write!(out, "\n## {group}\n").expect("a String takes all");
        }
        entry(*rule, &mut out);
    }
    out
}

fn entry(rule: &dyn Rule, out: &mut String) {
    let (id, severity) = (rule.id(), rule.severity().as_str());
    write!(out, "\n### {id}\n\n").expect("a String takes all");
    for line in rule.lines() {
        let line = line.trim();
        match line.strip_prefix("Clause:") {
            Some(clause) => write!(
                out,
                "*What to do:* {}\n\n*Severity:* {severity}. *Clause:* {}",
                rule.hint(),
                clause.trim()
            ),
            None => write!(out, "{line}"),
        }
        .expect("a String takes all");
        out.push('\n');
    }
}
