//! All rules over one record.

use crate::{Context, Profile, listing, rules};
use model::{Finding, Record, Severity, Str};

/// What the rules found in one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Name of the profile.
    pub profile: Str,
    /// Version of the profile.
    pub version: Str,
    /// The findings, in the order of the rules and of the document.
    pub findings: Vec<Finding>,
}

impl Report {
    /// How many findings there are at `severity`.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let of = |finding: &&Finding| finding.severity == severity;
        self.findings.iter().filter(of).count()
    }

    /// The severity of the worst finding.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}

/// Checks `record` with all rules that `profile` does not turn off.
///
/// `package` names the files beside the document; without it, rules about files are silent.
#[must_use]
pub fn run(record: &Record, package: Option<&[String]>, profile: &Profile) -> Report {
    let context = Context::new(record, package);
    let mut findings = Vec::new();
    // A companion holds a part of a publication; rules about whole publications say nothing of it.
    if record.patent().is_some_and(|patent| patent.part.is_empty()) {
        for (rule, severity) in rules().iter().zip(profile.severities()) {
            let Some(severity) = *severity else { continue };
            let from = findings.len();
            rule.check(&context, &mut findings);
            for finding in &mut findings[from..] {
                finding.severity = severity;
            }
        }
    }
    if let Record::Listing(listing) = record {
        findings.extend(listing::run(listing, profile));
    }
    Report {
        profile: profile.name().into(),
        version: profile.version().into(),
        findings,
    }
}
