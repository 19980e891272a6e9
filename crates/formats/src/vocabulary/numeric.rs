//! The numeric identifiers of ST.25, `<110>` to `<400>`, as a listing in the terms of ST.26.
//!
//! Text listings and the companions of weekly files have them in common. What only a human can decide is decided as
//! carefully as it can be, and said.
//!
//! Clause: ST.26 Annex VII

mod general;
mod keys;
mod location;
mod protein;
mod residues;
mod sequence;

use model::sequence::Written;
use model::{Finding, SequenceListing, Severity, Span, Statement, Str};

/// What stands under one numeric identifier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Item {
    /// The identifier: 110 to 400.
    pub(crate) code: u16,
    /// All text behind it, with its lines.
    pub(crate) text: String,
    /// Where the text stands.
    pub(crate) span: Span,
}

impl Item {
    /// The text in one line.
    fn flat(&self) -> Str {
        let words: Vec<&str> = self.text.split_whitespace().collect();
        words.join(" ").into()
    }

    fn written(&self) -> Written {
        Written::new(self.flat(), self.span.clone())
    }

    fn statement(&self) -> Statement {
        Statement::text(self.code.to_string(), self.flat())
    }
}

/// Findings about a listing, at most so many of one rule.
#[derive(Debug, Default)]
struct Notes {
    findings: Vec<Finding>,
}

/// At most so many findings of one rule.
const MOST: usize = 200;

impl Notes {
    fn say(
        &mut self,
        rule: &'static str,
        severity: Severity,
        item: &Item,
        message: String,
    ) -> &mut Self {
        let count = self.findings.iter().filter(|one| one.rule == rule).count();
        if count < MOST {
            self.findings.push(
                Finding::new(rule, severity, message)
                    .at(format!("<{}>", item.code))
                    .about(item.flat())
                    .within(item.span.clone()),
            );
        }
        self
    }

    fn hint(&mut self, hint: &'static str) {
        if let Some(last) = self.findings.last_mut() {
            last.hint = hint.into();
        }
    }
}

/// Makes a listing of items, in the terms of ST.26.
pub(crate) fn listing(items: &[Item]) -> (SequenceListing, Vec<Finding>) {
    let mut notes = Notes::default();
    let mut listing = SequenceListing::default();
    let first = items
        .iter()
        .position(|item| item.code == 210 || item.code == 400)
        .unwrap_or(items.len());
    let (general, rest) = items.split_at(first);
    general::read(general, &mut listing, &mut notes);
    let mut rest = rest;
    while !rest.is_empty() {
        let next = rest[1..].iter().position(|item| item.code == 210);
        let (one, further) = rest.split_at(next.map_or(rest.len(), |next| next + 1));
        listing.sequences.push(sequence::read(one, &mut notes));
        rest = further;
    }
    protein::link(&mut listing.sequences, &mut notes);
    (listing, notes.findings)
}

/// A description of a place in a message.
fn of(number: &str) -> String {
    format!("sequence {number}")
}
