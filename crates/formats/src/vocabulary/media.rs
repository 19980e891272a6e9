//! Images, formulas, chemistry and other files.

use super::{attributes, inline, value};
use model::{
    Attachment, Attribute, Chemistry, Formula, Image, Inline, Markup, MarkupNode, PageImage,
};
use xml::tree::{Child, Element};

/// Reads an `img`.
///
/// Clause: ST.36 img
pub(crate) fn image(element: &Element<'_, '_>) -> Image {
    element.enter();
    Image {
        id: value(element, "id"),
        file: ["file", "url"]
            .iter()
            .find_map(|name| element.attribute(name))
            .unwrap_or("")
            .into(),
        height: value(element, "he"),
        width: value(element, "wi"),
        alt: value(element, "alt"),
        content: value(element, "img-content"),
        format: value(element, "img-format"),
        orientation: value(element, "orientation"),
        inline: value(element, "inline"),
        attributes: attributes(element),
    }
}

/// Reads `maths`, or a `math` that stands alone.
///
/// Clause: ST.36 maths
pub(crate) fn formula(element: &Element<'_, '_>) -> Formula {
    if element.name() == "math" {
        return Formula {
            markup: vec![markup(element)],
            ..Formula::default()
        };
    }
    let mut formula = Formula {
        id: value(element, "id"),
        number: value(element, "num"),
        ..Formula::default()
    };
    for child in element.children() {
        match child {
            Child::Element(math) if math.name() == "math" => formula.markup.push(markup(&math)),
            Child::Element(img) if img.name() == "img" => formula.images.push(image(&img)),
            Child::Element(chem) if chem.name() == "chem" => formula.files.push(file(&chem)),
            Child::Element(words) if words.name() == "formula-text" => {
                formula.content.extend(inline::mixed(&words));
            }
            Child::Element(other) => formula.content.extend(inline::inline(&other)),
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => formula.content.push(Inline::Text(text.into())),
            Child::Instruction(target, data) => {
                formula.content.push(inline::instruction(target, data));
            }
        }
    }
    formula
}

/// Reads `chemistry`.
///
/// Clause: ST.36 chemistry
pub(crate) fn chemistry(element: &Element<'_, '_>) -> Chemistry {
    let mut chemistry = Chemistry {
        id: value(element, "id"),
        number: value(element, "num"),
        ..Chemistry::default()
    };
    for child in element.children() {
        match child {
            Child::Element(img) if img.name() == "img" => chemistry.images.push(image(&img)),
            Child::Element(chem) if chem.name() == "chem" => chemistry.files.push(file(&chem)),
            Child::Element(words) if words.name() == "formula-text" => {
                chemistry.content.extend(inline::mixed(&words));
            }
            Child::Element(other) => chemistry.content.extend(inline::inline(&other)),
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => chemistry.content.push(Inline::Text(text.into())),
            Child::Instruction(target, data) => {
                chemistry.content.push(inline::instruction(target, data));
            }
        }
    }
    chemistry
}

/// Reads an element that names a file.
pub(crate) fn file(element: &Element<'_, '_>) -> Attachment {
    element.enter();
    Attachment {
        name: element.name().into(),
        id: value(element, "id"),
        file: value(element, "file"),
        attributes: attributes(element),
        ..Attachment::default()
    }
}

/// Reads an element that brings files, images, text and further such elements.
pub(crate) fn attachment(element: &Element<'_, '_>) -> Attachment {
    let mut out = file(element);
    for child in element.children() {
        match child {
            Child::Element(child) => match child.name() {
                "img" => out.images.push(image(&child)),
                "p" | "heading" | "doc-page" => out.blocks.extend(super::body::block(&child)),
                "sequence-list" | "chem" => out.parts.push(attachment(&child)),
                _ => out.content.extend(inline::inline(&child)),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => out.content.push(Inline::Text(text.into())),
            Child::Instruction(target, data) => out.content.push(inline::instruction(target, data)),
        }
    }
    out
}

/// Reads a page kept as an image.
///
/// Clause: ST.36 doc-page
pub(crate) fn page(element: &Element<'_, '_>) -> PageImage {
    element.enter();
    PageImage {
        id: value(element, "id"),
        file: value(element, "file"),
        attributes: attributes(element),
    }
}

/// Reads an element of an embedded vocabulary as it is.
pub(crate) fn markup(element: &Element<'_, '_>) -> Markup {
    let mut out = Markup {
        name: element.name().into(),
        ..Markup::default()
    };
    out.attributes = element
        .other_attributes()
        .map(|(name, value)| Attribute::new(name, value))
        .collect();
    for child in element.children() {
        match child {
            Child::Element(child) => out.children.push(MarkupNode::Element(markup(&child))),
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => out.children.push(MarkupNode::Text(text.into())),
            Child::Instruction(..) => {}
        }
    }
    out
}
