//! ST.97 against its JSON Schema, by a validator that is not ours: jsonschema for Python.

use crate::program::{corpus, run, shared, status, stderr, stdout};
use std::path::Path;
use std::process::Command;

/// Validates all documents below a folder; prints those that are not valid, and how many were looked at.
const VALIDATE: &str = r#"
import glob, json, sys
from jsonschema import Draft202012Validator
schema = json.load(open(sys.argv[1], encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
count = 0
for path in sorted(glob.glob(sys.argv[2] + "/**/*.json", recursive=True)):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    count += 1
    for error in validator.iter_errors(document):
        print(path, list(error.absolute_path), error.message[:300])
        break
print(count)
"#;

fn has_validator() -> bool {
    let output = Command::new("python3")
        .args(["-c", "from jsonschema import Draft202012Validator"])
        .output();
    let is_there = output.is_ok_and(|output| output.status.success());
    if !is_there {
        println!("skipped: no jsonschema for Python");
    }
    is_there
}

/// Converts to ST.97 and validates; gives how many documents there were.
fn validate(home: &Path, inputs: &[&str]) -> usize {
    let schema = run(home, &["schema", "json"]);
    assert_eq!(status(&schema), 0, "{}", stderr(&schema));
    std::fs::write(home.join("st97.schema"), stdout(&schema)).expect("there is room");
    let mut arguments = vec!["convert", "--to", "st97", "--out", "out"];
    arguments.extend(inputs);
    run(home, &arguments);
    let output = Command::new("python3")
        .args(["-c", VALIDATE, "st97.schema", "out"])
        .current_dir(home)
        .output()
        .expect("it starts");
    assert!(output.status.success(), "{}", stderr(&output));
    let said = stdout(&output);
    let mut lines: Vec<&str> = said.lines().collect();
    let count = lines.pop().and_then(|count| count.parse().ok());
    assert_eq!(lines, [""; 0], "documents that are not valid");
    count.expect("it counts")
}

#[test]
fn the_corpus_in_json_is_valid() {
    if !has_validator() {
        return;
    }
    let home = tempfile::tempdir().expect("there is room");
    let corpus = corpus().to_string_lossy().into_owned();
    let count = validate(home.path(), &[&corpus]);
    assert!(count > 25, "{count} documents");
}

#[test]
fn real_documents_in_json_are_valid() {
    let Some(shared) = shared() else { return };
    if !has_validator() {
        return;
    }
    let home = tempfile::tempdir().expect("there is room");
    let folders = ["us-odp", "jp-kr-cn-pct", "st96-instances", "other-offices"];
    let few = [
        "us-redbook/USPTO+PatentPublicData",
        "us-redbook/max-planck-innovation-competition+go-uspto",
        "epo/docdb",
        "epo/ops",
        "epo/ep-package",
    ];
    let inputs = folders.iter().chain(&few);
    let inputs: Vec<String> = inputs
        .map(|folder| shared.join("data").join(folder))
        .map(|folder| folder.to_string_lossy().into_owned())
        .collect();
    let inputs: Vec<&str> = inputs.iter().map(String::as_str).collect();
    let count = validate(home.path(), &inputs);
    println!("{count} documents in JSON are valid");
    assert!(count > 200, "{count} documents");
}
