//! The reader of exchange documents: one record a publication.

use crate::reading::{Found, Reading};
use crate::vocabulary::{attributes, exchange};
use model::Attribute;
use xml::tree::{Element, Tree};

/// Reads a document whose root is an exchange document, or holds several.
#[must_use]
pub fn read(tree: &Tree<'_>) -> Reading {
    let mut found = Vec::new();
    let mut outer = Vec::new();
    if let Some(root) = tree.root() {
        collect(&root, &mut found, &mut outer);
    }
    for one in &mut found {
        let attributes = outer.iter().cloned();
        one.patent.origin.attributes.extend(attributes);
    }
    Reading::of_several(tree, found)
}

/// Collects the publications with the range of bytes that each takes.
fn collect(element: &Element<'_, '_>, found: &mut Vec<Found>, outer: &mut Vec<Attribute>) {
    if element.name() == "exchange-document" {
        found.push(Found::at(element, exchange::document(element, "docdb")));
        return;
    }
    outer.extend(attributes(element));
    for child in element.elements() {
        if matches!(child.name(), "exchange-document" | "exchange-documents") {
            collect(&child, found, outer);
        }
    }
}
