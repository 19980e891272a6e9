//! Blocks, claims and drawings of the applications of 2001 to 2004.

use super::{figure, text};
use crate::vocabulary::{attributes, claims, text as leaf, value};
use model::{
    Attribute, Block, Claim, ClaimSet, Drawings, Figure, Group, Heading, Inline, Instruction,
    Paragraph, Section, Str,
};
use xml::tree::{Child, Element};

/// Reads a part of the text.
pub(super) fn section(name: &str, element: &Element<'_, '_>) -> Section {
    Section {
        name: name.into(),
        blocks: blocks(element),
        attributes: attributes(element),
        ..Section::default()
    }
}

fn blocks(element: &Element<'_, '_>) -> Vec<Block> {
    let mut out = Vec::new();
    let mut loose = Vec::new();
    for part in element.children() {
        match part {
            Child::Element(inner) if is_block(inner.name()) => {
                flush(&mut loose, &mut out);
                out.extend(block(&inner));
            }
            Child::Text(text) if loose.is_empty() && text.trim().is_empty() => {}
            other => text::child(other, &mut loose),
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

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "heading"
            | "paragraph"
            | "section"
            | "paragraph-federal-research-statement"
            | "biological-deposit"
            | "program-listing-deposit"
    ) || group_name(name).is_some()
}

/// The name of ST.36 for a part of the description, where it has one.
///
/// Clause: PAP subdoc-description
fn group_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "copyright-statement" => "copyright-statement",
        "cross-reference-to-related-applications" => "cross-reference",
        "federal-research-statement" => "government-interest",
        "background-of-invention" => "background-art",
        "summary-of-invention" => "summary-of-invention",
        "brief-description-of-drawings" => "description-of-drawings",
        "brief-description-of-sequences" => "description-of-sequences",
        "detailed-description" => "detailed-description",
        _ => return None,
    })
}

/// Reads one block; a section gives its blocks.
pub(super) fn block(element: &Element<'_, '_>) -> Vec<Block> {
    match element.name() {
        "heading" => headed(element),
        "paragraph" | "paragraph-federal-research-statement" => paragraph(element),
        "section" => blocks(element),
        "biological-deposit" => vec![Block::Loose(deposit(element))],
        "program-listing-deposit" => program(element),
        name => {
            let group = Group {
                name: group_name(name).unwrap_or(name).into(),
                id: value(element, "id"),
                blocks: blocks(element),
                attributes: attributes(element),
            };
            vec![Block::Group(Box::new(group))]
        }
    }
}

/// Reads a heading; how it is placed on the page stands before it, where it is not as usual.
fn headed(element: &Element<'_, '_>) -> Vec<Block> {
    let before = placed(element).map(|said| {
        Block::Instruction(Box::new(Instruction {
            target: said.name,
            data: said.value,
        }))
    });
    let heading = Block::Heading(heading(element));
    before.into_iter().chain([heading]).collect()
}

/// How a heading is placed on the page, where it is not as usual.
fn placed(element: &Element<'_, '_>) -> Option<Attribute> {
    let align = value(element, "align");
    (!align.is_empty() && align != "LEFT").then(|| Attribute::new("heading-align", align))
}

fn heading(element: &Element<'_, '_>) -> Heading {
    Heading {
        id: value(element, "id"),
        level: value(element, "lvl"),
        content: text::mixed(element),
    }
}

/// Reads a paragraph, with the number before its words; blocks in it, whose end tags are missing, stand beside it.
fn paragraph(element: &Element<'_, '_>) -> Vec<Block> {
    let mut out = Paragraph {
        id: value(element, "id"),
        level: value(element, "lvl"),
        ..Paragraph::default()
    };
    let mut rest = Vec::new();
    let blank = |inline: &Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
    for part in element.children() {
        match part {
            Child::Element(number)
                if number.name() == "number"
                    && out.number.is_empty()
                    && out.content.iter().all(blank) =>
            {
                out.number = bare(&leaf(&number));
                out.content.clear();
            }
            Child::Element(inner) if is_block(inner.name()) => rest.extend(block(&inner)),
            other => text::child(other, &mut out.content),
        }
    }
    let mut blocks = vec![Block::Paragraph(out)];
    blocks.extend(rest);
    blocks
}

/// The number of a paragraph without what it is set in: `[0012]` and `12.` are 0012 and 12.
fn bare(number: &str) -> Str {
    let inner = number.trim().trim_start_matches('[');
    inner.trim_end_matches([']', '.']).trim().into()
}

/// A deposit of biological material: its data, each as it stands.
fn deposit(element: &Element<'_, '_>) -> Vec<Inline> {
    let mut out = model::Deposit::default();
    for part in element.elements() {
        let slot = match part.name() {
            "number" => &mut out.number,
            "deposit-date" => &mut out.date.raw,
            "deposit-term" => &mut out.term,
            "depository" => &mut out.depositary,
            "deposit-accession-number" => &mut out.accession,
            "deposit-description" => &mut out.text,
            _ => continue,
        };
        if slot.is_empty() {
            *slot = leaf(&part);
        }
    }
    vec![Inline::Deposit(Box::new(out))]
}

fn program(element: &Element<'_, '_>) -> Vec<Block> {
    let mut out = Vec::new();
    for part in element.elements() {
        match part.name() {
            "heading" => out.extend(headed(&part)),
            "program-listing" => out.push(Block::Loose(vec![Inline::Preformatted(Box::new(
                text::listing(&part),
            ))])),
            _ => {
                let mut content = Vec::new();
                text::push(&part, &mut content);
                out.push(Block::Loose(content));
            }
        }
    }
    vec![Block::Group(Box::new(Group {
        name: "program-listing-deposit".into(),
        id: value(element, "id"),
        blocks: out,
        attributes: attributes(element),
    }))]
}

/// Reads the claims.
///
/// Clause: PAP subdoc-claims
pub(super) fn claim_set(element: &Element<'_, '_>) -> ClaimSet {
    let mut set = ClaimSet {
        name: "claims".into(),
        ..ClaimSet::default()
    };
    let mut loose = Vec::new();
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "heading" if set.statement.is_empty() && set.claims.is_empty() => {
                    let _level = inner.attribute("lvl");
                    set.attributes.extend(placed(&inner));
                    set.statement = text::mixed(&inner);
                }
                "claim" => set.claims.push(claim(&inner)),
                name if is_block(name) => set.blocks.extend(block(&inner)),
                _ => text::push(&inner, &mut loose),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            other => text::child(other, &mut loose),
        }
        flush(&mut loose, &mut set.blocks);
    }
    set.attributes.extend(attributes(element));
    set
}

fn claim(element: &Element<'_, '_>) -> Claim {
    let mut out = Claim {
        id: value(element, "id"),
        ..Claim::default()
    };
    for part in element.children() {
        match part {
            Child::Text(text) if text.trim().is_empty() => {}
            other => text::child(other, &mut out.content),
        }
    }
    out.number = claims::printed_number(&out.content);
    out
}

/// Reads the drawings.
///
/// Clause: PAP subdoc-drawings
pub(super) fn drawings(element: &Element<'_, '_>) -> Drawings {
    let mut out = Drawings {
        id: value(element, "id"),
        ..Drawings::default()
    };
    for part in element.elements() {
        match part.name() {
            "figure" => out.figures.push(one_figure(&part)),
            "heading" => out.attributes.extend(placed(&part)),
            _ => {}
        }
    }
    out.attributes.extend(attributes(element));
    out
}

fn one_figure(element: &Element<'_, '_>) -> Figure {
    let mut out = Figure {
        id: value(element, "id"),
        ..Figure::default()
    };
    let mut labels: Vec<Str> = Vec::new();
    for part in element.elements() {
        match part.name() {
            "image" => out.images.push(figure::image(&part)),
            "drawing-reference-character" => labels.push(leaf(&part)),
            "math-cwu" => out.images.extend(figure::formula(&part).images),
            "chemistry-cwu" => out.images.extend(figure::chemistry(&part).images),
            _ => {}
        }
    }
    out.labels = labels.join(" ").into();
    out
}

/// What the drawings say beside their figures: the words above them, and which one is published.
pub(super) fn drawing_words(element: &Element<'_, '_>) -> (Vec<Inline>, Vec<Str>) {
    let mut words = Vec::new();
    let mut published = Vec::new();
    for part in element.elements() {
        match part.name() {
            "heading" => words.extend(heading(&part).content),
            "representative-figure" if part.is_blank() => part.enter(),
            "representative-figure" => published.push(leaf(&part)),
            _ => {}
        }
    }
    (words, published)
}
