//! The reader of documents of the Chinese office.

use super::dialect;
use crate::reading::Reading;
use crate::vocabulary::{attributes, biblio, body, root, statement};
use model::{Patent, Relation};
use xml::tree::{Element, Tree};

/// Reads a document of the Chinese office, in either dialect.
#[must_use]
pub fn read(tree: &mut Tree<'_>) -> Reading {
    let name = tree.root().map(|root| root.qualified().to_owned());
    tree.rename(dialect::element, dialect::attribute);
    let tree = &*tree;
    let mut patent = Patent::default();
    if let Some(element) = tree.root() {
        patent = root::opened(&element, "cnipa");
        patent.origin.root = name.unwrap_or_default().into();
        for child in element.elements() {
            part(&child, &mut patent);
        }
        root::completed(&mut patent);
    }
    Reading::of(tree, patent)
}

fn part(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "bibliographic-data" => {
            patent.origin.bibliographic.extend(attributes(element));
            for child in element.elements() {
                bibliographic(&child, patent);
            }
        }
        _ if root::part(element, patent) => {}
        _ if element.has_elements() => patent.sections.push(body::report(element)),
        _ => patent.statements.push(statement::statement(element)),
    }
}

fn bibliographic(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "cn-related-publication" => {
            let relation = Relation {
                kind: "related-publication".into(),
                ..biblio::relation(element)
            };
            if relation != named("related-publication") {
                patent.relations.push(relation);
            }
        }
        "cn-domestic-priority-claims" => {
            let first = patent.priorities.len();
            biblio::priorities(element, patent);
            for claim in &mut patent.priorities[first..] {
                if claim.kind.is_empty() {
                    claim.kind = "domestic".into();
                }
            }
        }
        _ => root::bibliographic(element, patent),
    }
}

/// A relation that says nothing but its kind.
fn named(kind: &str) -> Relation {
    Relation {
        kind: kind.into(),
        ..Relation::default()
    }
}
