//! No forgotten files: each source file is declared by its parent, and `it` is the only test binary.

use super::cargo::relative;
use super::house::{File, House};
use super::report::{Problem, Report};
use super::rust;

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let mut report = Report::default();
    for file in house.files().iter().filter(|file| file.is_rust()) {
        if let Some(problem) = undeclared(house, file) {
            report.problem(problem);
        }
    }
    for package in &house.workspace().packages {
        for target in &package.targets {
            if target.kind.iter().any(|kind| kind == "test") && target.name != "it" {
                let path = relative(&target.src_path, house.root());
                let what = format!("`{}` has a test binary `{}`", package.room(), target.name);
                let remedy = "Move it into tests/it/ and declare it in tests/it/main.rs";
                report.problem(Problem::file(&path, what, remedy));
            }
        }
    }
    Ok(report)
}

fn undeclared(house: &House, file: &File) -> Option<Problem> {
    let (parents, name) = parents(&file.path)?;
    let declared = parents.iter().any(|parent| {
        house
            .file(parent)
            .and_then(rust::parse)
            .is_some_and(|source| declares(&source.tree.items, name))
    });
    (!declared).then(|| {
        Problem::file(
            &file.path,
            format!("no parent declares `mod {name}`, so nobody compiles it"),
            format!("Declare it in {}, or delete it", parents.join(" or ")),
        )
    })
}

/// The files that may declare a module file, and its name; nothing for a root of a crate.
fn parents(path: &str) -> Option<(Vec<String>, &str)> {
    let (folder, file) = path.rsplit_once('/')?;
    let name = file.strip_suffix(".rs")?;
    let inside = folder.contains("/src") || folder.contains("/tests/it");
    let root = folder.ends_with("/src") || folder.ends_with("/tests/it");
    if !inside || folder.ends_with("/src/bin") || (root && matches!(name, "main" | "lib")) {
        return None;
    }
    let parents = if root {
        vec![format!("{folder}/lib.rs"), format!("{folder}/main.rs")]
    } else {
        vec![format!("{folder}.rs")]
    };
    Some((parents, name))
}

fn declares(items: &[syn::Item], name: &str) -> bool {
    items.iter().any(|item| match item {
        syn::Item::Mod(module) => {
            let found = module.ident == name || module.ident == format!("r#{name}");
            found && module.content.is_none()
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::cargo::Workspace;

    fn problems(files: &[(&str, &str)]) -> usize {
        let house = House::pretend(files, Workspace::default());
        check(&house).expect("no I/O").problems.len()
    }

    #[test]
    fn every_file_has_a_parent_that_knows_it() {
        assert_eq!(
            problems(&[("crates/x/src/lib.rs", "mod a;"), ("crates/x/src/a.rs", "")]),
            0
        );
        assert_eq!(
            problems(&[("crates/x/src/lib.rs", ""), ("crates/x/src/a.rs", "")]),
            1
        );
        assert_eq!(
            problems(&[
                ("crates/x/tests/it/main.rs", ""),
                ("crates/x/tests/it/a.rs", "")
            ]),
            1
        );
        assert_eq!(problems(&[("crates/x/src/a/b.rs", "")]), 1);
    }
}
