//! Whether HTML is nested as browsers want it.

use std::collections::BTreeSet;

const VOID: &[&str] = &["!doctype", "br", "img", "meta"];

/// Elements which may not stand within a paragraph or a heading.
const FLOW: &[&str] = &[
    "article", "details", "div", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p",
    "pre", "section", "table", "ul",
];

/// Panics when elements are not closed in order, stand where they may not, or share an identifier.
pub(super) fn check(html: &str, source: &str) {
    // A DOCDB file gives one document for each of its publications.
    for document in html.split("<!doctype html>").skip(1) {
        let (before, after) = document.split_once("<style>").expect("a style");
        let (_, after) = after.split_once("</style>").expect("the end of it");
        check_one(&format!("{before}{after}"), source);
    }
}

fn check_one(html: &str, source: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut headings = 0;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>').expect("a tag ends") + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop();
            assert_eq!(
                last,
                Some(name),
                "{source}: closed in wrong order, within {open:?}"
            );
            continue;
        }
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        if let Some(id) = tag.split(" id=\"").nth(1) {
            let id = id.split('"').next().unwrap_or_default();
            assert!(ids.insert(id), "{source}: {id} stands twice");
        }
        headings += usize::from(name == "h1");
        if VOID.contains(&name) {
            continue;
        }
        let within = |names: &[&str]| open.iter().any(|one| names.contains(one));
        if FLOW.contains(&name) {
            let closed = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"];
            let summary = open.last() == Some(&"summary");
            assert!(
                !within(&closed) || summary,
                "{source}: <{name}> within {open:?}"
            );
        }
        assert!(
            name != "a" || !within(&["a"]),
            "{source}: a link within a link"
        );
        assert!(name != "li" || matches!(open.last(), Some(&"ol" | &"ul")));
        open.push(name);
    }
    assert_eq!(open, Vec::<&str>::new(), "{source}: not closed");
    assert_eq!(headings, 1, "{source}: one first heading");
}
