//! The reader of `ep-patent-document`.

use super::biblio;
use crate::reading::Reading;
use crate::vocabulary::{self, attributes, body, claims, media, statement, value};
use model::{Attachment, Attribute, Block, Origin, Patent, Section};
use xml::tree::{Element, Tree};

/// Reads a document whose root is an EP patent document.
#[must_use]
pub fn read(tree: &Tree<'_>) -> Reading {
    let mut patent = Patent::default();
    if let Some(root) = tree.root() {
        document(&root, &mut patent);
    }
    Reading::of(tree, patent)
}

fn document(root: &Element<'_, '_>, patent: &mut Patent) {
    patent.origin = Origin {
        format: "epfull".into(),
        version: value(root, "dtd-version"),
        root: root.name().into(),
        ..Origin::default()
    };
    patent.language = value(root, "lang");
    patent.office = value(root, "country");
    let known = ["lang", "country", "doc-number", "kind", "date-publ"];
    for name in known {
        if let Some(value) = root.attribute(name) {
            patent.origin.attributes.push(Attribute::new(name, value));
        }
    }
    patent.origin.attributes.extend(attributes(root));
    for child in root.elements() {
        part(&child, patent);
    }
}

fn part(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "SDOBI" => biblio::sdobi(element, patent),
        "bibliographic-data" => {
            patent.origin.bibliographic = attributes(element);
            for child in element.elements() {
                vocabulary::biblio::child(&child, patent);
            }
        }
        "abstract" => patent.abstracts.push(body::section(element)),
        "description" => patent.descriptions.push(body::section(element)),
        "claims" | "amended-claims" => patent.claim_sets.push(claims::claim_set(element)),
        "drawings" => patent.drawings.push(body::drawings(element)),
        "search-report-data" => patent.sections.push(search_report(element)),
        "amended-claims-statement" | "ep-reference-list" => {
            patent.sections.push(body::section(element));
        }
        "style" => {
            element.enter();
            patent.statements.push(statement::statement(element));
        }
        "doc-page" => {
            let page = media::page(element);
            patent.attachments.push(Attachment {
                name: "doc-page".into(),
                id: page.id,
                file: page.file,
                attributes: page.attributes,
                ..Attachment::default()
            });
        }
        _ => {}
    }
}

/// A search report: its pages as images, or its data as statements within a group.
fn search_report(element: &Element<'_, '_>) -> Section {
    let mut section = Section {
        name: element.name().into(),
        id: value(element, "id"),
        language: value(element, "lang"),
        attributes: attributes(element),
        blocks: Vec::new(),
    };
    for child in element.elements() {
        match child.name() {
            "doc-page" => section
                .blocks
                .push(Block::Page(Box::new(media::page(&child)))),
            "p" | "heading" => section.blocks.extend(body::block(&child)),
            name if name.starts_with("srep-") => {
                section.blocks.push(Block::Group(Box::new(model::Group {
                    name: name.into(),
                    id: value(&child, "id"),
                    attributes: attributes(&child),
                    blocks: body::report_blocks(&child),
                })));
            }
            _ => {}
        }
    }
    section
}
