//! Purity: the same input gives the same bytes, because nothing else is read.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::house::House;
use super::report::{Problem, Report};
use super::rust::{self, Source};

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let settings = &house.settings().purity;
    let mut report = Report::default();
    for source in rust::sources(house) {
        let pure = settings
            .crates
            .iter()
            .any(|room| source.file.path.starts_with(&format!("crates/{room}/src/")));
        if pure {
            inspect(&source, &settings.forbidden, &mut report);
        }
    }
    Ok(report)
}

fn inspect(source: &Source<'_>, forbidden: &[String], report: &mut Report) {
    let mut paths = Paths::default();
    paths.visit_file(&source.tree);
    paths
        .found
        .dedup_by(|a, b| a.line == b.line && a.path == b.path);
    for used in &paths.found {
        if source.is_test_line(used.line) {
            continue;
        }
        if let Some(rule) = forbidden.iter().find(|rule| used.reaches(rule)) {
            report.problem(
                Problem::file(
                    &source.file.path,
                    format!("a pure crate uses `{}`", used.path),
                    "Let the caller in `office`, `store` or `chancery` do it and pass the value in",
                )
                .at(used.line)
                .about(rule),
            );
        }
    }
}

/// A path as written in the code, like `std::fs::read`.
struct Used {
    path: String,
    line: usize,
    /// Whether it is imported: then it also opens everything below it.
    import: bool,
}

impl Used {
    fn reaches(&self, rule: &str) -> bool {
        below(&self.path, rule) || (self.import && below(rule, self.path.trim_end_matches("::*")))
    }
}

/// Whether a path is the other one or lies below it.
fn below(path: &str, above: &str) -> bool {
    path.strip_prefix(above)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[derive(Default)]
struct Paths {
    found: Vec<Used>,
}

impl Paths {
    fn add(&mut self, path: String, line: usize, import: bool) {
        self.found.push(Used { path, line, import });
    }

    fn add_imports(&mut self, prefix: &str, tree: &syn::UseTree) {
        let line = tree.span().start().line;
        let join = |name: &str| match prefix {
            "" => name.to_owned(),
            _ => format!("{prefix}::{name}"),
        };
        match tree {
            syn::UseTree::Path(path) => {
                self.add_imports(&join(&path.ident.to_string()), &path.tree);
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                self.add(prefix.to_owned(), line, true);
            }
            syn::UseTree::Name(name) => self.add(join(&name.ident.to_string()), line, true),
            syn::UseTree::Rename(name) => self.add(join(&name.ident.to_string()), line, true),
            syn::UseTree::Glob(_) => self.add(join("*"), line, true),
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.add_imports(prefix, tree);
                }
            }
        }
    }

    /// Looks for paths in the tokens of a macro call, which have no syntax tree.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut line = 0;
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons < 2 {
                        self.flush(&mut path, line);
                    }
                    line = ident.span().start().line;
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.flush(&mut path, line);
                    colons = 0;
                    if group.delimiter() != Delimiter::None {
                        self.add_tokens(group.stream());
                    }
                }
                _ => {
                    self.flush(&mut path, line);
                    colons = 0;
                }
            }
        }
        self.flush(&mut path, line);
    }

    fn flush(&mut self, path: &mut Vec<String>, line: usize) {
        if path.len() > 1 {
            self.add(path.join("::"), line, false);
        }
        path.clear();
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add_imports("", &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let words: Vec<String> = path.segments.iter().map(|s| s.ident.to_string()).collect();
        if words.len() > 1 {
            self.add(words.join("::"), path.span().start().line, false);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.add_tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::cargo::Workspace;

    fn problems(text: &str) -> usize {
        let house = House::pretend(&[("crates/model/src/a.rs", text)], Workspace::default());
        check(&house).expect("no I/O").problems.len()
    }

    #[test]
    fn finds_imports_paths_and_macro_arguments() {
        assert_eq!(problems("use std::fs;"), 1);
        assert_eq!(problems("use std::{io, fs::File};"), 1);
        assert_eq!(problems("use std::time::{self, Duration};"), 1);
        assert_eq!(problems("use std::time::*;"), 1);
        assert_eq!(
            problems("fn a() { let t = std::time::SystemTime::now(); }"),
            1
        );
        assert_eq!(
            problems("fn a() { format!(\"{:?}\", std::env::var(\"X\")); }"),
            1
        );
    }

    #[test]
    fn leaves_the_rest_alone() {
        assert_eq!(problems("use std::time::Duration;\nuse std::io::Read;"), 0);
        assert_eq!(problems("fn a(x: crate::env::Env) {}"), 0);
        assert_eq!(problems("#[cfg(test)]\nmod tests { use std::fs; }"), 0);
    }

    #[test]
    fn other_crates_may_read_files() {
        let house = House::pretend(
            &[("crates/store/src/a.rs", "use std::fs;")],
            Workspace::default(),
        );
        assert!(check(&house).expect("no I/O").problems.is_empty());
    }
}
