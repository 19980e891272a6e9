//! Descriptions, abstracts, claims and other text.
//!
//! Clause: ST.36 description

use super::element::{Child, Element, is_name};
use super::{inline, media};
use crate::vocabulary::body as vocabulary;
use model::{Block, Claim, ClaimSet, Group, Inline, Paragraph, Section};

/// A part of the text under a name of the standard.
pub(super) fn section<'r>(name: &'static str, section: &'r Section) -> Element<'r> {
    let mut element = opened(name.into(), section);
    blocks(&mut element, &section.blocks);
    element
}

fn opened<'r>(name: std::borrow::Cow<'r, str>, section: &'r Section) -> Element<'r> {
    let mut element = Element::new(name)
        .with("id", section.id.as_str())
        .with("lang", section.language.as_str());
    element.others(&section.attributes);
    element
}

/// Adds blocks; what stands in no paragraph gets one.
pub(super) fn blocks<'r>(element: &mut Element<'r>, blocks: &'r [Block]) {
    for block in blocks {
        self::block(element, block);
    }
}

fn block<'r>(element: &mut Element<'r>, block: &'r Block) {
    match block {
        Block::Heading(heading) => {
            let made = inline::mixed("heading", &heading.content)
                .with("id", heading.id.as_str())
                .with("level", heading.level.as_str());
            element.add(made);
        }
        Block::Paragraph(paragraph) => element.add(self::paragraph(paragraph)),
        Block::Group(group) => self::group(element, group),
        Block::Loose(content) if content.iter().all(is_instruction) => {
            inline::inlines(element, content);
        }
        Block::Loose(content) => element.add(inline::mixed("p", content)),
        Block::Page(page) => element.add(media::page(page)),
        Block::Instruction(pi) => element.children.push(Child::Instruction(pi)),
    }
}

fn is_instruction(inline: &Inline) -> bool {
    matches!(inline, Inline::Instruction(_))
}

fn paragraph(paragraph: &Paragraph) -> Element<'_> {
    inline::mixed("p", &paragraph.content)
        .with("id", paragraph.id.as_str())
        .with("num", paragraph.number.as_str())
        .with("level", paragraph.level.as_str())
}

/// Blocks under a name of the standard; those under another name stand without it.
fn group<'r>(element: &mut Element<'r>, group: &'r Group) {
    let name = match group.name.as_str() {
        "description-of-drawing" => "description-of-drawings",
        "detailed-description" => "description-of-embodiments",
        name => name,
    };
    if !vocabulary::is_block(name) {
        return blocks(element, &group.blocks);
    }
    let mut made = Element::new(name).with("id", group.id.as_str());
    made.others(&group.attributes);
    if name == "invention-title" {
        for block in &group.blocks {
            match block {
                Block::Loose(content) => inline::inlines(&mut made, content),
                Block::Paragraph(paragraph) => inline::inlines(&mut made, &paragraph.content),
                other => self::block(&mut made, other),
            }
        }
    } else {
        blocks(&mut made, &group.blocks);
    }
    element.add(made);
}

/// A text that has a structure of its own, such as a report.
pub(super) fn report<'r>(name: &'r str, section: &'r Section) -> Element<'r> {
    let mut element = opened(name.into(), section);
    report_blocks(&mut element, &section.blocks);
    element
}

fn report_blocks<'r>(element: &mut Element<'r>, blocks: &'r [Block]) {
    for block in blocks {
        match block {
            Block::Group(group) if is_name(&group.name) => {
                let mut made = Element::new(group.name.as_str()).with("id", group.id.as_str());
                made.others(&group.attributes);
                report_blocks(&mut made, &group.blocks);
                element.add(made);
            }
            Block::Loose(content) => inline::inlines(element, content),
            other => self::block(element, other),
        }
    }
}

/// A set of claims.
///
/// Clause: ST.36 claims
pub(super) fn claims(set: &ClaimSet) -> Element<'_> {
    let name = match set.name.as_str() {
        "amended-claims" => "amended-claims",
        _ => "claims",
    };
    let mut element = Element::new(name)
        .with("id", set.id.as_str())
        .with("lang", set.language.as_str());
    element.others(&set.attributes);
    for block in &set.blocks {
        self::block(&mut element, block);
    }
    for claim in &set.claims {
        element.add(self::claim(claim));
    }
    element
}

/// A claim; text outside of its parts gets a part of its own.
///
/// Clause: ST.36 claims/claim
fn claim(claim: &Claim) -> Element<'_> {
    let mut element = Element::new("claim")
        .with("id", claim.id.as_str())
        .with("num", claim.number.as_str())
        .with("claim-type", claim.kind.as_str())
        .with("status", claim.status.as_str());
    let mut open: Option<Element<'_>> = None;
    for child in &claim.content {
        match child {
            Inline::Part(_) => {
                element.children.extend(open.take().map(Child::Element));
                inline::inline(&mut element, child);
            }
            other => {
                let part = open.get_or_insert_with(|| Element::new("claim-text"));
                inline::inline(part, other);
            }
        }
    }
    element.children.extend(open.map(Child::Element));
    element
}
