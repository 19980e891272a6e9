//! The command line of the project's own chores.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use xtask::{bench, codegen, conformance, shared_data, tidy, workspace_root};

/// What is measured runs as in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str = "\
usage: cargo xtask CHORE
  tidy [CHECK ...]   compare the tree with the house rules (all checks unless some are named)
  tidy --list        name the checks
  codegen [--check]  write the generated files, or only see whether they are fresh
  conformance [--update]   convert a document for each row of the official mappings, and compare
  conformance TABLE ROW    show the document of a row, and what it becomes
  bench [READER...]  measure the main job, or some readers; run it in release mode (make bench)";

fn main() -> anyhow::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut out = std::io::stdout().lock();
    match words.as_slice() {
        ["tidy", "--list"] => {
            for check in tidy::CHECKS {
                writeln!(out, "{:<12} {}", check.name, check.says)?;
            }
            Ok(ExitCode::SUCCESS)
        }
        ["tidy", names @ ..] => run_tidy(&mut out, names),
        ["codegen"] => run_codegen(false),
        ["codegen", "--check"] => run_codegen(true),
        ["conformance"] => run_conformance(&mut out, false),
        ["conformance", "--update"] => run_conformance(&mut out, true),
        ["conformance", table, row] => {
            conformance::show(&shared_folder()?, table, row.parse()?, &mut out)?;
            Ok(ExitCode::SUCCESS)
        }
        ["bench", names @ ..] if !names.is_empty() => {
            bench::readers(&workspace_root(), shared_data().as_deref(), names, &mut out)?;
            Ok(ExitCode::SUCCESS)
        }
        ["bench"] => {
            bench::run(&workspace_root(), shared_data().as_deref(), &mut out)?;
            Ok(ExitCode::SUCCESS)
        }
        ["help" | "--help" | "-h"] => {
            writeln!(out, "{USAGE}")?;
            Ok(ExitCode::SUCCESS)
        }
        _ => {
            writeln!(std::io::stderr(), "{USAGE}")?;
            Ok(ExitCode::from(2))
        }
    }
}

fn run_codegen(check: bool) -> anyhow::Result<ExitCode> {
    codegen::run(&workspace_root(), &shared_folder()?, check)?;
    Ok(ExitCode::SUCCESS)
}

fn run_conformance(out: &mut impl Write, update: bool) -> anyhow::Result<ExitCode> {
    let problems = conformance::run(&workspace_root(), &shared_folder()?, update, out)?;
    for problem in &problems {
        writeln!(out, "{problem}")?;
    }
    Ok(if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn shared_folder() -> anyhow::Result<PathBuf> {
    shared_data()
        .context("no schemas and tables here; name the folder that holds them in CHANCERY_SHARED")
}

fn run_tidy(out: &mut impl Write, names: &[&str]) -> anyhow::Result<ExitCode> {
    let house = tidy::House::open(&workspace_root())?;
    let report = tidy::run(&house, names)?;
    for note in &report.notes {
        writeln!(out, "note: {note}")?;
    }
    for problem in &report.problems {
        writeln!(out, "{problem}")?;
    }
    writeln!(
        out,
        "tidy: {} problems, {} notes",
        report.problems.len(),
        report.notes.len()
    )?;
    Ok(if report.problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
