//! Images, formulas, chemistry, drawings, and the list of external documents.
//!
//! Clause: ST.96 V6_0 com:Image

use super::date;
use super::document::id;
use super::inline::{self, uncapitalized};
use crate::component::draft::{Inside, View};
use crate::component::schema::{Name, attr, com, pat};
use model::{
    Attachment, Attribute, Chemistry, Deposit, Drawings, Figure, Formula, Image, Markup,
    MarkupNode, PageImage, Str,
};

/// Reads an element of the image type.
pub(super) fn image(view: View<'_, '_>) -> Image {
    let inline = match view.value(attr::IMAGE_WRAPPING_STYLE_CATEGORY) {
        "Inline" => "yes",
        other => other,
    };
    Image {
        id: id(view),
        file: view.text_of(com::FILE_NAME),
        height: measure(view, com::HEIGHT_MEASURE),
        width: measure(view, com::WIDTH_MEASURE),
        alt: view.text_of(com::ALT),
        content: content(view.value(attr::IMAGE_CONTENT_CATEGORY)),
        format: format(&view.text_of(com::IMAGE_FORMAT_CATEGORY)),
        orientation: uncapitalized(view.value(attr::ORIENTATION_CATEGORY)),
        inline: inline.into(),
        attributes: Vec::new(),
    }
}

/// The format in the word of ST.36: the ending of its files.
fn format(category: &str) -> Str {
    match category {
        "TIFF" => "tif".into(),
        "JPEG" => "jpg".into(),
        "PNG" => "png".into(),
        "GIF" => "gif".into(),
        "SVG" => "svg".into(),
        other => other.into(),
    }
}

/// What an image shows, in the words of ST.36.
fn content(category: &str) -> Str {
    match category {
        "DNA" => "dna".into(),
        "Program listing" => "program-listing".into(),
        "Flow chart" => "flow-chart".into(),
        "Undefined" => "other".into(),
        other => uncapitalized(other),
    }
}

/// A measure with its unit: `98.76mm`.
///
/// Clause: ST.96 V6_0 com:HeightMeasure
fn measure(view: View<'_, '_>, name: Name) -> Str {
    let Some(child) = view.child(name) else {
        return Str::default();
    };
    let mut out = child.text();
    out.push_str(&uncapitalized(child.value(attr::MEASURE_UNIT_CODE)));
    out
}

/// Reads a `com:Math`.
///
/// Clause: ST.96 V6_0 com:Math
pub(super) fn formula(view: View<'_, '_>) -> Formula {
    let mut out = Formula {
        id: id(view),
        number: view.value(attr::MATH_NUMBER).into(),
        ..Formula::default()
    };
    for child in view.elements() {
        match child.name() {
            com::IMAGE => out.images.push(image(child)),
            com::INLINE_FORMULA => out.content.extend(inline::mixed(child)),
            name if name.is_mathml() => out.markup.push(markup(child)),
            _ => inline::push(child, &mut out.content),
        }
    }
    out
}

/// Reads MathML as it is; names have no prefix.
fn markup(view: View<'_, '_>) -> Markup {
    let own = view.name().text();
    let attributes = view
        .attributes()
        .map(|(name, value)| Attribute::new(name.text(), value));
    let children = view.pieces().map(|piece| match piece {
        Inside::Text(text) => MarkupNode::Text(text.into()),
        Inside::Element(child) => MarkupNode::Element(markup(child)),
        Inside::Instruction(target, data) => {
            MarkupNode::Instruction(inline::instructed(target, data))
        }
    });
    Markup {
        name: own.rsplit(':').next().unwrap_or(own).into(),
        attributes: attributes.collect(),
        children: children.collect(),
    }
}

/// Reads a `com:ChemicalFormulae`.
///
/// Clause: ST.96 V6_0 com:ChemicalFormulae
pub(super) fn chemistry(view: View<'_, '_>) -> Chemistry {
    let mut out = Chemistry {
        id: id(view),
        number: view.value(attr::CHEMICAL_FORMULAE_NUMBER).into(),
        ..Chemistry::default()
    };
    for child in view.elements() {
        match child.name() {
            com::IMAGE => out.images.push(image(child)),
            com::EXTERNAL_DOCUMENT_BAG => out.files.extend(files(child)),
            com::INLINE_FORMULA => out.content.extend(inline::mixed(child)),
            _ => inline::push(child, &mut out.content),
        }
    }
    out
}

/// Reads a deposit of biological material.
///
/// Clause: ST.96 V6_0 com:BioDeposit
pub(super) fn deposit(view: View<'_, '_>) -> Deposit {
    let holder = view.child(com::BIO_DEPOSIT_DEPOSITARY);
    let (depositary, address) = match holder {
        Some(holder) if holder.child(com::NAME).is_some() => super::party::institution(holder),
        _ => (view.text_of(com::BIO_DEPOSIT_DEPOSITARY), None),
    };
    let place = view.value(attr::SOURCE_URI);
    Deposit {
        id: id(view),
        number: view.value(attr::SEQUENCE_NUMBER).into(),
        depositary,
        address,
        attributes: (!place.is_empty())
            .then(|| Attribute::new("url", place))
            .into_iter()
            .collect(),
        accession: view.text_of(com::BIOLOGICAL_ACCESSION_NUMBER),
        date: date::of(view, com::BIO_DEPOSIT_DATE),
        term: view.text_of(com::BIO_DEPOSIT_TERM_TEXT),
        text: view.text_of(com::BIO_DEPOSIT_TEXT),
    }
}

/// Reads the drawings. Images that follow each other under one number are those of one figure.
///
/// Clause: ST.96 V6_0 pat:Drawings
pub(super) fn drawings(view: View<'_, '_>) -> Drawings {
    let mut out = Drawings {
        id: id(view),
        ..Drawings::default()
    };
    for child in view.elements() {
        match child.name() {
            pat::FIGURE => {
                let next = figure(child);
                match out.figures.last_mut() {
                    Some(last)
                        if !next.number.is_empty()
                            && next.id.is_empty()
                            && last.number == next.number =>
                    {
                        last.images.extend(next.images);
                    }
                    _ => out.figures.push(next),
                }
            }
            pat::PAGE_IMAGE => out.pages.push(page(child)),
            pat::DOCUMENT_URI => out.pages.push(page_document(child)),
            _ => {}
        }
    }
    out
}

fn figure(view: View<'_, '_>) -> Figure {
    Figure {
        id: id(view),
        number: view.text_of(pat::FIGURE_NUMBER),
        images: view.all(com::IMAGE).map(image).collect(),
        ..Figure::default()
    }
}

/// Reads a page kept as an image.
///
/// Clause: ST.96 V6_0 pat:PageImage
pub(super) fn page(view: View<'_, '_>) -> PageImage {
    let said = [
        ("he", measure(view, com::HEIGHT_MEASURE)),
        ("wi", measure(view, com::WIDTH_MEASURE)),
        ("alt", view.text_of(com::ALT)),
        ("type", format(&view.text_of(com::IMAGE_FORMAT_CATEGORY))),
        ("ppf", view.value(attr::FIRST_PAGE_NUMBER).into()),
        ("ppl", view.value(attr::LAST_PAGE_NUMBER).into()),
        (
            "orientation",
            uncapitalized(view.value(attr::ORIENTATION_CATEGORY)),
        ),
        ("color", color(&view.text_of(com::COLOUR_MODE_CATEGORY))),
    ];
    let said = said.into_iter().filter(|(_, value)| !value.is_empty());
    PageImage {
        id: id(view),
        file: view.text_of(com::FILE_NAME),
        attributes: said
            .map(|(name, value)| Attribute::new(name, value))
            .collect(),
    }
}

/// The colors of a page in the word of ST.36.
fn color(category: &str) -> Str {
    match category {
        "Colour" => "color".into(),
        "Black and white" => "bw".into(),
        other => other.into(),
    }
}

/// Reads a page kept as a document of another kind.
///
/// Clause: ST.96 V6_0 pat:DocumentURI
pub(super) fn page_document(view: View<'_, '_>) -> PageImage {
    let named = view.value(attr::DOCUMENT_FILE_NAME);
    let category = view.value(attr::PAGE_DOCUMENT_FORMAT_CATEGORY);
    let said = [
        ("type", page_type(category)),
        ("ppf", view.value(attr::FIRST_PAGE_NUMBER).into()),
        ("ppl", view.value(attr::LAST_PAGE_NUMBER).into()),
        ("ocr", answer(view.value(attr::OCR_INDICATOR))),
    ];
    let said = said.into_iter().filter(|(_, value)| !value.is_empty());
    PageImage {
        id: id(view),
        file: if named.is_empty() {
            view.text()
        } else {
            named.into()
        },
        attributes: said
            .map(|(name, value)| Attribute::new(name, value))
            .collect(),
    }
}

/// The kind of a page in the word of ST.36: the ending of its file.
fn page_type(category: &str) -> Str {
    match category {
        "MS Word" => "docx".into(),
        "Text" => "txt".into(),
        other => other.to_ascii_lowercase().into(),
    }
}

/// A truth of XML Schema in the word of ST.36.
fn answer(truth: &str) -> Str {
    match truth {
        "true" | "1" => "yes".into(),
        "false" | "0" => "no".into(),
        other => other.into(),
    }
}

/// Reads a list of external documents.
///
/// Clause: ST.96 V6_0 com:ExternalDocumentBag
pub(super) fn files(view: View<'_, '_>) -> Vec<Attachment> {
    let made = view.all(com::EXTERNAL_DOCUMENT).map(|child| Attachment {
        name: "external-document".into(),
        id: id(child),
        file: child.text_of(com::FILE_NAME),
        ..Attachment::default()
    });
    made.collect()
}
