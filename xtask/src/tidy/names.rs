//! Names of modules: nothing is called by a word that says nothing, and there is no `mod.rs`.

use syn::visit::{self, Visit};

use super::house::House;
use super::report::{Problem, Report};
use super::rust;

const REMEDY: &str = "Call it by the noun that it holds";

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let forbidden = &house.settings().names.forbidden;
    let mut report = Report::default();
    for source in rust::sources(house) {
        let path = &source.file.path;
        let stem = path.strip_suffix(".rs").unwrap_or(path);
        for part in stem
            .split('/')
            .filter(|part| forbidden.iter().any(|word| word == part))
        {
            report
                .problem(Problem::file(path, format!("`{part}` says nothing"), REMEDY).about(part));
        }
        if stem.ends_with("/mod") {
            let remedy = "Move it to a file of the folder's name beside the folder";
            report.problem(Problem::file(path, "there is a mod.rs", remedy));
        }
        let mut modules = Inline::default();
        modules.visit_file(&source.tree);
        for (name, line) in modules.found {
            if forbidden.contains(&name) {
                let what = format!("module `{name}` says nothing");
                report.problem(Problem::file(path, what, REMEDY).at(line).about(&name));
            }
        }
    }
    Ok(report)
}

#[derive(Default)]
struct Inline {
    found: Vec<(String, usize)>,
}

impl<'ast> Visit<'ast> for Inline {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let name = &item.ident;
        self.found
            .push((name.to_string(), name.span().start().line));
        visit::visit_item_mod(self, item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::cargo::Workspace;

    fn problems(path: &str, text: &str) -> usize {
        let house = House::pretend(&[(path, text)], Workspace::default());
        check(&house).expect("no I/O").problems.len()
    }

    #[test]
    fn refuses_empty_names_and_mod_files() {
        assert_eq!(problems("crates/x/src/util.rs", ""), 1);
        assert_eq!(problems("crates/x/src/common/date.rs", ""), 1);
        assert_eq!(problems("crates/x/src/date/mod.rs", ""), 1);
        assert_eq!(problems("crates/x/src/date.rs", "mod misc {}"), 1);
        assert_eq!(problems("crates/x/src/date.rs", "mod month {}"), 0);
    }
}
