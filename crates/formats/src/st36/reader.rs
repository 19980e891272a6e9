//! The reader of ST.36 documents of any office.

use super::dialect;
use crate::reading::{Found, Reading};
use crate::vocabulary::{body, inline, root, statement};
use model::{ClaimSet, Patent, Plant, Statement, Str};
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
            let mut before = Vec::new();
            for child in element.elements() {
                if child.name() == "us-claim-statement" {
                    before = inline::mixed(&child);
                    continue;
                }
                let sets = patent.claim_sets.len();
                part(&child, &mut patent);
                if let Some(set) = patent.claim_sets.get_mut(sets) {
                    set.statement = std::mem::take(&mut before);
                }
            }
            if !before.is_empty() {
                patent.claim_sets.push(ClaimSet {
                    name: "claims".into(),
                    statement: before,
                    ..ClaimSet::default()
                });
            }
        }
    }
    understood(&mut patent);
    root::completed(&mut patent);
    patent
}

/// Facts under names of the US office for which there are nouns.
fn understood(patent: &mut Patent) {
    let mut rest = Vec::new();
    for fact in std::mem::take(&mut patent.statements) {
        let words = || Str::from(model::text::plain(&fact.content));
        match fact.code.as_str() {
            "us-application-series-code" if patent.application.series.is_empty() => {
                patent.application.series = words();
            }
            "us-exemplary-claim" => patent.exemplary_claims.push(words()),
            "us-botanic" if patent.plant.is_none() => patent.plant = Some(plant(fact)),
            _ => rest.push(fact),
        }
    }
    patent.statements = rest;
}

fn plant(fact: Statement) -> Plant {
    let mut out = Plant::default();
    for part in fact.parts {
        match part.code.as_str() {
            "latin-name" => out.latin.extend(part.content),
            _ => out.variety.extend(part.content),
        }
    }
    out
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
