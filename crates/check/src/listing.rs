//! Rules over sequence listings, one sequence at a time.
//!
//! A [`Checker`] is given the general information, then each sequence once, then the end. Between sequences it keeps
//! numbers and digests only, so a listing of any length is checked in little memory.

#[macro_use]
mod declare;
pub(crate) mod coding;
pub(crate) mod examined;
pub(crate) mod ledger;
pub(crate) mod residues;
mod runs;
pub(crate) mod structure;
pub(crate) mod tables;
mod translation;
pub(crate) mod value;
pub(crate) mod words;

use crate::rules::LISTING;
use crate::{Profile, Rule, rules};
pub(crate) use translation::Difference;

use examined::Examined;
use ledger::Ledger;
use model::{Finding, Sequence, SequenceListing, Severity};
use std::collections::BTreeSet;

/// A rule over sequence listings.
pub(crate) trait Review: Rule {
    /// At which stages it looks.
    fn stages(&self) -> &'static [Kind];

    /// Looks at one stage, and adds what is wrong.
    fn review(&self, stage: &Stage<'_>, out: &mut Vec<Finding>);
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stage<'a> {
    /// The general information, before any sequence.
    Head(&'a SequenceListing),
    /// A sequence.
    Sequence(&'a Examined<'a>),
    /// The end: the general information again, with what stands after the sequences, and what they were.
    End(&'a End<'a>),
}

/// What is known at the end of a listing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End<'a> {
    /// The general information.
    pub(crate) listing: &'a SequenceListing,
    /// What the sequences were.
    pub(crate) ledger: &'a Ledger,
}

/// Kinds of stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Head,
    Sequence,
    End,
}

/// Findings of one rule in one listing; what is beyond is counted.
const MOST: usize = 1000;

/// Checks a sequence listing part by part.
pub struct Checker {
    active: Vec<Active>,
    ledger: Ledger,
}

/// A rule that is not off.
struct Active {
    rule: &'static dyn Review,
    severity: Severity,
    found: usize,
}

impl Checker {
    /// Begins to check a listing with the rules that `profile` does not turn off.
    #[must_use]
    pub fn new(profile: &Profile) -> Self {
        let severity = |id: &str| {
            let mut all = rules().iter().zip(profile.severities());
            all.find(|(rule, _)| rule.id() == id)
                .and_then(|(_, severity)| *severity)
        };
        let active = LISTING.iter().filter_map(|rule| {
            Some(Active {
                rule: *rule,
                severity: severity(rule.id())?,
                found: 0,
            })
        });
        Self {
            active: active.collect(),
            ledger: Ledger::default(),
        }
    }

    /// Checks the general information; `listing` holds no sequences, or they are not looked at.
    pub fn head(&mut self, listing: &SequenceListing, out: &mut Vec<Finding>) {
        self.review(Kind::Head, &Stage::Head(listing), out);
    }

    /// Checks the next sequence.
    pub fn sequence(&mut self, sequence: &Sequence, out: &mut Vec<Finding>) {
        let mut ledger = std::mem::take(&mut self.ledger);
        let examined = Examined::new(sequence, &mut ledger);
        self.review(Kind::Sequence, &Stage::Sequence(&examined), out);
        ledger.keep(&examined);
        self.ledger = ledger;
    }

    /// Checks what only the end shows; `listing` now has all general information.
    pub fn end(mut self, listing: &SequenceListing, out: &mut Vec<Finding>) {
        let mut ledger = std::mem::take(&mut self.ledger);
        ledger.close();
        let end = End {
            listing,
            ledger: &ledger,
        };
        self.review(Kind::End, &Stage::End(&end), out);
        for Active {
            rule,
            severity,
            found,
        } in self.active
        {
            let more = found.saturating_sub(MOST);
            if more > 0 {
                let message =
                    format!("this stands {more} times more; only the first {MOST} are told");
                out.push(Finding::new(rule.id(), severity, message).hint(rule.hint()));
            }
        }
    }

    fn review(&mut self, kind: Kind, stage: &Stage<'_>, out: &mut Vec<Finding>) {
        for active in &mut self.active {
            if !active.rule.stages().contains(&kind) {
                continue;
            }
            let from = out.len();
            active.rule.review(stage, out);
            let told = MOST.saturating_sub(active.found);
            active.found += out.len() - from;
            out.truncate(out.len().min(from.saturating_add(told)));
            for finding in &mut out[from..] {
                finding.severity = active.severity;
            }
        }
    }
}

/// Removes findings of a reader about parts that it did not understand, when a rule over listings tells them too.
pub fn leave_to_rules(of_reader: &mut Vec<Finding>, of_rules: &[Finding]) {
    let told = of_rules
        .iter()
        .filter(|finding| finding.rule.starts_with("listing/"));
    let told: BTreeSet<(u64, &str)> = told
        .map(|finding| (finding.span.offset, finding.path.as_str()))
        .collect();
    of_reader.retain(|finding| {
        let place = (finding.span.offset, finding.path.as_str());
        finding.rule != "source/unmapped" || !told.contains(&place)
    });
}

/// Checks a whole listing; findings stand in the order of the document.
pub(crate) fn run(listing: &SequenceListing, profile: &Profile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut checker = Checker::new(profile);
    checker.head(listing, &mut findings);
    for sequence in &listing.sequences {
        checker.sequence(sequence, &mut findings);
    }
    checker.end(listing, &mut findings);
    findings.sort_by_key(|finding| finding.span.offset);
    findings
}
