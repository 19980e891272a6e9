//! Descriptions and abstracts.
//!
//! Clause: ST.96 V6_0 pat:Description

use super::sheet::{File, Sheet};
use super::{document, inline, media};
use crate::component::draft::{Draft, NodeId};
use crate::component::schema::{Name, attr, com, pat};
use model::{Attachment, Block, Group, Heading, Paragraph, Patent, Section};

/// Adds the descriptions, and what other text the document has: reference lists, reports, statements.
pub(super) fn descriptions<'r>(sheet: &mut Sheet<'r>, root: NodeId, patent: &'r Patent) {
    for section in &patent.descriptions {
        let element = opened(sheet, root, pat::DESCRIPTION, section);
        blocks(sheet, element, &section.blocks);
    }
    for section in &patent.sections {
        other_section(sheet, root, section);
    }
    for attachment in &patent.attachments {
        attached_text(sheet, root, attachment);
    }
}

/// Adds the abstracts.
pub(super) fn abstracts<'r>(sheet: &mut Sheet<'r>, root: NodeId, patent: &'r Patent) {
    for section in &patent.abstracts {
        let element = opened(sheet, root, pat::ABSTRACT, section);
        blocks(sheet, element, &section.blocks);
    }
}

fn opened<'r>(sheet: &mut Sheet<'r>, root: NodeId, name: Name, section: &'r Section) -> NodeId {
    let element = sheet.draft.element(root, name);
    sheet.id(element, &section.id);
    sheet.set(
        element,
        attr::LANGUAGE_CODE,
        document::language(&section.language),
    );
    sheet.spares(&section.name, &section.attributes);
    element
}

/// A text beside the description: a reference list becomes a citation list, all else a description of its own.
fn other_section<'r>(sheet: &mut Sheet<'r>, root: NodeId, section: &'r Section) {
    let pages_only = section
        .blocks
        .iter()
        .all(|block| matches!(block, Block::Page(_)));
    if pages_only {
        sheet.spares(&section.name, &section.attributes);
        sheet.spare(&section.name, "id", &section.id);
        sheet.spare(&section.name, "lang", &section.language);
        for block in &section.blocks {
            if let Block::Page(page) = block {
                sheet.files.push(File::Page(page));
            }
        }
        return;
    }
    let element = opened(sheet, root, pat::DESCRIPTION, section);
    if section.name == "ep-reference-list" {
        let list = sheet.draft.element(element, com::CITATION_BAG);
        blocks(sheet, list, &section.blocks);
    } else {
        blocks(sheet, element, &section.blocks);
    }
}

/// Text that comes with files and their parts, such as the words before a sequence listing.
fn attached_text<'r>(sheet: &mut Sheet<'r>, root: NodeId, attachment: &'r Attachment) {
    if !attachment.blocks.is_empty() || !attachment.content.is_empty() {
        let element = sheet.draft.element(root, pat::DESCRIPTION);
        let holder = sheet.draft.element(element, pat::SEQUENCE_LIST_TEXT);
        blocks(sheet, holder, &attachment.blocks);
        if !attachment.content.is_empty() {
            let paragraph = sheet.draft.element(holder, com::P);
            inline::inlines(sheet, paragraph, &attachment.content);
        }
    }
    for part in &attachment.parts {
        attached_text(sheet, root, part);
    }
}

/// Adds blocks to an element.
pub(super) fn blocks<'r>(sheet: &mut Sheet<'r>, node: NodeId, content: &'r [Block]) {
    let pages_only = !content.is_empty()
        && Draft::allows(sheet.draft.name(node), pat::PAGE_IMAGE)
        && content.iter().all(|block| matches!(block, Block::Page(_)));
    for block in content {
        self::block(sheet, node, block, pages_only);
    }
}

/// Adds one block; a page becomes an image in its place where there is nothing but pages.
pub(super) fn block<'r>(sheet: &mut Sheet<'r>, node: NodeId, block: &'r Block, pages_only: bool) {
    match block {
        Block::Heading(heading) => self::heading(sheet, node, heading),
        Block::Paragraph(paragraph) => self::paragraph(sheet, node, paragraph),
        Block::Group(group) => self::group(sheet, node, group),
        Block::Loose(content) => {
            let element = sheet.draft.element(node, com::P);
            inline::inlines(sheet, element, content);
        }
        Block::Page(page) if pages_only => media::page(sheet, node, page),
        Block::Page(page) => sheet.files.push(File::Page(page)),
        Block::Instruction(pi) => {
            sheet
                .draft
                .instruction(node, pi.target.as_str(), pi.data.as_str());
        }
    }
}

fn heading<'r>(sheet: &mut Sheet<'r>, node: NodeId, heading: &'r Heading) {
    if !Draft::allows(sheet.draft.name(node), com::HEADING) {
        let element = sheet.draft.element(node, com::P);
        sheet.id(element, &heading.id);
        return inline::inlines(sheet, element, &heading.content);
    }
    let element = sheet.draft.element(node, com::HEADING);
    sheet.id(element, &heading.id);
    if heading.level == "0" {
        sheet.spare("heading", "level", &heading.level);
    } else if !heading.level.is_empty() {
        let level = match heading.level.as_str() {
            level if level.bytes().all(|byte| byte.is_ascii_digit()) => format!("H{level}"),
            other => other.to_owned(),
        };
        sheet.set(element, attr::HEADING_LEVEL_CODE, level);
    }
    inline::inlines(sheet, element, &heading.content);
}

fn paragraph<'r>(sheet: &mut Sheet<'r>, node: NodeId, paragraph: &'r Paragraph) {
    let element = sheet.draft.element(node, com::P);
    sheet.id(element, &paragraph.id);
    sheet.set(element, attr::P_NUMBER, paragraph.number.as_str());
    sheet.spare("p", "level", &paragraph.level);
    inline::inlines(sheet, element, &paragraph.content);
}

/// Blocks under a name: the section that ST.96 has for it, else the blocks alone.
///
/// Clause: ST.96 V6_0 pat:TechnicalField
fn group<'r>(sheet: &mut Sheet<'r>, node: NodeId, group: &'r Group) {
    for said in &group.attributes {
        let is_title = group.name == "invention-title" && said.name == "lang";
        let is_example = group.name == "embodiments-example" && said.name == "ex-num";
        if !is_title && !is_example {
            sheet.spare(&group.name, &said.name, &said.value);
        }
    }
    let parent = sheet.draft.name(node);
    let titled = group.name == "invention-title";
    match group_name(&group.name).filter(|name| Draft::allows(parent, *name)) {
        Some(name) if titled => {
            let element = sheet.draft.element(node, name);
            sheet.id(element, &group.id);
            if let Some(said) = group.attributes.iter().find(|said| said.name == "lang") {
                let language = document::language(&said.value);
                sheet.set(element, attr::LANGUAGE_CODE, language);
            }
            for block in &group.blocks {
                if let Block::Loose(content) = block {
                    inline::inlines(sheet, element, content);
                }
            }
        }
        Some(name) if !group.blocks.is_empty() => {
            let element = sheet.draft.element(node, name);
            sheet.id(element, &group.id);
            if let Some(said) = group.attributes.iter().find(|said| said.name == "ex-num") {
                sheet.set(element, attr::EXAMPLE_NUMBER, said.value.as_str());
            }
            blocks(sheet, element, &group.blocks);
        }
        _ => {
            sheet.spare(&group.name, "id", &group.id);
            blocks(sheet, node, &group.blocks);
        }
    }
}

fn group_name(name: &str) -> Option<Name> {
    Some(match name {
        "invention-title" => pat::INVENTION_TITLE,
        "technical-field" => pat::TECHNICAL_FIELD,
        "background-art" => pat::BACKGROUND_ART,
        "disclosure" => pat::DISCLOSURE,
        "summary-of-invention" => pat::INVENTION_SUMMARY,
        "tech-problem" => pat::TECHNICAL_PROBLEM,
        "tech-solution" => pat::TECHNICAL_SOLUTION,
        "advantageous-effects" => pat::ADVANTAGEOUS_EFFECTS,
        "description-of-drawings" | "description-of-drawing" => pat::DRAWING_DESCRIPTION,
        "detailed-description" | "description-of-embodiments" => pat::EMBODIMENT_DESCRIPTION,
        "embodiments-example" => pat::EMBODIMENT_EXAMPLE,
        "best-mode" => pat::BEST_MODE,
        "mode-for-invention" => pat::INVENTION_MODE,
        "industrial-applicability" => pat::INDUSTRIAL_APPLICABILITY,
        "reference-signs-list" => pat::REFERENCE_SIGN_BAG,
        "reference-to-deposited-biological-material" => {
            pat::DEPOSITED_BIOLOGICAL_MATERIAL_REFERENCE
        }
        "sequence-list-text" => pat::SEQUENCE_LIST_TEXT,
        "citation-list" => com::CITATION_BAG,
        "patent-literature" => com::PATENT_CITATION_BAG,
        "non-patent-literature" => com::NPL_CITATION_BAG,
        _ => return None,
    })
}
