//! Rust files as syntax trees, and the lines in them that belong to tests.

use std::ops::RangeInclusive;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::house::{File, House};
use super::report::{Problem, Report};

/// A parsed Rust file.
pub(crate) struct Source<'a> {
    pub(crate) file: &'a File,
    pub(crate) tree: syn::File,
    tests: Vec<RangeInclusive<usize>>,
}

impl Source<'_> {
    /// Whether a line belongs to tests, by its folder or by `cfg(test)`.
    pub(crate) fn is_test_line(&self, line: usize) -> bool {
        self.file.is_test() || self.tests.iter().any(|range| range.contains(&line))
    }
}

/// Parses one file; nothing when it is no Rust or cannot be parsed.
pub(crate) fn parse(file: &File) -> Option<Source<'_>> {
    if !file.is_rust() {
        return None;
    }
    let tree = syn::parse_file(file.text()?).ok()?;
    let mut finder = TestLines::default();
    finder.visit_file(&tree);
    Some(Source {
        file,
        tree,
        tests: finder.ranges,
    })
}

/// Parses all Rust files that no generator wrote.
pub(crate) fn sources(house: &House) -> impl Iterator<Item = Source<'_>> {
    house
        .files()
        .iter()
        .filter(|file| !file.is_generated())
        .filter_map(parse)
}

/// Reports the files that cannot be parsed: the other checks do not see them.
pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let mut report = Report::default();
    for file in house.files().iter().filter(|file| file.is_rust()) {
        let Some(text) = file.text() else {
            report.problem(Problem::file(&file.path, "not UTF-8", "Save it as UTF-8"));
            continue;
        };
        if let Err(error) = syn::parse_file(text) {
            let line = error.span().start().line;
            let what = format!("not Rust: {error}");
            report.problem(Problem::file(&file.path, what, "Let it compile first").at(line));
        }
    }
    Ok(report)
}

#[derive(Default)]
struct TestLines {
    ranges: Vec<RangeInclusive<usize>>,
}

impl TestLines {
    fn add(&mut self, attributes: &[syn::Attribute], item: &impl Spanned) -> bool {
        let found = attributes.iter().any(is_test_attribute);
        if found {
            let span = item.span();
            self.ranges.push(span.start().line..=span.end().line);
        }
        found
    }
}

impl<'ast> Visit<'ast> for TestLines {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !self.add(&item.attrs, item) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !self.add(&item.attrs, item) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !self.add(&item.attrs, item) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !self.add(&item.attrs, item) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add(&item.attrs, item);
    }
}

fn is_test_attribute(attribute: &syn::Attribute) -> bool {
    if attribute.path().is_ident("test") {
        return true;
    }
    let syn::Meta::List(list) = &attribute.meta else {
        return false;
    };
    let words = list.tokens.to_string();
    list.path.is_ident("cfg")
        && words
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word == "test")
        && !words.contains("not")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::cargo::Workspace;

    #[test]
    fn knows_the_lines_of_tests() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n#[cfg(not(test))]\nfn c() {}\n";
        let house = House::pretend(&[("crates/x/src/a.rs", text)], Workspace::default());
        let source = sources(&house).next().expect("the file can be parsed");
        let found: Vec<bool> = (1..=7).map(|line| source.is_test_line(line)).collect();
        assert_eq!(found, [false, true, true, true, true, false, false]);
    }

    #[test]
    fn reports_what_cannot_be_parsed() {
        let house = House::pretend(&[("crates/x/src/a.rs", "fn a( {}\n")], Workspace::default());
        assert_eq!(check(&house).expect("no I/O").problems.len(), 1);
    }
}
