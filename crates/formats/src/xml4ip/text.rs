//! Running text of a file wrapper, as it was read from paper: with the marks of pages and the doubts of the machine.

use crate::vocabulary::inline::{instruction, unknown};
use crate::vocabulary::{media, table, text as leaf};
use model::{Attribute, Image, Inline, Part, Reference, ReferenceKind, Style, Styled, Tables};
use xml::tree::{Child, Element};

/// What stands at the edge of pages and not in the text.
#[derive(Default)]
pub(super) struct Edges {
    /// Name of the place and words, in order.
    pub(super) said: Vec<(String, Vec<Inline>)>,
}

/// The value of an attribute of the office's namespace, whether its prefix is written or not.
pub(super) fn value(element: &Element<'_, '_>, name: &str) -> model::Str {
    if !element.has_attributes() {
        return model::Str::default();
    }
    let prefixed = format!("{}:{name}", element.prefix());
    let found = element
        .attribute(&prefixed)
        .or_else(|| element.attribute(name));
    found.unwrap_or("").into()
}

/// The attributes that nobody took, without the prefix of the element.
pub(super) fn attributes(element: &Element<'_, '_>) -> Vec<Attribute> {
    let all = crate::vocabulary::attributes(element);
    if all.is_empty() {
        return all;
    }
    let prefix = format!("{}:", element.prefix());
    all.into_iter()
        .map(|part| {
            let name = part.name.strip_prefix(&prefix).unwrap_or(&part.name);
            Attribute::new(name, part.value)
        })
        .collect()
}

/// Reads the mixed content of an element.
pub(super) fn mixed(element: &Element<'_, '_>, edges: &mut Edges) -> Vec<Inline> {
    let mut out = Vec::new();
    for part in element.children() {
        child(part, edges, &mut out);
    }
    out
}

/// Reads a child of mixed content.
pub(super) fn child(part: Child<'_, '_>, edges: &mut Edges, out: &mut Vec<Inline>) {
    match part {
        Child::Text(text) => out.push(Inline::Text(text.into())),
        Child::Element(element) => push(&element, edges, out),
        Child::Instruction(target, data) => out.push(instruction(target, data)),
    }
}

/// Reads one inline element; an unknown one gives its words, and stays unmapped itself.
pub(super) fn push(element: &Element<'_, '_>, edges: &mut Edges, out: &mut Vec<Inline>) {
    if let Some(style) = style(element.name()) {
        let content = mixed(element, edges);
        return out.push(Inline::Styled(Box::new(Styled {
            style,
            content,
            ..Styled::default()
        })));
    }
    let inline = match element.name() {
        "OCRConfidenceData" => return doubted(element, edges, out),
        "BoundaryData" => {
            boundary(element, edges);
            return apart(out);
        }
        "ClaimLabelText" => {
            for part in element.children() {
                child(part, edges, out);
            }
            return;
        }
        "ClaimText" => Inline::Part(Box::new(Part {
            id: value(element, "id"),
            content: mixed(element, edges),
        })),
        "ClaimReference" => reference(element, ReferenceKind::Claim, edges),
        "FigureReference" => reference(element, ReferenceKind::Figure, edges),
        "PartName" | "PartNumber" | "CrossReference" => {
            reference(element, ReferenceKind::Cross, edges)
        }
        "Br" => {
            element.enter();
            Inline::Break(true)
        }
        "Image" => Inline::Image(Box::new(image(element))),
        "Math" | "math" => Inline::Formula(Box::new(media::formula(element))),
        "table" | "Table" => Inline::Tables(Box::new(Tables {
            tables: vec![table::table(element, &|cell| {
                mixed(cell, &mut Edges::default())
            })],
            ..Tables::default()
        })),
        _ => {
            let is_style = |name: &str| style(name).is_some();
            return unknown(element, is_style, out, |part, out| child(part, edges, out));
        }
    };
    out.push(inline);
}

fn style(name: &str) -> Option<Style> {
    Some(match name {
        "B" => Style::Bold,
        "I" => Style::Italic,
        "U" => Style::Underline,
        "O" => Style::Overline,
        "S" => Style::Strike,
        "Sub" => Style::Subscript,
        "Sup" => Style::Superscript,
        "SmallCapital" => Style::SmallCapitals,
        _ => return None,
    })
}

/// Words of which the machine was not sure: how sure it was of each letter stands around them.
fn doubted(element: &Element<'_, '_>, edges: &mut Edges, out: &mut Vec<Inline>) {
    let said: Vec<String> = attributes(element)
        .iter()
        .map(|part| format!("{}=\"{}\"", part.name, part.value))
        .collect();
    out.push(instruction("ocr-confidence-start", &said.join(" ")));
    for part in element.children() {
        child(part, edges, out);
    }
    out.push(instruction("ocr-confidence-end", ""));
}

/// A word does not run over the edge of a page into the next one.
fn apart(out: &mut Vec<Inline>) {
    if matches!(out.last(), Some(Inline::Text(text)) if text.ends_with(char::is_alphanumeric)) {
        out.push(Inline::Text(" ".into()));
    }
}

/// What stands at the edge of a page: it is kept apart, so that the text reads on.
pub(super) fn boundary(element: &Element<'_, '_>, edges: &mut Edges) {
    for part in element.children() {
        match part {
            Child::Element(inner) => {
                let words = mixed(&inner, edges);
                edges.said.push((inner.name().to_owned(), words));
            }
            Child::Text(text) if text.trim().is_empty() => {}
            other => {
                let mut words = Vec::new();
                child(other, edges, &mut words);
                edges.said.push((element.name().to_owned(), words));
            }
        }
    }
}

fn reference(element: &Element<'_, '_>, kind: ReferenceKind, edges: &mut Edges) -> Inline {
    let targets = value(element, "idrefs");
    let targets = if targets.is_empty() {
        value(element, "idref")
    } else {
        targets
    };
    Inline::Reference(Box::new(Reference {
        kind,
        targets,
        id: value(element, "id"),
        content: mixed(element, edges),
        ..Reference::default()
    }))
}

fn image(element: &Element<'_, '_>) -> Image {
    let mut out = Image {
        id: value(element, "id"),
        ..Image::default()
    };
    for part in element.elements() {
        let slot = match part.name() {
            "FileName" => &mut out.file,
            "ImageFormatCategory" => &mut out.format,
            "HeightMeasure" => &mut out.height,
            "WidthMeasure" => &mut out.width,
            _ => continue,
        };
        if slot.is_empty() {
            *slot = leaf(&part);
        }
    }
    out.attributes = attributes(element);
    out
}
