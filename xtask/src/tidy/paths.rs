//! Paths of one machine: nothing outside of tests names a folder that another machine lacks.

use super::house::{File, House};
use super::report::{Problem, Report};
use super::rust;

/// Top folders that belong to a machine or a person, with whether they count without a rest.
const FOLDERS: [(&str, bool); 4] = [
    ("work", false),
    ("home", false),
    ("root", false),
    ("tmp", true),
];

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let mut report = Report::default();
    for file in house.files().iter().filter(|file| !file.is_test()) {
        let source = rust::parse(file);
        for (index, line) in lines(file) {
            if source
                .as_ref()
                .is_some_and(|source| source.is_test_line(index))
            {
                continue;
            }
            if let Some(folder) = FOLDERS
                .iter()
                .find(|(name, bare)| names_folder(line, name, *bare))
            {
                let what = format!("names the folder `/{}` of one machine", folder.0);
                let remedy = "Take the place from an argument, a setting or the workspace's root";
                report.problem(Problem::file(&file.path, what, remedy).at(index));
            }
        }
    }
    Ok(report)
}

fn lines(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let text = file.text().unwrap_or_default();
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
}

/// Whether the line holds an absolute path that begins with the folder.
fn names_folder(line: &str, folder: &str, bare: bool) -> bool {
    let needle = format!("/{folder}");
    line.match_indices(&needle).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = line[start + needle.len()..].chars().next();
        let begins = before.is_none_or(|c| !c.is_alphanumeric() && !"/._-~>})]*:".contains(c));
        let ends = match after {
            Some('/') => true,
            Some(c) => bare && !c.is_alphanumeric() && !"_-.".contains(c),
            None => bare,
        };
        begins && ends
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_a_path_from_a_part_of_one() {
        let tmp = |line: &str| names_folder(line, "tmp", true);
        let work = |line: &str| names_folder(line, "work", false);
        assert!(tmp("\"/tmp\"") && tmp("x=/tmp/a") && work("cd /work/x"));
        assert!(!tmp("a/tmp/b") && !tmp("/tmpl") && !work("http://a/work/b"));
        assert!(!work("route(\"/work\")") && !work("$(HOME)/work/"));
    }
}
