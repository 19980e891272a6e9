//! Hygiene: small text files, and images only in the corpus.

use super::house::{File, House};
use super::report::{Problem, Report};

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let rules = &house.settings().hygiene;
    let mut report = Report::default();
    for file in house.files() {
        let (size, most) = (file.bytes.len(), rules.file_bytes);
        if size > most {
            let what = format!("{size} bytes, and at most {most} are allowed");
            report.problem(Problem::file(
                &file.path,
                what,
                "Make it smaller, or make it at run time",
            ));
        }
        let known = rules
            .binary_extensions
            .iter()
            .any(|extension| file.path.ends_with(&format!(".{extension}")));
        if is_binary(file) && !(known && file.path.starts_with(&rules.binary_folder)) {
            let remedy = format!(
                "Keep text; images ({}) may stand under {}",
                rules.binary_extensions.join(", "),
                rules.binary_folder
            );
            report.problem(Problem::file(&file.path, "a binary file", remedy));
        }
    }
    Ok(report)
}

fn is_binary(file: &File) -> bool {
    file.bytes.contains(&0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::cargo::Workspace;

    #[test]
    fn binaries_stay_in_the_corpus() {
        let files = [
            ("corpus/a.tif", "II\0"),
            ("corpus/a.exe", "MZ\0"),
            ("crates/x/a.png", "\0"),
            ("crates/x/a.rs", "fn a() {}"),
        ];
        let house = House::pretend(&files, Workspace::default());
        let report = check(&house).expect("no I/O");
        let paths: Vec<&str> = report.problems.iter().map(|p| p.path.as_str()).collect();
        assert_eq!(paths, ["corpus/a.exe", "crates/x/a.png"]);
    }
}
