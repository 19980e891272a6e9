//! Running the program under test.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The starter corpus.
pub(crate) fn corpus() -> PathBuf {
    root().join("corpus")
}

/// The folder with real files, or `None` with a plain word that the test is skipped.
pub(crate) fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("CHANCERY_SHARED").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| root().join("../shared"));
    if folder.join("data").is_dir() {
        return Some(folder);
    }
    println!("skipped: no shared data");
    None
}

/// The program with its own home.
pub(crate) fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command
        .env("CHANCERY_HOME", home.join("home"))
        .current_dir(home)
        .stdin(Stdio::null());
    command
}

/// Runs the program to its end.
pub(crate) fn run(home: &Path, arguments: &[&str]) -> Output {
    program(home)
        .args(arguments)
        .output()
        .expect("the program starts")
}

/// The exit status of a run.
pub(crate) fn status(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

/// Standard output as text.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the program writes UTF-8")
}

/// Standard error as text.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("the program writes UTF-8")
}

/// The lines of a report.
pub(crate) fn report(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).expect("there is a report");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect()
}

/// Converts to ST.96 below `home`; gives the run and its report.
pub(crate) fn convert(home: &Path, inputs: &[&str]) -> (Output, Vec<Value>) {
    let mut arguments = vec!["convert"];
    arguments.extend(inputs);
    arguments.extend(["--to", "st96", "--out", "out", "--report", "report.jsonl"]);
    let output = run(home, &arguments);
    let lines = report(&home.join("report.jsonl"));
    (output, lines)
}
