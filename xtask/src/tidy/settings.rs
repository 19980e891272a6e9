//! The settings of the checks and the exceptions from them, out of `xtask/tidy.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;

use super::report::{Problem, Report};

/// Where the settings stand.
pub(crate) const PATH: &str = "xtask/tidy.toml";

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Settings {
    pub(crate) budgets: Budgets,
    pub(crate) names: Names,
    pub(crate) purity: Purity,
    pub(crate) words: Words,
    pub(crate) licenses: Licenses,
    pub(crate) hygiene: Hygiene,
    #[serde(default, rename = "exception")]
    pub(crate) exceptions: Vec<Exception>,
}

/// Lines and arguments that a file or function may have.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Budgets {
    pub(crate) file_soft: usize,
    pub(crate) file_hard: usize,
    pub(crate) function_soft: usize,
    pub(crate) function_hard: usize,
    pub(crate) arguments: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Names {
    pub(crate) forbidden: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Purity {
    pub(crate) crates: Vec<String>,
    pub(crate) forbidden: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) digests: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Licenses {
    pub(crate) allowed: Vec<String>,
    /// License to the reason why it is allowed although it asks for more than the others.
    pub(crate) reasoned: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Hygiene {
    pub(crate) file_bytes: usize,
    pub(crate) binary_folder: String,
    pub(crate) binary_extensions: Vec<String>,
}

/// A problem that is known and allowed, and why.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exception {
    pub(crate) check: String,
    pub(crate) path: String,
    #[serde(default)]
    pub(crate) item: Option<String>,
    pub(crate) reason: String,
}

impl Exception {
    fn covers(&self, problem: &Problem) -> bool {
        problem.path == self.path && (self.item.is_none() || problem.item == self.item)
    }
}

impl Settings {
    pub(crate) fn read(root: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(root.join(PATH))
            .with_context(|| format!("{PATH} cannot be read"))?;
        toml::from_str(&text).with_context(|| format!("{PATH} is not what the checks expect"))
    }

    /// The project's own settings, without the exceptions.
    #[cfg(test)]
    pub(crate) fn for_tests() -> Self {
        let mut settings = Self::read(&crate::workspace_root()).expect("the settings are readable");
        settings.exceptions.clear();
        settings
    }

    /// Takes the excepted problems out of a report, and reports exceptions that cover nothing.
    pub(crate) fn excuse(&self, check: &str, report: Report) -> Report {
        let mut rest = Report {
            problems: Vec::new(),
            notes: report.notes,
        };
        let ours: Vec<&Exception> = self
            .exceptions
            .iter()
            .filter(|e| e.check == check)
            .collect();
        let mut used = vec![false; ours.len()];
        for problem in report.problems {
            match ours.iter().position(|exception| exception.covers(&problem)) {
                Some(index) => used[index] = true,
                None => rest.problem(problem),
            }
        }
        for (exception, used) in ours.iter().zip(used) {
            if !used || exception.reason.trim().is_empty() {
                rest.problem(stale(exception, used));
            }
        }
        rest
    }
}

fn stale(exception: &Exception, used: bool) -> Problem {
    let item = exception.item.as_deref().unwrap_or("the whole file");
    let about = format!("{} ({item}), check `{}`", exception.path, exception.check);
    if used {
        Problem::file(
            PATH,
            format!("the exception for {about} has no reason"),
            "Write the reason down, or remove the exception and its cause",
        )
    } else {
        Problem::file(
            PATH,
            format!("the exception for {about} covers nothing"),
            "Remove it",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_excuses_and_a_stale_one_is_reported() {
        let mut settings = Settings::for_tests();
        let exception = |path: &str, reason: &str| Exception {
            check: "budgets".to_owned(),
            path: path.to_owned(),
            item: None,
            reason: reason.to_owned(),
        };
        settings.exceptions = vec![exception("a.rs", "a table"), exception("b.rs", "gone")];
        let mut report = Report::default();
        report.problem(Problem::file("a.rs", "long", "Split it"));
        report.problem(Problem::file("c.rs", "long", "Split it"));
        let rest = settings.excuse("budgets", report);
        let paths: Vec<&str> = rest.problems.iter().map(|p| p.path.as_str()).collect();
        assert_eq!(paths, ["c.rs", PATH]);
    }
}
