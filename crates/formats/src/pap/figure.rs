//! Images, formulas and chemistry of the applications of 2001 to 2004, whose files are unparsed entities.

use super::text;
use crate::vocabulary::{attributes, media, text as leaf, value};
use model::{Attachment, Attribute, Chemistry, Formula, Image, Inline};
use xml::tree::{Child, Element};

/// Reads `image`.
///
/// Clause: PAP image
pub(super) fn image(element: &Element<'_, '_>) -> Image {
    element.enter();
    let code = value(element, "ti");
    let mut out = Image {
        id: value(element, "id"),
        file: element.file("file").into(),
        height: value(element, "he"),
        width: value(element, "wi"),
        alt: value(element, "alt"),
        format: value(element, "imf").to_lowercase(),
        content: shown(&code).into(),
        attributes: attributes(element),
        ..Image::default()
    };
    if !code.is_empty() {
        out.attributes.push(Attribute::new("ti", code));
    }
    out
}

/// The word of ST.36 for what an image shows, by the code of ST.33 for it.
///
/// Clause: ST.36 @img-content
fn shown(code: &str) -> String {
    let word = match code {
        "DR" | "FG" => "drawing",
        "CF" => "chem",
        "CP" => "program-listing",
        "DN" => "dna",
        "FF" => "character",
        "GR" => "graph",
        "MF" => "math",
        "PH" => "photograph",
        "TB" => "table",
        "AD" => "ad",
        "UI" => "undefined",
        other => return other.to_lowercase(),
    };
    word.to_owned()
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
        name: element.name().into(),
        id: value(element, "id"),
        file: element.file("file").into(),
        attributes: attributes(element),
        ..Attachment::default()
    }
}

/// Reads `math-cwu`: its number, MathML, a file, an image.
///
/// Clause: PAP math-cwu
pub(super) fn formula(element: &Element<'_, '_>) -> Formula {
    let mut out = Formula {
        id: value(element, "id"),
        ..Formula::default()
    };
    let _display = element.attribute("display");
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "number" if out.number.is_empty() => out.number = leaf(&inner),
                "math" => out.markup.push(media::markup(&inner)),
                "mathematica-file" => out.files.push(file(&inner)),
                "image" => out.images.push(image(&inner)),
                _ => text::push(&inner, &mut out.content),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => out.content.push(Inline::Text(text.into())),
            Child::Instruction(..) => {}
        }
    }
    out
}

/// Reads `chemistry-cwu`: its number, an image, words, files of two programs.
///
/// Clause: PAP chemistry-cwu
pub(super) fn chemistry(element: &Element<'_, '_>) -> Chemistry {
    let mut out = Chemistry {
        id: value(element, "id"),
        ..Chemistry::default()
    };
    let _display = element.attribute("display");
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "number" if out.number.is_empty() => out.number = leaf(&inner),
                "image" => out.images.push(image(&inner)),
                "chemistry" => out.content.extend(text::mixed(&inner)),
                "chemistry-chemdraw-file" | "chemistry-mol-file" => out.files.push(file(&inner)),
                _ => text::push(&inner, &mut out.content),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => out.content.push(Inline::Text(text.into())),
            Child::Instruction(..) => {}
        }
    }
    out
}
