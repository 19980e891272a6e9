//! Blocks of text, sections, drawings.

use super::{attributes, inline, media, value};
use model::{
    Block, Drawings, Figure, Group, Heading, Image, Inline, Instruction, Paragraph, Section,
};
use xml::tree::{Child, Element};

/// Reads a part of the text: abstract, description and the like.
///
/// Clause: ST.36 description
pub(crate) fn section(element: &Element<'_, '_>) -> Section {
    Section {
        name: element.name().into(),
        id: value(element, "id"),
        language: value(element, "lang"),
        attributes: attributes(element),
        blocks: blocks(element),
    }
}

/// Reads a part of the text without its children called `other`, which belong elsewhere.
pub(crate) fn section_but(element: &Element<'_, '_>, other: &str) -> Section {
    Section {
        name: element.name().into(),
        id: value(element, "id"),
        language: value(element, "lang"),
        attributes: attributes(element),
        blocks: blocks_but(element, other),
    }
}

/// Reads the blocks in an element; running text between them is kept as loose text.
pub(crate) fn blocks(element: &Element<'_, '_>) -> Vec<Block> {
    blocks_but(element, "")
}

fn blocks_but(element: &Element<'_, '_>, other: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut loose = Vec::new();
    for child in element.children() {
        match child {
            Child::Element(child) if child.name() == other => {}
            Child::Element(child) if is_block(child.name()) => {
                flush(&mut loose, &mut out);
                out.extend(block(&child));
            }
            Child::Element(child) => loose.extend(inline::inline(&child)),
            Child::Text(text) if loose.is_empty() && text.trim().is_empty() => {}
            Child::Text(text) => loose.push(Inline::Text(text.into())),
            Child::Instruction(target, data) if loose.is_empty() => {
                out.push(Block::Instruction(Box::new(Instruction {
                    target: target.into(),
                    data: data.into(),
                })));
            }
            Child::Instruction(target, data) => loose.push(inline::instruction(target, data)),
        }
    }
    flush(&mut loose, &mut out);
    out
}

fn flush(loose: &mut Vec<Inline>, out: &mut Vec<Block>) {
    let blank = |inline: &Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
    while loose.last().is_some_and(blank) {
        loose.pop();
    }
    if !loose.is_empty() {
        out.push(Block::Loose(std::mem::take(loose)));
    }
}

/// Whether elements of this name stand beside each other, not within a line.
pub(crate) fn is_block(name: &str) -> bool {
    matches!(name, "p" | "heading" | "doc-page") || is_group(name)
}

fn is_group(name: &str) -> bool {
    matches!(
        name,
        "technical-field"
            | "background-art"
            | "disclosure"
            | "summary-of-invention"
            | "tech-problem"
            | "tech-solution"
            | "advantageous-effects"
            | "description-of-drawings"
            | "description-of-drawing"
            | "detailed-description"
            | "description-of-embodiments"
            | "embodiments-example"
            | "cross-reference"
            | "best-mode"
            | "mode-for-invention"
            | "industrial-applicability"
            | "reference-signs-list"
            | "reference-to-deposited-biological-material"
            | "sequence-list-text"
            | "citation-list"
            | "patent-literature"
            | "non-patent-literature"
            | "abst-problem"
            | "abst-solution"
            | "claims-statement"
            | "invention-title"
    )
}

/// Reads one block.
pub(crate) fn block(element: &Element<'_, '_>) -> Vec<Block> {
    let block = match element.name() {
        "p" if !element.elements().any(|child| is_block(child.name())) => {
            Block::Paragraph(paragraph(element, inline::mixed(element)))
        }
        "p" => return unclosed(element),
        "heading" => Block::Heading(Heading {
            id: value(element, "id"),
            level: value(element, "level"),
            content: inline::mixed(element),
        }),
        "doc-page" => Block::Page(Box::new(media::page(element))),
        _ => Block::Group(Box::new(Group {
            name: element.name().into(),
            id: value(element, "id"),
            attributes: attributes(element),
            blocks: blocks(element),
        })),
    };
    vec![block]
}

fn paragraph(element: &Element<'_, '_>, content: Vec<Inline>) -> Paragraph {
    Paragraph {
        id: value(element, "id"),
        number: value(element, "num"),
        level: value(element, "level"),
        content,
    }
}

/// Reads a paragraph whose end tag is missing, so that the blocks after it stand in it: each is a block of its own.
fn unclosed(element: &Element<'_, '_>) -> Vec<Block> {
    let mut rest = blocks(element).into_iter().peekable();
    let content = match rest.next_if(|block| matches!(block, Block::Loose(_))) {
        Some(Block::Loose(content)) => content,
        _ => Vec::new(),
    };
    let mut out = vec![Block::Paragraph(paragraph(element, content))];
    out.extend(rest);
    out
}

/// Reads a text that has a structure of its own, such as a report or an amendment: groups for what has parts, loose
/// text for what has none.
pub(crate) fn report(element: &Element<'_, '_>) -> Section {
    Section {
        name: element.name().into(),
        id: value(element, "id"),
        language: value(element, "lang"),
        attributes: attributes(element),
        blocks: report_blocks(element),
    }
}

/// The blocks of a text that has a structure of its own.
pub(crate) fn report_blocks(element: &Element<'_, '_>) -> Vec<Block> {
    let mut out = Vec::new();
    for child in element.children() {
        let child = match child {
            Child::Element(child) => child,
            Child::Text(text) if text.trim().is_empty() => continue,
            Child::Text(text) => {
                out.push(Block::Loose(vec![Inline::Text(text.into())]));
                continue;
            }
            Child::Instruction(target, data) => {
                out.push(Block::Loose(vec![inline::instruction(target, data)]));
                continue;
            }
        };
        if matches!(child.name(), "p" | "heading" | "doc-page") {
            out.extend(block(&child));
            continue;
        }
        if inline::is_known(child.name()) {
            out.push(Block::Loose(inline::inline(&child)));
            continue;
        }
        let structured = child
            .elements()
            .any(|inner| !inline::is_style(inner.name()));
        out.push(Block::Group(Box::new(Group {
            name: child.name().into(),
            id: value(&child, "id"),
            attributes: attributes(&child),
            blocks: if structured {
                report_blocks(&child)
            } else if child.is_blank() {
                Vec::new()
            } else {
                vec![Block::Loose(inline::mixed(&child))]
            },
        })));
    }
    out
}

/// Reads `drawings`.
///
/// Clause: ST.36 drawings
pub(crate) fn drawings(element: &Element<'_, '_>) -> Drawings {
    let mut out = Drawings {
        id: value(element, "id"),
        language: value(element, "lang"),
        attributes: attributes(element),
        ..Drawings::default()
    };
    for child in element.elements() {
        match child.name() {
            "figure" => out.figures.push(figure(&child)),
            "doc-page" => out.pages.push(media::page(&child)),
            "img" => out.figures.push(Figure {
                images: vec![media::image(&child)],
                ..Figure::default()
            }),
            _ => {}
        }
    }
    out
}

fn figure(element: &Element<'_, '_>) -> Figure {
    let images: Vec<Image> = element
        .elements()
        .filter(|child| child.name() == "img")
        .map(|img| media::image(&img))
        .collect();
    Figure {
        id: value(element, "id"),
        number: value(element, "num"),
        labels: value(element, "figure-labels"),
        images,
    }
}
