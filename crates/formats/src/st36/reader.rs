//! The reader of ST.36 documents of any office.

use super::dialect;
use crate::reading::{Found, Reading};
use crate::vocabulary::{body, root, statement};
use model::Patent;
use xml::tree::{Element, Tree};

/// Reads a document of the family; a list of documents gives one record for each.
#[must_use]
pub fn read(tree: &mut Tree<'_>) -> Reading {
    tree.rename(dialect::element, dialect::attribute);
    let tree = &*tree;
    let Some(root) = tree.root() else {
        return Reading::of(tree, Patent::default());
    };
    let is_list = |element: &Element<'_, '_>| {
        matches!(element.name(), "fulltext-documents" | "patent-documents")
    };
    if !is_list(&root) {
        return Reading::of(tree, document(&root));
    }
    let inner = root.elements();
    let found: Vec<_> = inner
        .map(|child| Found::at(&child, document(&child)))
        .collect();
    if found.is_empty() {
        return Reading::of(tree, Patent::default());
    }
    Reading::of_several(tree, found)
}

fn document(element: &Element<'_, '_>) -> Patent {
    let mut patent = root::opened(element, "st36");
    match element.name() {
        "bibliographic-data" => {
            patent.origin.bibliographic = std::mem::take(&mut patent.origin.attributes);
            for child in element.elements() {
                root::bibliographic(&child, &mut patent);
            }
        }
        "description" | "claims" | "abstract" => {
            root::part(element, &mut patent);
        }
        _ => {
            for child in element.elements() {
                part(&child, &mut patent);
            }
        }
    }
    root::completed(&mut patent);
    patent
}

/// Reads a part of a document; what is an office's own becomes a statement, or a text of its own.
fn part(element: &Element<'_, '_>, patent: &mut Patent) {
    if root::part(element, patent) || dialect::without_office(element.name()).is_none() {
        return;
    }
    if element.has_elements() {
        patent.sections.push(body::report(element));
    } else {
        patent.statements.push(statement::statement(element));
    }
}
