//! Doors between crates: the table in the architecture document against the manifests.

use std::collections::BTreeMap;

use super::cargo::{Package, room};
use super::house::House;
use super::report::{Problem, Report};
use super::table::{self, Row};

/// The document that holds the tables of doors and of exclusive libraries.
pub(crate) const DOCUMENT: &str = "ARCHITECTURE.md";
const HEADING: &str = "The table of doors";

/// What one row of the table allows.
struct Door<'a> {
    line: usize,
    /// The rooms that may be used; nothing stands for all of them.
    rooms: Option<Vec<&'a str>>,
}

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let mut report = Report::default();
    let text = house.text(DOCUMENT)?;
    let Some(rows) = table::under_heading(text, HEADING) else {
        report.problem(Problem::file(
            DOCUMENT,
            format!("there is no heading \"{HEADING}\""),
            "Put the table of doors under a heading of that name",
        ));
        return Ok(report);
    };
    let doors = read(&rows, &mut report);
    let members = &house.workspace().packages;
    for package in members {
        match doors.get(package.room()) {
            Some(door) => compare(house, package, door, &mut report),
            None => report.problem(Problem::file(
                &package.manifest(house.root()),
                format!(
                    "crate `{}` has no row in the table of doors",
                    package.room()
                ),
                format!("Add its row under \"{HEADING}\" in {DOCUMENT}"),
            )),
        }
    }
    for (name, door) in &doors {
        if !members.iter().any(|package| package.room() == *name) {
            report.problem(
                Problem::file(
                    DOCUMENT,
                    format!("the table of doors has a row for `{name}`, which is no crate"),
                    "Remove the row until the crate is born",
                )
                .at(door.line),
            );
        }
    }
    Ok(report)
}

fn read<'a>(rows: &[Row<'a>], report: &mut Report) -> BTreeMap<&'a str, Door<'a>> {
    let mut doors = BTreeMap::new();
    for row in rows {
        let [name, .., uses] = row.cells.as_slice() else {
            report.problem(
                Problem::file(
                    DOCUMENT,
                    "a row of the table of doors is short",
                    "Fill all cells",
                )
                .at(row.line),
            );
            continue;
        };
        let line = row.line;
        let names = table::names(uses);
        let rooms = (names != ["all"]).then_some(names);
        doors.insert(table::bare(name), Door { line, rooms });
    }
    doors
}

fn compare(house: &House, package: &Package, door: &Door<'_>, report: &mut Report) {
    let members = &house.workspace().packages;
    let mut used = Vec::new();
    for dependency in &package.dependencies {
        if !members.iter().any(|member| member.name == dependency.name) {
            continue;
        }
        let target = room(&dependency.name);
        if dependency.is_dev() {
            report.note(format!(
                "doors: the tests of `{}` use `{target}`",
                package.room()
            ));
            continue;
        }
        used.push(target);
        if door
            .rooms
            .as_ref()
            .is_some_and(|rooms| !rooms.contains(&target))
        {
            report.problem(
                Problem::file(
                    &package.manifest(house.root()),
                    format!("`{}` uses `{target}`, and no door leads there", package.room()),
                    format!("Go through a room that has the door, or argue for a new door in line {} of {DOCUMENT}", door.line),
                )
                .about(target),
            );
        }
    }
    for idle in door
        .rooms
        .iter()
        .flatten()
        .filter(|room| !used.contains(room))
    {
        report.note(format!(
            "doors: `{}` may use `{idle}` and does not",
            package.room()
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::cargo::{Dependency, Workspace};

    fn package(name: &str, uses: &[(&str, Option<&str>)]) -> Package {
        let dependencies = uses.iter().map(|(name, kind)| Dependency {
            name: (*name).to_owned(),
            kind: kind.map(str::to_owned),
        });
        Package {
            name: name.to_owned(),
            dependencies: dependencies.collect(),
            ..Package::default()
        }
    }

    fn problems(rows: &str, packages: Vec<Package>) -> Vec<String> {
        let text = format!("## {HEADING}\n\n| crate | owns | may use |\n|---|---|---|\n{rows}");
        let house = House::pretend(&[(DOCUMENT, &text)], Workspace { packages });
        let report = check(&house).expect("no I/O");
        report.problems.iter().map(|p| p.what.clone()).collect()
    }

    #[test]
    fn a_listed_door_is_open_and_another_is_shut() {
        let packages = || {
            vec![
                package("chancery-model", &[("serde", None)]),
                package("chancery-xml", &[("chancery-model", None)]),
            ]
        };
        let open = "| **model** | nouns | - |\n| **xml** | parser | model |\n";
        assert!(problems(open, packages()).is_empty());
        let shut = "| **model** | nouns | - |\n| **xml** | parser | - |\n";
        assert_eq!(
            problems(shut, packages()),
            ["`xml` uses `model`, and no door leads there"]
        );
    }

    #[test]
    fn tests_may_use_every_room() {
        let packages = vec![
            package("chancery-model", &[("chancery-xml", Some("dev"))]),
            package("chancery-xml", &[]),
        ];
        assert!(problems("| model | a | - |\n| xml | b | - |\n", packages).is_empty());
    }

    #[test]
    fn rows_and_crates_must_match() {
        let found = problems(
            "| ghost | a | all |\n",
            vec![package("chancery-model", &[])],
        );
        assert_eq!(found.len(), 2);
    }
}
