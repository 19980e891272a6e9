//! Formatting: `cargo fmt` would change nothing.

use std::process::Command;

use anyhow::Context;

use super::cargo::relative;
use super::house::House;
use super::report::{Problem, Report};

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let output = Command::new(env!("CARGO"))
        .args(["fmt", "--all", "--", "--check", "-l"])
        .current_dir(house.root())
        .output()
        .context("cargo fmt did not start")?;
    let mut report = Report::default();
    if output.status.success() {
        return Ok(report);
    }
    let listed = String::from_utf8_lossy(&output.stdout);
    for path in listed.lines().filter(|line| line.ends_with(".rs")) {
        let path = relative(path, house.root());
        report.problem(Problem::file(
            &path,
            "not formatted",
            "Run `cargo fmt --all`",
        ));
    }
    if report.problems.is_empty() {
        let said = String::from_utf8_lossy(&output.stderr);
        let first = said.lines().next().unwrap_or("it gave no reason");
        let what = format!("cargo fmt failed: {first}");
        report.problem(Problem::file(
            "Cargo.toml",
            what,
            "Install the component rustfmt, or let the code parse",
        ));
    }
    Ok(report)
}
