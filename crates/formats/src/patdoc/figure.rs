//! Images, formulas and chemistry of ST.32, whose files are unparsed entities.

use super::text;
use crate::vocabulary::{attributes, media, value};
use model::{Attachment, Chemistry, Formula, Image, Inline, Markup, MarkupNode};
use xml::tree::{Child, Element};

/// Reads `EMI`, or another element that is an image.
///
/// Clause: ST.32 EMI
pub(super) fn image(element: &Element<'_, '_>) -> Image {
    element.enter();
    Image {
        id: value(element, "ID"),
        file: element.file("FILE").into(),
        height: value(element, "HE"),
        width: value(element, "WI"),
        alt: value(element, "ALT"),
        format: value(element, "IMF").to_lowercase(),
        attributes: attributes(element),
        ..Image::default()
    }
}

/// Reads a character for which there is only an image.
pub(super) fn character(element: &Element<'_, '_>) -> Image {
    Image {
        inline: "yes".into(),
        content: "character".into(),
        ..image(element)
    }
}

fn file(element: &Element<'_, '_>) -> Attachment {
    element.enter();
    Attachment {
        name: element.name().to_lowercase().into(),
        id: value(element, "ID"),
        file: element.file("FILE").into(),
        attributes: attributes(element),
        ..Attachment::default()
    }
}

/// Reads `MATH-US`: MathML, a file, an image.
///
/// Clause: ST.32 MATH-US
pub(super) fn formula(element: &Element<'_, '_>) -> Formula {
    let mut out = Formula {
        id: value(element, "ID"),
        ..Formula::default()
    };
    fill(element, &mut out);
    out
}

/// Reads MathML; names in capitals are those of SGML.
pub(super) fn markup(element: &Element<'_, '_>) -> Markup {
    let mut out = media::markup(element);
    if out.name.starts_with(|c: char| c.is_ascii_uppercase()) {
        lowercase(&mut out);
    }
    out
}

fn lowercase(markup: &mut Markup) {
    markup.name = markup.name.to_lowercase();
    for attribute in &mut markup.attributes {
        attribute.name = attribute.name.to_lowercase();
    }
    for child in &mut markup.children {
        if let MarkupNode::Element(inner) = child {
            lowercase(inner);
        }
    }
}

fn fill(element: &Element<'_, '_>, out: &mut Formula) {
    if element.name().eq_ignore_ascii_case("math") {
        return out.markup.push(markup(element));
    }
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "MATHML" | "math" | "MATH" => fill(&inner, out),
                "MATHEMATICA" => out.files.push(file(&inner)),
                "EMI" => out.images.push(image(&inner)),
                _ => text::push(&inner, &mut out.content),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => out.content.push(Inline::Text(text.into())),
            Child::Instruction(..) => {}
        }
    }
}

/// Reads `CHEM-US`: files of two programs, an image.
///
/// Clause: ST.32 CHEM-US
pub(super) fn chemistry(element: &Element<'_, '_>) -> Chemistry {
    let mut out = Chemistry {
        id: value(element, "ID"),
        ..Chemistry::default()
    };
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "CHEMCDX" | "CHEMMOL" => out.files.push(file(&inner)),
                "EMI" => out.images.push(image(&inner)),
                _ => text::push(&inner, &mut out.content),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => out.content.push(Inline::Text(text.into())),
            Child::Instruction(..) => {}
        }
    }
    out
}
