//! Counts in words: `1 document`, `2 errors`.

use office::report::Said;
use std::fmt;

/// A count and its noun, in the singular or the plural.
pub(crate) fn many(count: u64, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) errors: u64,
    pub(crate) warnings: u64,
    pub(crate) notes: u64,
}

impl Tally {
    /// Counts the findings of a line of a report.
    pub(crate) fn add(&mut self, findings: &[Said]) {
        for said in findings {
            match said.severity {
                "error" => self.errors += 1,
                "warning" => self.warnings += 1,
                _ => self.notes += 1,
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (errors, warnings) = (many(self.errors, "error"), many(self.warnings, "warning"));
        write!(f, "{errors}, {warnings}, {}", many(self.notes, "note"))
    }
}

/// What is said only when there is some: files that are no documents, and failures.
pub(crate) fn rest(skipped: u64, failures: u64) -> String {
    let mut out = String::new();
    for (count, noun) in [(skipped, "other file"), (failures, "failure")] {
        if count > 0 {
            out.push_str("; ");
            out.push_str(&many(count, noun));
        }
    }
    out
}

/// That no document was found in the inputs, and what to do.
pub(crate) fn nothing(inputs: &[String]) -> String {
    format!(
        "no document was found in {}; name files, folders or archives that hold XML of an office",
        inputs.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular() {
        assert_eq!(many(1, "document"), "1 document");
        assert_eq!(many(0, "document"), "0 documents");
        let tally = Tally {
            errors: 1,
            warnings: 2,
            notes: 0,
        };
        assert_eq!(tally.to_string(), "1 error, 2 warnings, 0 notes");
        assert_eq!(rest(1, 0), "; 1 other file");
        assert_eq!(rest(0, 0), "");
    }
}
