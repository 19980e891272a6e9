//! The reader of `patent-application-publication`.

use super::{biblio, body, text};
use crate::reading::Reading;
use crate::vocabulary::{attributes, value};
use model::{Block, FigureSummary, Origin, Patent, Section, Statement};
use xml::tree::{Element, Tree};

/// Reads a document whose root is a US application of 2001 to 2004.
#[must_use]
pub fn read(tree: &Tree<'_>) -> Reading {
    let mut patent = Patent::default();
    if let Some(root) = tree.root() {
        document(&root, tree.doctype(), &mut patent);
    }
    Reading::of(tree, patent)
}

fn document(root: &Element<'_, '_>, doctype: &str, patent: &mut Patent) {
    patent.origin = Origin {
        format: "pap".into(),
        version: version(root, doctype),
        root: root.name().into(),
        ..Origin::default()
    };
    patent.office = "US".into();
    patent.origin.attributes = attributes(root);
    for part in root.elements() {
        self::part(&part, patent);
    }
}

/// The version that the root gives, else the one that the document type is called by.
fn version(root: &Element<'_, '_>, doctype: &str) -> model::Str {
    let said = value(root, "version");
    if !said.is_empty() {
        return said;
    }
    let file = doctype.find("pap-v").map(|at| &doctype[at + 4..]);
    let file = file.and_then(|rest| rest.split(['"', '\'', '.']).next());
    file.unwrap_or("").into()
}

fn part(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "subdoc-bibliographic-information" => biblio::information(element, patent),
        "subdoc-abstract" => patent.abstracts.push(body::section("abstract", element)),
        "subdoc-description" => {
            let section = body::section("description", element);
            patent.descriptions.push(section);
        }
        "subdoc-claims" => patent.claim_sets.push(body::claim_set(element)),
        "subdoc-drawings" => drawings(element, patent),
        "sequence-cwu" => {
            let mut content = Vec::new();
            text::sequence_listing(element, &mut content);
            patent.sections.push(Section {
                name: "sequence-list-text".into(),
                blocks: vec![Block::Loose(content)],
                ..Section::default()
            });
        }
        _ => {}
    }
}

fn drawings(element: &Element<'_, '_>, patent: &mut Patent) {
    let (words, published) = body::drawing_words(element);
    patent.drawings.push(body::drawings(element));
    if !published.is_empty() {
        patent.figures = Some(FigureSummary {
            to_publish: published,
            ..FigureSummary::default()
        });
    }
    if !words.is_empty() {
        patent.statements.push(Statement {
            code: "drawings-heading".into(),
            content: words,
            ..Statement::default()
        });
    }
}
