//! Generated files: the generator would write the same bytes today.

use super::house::House;
use super::report::{Problem, Report};
use crate::{codegen, shared_data};

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let mut report = Report::default();
    let Some(shared) = shared_data() else {
        report.note("generated: skipped: no shared data");
        return Ok(report);
    };
    if let Err(error) = codegen::run(house.root(), &shared, true) {
        report.problem(Problem::file(
            "xtask/src/codegen.rs",
            format!("{error:#}"),
            "Run `cargo xtask codegen` and commit what it writes",
        ));
    }
    Ok(report)
}
