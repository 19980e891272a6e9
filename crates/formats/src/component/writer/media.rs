//! Images, formulas, chemistry, drawings, and the list of external documents.
//!
//! Clause: ST.96 V6_0 com:Image

use super::date;
use super::inline::{apart, capitalized, inlines};
use super::sheet::{File, Sheet};
use crate::component::draft::{Draft, NodeId};
use crate::component::schema::{AttrName, Name, attr, com, pat};
use model::{
    Attachment, Chemistry, Deposit, Formula, Image, Markup, MarkupNode, PageImage, Patent,
};
use std::borrow::Cow;

/// Adds an image to running text; where none can stand, or its format has no name, it goes to the list of external
/// documents.
pub(super) fn image<'r>(sheet: &mut Sheet<'r>, node: NodeId, image: &'r Image) {
    if shows(image) && Draft::allows(sheet.draft.name(node), com::IMAGE) {
        let element = sheet.draft.element(node, com::IMAGE);
        image_parts(sheet, element, image);
    } else {
        apart(sheet, node, |sheet| sheet.files.push(File::Image(image)));
    }
}

/// Whether ST.96 has a name for the format of an image, which it asks for.
pub(super) fn shows(image: &Image) -> bool {
    !image_format(&image.format, &image.file).is_empty()
}

/// Adds the parts of an image to an element of the image type.
pub(super) fn image_parts<'r>(sheet: &mut Sheet<'r>, element: NodeId, image: &'r Image) {
    sheet.id(element, &image.id);
    sheet.leaf(
        element,
        com::IMAGE_FORMAT_CATEGORY,
        image_format(&image.format, &image.file),
    );
    sheet
        .draft
        .leaf(element, com::FILE_NAME, image.file.as_str());
    measure(sheet, element, com::HEIGHT_MEASURE, &image.height);
    measure(sheet, element, com::WIDTH_MEASURE, &image.width);
    sheet.leaf(element, com::ALT, image.alt.as_str());
    if image.file.contains("://") {
        sheet.set(element, attr::FILE_LOCATION_URI, image.file.as_str());
    }
    sheet.set(
        element,
        attr::IMAGE_CONTENT_CATEGORY,
        content_category(&image.content),
    );
    sheet.set(
        element,
        attr::ORIENTATION_CATEGORY,
        capitalized(&image.orientation),
    );
    match image.inline.as_str() {
        "yes" => sheet.set(element, attr::IMAGE_WRAPPING_STYLE_CATEGORY, "Inline"),
        "no" | "" => {}
        other => sheet.spare("img", "inline", other),
    }
    sheet.spares("img", &image.attributes);
}

/// The format by the source's word for it, else by the ending of the file name.
fn image_format(format: &str, file: &str) -> &'static str {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    for word in [format, ending] {
        match word.to_ascii_lowercase().as_str() {
            "tif" | "tiff" => return "TIFF",
            "jpg" | "jpeg" | "st33" => return "JPEG",
            "png" => return "PNG",
            "gif" => return "GIF",
            "svg" => return "SVG",
            _ => {}
        }
    }
    ""
}

/// The words of ST.36 for what an image shows, in those of ST.96.
fn content_category(content: &str) -> Cow<'_, str> {
    Cow::Borrowed(match content {
        "dna" => "DNA",
        "chem" | "chemistry" => "Chemistry",
        "math" | "maths" => "Maths",
        "program-listing" => "Program listing",
        "flow-chart" | "flowchart" => "Flow chart",
        "ad" | "other" => "Undefined",
        other => return capitalized(other),
    })
}

/// Adds a measure: the number, and its unit as an attribute; without a unit it is in millimeters, as in ST.36.
///
/// Clause: ST.96 V6_0 com:HeightMeasure
fn measure<'r>(sheet: &mut Sheet<'r>, element: NodeId, name: Name, raw: &'r str) {
    let raw = raw.trim();
    if raw.is_empty() {
        return;
    }
    let end = raw
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(raw.len());
    let (number, unit) = raw.split_at(end);
    let node = sheet.draft.leaf(element, name, number);
    let code = match unit.trim() {
        "" | "mm" => "Mm",
        "cm" => "Cm",
        "in" => "In",
        "px" => "Px",
        "pt" => "Pt",
        other => other,
    };
    sheet.draft.attribute(node, attr::MEASURE_UNIT_CODE, code);
}

/// Adds a formula; where none can stand, its words.
///
/// Clause: ST.96 V6_0 com:Math
pub(super) fn formula<'r>(sheet: &mut Sheet<'r>, node: NodeId, formula: &'r Formula) {
    for file in &formula.files {
        sheet.files.push(File::Attachment(file));
    }
    if !Draft::allows(sheet.draft.name(node), com::MATH) {
        formula
            .images
            .iter()
            .for_each(|image| self::image(sheet, node, image));
        return apart(sheet, node, |sheet| {
            formula
                .markup
                .iter()
                .for_each(|markup| markup_words(sheet, node, markup));
            inlines(sheet, node, &formula.content);
        });
    }
    let mut images = formula.images.iter();
    let mut numbered = false;
    for markup in &formula.markup {
        let element = math(sheet, node, formula, &mut numbered);
        self::markup(sheet, element, markup);
        if let Some(image) = images.next() {
            let inner = sheet.draft.element(element, com::IMAGE);
            image_parts(sheet, inner, image);
        }
    }
    for image in images {
        let element = math(sheet, node, formula, &mut numbered);
        let inner = sheet.draft.element(element, com::IMAGE);
        image_parts(sheet, inner, image);
    }
    if !formula.content.is_empty() {
        let element = math(sheet, node, formula, &mut numbered);
        let inner = sheet.draft.element(element, com::INLINE_FORMULA);
        inlines(sheet, inner, &formula.content);
    }
}

fn math<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    formula: &'r Formula,
    numbered: &mut bool,
) -> NodeId {
    let element = sheet.draft.element(node, com::MATH);
    if !*numbered {
        sheet.id(element, &formula.id);
        *numbered = true;
    }
    sheet.set(element, attr::MATH_NUMBER, formula.number.as_str());
    element
}

/// Adds MathML element by element; what is not MathML 3 gives its words.
fn markup<'r>(sheet: &mut Sheet<'r>, node: NodeId, markup: &'r Markup) {
    let Some(name) = Name::mathml(&markup.name) else {
        return markup_words(sheet, node, markup);
    };
    let element = sheet.draft.element(node, name);
    for attribute in &markup.attributes {
        if attribute.name.starts_with("xmlns") {
            continue;
        }
        match AttrName::mathml(&attribute.name) {
            Some(name) => sheet.set(element, name, attribute.value.as_str()),
            None => sheet.spare(&markup.name, &attribute.name, &attribute.value),
        }
    }
    for child in &markup.children {
        match child {
            MarkupNode::Text(text) => sheet.draft.text(element, text.as_str()),
            MarkupNode::Element(inner) => self::markup(sheet, element, inner),
            MarkupNode::Instruction(pi) => {
                sheet
                    .draft
                    .instruction(element, pi.target.as_str(), pi.data.as_str());
            }
        }
    }
}

fn markup_words<'r>(sheet: &mut Sheet<'r>, node: NodeId, markup: &'r Markup) {
    for child in &markup.children {
        match child {
            MarkupNode::Text(text) => {
                sheet.draft.text(node, text.as_str());
                sheet.draft.text(node, " ");
            }
            MarkupNode::Element(inner) => markup_words(sheet, node, inner),
            MarkupNode::Instruction(_) => {}
        }
    }
}

/// Adds a chemical structure: an image, a file or words, each in an element of its own.
///
/// Clause: ST.96 V6_0 com:ChemicalFormulae
pub(super) fn chemistry<'r>(sheet: &mut Sheet<'r>, node: NodeId, chemistry: &'r Chemistry) {
    if !Draft::allows(sheet.draft.name(node), com::CHEMICAL_FORMULAE) {
        chemistry
            .images
            .iter()
            .for_each(|image| self::image(sheet, node, image));
        chemistry
            .files
            .iter()
            .for_each(|file| sheet.files.push(File::Attachment(file)));
        return apart(sheet, node, |sheet| {
            inlines(sheet, node, &chemistry.content);
        });
    }
    let mut first = true;
    let mut next = |sheet: &mut Sheet<'r>| {
        let element = sheet.draft.element(node, com::CHEMICAL_FORMULAE);
        if first {
            sheet.id(element, &chemistry.id);
            first = false;
        }
        sheet.set(
            element,
            attr::CHEMICAL_FORMULAE_NUMBER,
            chemistry.number.as_str(),
        );
        element
    };
    for image in &chemistry.images {
        let element = next(sheet);
        let inner = sheet.draft.element(element, com::IMAGE);
        image_parts(sheet, inner, image);
    }
    for file in &chemistry.files {
        let element = next(sheet);
        let bag = sheet.draft.element(element, com::EXTERNAL_DOCUMENT_BAG);
        attachment(sheet, bag, file);
    }
    if !chemistry.content.is_empty() {
        let element = next(sheet);
        let inner = sheet.draft.element(element, com::INLINE_FORMULA);
        inlines(sheet, inner, &chemistry.content);
    }
}

/// Adds a deposit of biological material to running text.
///
/// Clause: ST.96 V6_0 com:BioDeposit
pub(super) fn deposit<'r>(sheet: &mut Sheet<'r>, node: NodeId, deposit: &'r Deposit) {
    if !Draft::allows(sheet.draft.name(node), com::BIO_DEPOSIT) {
        return apart(sheet, node, |sheet| {
            sheet.draft.text(node, deposit_line(deposit));
        });
    }
    let element = sheet.draft.element(node, com::BIO_DEPOSIT);
    deposit_parts(sheet, element, deposit);
}

/// A deposit in one line, for free text.
pub(super) fn deposit_line(deposit: &Deposit) -> String {
    let address = deposit.address.iter().flat_map(super::party::address_words);
    let rest = [
        &deposit.accession,
        &deposit.date.raw,
        &deposit.term,
        &deposit.text,
    ];
    let mut out: Vec<&str> = vec![&deposit.depositary];
    out.extend(address);
    out.extend(rest.into_iter().map(model::Str::as_str));
    out.retain(|part| !part.is_empty());
    out.join(" ")
}

/// Adds the parts of a deposit.
pub(super) fn deposit_parts<'r>(sheet: &mut Sheet<'r>, element: NodeId, deposit: &'r Deposit) {
    sheet.id(element, &deposit.id);
    sheet.set(element, attr::SEQUENCE_NUMBER, deposit.number.as_str());
    let holder = sheet.draft.element(element, com::BIO_DEPOSIT_DEPOSITARY);
    let unnamed = deposit.depositary.is_empty();
    let told = deposit.address.as_ref().filter(|_| unnamed);
    let told = told.filter(|address| super::party::address_words(address).count() == 1);
    if let Some(address) = told.filter(|address| !address.text.is_empty()) {
        sheet
            .draft
            .leaf(holder, com::CONTACT_TEXT, address.text.as_str());
    } else if let Some(address) = &deposit.address {
        let name = sheet.draft.element(holder, com::NAME);
        sheet.leaf(name, com::ENTITY_NAME, deposit.depositary.as_str());
        let bag = sheet.draft.element(holder, com::POSTAL_ADDRESS_BAG);
        super::party::postal_address(sheet, bag, address);
    } else {
        let name = deposit.depositary.as_str();
        sheet.draft.leaf(holder, com::CONTACT_TEXT, name);
    }
    sheet.draft.leaf(
        element,
        com::BIOLOGICAL_ACCESSION_NUMBER,
        deposit.accession.as_str(),
    );
    date::leaf(sheet, element, com::BIO_DEPOSIT_DATE, &deposit.date);
    sheet.leaf(element, com::BIO_DEPOSIT_TERM_TEXT, deposit.term.as_str());
    sheet.leaf(element, com::BIO_DEPOSIT_TEXT, deposit.text.as_str());
    for attribute in &deposit.attributes {
        match attribute.name.as_str() {
            "url" => sheet.set(element, attr::SOURCE_URI, attribute.value.as_str()),
            name => sheet.spare("bio-deposit", name, &attribute.value),
        }
    }
}

/// Adds the drawings.
///
/// Clause: ST.96 V6_0 pat:Drawings
pub(super) fn drawings<'r>(sheet: &mut Sheet<'r>, root: NodeId, patent: &'r Patent) {
    let figures = patent
        .drawings
        .iter()
        .any(|drawings| !drawings.figures.is_empty());
    let pages = patent
        .drawings
        .iter()
        .any(|drawings| !drawings.pages.is_empty());
    if !figures && !pages {
        return;
    }
    let element = sheet.draft.element(root, pat::DRAWINGS);
    for (index, drawings) in patent.drawings.iter().enumerate() {
        if index == 0 {
            sheet.id(element, &drawings.id);
        }
        sheet.spare("drawings", "lang", &drawings.language);
        sheet.spares("drawings", &drawings.attributes);
        for figure in &drawings.figures {
            sheet.spare("figure", "figure-labels", &figure.labels);
            for (position, image) in figure.images.iter().enumerate() {
                let node = sheet.draft.element(element, pat::FIGURE);
                if position == 0 {
                    sheet.id(node, &figure.id);
                }
                sheet
                    .draft
                    .leaf(node, pat::FIGURE_NUMBER, figure.number.as_str());
                let inner = sheet.draft.element(node, com::IMAGE);
                image_parts(sheet, inner, image);
            }
        }
        for page in &drawings.pages {
            if figures {
                sheet.files.push(File::Page(page));
            } else {
                self::page(sheet, element, page);
            }
        }
    }
}

/// Adds a page kept as an image.
///
/// Clause: ST.96 V6_0 pat:PageImage
pub(super) fn page<'r>(sheet: &mut Sheet<'r>, node: NodeId, page: &'r PageImage) {
    self::paged(sheet, node, (&page.id, &page.file), &page.attributes);
}

/// Adds a page that is a file of the document.
pub(super) fn attached_page<'r>(sheet: &mut Sheet<'r>, node: NodeId, part: &'r Attachment) {
    self::paged(sheet, node, (&part.id, &part.file), &part.attributes);
}

/// The format of a page that is no image.
fn page_format(kind: &str, file: &str) -> Option<&'static str> {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    [kind, ending]
        .iter()
        .find_map(|word| match word.to_ascii_lowercase().as_str() {
            "pdf" => Some("PDF"),
            "doc" | "docx" => Some("MS Word"),
            "xml" => Some("XML"),
            "txt" => Some("Text"),
            "eps" => Some("EPS"),
            "htm" | "html" => Some("HTML"),
            _ => None,
        })
}

fn paged<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    (id, file): (&'r str, &'r str),
    attributes: &'r [model::Attribute],
) {
    let kind = attributes.iter().find(|said| said.name == "type");
    let kind = kind.map_or("", |said| said.value.as_str());
    let holder = sheet.draft.name(node);
    match page_format(kind, file) {
        Some(format) if crate::component::draft::Draft::allows(holder, pat::DOCUMENT_URI) => {
            document_uri(sheet, node, (id, file, format), attributes);
        }
        _ => page_image(sheet, node, (id, file), attributes),
    }
}

/// Adds a page kept as a document of another kind.
///
/// Clause: ST.96 V6_0 pat:DocumentURI
fn document_uri<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    (id, file, format): (&'r str, &'r str, &'static str),
    attributes: &'r [model::Attribute],
) {
    let element = sheet.draft.leaf(node, pat::DOCUMENT_URI, file);
    sheet.id(element, id);
    sheet.set(element, attr::DOCUMENT_FILE_NAME, file);
    sheet.set(element, attr::PAGE_DOCUMENT_FORMAT_CATEGORY, format);
    for attribute in attributes {
        let value = attribute.value.as_str();
        match attribute.name.as_str() {
            "type" => {}
            "ppf" => sheet.set(element, attr::FIRST_PAGE_NUMBER, value),
            "ppl" => sheet.set(element, attr::LAST_PAGE_NUMBER, value),
            "ocr" => sheet.set(element, attr::OCR_INDICATOR, truth(value)),
            name => sheet.spare("doc-page", name, value),
        }
    }
}

/// Yes and no in the words of XML Schema.
pub(super) fn truth(value: &str) -> &str {
    match value {
        "yes" | "Y" | "y" => "true",
        "no" | "N" | "n" => "false",
        other => other,
    }
}

fn page_image<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    (id, file): (&'r str, &'r str),
    attributes: &'r [model::Attribute],
) {
    let element = sheet.draft.element(node, pat::PAGE_IMAGE);
    sheet.id(element, id);
    let mut format = "";
    for attribute in attributes {
        let value = attribute.value.as_str();
        match attribute.name.as_str() {
            "he" => measure(sheet, element, com::HEIGHT_MEASURE, value),
            "wi" => measure(sheet, element, com::WIDTH_MEASURE, value),
            "alt" => sheet.leaf(element, com::ALT, value),
            "type" => format = value,
            "ppf" => sheet.set(element, attr::FIRST_PAGE_NUMBER, value),
            "ppl" => sheet.set(element, attr::LAST_PAGE_NUMBER, value),
            "orientation" => sheet.set(element, attr::ORIENTATION_CATEGORY, capitalized(value)),
            "color" if matches!(value, "color" | "yes" | "y") => {
                sheet.leaf(element, com::COLOUR_MODE_CATEGORY, "Colour");
            }
            "color" if matches!(value, "bw" | "b" | "no" | "n") => {
                sheet.leaf(element, com::COLOUR_MODE_CATEGORY, "Black and white");
            }
            name => sheet.spare("doc-page", name, value),
        }
    }
    sheet.set(element, attr::FILE_LOCATION_URI, file);
    sheet.leaf(
        element,
        com::IMAGE_FORMAT_CATEGORY,
        image_format(format, file),
    );
    sheet.draft.leaf(element, com::FILE_NAME, file);
}

/// Keeps the files of an attachment that stood in running text.
pub(super) fn loose_attachment<'r>(sheet: &mut Sheet<'r>, attachment: &'r Attachment) {
    sheet.files.push(File::Attachment(attachment));
}

/// Adds the list of external documents: attachments, and images that found no other place.
///
/// Clause: ST.96 V6_0 com:ExternalDocumentBag
pub(super) fn files<'r>(sheet: &mut Sheet<'r>, root: NodeId, patent: &'r Patent) {
    let waiting = std::mem::take(&mut sheet.files);
    if waiting.is_empty() && patent.attachments.is_empty() {
        return;
    }
    let bag = sheet.draft.element(root, com::EXTERNAL_DOCUMENT_BAG);
    for part in &patent.attachments {
        attachment(sheet, bag, part);
    }
    for file in waiting {
        match file {
            File::Image(image) => {
                external(sheet, bag, &image.file, &image.id);
                image_spares(sheet, image);
            }
            File::Page(page) => {
                external(sheet, bag, &page.file, &page.id);
                // An external document has a name and a format; the size of a page has no place there.
                let unsaid = page.attributes.iter().filter(|said| said.name != "type");
                unsaid.for_each(|said| sheet.spare("doc-page", &said.name, &said.value));
            }
            File::Attachment(part) => attachment(sheet, bag, part),
        }
    }
    if sheet.draft.child(bag, com::EXTERNAL_DOCUMENT).is_none() {
        sheet.draft.discard(bag);
    }
}

/// What an image has beyond the name and the format that an external document takes.
pub(super) fn image_spares(sheet: &mut Sheet<'_>, image: &Image) {
    for (name, value) in [
        ("he", &image.height),
        ("wi", &image.width),
        ("alt", &image.alt),
        ("img-content", &image.content),
        ("orientation", &image.orientation),
        ("inline", &image.inline),
    ] {
        sheet.spare("img", name, value);
    }
    sheet.spares("img", &image.attributes);
}

fn attachment<'r>(sheet: &mut Sheet<'r>, bag: NodeId, attachment: &'r Attachment) {
    external(sheet, bag, &attachment.file, &attachment.id);
    for attribute in &attachment.attributes {
        if attribute.name.ends_with("-file") {
            external(sheet, bag, &attribute.value, "");
        } else {
            sheet.spare(&attachment.name, &attribute.name, &attribute.value);
        }
    }
    for image in &attachment.images {
        external(sheet, bag, &image.file, &image.id);
        image_spares(sheet, image);
    }
    for part in &attachment.parts {
        self::attachment(sheet, bag, part);
    }
}

fn external<'r>(sheet: &mut Sheet<'r>, bag: NodeId, file: &'r str, id: &'r str) {
    if file.is_empty() {
        return sheet.spare("file", "id", id);
    }
    let Some(format) = document_format(file) else {
        sheet.spare("file", "id", id);
        return sheet.spare("file", "name", file);
    };
    let element = sheet.draft.element(bag, com::EXTERNAL_DOCUMENT);
    sheet.id(element, id);
    sheet.draft.leaf(element, com::FILE_NAME, file);
    sheet
        .draft
        .leaf(element, com::DOCUMENT_FORMAT_CATEGORY, format);
}

/// The format of a file by the ending of its name, in the words of ST.96.
fn document_format(file: &str) -> Option<&'static str> {
    let ending = file.rsplit_once('.')?.1.to_ascii_lowercase();
    Some(match ending.as_str() {
        "tif" | "tiff" => "TIFF",
        "jpg" | "jpeg" => "JPEG",
        "png" => "PNG",
        "svg" => "SVG",
        "pdf" => "PDF",
        "cdx" => "CDX",
        "mol" => "MOL",
        "nb" => "NB",
        "xml" => "XML",
        "txt" | "app" | "seq" => "Text",
        "html" | "htm" => "HTML",
        "doc" | "docx" => "MS Word",
        "xls" | "xlsx" => "MS Excel",
        "eps" => "EPS",
        _ => return None,
    })
}
