//! What a rule is, and how it says what it found.

use crate::Context;
use model::{Finding, Severity, Span, Str};
use std::fmt::Display;

/// A rule: what is checked, why, on whose word, and the check itself.
///
/// The words about a rule are the lines of its documentation comment, so the manual cannot differ
/// from the code.
pub trait Rule: Sync {
    /// The name, such as `priority/after-filing`.
    fn id(&self) -> &'static str;

    /// How much a finding matters when no profile says otherwise.
    fn severity(&self) -> Severity;

    /// What to do about a finding.
    fn hint(&self) -> &'static str;

    /// The lines of its documentation.
    fn lines(&self) -> &'static [&'static str];

    /// Checks a record and adds what is wrong.
    fn check(&self, context: &Context<'_>, out: &mut Vec<Finding>);

    /// What holds when the rule is silent, in one sentence.
    fn summary(&self) -> &'static str {
        self.lines().first().map_or("", |line| line.trim())
    }

    /// The clause of a standard that asks for it.
    fn clause(&self) -> &'static str {
        let clause = |line: &&'static str| line.trim().strip_prefix("Clause:");
        self.lines().iter().find_map(clause).unwrap_or("").trim()
    }
}

/// Where a rule puts what it found.
pub(crate) struct Found<'a> {
    rule: &'a dyn Rule,
    out: &'a mut Vec<Finding>,
}

impl<'a> Found<'a> {
    /// A place for findings of `rule` at the end of `out`.
    pub(crate) fn new(rule: &'a dyn Rule, out: &'a mut Vec<Finding>) -> Self {
        Self { rule, out }
    }

    /// Says what is the matter at a path and place of the source, about the words `text`.
    pub(crate) fn say_within(
        &mut self,
        path: impl Display,
        span: &Span,
        text: &str,
        message: impl Into<Str>,
    ) {
        self.say(path, text, message);
        if let Some(finding) = self.out.last_mut() {
            finding.span = span.clone();
        }
    }

    /// Says what is the matter at `path`, about the words `text`.
    pub(crate) fn say(&mut self, path: impl Display, text: &str, message: impl Into<Str>) {
        self.out.push(Finding {
            rule: self.rule.id().into(),
            severity: self.rule.severity(),
            message: message.into(),
            path: path.to_string().into(),
            text: text.into(),
            hint: self.rule.hint().into(),
            clause: self.rule.clause().into(),
            ..Finding::default()
        });
    }
}

/// Declares a rule of this file: its documentation, id, severity and hint; `check` does the work.
macro_rules! rule {
    ($(#[doc = $line:literal])* struct $name:ident = $id:literal, $severity:ident, $hint:literal;) => {
        $(#[doc = $line])*
        pub(crate) struct $name;

        impl $crate::Rule for $name {
            fn id(&self) -> &'static str {
                $id
            }

            fn severity(&self) -> model::Severity {
                model::Severity::$severity
            }

            fn hint(&self) -> &'static str {
                $hint
            }

            fn lines(&self) -> &'static [&'static str] {
                &[$($line),*]
            }

            fn check(&self, context: &$crate::Context<'_>, out: &mut Vec<model::Finding>) {
                check(context, &mut $crate::rule::Found::new(self, out));
            }
        }
    };
}
