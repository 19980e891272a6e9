//! Images, formulas, chemistry, pages, deposits and other files.
//!
//! Clause: ST.36 img

use super::element::{Child, Element};
use super::{body, date, inline, party};
use model::{
    Attachment, Attribute, Chemistry, Deposit, Drawings, Figure, Formula, Image, Markup,
    MarkupNode, PageImage,
};

/// An image.
pub(super) fn image(image: &Image) -> Element<'_> {
    let mut element = Element::new("img")
        .with("id", image.id.as_str())
        .with("he", image.height.as_str())
        .with("wi", image.width.as_str())
        .with("file", image.file.as_str())
        .with("alt", image.alt.as_str())
        .with("img-content", image.content.as_str())
        .with("img-format", image.format.as_str())
        .with("orientation", image.orientation.as_str())
        .with("inline", image.inline.as_str());
    element.others(&image.attributes);
    element
}

/// A formula: MathML, images of it, words of it.
///
/// Clause: ST.36 maths
pub(super) fn formula(formula: &Formula) -> Element<'_> {
    let mut element = Element::new("maths")
        .with("id", formula.id.as_str())
        .with("num", formula.number.as_str());
    for markup in &formula.markup {
        element.add(self::markup(markup));
    }
    for image in &formula.images {
        element.add(self::image(image));
    }
    for file in &formula.files {
        element.add(self::file("chem", file));
    }
    words(&mut element, &formula.content);
    element
}

/// A chemical structure.
///
/// Clause: ST.36 chemistry
pub(super) fn chemistry(chemistry: &Chemistry) -> Element<'_> {
    let mut element = Element::new("chemistry")
        .with("id", chemistry.id.as_str())
        .with("num", chemistry.number.as_str());
    for file in &chemistry.files {
        element.add(self::file("chem", file));
    }
    for image in &chemistry.images {
        element.add(self::image(image));
    }
    words(&mut element, &chemistry.content);
    element
}

fn words<'r>(element: &mut Element<'r>, content: &'r [model::Inline]) {
    if !content.is_empty() {
        element.add(inline::mixed("formula-text", content));
    }
}

fn file<'r>(name: &'static str, file: &'r Attachment) -> Element<'r> {
    let mut element = Element::new(name)
        .with("id", file.id.as_str())
        .with("file", file.file.as_str());
    element.others(&file.attributes);
    element
}

fn markup(markup: &Markup) -> Element<'_> {
    let local = markup.name.rsplit(':').next().unwrap_or_default();
    let mut element = Element::new(local);
    element.others(&markup.attributes);
    for child in &markup.children {
        match child {
            MarkupNode::Text(text) => element.text(text.as_str()),
            MarkupNode::Element(child) => element.add(self::markup(child)),
            MarkupNode::Instruction(pi) => element.children.push(Child::Instruction(pi)),
        }
    }
    element
}

/// A page kept as an image.
///
/// Clause: ST.36 doc-page
pub(super) fn page(page: &PageImage) -> Element<'_> {
    paged(&page.id, &page.file, &page.attributes)
}

fn paged<'r>(id: &'r str, file: &'r str, attributes: &'r [Attribute]) -> Element<'r> {
    let mut element = Element::new("doc-page").with("id", id).with("file", file);
    element.others(attributes);
    element
}

/// A document kept outside, named in running text.
pub(super) fn external(attachment: &Attachment) -> Element<'_> {
    let mut element = file("table-external-doc", attachment);
    element.set("external-type", external_type(&attachment.name));
    inline::inlines(&mut element, &attachment.content);
    element
}

/// What a file outside holds, in the words of the standard.
fn external_type(name: &str) -> &'static str {
    match name {
        "us-math" => "math",
        "us-chemistry" => "chemistry",
        _ => "",
    }
}

/// A file that belongs to the document.
pub(super) fn attachment(attachment: &Attachment) -> Element<'_> {
    if attachment.name == "doc-page" {
        return paged(&attachment.id, &attachment.file, &attachment.attributes);
    }
    let name = match attachment.name.as_str() {
        "sequence-list-doc" | "us-sequence-list-doc" => "sequence-list-doc",
        "sequence-list" => "sequence-list",
        "in-page-image" => "in-page-image",
        _ => "table-external-doc",
    };
    attached(name, attachment)
}

fn attached<'r>(name: &'static str, attachment: &'r Attachment) -> Element<'r> {
    let mut element = Element::new(name)
        .with("id", attachment.id.as_str())
        .with("file", attachment.file.as_str());
    element.others(&attachment.attributes);
    element.set("external-type", external_type(&attachment.name));
    for image in &attachment.images {
        element.add(self::image(image));
    }
    for part in &attachment.parts {
        let name = match part.name.as_str() {
            "chem" => "chem",
            _ => "sequence-list",
        };
        element.add(attached(name, part));
    }
    body::blocks(&mut element, &attachment.blocks);
    inline::inlines(&mut element, &attachment.content);
    element
}

/// The drawings.
///
/// Clause: ST.36 drawings
pub(super) fn drawings(drawings: &Drawings) -> Element<'_> {
    let mut element = Element::new("drawings")
        .with("id", drawings.id.as_str())
        .with("lang", drawings.language.as_str());
    element.others(&drawings.attributes);
    for figure in &drawings.figures {
        element.add(self::figure(figure));
    }
    for page in &drawings.pages {
        element.add(self::page(page));
    }
    element
}

fn figure(figure: &Figure) -> Element<'_> {
    let mut element = Element::new("figure")
        .with("id", figure.id.as_str())
        .with("num", figure.number.as_str())
        .with("figure-labels", figure.labels.as_str());
    for image in &figure.images {
        element.add(self::image(image));
    }
    element
}

/// A deposit of biological material.
///
/// Clause: ST.36 bio-deposit
pub(super) fn deposit(deposit: &Deposit) -> Element<'_> {
    let mut element = Element::new("bio-deposit")
        .with("id", deposit.id.as_str())
        .with("num", deposit.number.as_str());
    element.others(&deposit.attributes);
    let mut depositary = Element::new("depositary");
    depositary.text(deposit.depositary.as_str());
    if let Some(address) = &deposit.address {
        depositary.add(party::address(address));
    }
    element.put(depositary);
    element.leaf("bio-accno", deposit.accession.as_str());
    date::leaf(&mut element, &deposit.date);
    element.leaf("term", deposit.term.as_str());
    element.leaf("dtext", deposit.text.as_str());
    element
}
