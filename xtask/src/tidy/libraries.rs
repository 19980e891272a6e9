//! Exclusive libraries: only the rooms of the table may depend on them.

use super::doors::DOCUMENT;
use super::house::House;
use super::report::{Problem, Report};
use super::table;

const HEADING: &str = "Exclusive libraries";

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let mut report = Report::default();
    let Some(rows) = table::under_heading(house.text(DOCUMENT)?, HEADING) else {
        report.problem(Problem::file(
            DOCUMENT,
            format!("there is no heading \"{HEADING}\""),
            "Put the table of exclusive libraries under a heading of that name",
        ));
        return Ok(report);
    };
    for row in &rows {
        let [libraries, rooms, ..] = row.cells.as_slice() else {
            continue;
        };
        for library in table::names(libraries) {
            enforce(house, library, &Rooms::read(rooms), row.line, &mut report);
        }
    }
    Ok(report)
}

/// Where a library may be used.
enum Rooms<'a> {
    Only(Vec<&'a str>),
    AllBut(Vec<&'a str>),
}

impl<'a> Rooms<'a> {
    fn read(cell: &'a str) -> Self {
        match cell.strip_prefix("all but") {
            Some(rest) => Self::AllBut(table::names(rest)),
            None => Self::Only(table::names(cell)),
        }
    }

    fn admit(&self, room: &str) -> bool {
        match self {
            Self::Only(rooms) => rooms.contains(&room),
            Self::AllBut(rooms) => !rooms.contains(&room),
        }
    }
}

fn enforce(house: &House, library: &str, rooms: &Rooms<'_>, line: usize, report: &mut Report) {
    for package in &house.workspace().packages {
        let uses = package
            .dependencies
            .iter()
            .any(|dependency| dependency.name == library && !dependency.is_dev());
        if uses && !rooms.admit(package.room()) {
            report.problem(
                Problem::file(
                    &package.manifest(house.root()),
                    format!("`{}` depends on `{library}`", package.room()),
                    format!("Use the room that owns it (line {line} of {DOCUMENT})"),
                )
                .about(library),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::cargo::{Dependency, Package, Workspace};

    fn problems(row: &str, library: &str) -> usize {
        let text = format!("## {HEADING}\n| Library | Only in | Why |\n|---|---|---|\n{row}\n");
        let package = Package {
            name: "chancery-model".to_owned(),
            dependencies: vec![Dependency {
                name: library.to_owned(),
                kind: None,
            }],
            ..Package::default()
        };
        let packages = vec![package];
        let house = House::pretend(&[(DOCUMENT, &text)], Workspace { packages });
        check(&house).expect("no I/O").problems.len()
    }

    #[test]
    fn a_library_stays_in_its_room() {
        assert_eq!(problems("| quick-xml, xot | xml xtask | one |", "xot"), 1);
        assert_eq!(problems("| quick-xml | model | one |", "quick-xml"), 0);
        assert_eq!(problems("| serde | all but model | one |", "serde"), 1);
        assert_eq!(problems("| serde | all but xml | one |", "serde"), 0);
    }
}
