//! Descriptions, abstracts, and blocks of text.
//!
//! Clause: ST.96 V6_0 pat:Description

use super::document::{id, language};
use super::{inline, media};
use crate::component::draft::{Inside, View};
use crate::component::schema::{Name, attr, com, pat};
use model::{Attribute, Block, Group, Heading, Inline, Paragraph, Patent, Section};

/// Reads the children of a document that are text, all but claims and drawings.
pub(super) fn descriptions(view: View<'_, '_>, patent: &mut Patent) {
    for child in view.all(pat::DESCRIPTION) {
        let mut section = section(child, "description");
        if is_reference_list(child) {
            section.name = "ep-reference-list".into();
            section.blocks = child.elements().flat_map(blocks).collect();
            patent.sections.push(section);
            continue;
        }
        // The writer puts lists after descriptions: one that stands before a description is a part of its own.
        for mut list in std::mem::take(&mut patent.sections) {
            list.name = "description".into();
            list.blocks = vec![Block::Group(Box::new(Group {
                name: "citation-list".into(),
                blocks: list.blocks,
                ..Group::default()
            }))];
            patent.descriptions.push(list);
        }
        patent.descriptions.push(section);
    }
}

/// Whether a description is nothing but a list of citations; one that parts patents from other literature is a section.
fn is_reference_list(view: View<'_, '_>) -> bool {
    let mut all = view.elements();
    let is_parted = |bag: View<'_, '_>| {
        let mut parts = bag.elements().map(View::name);
        parts.any(|name| matches!(name, com::PATENT_CITATION_BAG | com::NPL_CITATION_BAG))
    };
    let first = all.next();
    first.is_some_and(|bag| bag.name() == com::CITATION_BAG && !is_parted(bag))
        && all.next().is_none()
}

/// Reads a part of the text.
pub(super) fn section(view: View<'_, '_>, name: &str) -> Section {
    Section {
        name: name.into(),
        id: id(view),
        language: language(view),
        blocks: blocks(view),
        ..Section::default()
    }
}

/// Reads the blocks in an element; running text between them is kept as loose text.
pub(super) fn blocks(view: View<'_, '_>) -> Vec<Block> {
    let mut out = Vec::new();
    let mut loose: Vec<Inline> = Vec::new();
    for piece in view.pieces() {
        match piece {
            Inside::Text(text) if text.trim().is_empty() && loose.is_empty() => {}
            Inside::Text(text) => loose.push(Inline::Text(text.into())),
            Inside::Instruction(target, data) => {
                flush(&mut loose, &mut out);
                let made = inline::instructed(target, data);
                out.push(Block::Instruction(Box::new(made)));
            }
            Inside::Element(child) => match block(child) {
                Some(made) => {
                    flush(&mut loose, &mut out);
                    out.push(made);
                }
                None => inline::push(child, &mut loose),
            },
        }
    }
    flush(&mut loose, &mut out);
    out
}

fn flush(loose: &mut Vec<Inline>, out: &mut Vec<Block>) {
    if !loose.is_empty() {
        out.push(Block::Loose(std::mem::take(loose)));
    }
}

/// Reads one block, when the element is one.
pub(super) fn block(view: View<'_, '_>) -> Option<Block> {
    Some(match view.name() {
        com::P => Block::Paragraph(Paragraph {
            id: id(view),
            number: view.value(attr::P_NUMBER).into(),
            content: inline::mixed(view),
            ..Paragraph::default()
        }),
        com::HEADING => Block::Heading(Heading {
            id: id(view),
            level: level(view.value(attr::HEADING_LEVEL_CODE)).into(),
            content: inline::mixed(view),
        }),
        pat::PAGE_IMAGE => Block::Page(Box::new(media::page(view))),
        pat::DOCUMENT_URI => Block::Page(Box::new(media::page_document(view))),
        name => Block::Group(Box::new(Group {
            name: group_name(name)?.into(),
            id: id(view),
            attributes: [
                ("lang", view.value(attr::LANGUAGE_CODE)),
                ("ex-num", view.value(attr::EXAMPLE_NUMBER)),
            ]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| Attribute::new(name, value))
            .collect(),
            blocks: blocks(view),
        })),
    })
}

/// `H1` is `1`.
fn level(code: &str) -> &str {
    match code.strip_prefix('H') {
        Some(level) if level.bytes().all(|byte| byte.is_ascii_digit()) => level,
        _ => code,
    }
}

/// The name of ST.36 for a section of the description.
///
/// Clause: ST.96 V6_0 pat:TechnicalField
fn group_name(name: Name) -> Option<&'static str> {
    Some(match name {
        pat::INVENTION_TITLE => "invention-title",
        pat::TECHNICAL_FIELD => "technical-field",
        pat::BACKGROUND_ART => "background-art",
        pat::DISCLOSURE => "disclosure",
        pat::INVENTION_SUMMARY => "summary-of-invention",
        pat::TECHNICAL_PROBLEM => "tech-problem",
        pat::TECHNICAL_SOLUTION => "tech-solution",
        pat::ADVANTAGEOUS_EFFECTS => "advantageous-effects",
        pat::DRAWING_DESCRIPTION => "description-of-drawings",
        pat::EMBODIMENT_DESCRIPTION => "description-of-embodiments",
        pat::EMBODIMENT_EXAMPLE => "embodiments-example",
        pat::BEST_MODE => "best-mode",
        pat::INVENTION_MODE => "mode-for-invention",
        pat::INDUSTRIAL_APPLICABILITY => "industrial-applicability",
        pat::REFERENCE_SIGN_BAG => "reference-signs-list",
        pat::DEPOSITED_BIOLOGICAL_MATERIAL_REFERENCE => {
            "reference-to-deposited-biological-material"
        }
        pat::SEQUENCE_LIST_TEXT => "sequence-list-text",
        com::CITATION_BAG => "citation-list",
        com::PATENT_CITATION_BAG => "patent-literature",
        com::NPL_CITATION_BAG => "non-patent-literature",
        _ => return None,
    })
}
