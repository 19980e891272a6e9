//! Cited clauses: what a comment cites must be in the table of standards.
//!
//! A citation is a comment line `Clause: ST.96 V6_0 pat:PriorityClaimBag; ST.3`: one or more
//! clauses, parted by semicolons, each beginning with the id of a standard of
//! `docs/standards.toml`. The names of ST.96 are looked up in the generated schema table.

use std::collections::BTreeSet;

use anyhow::Context;
use regex_lite::Regex;
use serde::Deserialize;

use super::house::{File, House};
use super::report::{Problem, Report};

const TABLE: &str = "docs/standards.toml";
const SCHEMA: &str = "crates/formats/src/component/schema/";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    standard: Vec<Standard>,
}

/// One standard that comments may cite.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Standard {
    id: String,
    title: String,
    edition: String,
    /// Patterns of what may follow the id; the id alone may always be cited.
    #[serde(default)]
    clauses: Vec<String>,
}

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let table: Table = toml::from_str(house.text(TABLE)?).context(TABLE)?;
    let mut report = Report::default();
    let judge = Judge::new(house, &table, &mut report)?;
    let mut cited = 0;
    for file in house.files().iter().filter(|file| is_searched(file)) {
        for (index, line) in file.text().unwrap_or_default().lines().enumerate() {
            for clause in citations(line) {
                cited += 1;
                if let Err((what, remedy)) = judge.look_up(&clause) {
                    report.problem(
                        Problem::file(&file.path, what, remedy)
                            .at(index + 1)
                            .about(&clause),
                    );
                }
            }
        }
    }
    report.note(format!("clauses: {cited} citations looked up"));
    Ok(report)
}

fn is_searched(file: &File) -> bool {
    file.is_rust() && file.path.starts_with("crates/") && !file.is_generated()
}

/// The clauses that a comment line cites.
fn citations(line: &str) -> Vec<String> {
    let line = line.trim_start();
    let comment = line.trim_start_matches(['/', '!']).trim_start();
    if !line.starts_with("//") {
        return Vec::new();
    }
    let Some(rest) = comment
        .trim_start_matches(['*', '-', ' '])
        .strip_prefix("Clause:")
    else {
        return Vec::new();
    };
    rest.split(';')
        .map(|clause| {
            clause
                .replace('`', "")
                .trim()
                .trim_end_matches('.')
                .to_owned()
        })
        .filter(|clause| !clause.is_empty())
        .collect()
}

struct Judge<'a> {
    standards: Vec<(&'a Standard, Vec<Regex>)>,
    /// The names of ST.96, or nothing while there is no schema table.
    names: Option<BTreeSet<String>>,
    name: Regex,
}

impl<'a> Judge<'a> {
    fn new(house: &House, table: &'a Table, report: &mut Report) -> anyhow::Result<Self> {
        let mut standards = Vec::new();
        for standard in &table.standard {
            if standard.title.is_empty() || standard.edition.is_empty() {
                let what = format!("{} has no title or no edition", standard.id);
                report.problem(Problem::file(TABLE, what, "Say which text is meant"));
            }
            let patterns: Result<Vec<Regex>, _> = standard
                .clauses
                .iter()
                .map(|pattern| Regex::new(&format!("^(?:{pattern})$")))
                .collect();
            standards.push((standard, patterns.with_context(|| standard.id.clone())?));
        }
        let name = Regex::new("^(com|pat|tmk|dgn|gin|cpy):[A-Za-z][A-Za-z0-9]*$")?;
        let names = schema_names(house);
        if names.is_none() {
            report.note(format!(
                "clauses: no table at {SCHEMA}, so names of ST.96 are not looked up"
            ));
        }
        Ok(Self {
            standards,
            names,
            name,
        })
    }

    /// What is wrong with a citation, and its remedy.
    fn look_up(&self, clause: &str) -> Result<(), (String, String)> {
        let found = self.standards.iter().filter_map(|(standard, patterns)| {
            let rest = clause.strip_prefix(&standard.id)?;
            (rest.is_empty() || rest.starts_with([' ', ','])).then_some((standard, patterns, rest))
        });
        let Some((standard, patterns, rest)) = found.max_by_key(|(standard, ..)| standard.id.len())
        else {
            let what = format!("\"{clause}\" cites no standard of the table");
            return Err((
                what,
                format!("Correct the id, or add the standard to {TABLE}"),
            ));
        };
        let rest = rest.trim_start_matches([',', ' ']);
        if !rest.is_empty() && !patterns.iter().any(|pattern| pattern.is_match(rest)) {
            let what = format!("\"{rest}\" has not the form of a clause of {}", standard.id);
            return Err((what, format!("Correct it, or add its pattern to {TABLE}")));
        }
        self.look_up_names(rest)
    }

    fn look_up_names(&self, rest: &str) -> Result<(), (String, String)> {
        let Some(names) = &self.names else {
            return Ok(());
        };
        for word in rest.split([' ', '/', ',', '(', ')', '=']) {
            if self.name.is_match(word) && !names.contains(word) {
                let what = format!("ST.96 has no component `{word}` in the schema table");
                return Err((what, "Correct the name".to_owned()));
            }
        }
        Ok(())
    }
}

/// The qualified names that the generated schema table holds as literals.
fn schema_names(house: &House) -> Option<BTreeSet<String>> {
    let literal = Regex::new("\"@?((?:com|pat|tmk|dgn|gin|cpy):[A-Za-z][A-Za-z0-9]*)\"")
        .expect("the pattern is a constant");
    let mut names = BTreeSet::new();
    for file in house
        .files()
        .iter()
        .filter(|file| file.path.starts_with(SCHEMA))
    {
        let text = file.text().unwrap_or_default();
        names.extend(literal.captures_iter(text).map(|found| found[1].to_owned()));
    }
    (!names.is_empty()).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::cargo::Workspace;

    const STANDARDS: &str = "[[standard]]\nid = \"ST.96\"\ntitle = \"t\"\nedition = \"e\"\nclauses = ['V6_0 .+']\n\
        [[standard]]\nid = \"ST.3\"\ntitle = \"t\"\nedition = \"e\"\n";

    fn problems(line: &str) -> Vec<String> {
        let schema = "// @generated\nconst N: &[&str] = &[\"pat:Claim\"];\n";
        let files = [
            (TABLE, STANDARDS),
            ("crates/formats/src/component/schema/pat.rs", schema),
            ("crates/x/src/a.rs", line),
        ];
        let house = House::pretend(&files, Workspace::default());
        let report = check(&house).expect("no I/O");
        report.problems.iter().map(|p| p.what.clone()).collect()
    }

    #[test]
    fn accepts_what_the_table_knows() {
        assert!(problems("/// Clause: ST.96 V6_0 `pat:Claim`; ST.3.").is_empty());
        assert!(problems("// a Clause: of another kind").is_empty());
        assert!(problems("let a = \"Clause: ST.1\";").is_empty());
    }

    #[test]
    fn refuses_the_rest() {
        assert_eq!(
            problems("/// Clause: ST.33"),
            ["\"ST.33\" cites no standard of the table"]
        );
        assert_eq!(
            problems("/// Clause: ST.3 x"),
            ["\"x\" has not the form of a clause of ST.3"]
        );
        assert_eq!(
            problems("/// Clause: ST.96 V6_0 pat:Clam"),
            ["ST.96 has no component `pat:Clam` in the schema table"]
        );
    }
}
