//! Licenses of all dependencies, against the list in the settings.

use super::cargo::{Package, Workspace};
use super::house::House;
use super::report::{Problem, Report};
use super::settings::{self, Licenses};

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let closure = Workspace::closure(house.root())?;
    Ok(judge(&closure.packages, &house.settings().licenses))
}

fn judge(packages: &[Package], licenses: &Licenses) -> Report {
    let mut report = Report::default();
    let mut seen = 0;
    for package in packages.iter().filter(|package| package.source.is_some()) {
        seen += 1;
        let expression = package.license.as_deref().unwrap_or_default();
        let verdict = Reader::new(expression).verdict(&|name| {
            licenses.allowed.iter().any(|one| one == name) || licenses.reasoned.contains_key(name)
        });
        if verdict != Some(true) {
            let Package { name, version, .. } = package;
            report.problem(
                Problem::file(
                    "Cargo.lock",
                    format!("{name} {version} has the license \"{expression}\""),
                    format!(
                        "Do without it, or add the license to [licenses] in {} with a reason",
                        settings::PATH
                    ),
                )
                .about(name),
            );
        }
    }
    report.note(format!("licenses: {seen} dependencies looked at"));
    report
}

/// Reads an SPDX expression: names, `AND`, `OR` (also written `/`), `WITH` and parentheses.
struct Reader {
    words: Vec<String>,
    next: usize,
}

impl Reader {
    fn new(expression: &str) -> Self {
        let spaced = expression
            .replace('(', " ( ")
            .replace(')', " ) ")
            .replace('/', " OR ");
        Self {
            words: spaced.split_whitespace().map(str::to_owned).collect(),
            next: 0,
        }
    }

    /// Whether the expression can be met; nothing when it cannot be read.
    fn verdict(mut self, allow: &dyn Fn(&str) -> bool) -> Option<bool> {
        let verdict = self.either(allow)?;
        (self.next == self.words.len()).then_some(verdict)
    }

    fn either(&mut self, allow: &dyn Fn(&str) -> bool) -> Option<bool> {
        let mut verdict = self.both(allow)?;
        while self.take("OR") {
            verdict |= self.both(allow)?;
        }
        Some(verdict)
    }

    fn both(&mut self, allow: &dyn Fn(&str) -> bool) -> Option<bool> {
        let mut verdict = self.one(allow)?;
        while self.take("AND") {
            verdict &= self.one(allow)?;
        }
        Some(verdict)
    }

    fn one(&mut self, allow: &dyn Fn(&str) -> bool) -> Option<bool> {
        if self.take("(") {
            let verdict = self.either(allow)?;
            return self.take(")").then_some(verdict);
        }
        let mut name = self.words.get(self.next)?.clone();
        self.next += 1;
        if self.take("WITH") {
            let exception = self.words.get(self.next)?;
            name = format!("{name} WITH {exception}");
            self.next += 1;
        }
        Some(allow(&name))
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.words.get(self.next).is_some_and(|next| next == word);
        self.next += usize::from(found);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(expression: &str) -> Option<bool> {
        Reader::new(expression).verdict(&|name| {
            ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"].contains(&name)
        })
    }

    #[test]
    fn reads_expressions() {
        assert_eq!(verdict("MIT OR GPL-3.0"), Some(true));
        assert_eq!(verdict("MIT/Apache-2.0"), Some(true));
        assert_eq!(verdict("MIT AND GPL-3.0"), Some(false));
        assert_eq!(verdict("(MIT OR GPL-3.0) AND Apache-2.0"), Some(true));
        assert_eq!(
            verdict("Apache-2.0 WITH LLVM-exception OR GPL-3.0"),
            Some(true)
        );
        assert_eq!(verdict("(MIT"), None);
        assert_eq!(verdict(""), None);
    }
}
