//! The drawings of a document, and where its text speaks of them.

use super::super::address;
use super::patent;
use model::{Block, Patent, Reference, text};
use office::register::{Attachment, Document};

/// A drawing in the order of the document.
pub(super) struct Place<'a> {
    label: String,
    file: &'a str,
    /// Identifiers by which the text may speak of it.
    pub(super) ids: Vec<&'a str>,
    alt: &'a str,
    width: &'a str,
    height: &'a str,
}

/// A drawing as pages show it.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub(crate) label: String,
    pub(crate) file: String,
    pub(crate) href: String,
    pub(crate) image: String,
    /// Whether the file is there and is a picture.
    pub(crate) shown: bool,
    pub(crate) size: String,
    pub(crate) alt: String,
}

/// A place in the text that speaks of a drawing.
#[derive(Clone, Debug)]
pub(crate) struct Cited {
    pub(crate) label: String,
    pub(crate) href: String,
}

/// All drawings of a patent.
pub(super) fn places(patent: &Patent) -> Vec<Place<'_>> {
    let mut out = Vec::new();
    for drawings in &patent.drawings {
        for figure in &drawings.figures {
            for image in &figure.images {
                out.push(Place {
                    label: label(&figure.number, &figure.labels, &image.file, out.len()),
                    file: &image.file,
                    ids: vec![&figure.id, &image.id],
                    alt: &image.alt,
                    width: &image.width,
                    height: &image.height,
                });
            }
        }
        for page in &drawings.pages {
            out.push(Place {
                label: format!("Page {}", out.len() + 1),
                file: &page.file,
                ids: vec![&page.id],
                alt: "",
                width: "",
                height: "",
            });
        }
    }
    out
}

/// What a drawing is called: its sheet where the office numbers sheets, else its figure.
fn label(number: &str, labels: &str, file: &str, index: usize) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let sheet = stem.rsplit_once("-D").map(|(_, sheet)| sheet);
    let sheet = sheet
        .filter(|sheet| sheet.len() == 5)
        .and_then(|sheet| sheet.parse::<u32>().ok());
    match sheet {
        Some(0) => return "Front page".to_owned(),
        Some(sheet) => return format!("Sheet {sheet}"),
        None => {}
    }
    let number = number.trim().trim_start_matches('0');
    match (number, labels.trim()) {
        ("", "") => format!("Drawing {}", index + 1),
        ("", labels) => labels.to_owned(),
        (number, _) if number.contains(',') => {
            let numbers: Vec<&str> = number.split(',').map(str::trim).collect();
            format!("Figures {}", numbers.join(", "))
        }
        (number, _) => format!("Figure {number}"),
    }
}

/// The drawings of a document with their files.
pub(super) fn sheets(document: &Document) -> Vec<Sheet> {
    let key = &document.act.label.key;
    let places = places(patent(document));
    let sheet = |(index, place): (usize, Place<'_>)| {
        let file = find(&document.attachments, place.file);
        let shown = file.is_some_and(|file| address::is_picture(&file.media_type));
        let size = match (place.width, place.height) {
            ("", _) | (_, "") => String::new(),
            (width, height) => format!("{width} × {height}"),
        };
        Sheet {
            alt: if place.alt.is_empty() || place.alt == "embedded image" {
                place.label.clone()
            } else {
                format!("{}: {}", place.label, place.alt)
            },
            label: place.label,
            href: format!("{}/drawings/{}", address::document(key), index + 1),
            image: address::image(key, place.file),
            file: place.file.to_owned(),
            shown,
            size,
        }
    };
    places.into_iter().enumerate().map(sheet).collect()
}

fn find<'a>(attachments: &'a [Attachment], name: &str) -> Option<&'a Attachment> {
    let exact = attachments.iter().find(|one| one.name == name);
    exact.or_else(|| {
        attachments
            .iter()
            .find(|one| one.name.eq_ignore_ascii_case(name))
    })
}

/// The numbered paragraphs that speak of the drawing at an index, in the first description.
pub(super) fn cited(document: &Document, index: usize) -> Vec<Cited> {
    const MOST: usize = 60;
    let patent = patent(document);
    let places = places(patent);
    let (Some(place), Some(section)) = (places.get(index), patent.descriptions.first()) else {
        return Vec::new();
    };
    let href = format!("{}/description", address::document(&document.act.label.key));
    let mut out = Vec::new();
    paragraphs(&section.blocks, &mut |number, reference| {
        let speaks = reference
            .targets
            .split_whitespace()
            .any(|target| place.ids.contains(&target));
        let anchor = super::outline::paragraph_anchor(number);
        if speaks
            && let Some(anchor) = anchor
            && out.len() < MOST
        {
            let cited = Cited {
                label: format!("[{number}]"),
                href: format!("{href}#{anchor}"),
            };
            if out
                .last()
                .is_none_or(|last: &Cited| last.label != cited.label)
            {
                out.push(cited);
            }
        }
    });
    out
}

fn paragraphs<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a str, &'a Reference)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                text::inline_references(&paragraph.content, &mut |reference| {
                    visit(&paragraph.number, reference);
                });
            }
            Block::Group(group) => paragraphs(&group.blocks, visit),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_drawings() {
        assert_eq!(
            label("00000", "", "US07-20070918-D00000.TIF", 0),
            "Front page"
        );
        assert_eq!(label("00003", "", "US07-20070918-D00003.TIF", 3), "Sheet 3");
        assert_eq!(label("0001A", "", "imgf0001.tif", 0), "Figure 1A");
        assert_eq!(label("2,3", "", "imgf0002.tif", 1), "Figures 2, 3");
        assert_eq!(label("", "", "x", 1), "Drawing 2");
    }
}
