//! The house rules that a program can check.
//!
//! Each check is one file under `tidy/` and one line of [`CHECKS`]. A check reads the [`House`]
//! and returns a [`Report`]; exceptions with their reasons stand in `xtask/tidy.toml`.

mod budgets;
mod cargo;
mod clauses;
mod doors;
mod formatting;
mod generated;
mod house;
mod hygiene;
mod libraries;
mod licenses;
mod modules;
mod names;
mod paths;
mod purity;
mod report;
mod rust;
mod settings;
mod table;
mod words;

pub use house::House;
pub use report::{Problem, Report};

use anyhow::{Context, bail};

/// A house rule: its name, what it says, and the function that checks it.
pub struct Check {
    /// The name by which the command line and the exceptions know the check.
    pub name: &'static str,
    /// One sentence about what holds when the check is silent.
    pub says: &'static str,
    run: fn(&House) -> anyhow::Result<Report>,
}

/// All checks, in the order in which they run.
pub const CHECKS: &[Check] = &[
    Check {
        name: "syntax",
        says: "every Rust file can be parsed",
        run: rust::check,
    },
    Check {
        name: "doors",
        says: "crates use only the crates that the table of doors lets them use",
        run: doors::check,
    },
    Check {
        name: "libraries",
        says: "an exclusive library is used only in its room",
        run: libraries::check,
    },
    Check {
        name: "budgets",
        says: "files, functions and argument lists are short",
        run: budgets::check,
    },
    Check {
        name: "names",
        says: "no mod.rs and no module with a name that says nothing",
        run: names::check,
    },
    Check {
        name: "purity",
        says: "pure crates touch no clock, environment, file, network or randomness",
        run: purity::check,
    },
    Check {
        name: "paths",
        says: "no file names a folder of one machine",
        run: paths::check,
    },
    Check {
        name: "words",
        says: "files speak of the program and not of tools that edit it",
        run: words::check,
    },
    Check {
        name: "licenses",
        says: "every dependency has a license of the list",
        run: licenses::check,
    },
    Check {
        name: "clauses",
        says: "every cited clause is in the table of standards",
        run: clauses::check,
    },
    Check {
        name: "modules",
        says: "every source file is declared and every crate has one test binary",
        run: modules::check,
    },
    Check {
        name: "generated",
        says: "generated files are what the generator writes today",
        run: generated::check,
    },
    Check {
        name: "formatting",
        says: "rustfmt would change nothing",
        run: formatting::check,
    },
    Check {
        name: "hygiene",
        says: "no large and no binary files outside of the corpus",
        run: hygiene::check,
    },
];

/// Runs the named checks, or all of them when no name is given.
pub fn run(house: &House, names: &[&str]) -> anyhow::Result<Report> {
    for name in names {
        if !CHECKS.iter().any(|check| check.name == *name) {
            bail!("there is no check called `{name}`; `cargo xtask tidy --list` names them");
        }
    }
    let mut whole = Report::default();
    for check in CHECKS {
        if names.is_empty() || names.contains(&check.name) {
            let report = (check.run)(house).with_context(|| format!("check `{}`", check.name))?;
            whole.append(house.settings().excuse(check.name, report));
        }
    }
    Ok(whole)
}
