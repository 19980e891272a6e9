//! The reader of `PATDOC`.

use super::{biblio, figure, text};
use crate::reading::Reading;
use crate::vocabulary::{attributes, claims, value};
use model::{
    Attribute, Block, Claim, ClaimSet, Drawings, Figure, Group, Heading, Inline, Instruction,
    Origin, Paragraph, Part, Patent, Section,
};
use xml::tree::{Child, Element, Tree};

/// Reads a document whose root is a US grant in ST.32.
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
        format: "patdoc".into(),
        version: value(root, "DTD"),
        root: root.name().into(),
        ..Origin::default()
    };
    let said = [
        ("CY", "country"),
        ("DNUM", "doc-number"),
        ("KIND", "kind"),
        ("DATE", "date-publ"),
    ];
    for (name, common) in said {
        if let Some(value) = root.attribute(name) {
            patent.origin.attributes.push(Attribute::new(common, value));
        }
    }
    patent.origin.attributes.extend(attributes(root));
    for child in root.elements() {
        part(&child, patent);
    }
    if patent.office.is_empty() {
        patent.office = "US".into();
    }
    root.enter_holders(text::holds_text);
}

fn part(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "SDOBI" => biblio::sdobi(element, patent),
        "SDOAB" => patent.abstracts.push(section("abstract", element)),
        "SDODE" => patent.descriptions.push(section("description", element)),
        "SDOCL" => patent.claim_sets.push(claim_set(element)),
        "SDODR" => patent.drawings.push(drawings(element)),
        "SDOCR" => patent.sections.push(section("ocr-text", element)),
        _ => {}
    }
}

fn section(name: &str, element: &Element<'_, '_>) -> Section {
    let mut out = Section {
        name: name.into(),
        language: value(element, "LA").to_lowercase(),
        ..Section::default()
    };
    blocks(element, &mut out.blocks);
    out.attributes = attributes(element);
    out
}

/// Reads what stands beneath each other; parts of the description become groups under the names of ST.36.
fn blocks(element: &Element<'_, '_>, out: &mut Vec<Block>) {
    let mut loose = Vec::new();
    for child in element.children() {
        match child {
            Child::Element(child) => {
                let name = child.name();
                if group_name(name).is_some() || matches!(name, "BTEXT" | "H" | "PARA") {
                    flush(&mut loose, out);
                }
                match name {
                    "BTEXT" => blocks(&child, out),
                    "H" => heading(&child, out),
                    "PARA" => paragraph(&child, out),
                    _ => match group_name(name) {
                        Some(name) => out.push(group(name, &child)),
                        None => text::push(&child, &mut loose),
                    },
                }
            }
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => loose.push(Inline::Text(text.into())),
            Child::Instruction(..) => {}
        }
    }
    flush(&mut loose, out);
}

fn flush(loose: &mut Vec<Inline>, out: &mut Vec<Block>) {
    if !loose.is_empty() {
        out.push(Block::Loose(std::mem::take(loose)));
    }
}

/// The name of ST.36 for a part of the description.
///
/// Clause: ST.32 SDODE
fn group_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "RELAPP" => "cross-reference",
        "GOVINT" => "government-interest",
        "BRFSUM" => "summary-of-invention",
        "DRWDESC" => "description-of-drawings",
        "DETDESC" => "detailed-description",
        _ => return None,
    })
}

fn group(name: &str, element: &Element<'_, '_>) -> Block {
    let mut group = Group {
        name: name.into(),
        ..Group::default()
    };
    blocks(element, &mut group.blocks);
    group.attributes = attributes(element);
    Block::Group(Box::new(group))
}

/// Reads a heading; how it is placed on the page stands before it, where it is not as usual.
fn heading(element: &Element<'_, '_>, out: &mut Vec<Block>) {
    if let Some(said) = placed(element) {
        out.push(Block::Instruction(Box::new(Instruction {
            target: said.name,
            data: said.value,
        })));
    }
    out.push(Block::Heading(Heading {
        level: value(element, "LVL"),
        content: text::parts(element),
        ..Heading::default()
    }));
}

/// How a heading is placed on the page, where it is not as usual.
fn placed(element: &Element<'_, '_>) -> Option<Attribute> {
    let align = value(element, "ALIGN");
    (!align.is_empty() && align != "LEFT").then(|| Attribute::new("heading-align", align))
}

/// Reads a paragraph; one that is not closed before the next holds that one, which is then a block of its own.
fn paragraph(element: &Element<'_, '_>, out: &mut Vec<Block>) {
    let at = out.len();
    out.push(Block::Paragraph(Paragraph::default()));
    let mut content = Vec::new();
    for child in element.children() {
        match child {
            Child::Element(inner) if matches!(inner.name(), "PARA" | "H" | "BTEXT") => {
                match inner.name() {
                    "PARA" => paragraph(&inner, out),
                    "H" => heading(&inner, out),
                    _ => blocks(&inner, out),
                }
            }
            Child::Element(inner) => {
                if !content.is_empty() && inner.name() == "PTEXT" {
                    content.push(Inline::Text(" ".into()));
                }
                text::push(&inner, &mut content);
            }
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => content.push(Inline::Text(text.into())),
            Child::Instruction(..) => {}
        }
    }
    out[at] = Block::Paragraph(Paragraph {
        id: value(element, "ID"),
        level: value(element, "LVL"),
        content,
        ..Paragraph::default()
    });
}

/// Reads the claims, and the words before them.
///
/// Clause: ST.32 SDOCL
fn claim_set(element: &Element<'_, '_>) -> ClaimSet {
    let mut set = ClaimSet {
        name: "claims".into(),
        language: value(element, "LA").to_lowercase(),
        ..ClaimSet::default()
    };
    claims_in(element, &mut set);
    set.attributes.extend(attributes(element));
    set
}

fn claims_in(element: &Element<'_, '_>, set: &mut ClaimSet) {
    for child in element.children() {
        match child {
            Child::Element(child) => match child.name() {
                "H" if set.statement.is_empty() && set.claims.is_empty() => {
                    set.attributes.extend(placed(&child));
                    let _level = child.attribute("LVL");
                    set.statement = text::parts(&child);
                }
                "CL" => claims_in(&child, set),
                "CLM" => set.claims.push(claim(&child)),
                "H" => heading(&child, &mut set.blocks),
                "PARA" => paragraph(&child, &mut set.blocks),
                _ => {
                    let mut content = Vec::new();
                    text::push(&child, &mut content);
                    set.blocks.push(Block::Loose(content));
                }
            },
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => set
                .blocks
                .push(Block::Loose(vec![Inline::Text(text.into())])),
            Child::Instruction(..) => {}
        }
    }
}

/// Reads a claim: its steps are parts of it, one in the other by their levels.
///
/// Clause: ST.32 CLM
fn claim(element: &Element<'_, '_>) -> Claim {
    let mut steps: Vec<(usize, Part)> = Vec::new();
    let outer = |content: Vec<Inline>| {
        let part = Part {
            content,
            ..Part::default()
        };
        (0, part)
    };
    for child in element.children() {
        match child {
            Child::Element(step) if matches!(step.name(), "CLMSTEP" | "PARA" | "PTEXT") => {
                let level = step.attribute("LVL").and_then(|level| level.parse().ok());
                let level = match step.name() {
                    "CLMSTEP" => level.unwrap_or(1),
                    _ => 0,
                };
                let part = Part {
                    id: value(&step, "ID"),
                    content: text::parts(&step),
                };
                steps.push((level, part));
            }
            Child::Element(other) => {
                let mut content = Vec::new();
                text::push(&other, &mut content);
                steps.push(outer(content));
            }
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => steps.push(outer(vec![Inline::Text(text.into())])),
            Child::Instruction(..) => {}
        }
    }
    let id = value(element, "ID");
    let content = claims::nested(steps);
    Claim {
        number: claims::printed_number(&content),
        id,
        content,
        ..Claim::default()
    }
}

/// Reads the drawings: an image a figure.
///
/// Clause: ST.32 SDODR
fn drawings(element: &Element<'_, '_>) -> Drawings {
    let mut out = Drawings {
        id: value(element, "ID"),
        language: value(element, "LA").to_lowercase(),
        ..Drawings::default()
    };
    for image in element.elements().filter(|child| child.name() == "EMI") {
        out.figures.push(Figure {
            images: vec![figure::image(&image)],
            ..Figure::default()
        });
    }
    out.attributes = attributes(element);
    out
}
