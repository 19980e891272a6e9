//! One walk through the text: references, images and other files.

use super::Place;
use model::{
    Attachment, Block, Chemistry, Formula, Image, Inline, PageImage, Patent, Reference, Section,
    Tables,
};

/// A reference in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link<'a> {
    /// Where it stands.
    pub(crate) place: Place<'a>,
    /// Number of its claim set, from 0, and of the claim in it.
    pub(crate) claim: Option<(usize, usize)>,
    /// The reference.
    pub(crate) reference: &'a Reference,
}

/// An image, or a page as an image.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Picture<'a> {
    /// Where it stands.
    pub(crate) place: Place<'a>,
    /// File name.
    pub(crate) file: &'a str,
    /// The image; nothing for a page.
    pub(crate) image: Option<&'a Image>,
}

/// What the text holds, in order.
#[derive(Debug, Default)]
pub(super) struct Index<'a> {
    pub(super) links: Vec<Link<'a>>,
    pub(super) pictures: Vec<Picture<'a>>,
    pub(super) files: Vec<(Place<'a>, &'a str)>,
    place: Place<'a>,
    claim: Option<(usize, usize)>,
}

impl<'a> Index<'a> {
    /// Walks through all text of a patent.
    pub(super) fn of(patent: &'a Patent) -> Self {
        let mut index = Self::default();
        index.sections("abstract", &patent.abstracts);
        index.sections("description", &patent.descriptions);
        index.claims(patent);
        index.drawings(patent);
        index.sections("section", &patent.sections);
        for (number, attachment) in patent.attachments.iter().enumerate() {
            index.place = Place::of("attachments", number);
            index.attachment(attachment);
        }
        index
    }

    fn claims(&mut self, patent: &'a Patent) {
        for (number, set) in patent.claim_sets.iter().enumerate() {
            let place = Place::of("claims", number);
            self.place = place;
            self.inlines(&set.statement);
            for block in &set.blocks {
                self.block(block);
            }
            for (nth, claim) in set.claims.iter().enumerate() {
                self.place = place.nth("claim", nth);
                self.claim = Some((number, nth));
                self.inlines(&claim.content);
            }
            self.claim = None;
        }
    }

    fn drawings(&mut self, patent: &'a Patent) {
        for (number, drawings) in patent.drawings.iter().enumerate() {
            let place = Place::of("drawings", number);
            for (nth, figure) in drawings.figures.iter().enumerate() {
                self.place = place.nth("figure", nth);
                figure.images.iter().for_each(|image| self.image(image));
            }
            self.place = place;
            drawings.pages.iter().for_each(|page| self.page(page));
        }
    }

    fn sections(&mut self, name: &'a str, sections: &'a [Section]) {
        for (number, section) in sections.iter().enumerate() {
            let place = Place::of(name, number);
            for (nth, block) in section.blocks.iter().enumerate() {
                let item = match block {
                    Block::Heading(_) => "heading",
                    Block::Paragraph(_) => "p",
                    Block::Page(_) => "doc-page",
                    _ => "block",
                };
                self.place = place.nth(item, nth);
                self.block(block);
            }
        }
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading(heading) => self.inlines(&heading.content),
            Block::Paragraph(paragraph) => self.inlines(&paragraph.content),
            Block::Group(group) => group.blocks.iter().for_each(|block| self.block(block)),
            Block::Loose(content) => self.inlines(content),
            Block::Page(page) => self.page(page),
            Block::Instruction(_) => {}
        }
    }

    fn inlines(&mut self, content: &'a [Inline]) {
        for inline in content {
            match inline {
                Inline::Reference(reference) => {
                    self.links.push(Link {
                        place: self.place,
                        claim: self.claim,
                        reference,
                    });
                    self.inlines(&reference.content);
                }
                Inline::Styled(styled) => self.inlines(&styled.content),
                Inline::Part(part) => self.inlines(&part.content),
                Inline::Image(image) => self.image(image),
                Inline::Formula(formula) => self.formula(formula),
                Inline::Chemistry(chemistry) => self.chemistry(chemistry),
                Inline::List(list) => {
                    let items = list.items.iter();
                    items.for_each(|item| self.inlines(&item.content));
                }
                Inline::Definitions(list) => {
                    let items = list.items.iter();
                    items.for_each(|item| self.inlines(&item.content));
                }
                Inline::Tables(tables) => self.tables(tables),
                Inline::Preformatted(pre) => self.inlines(&pre.content),
                Inline::Change(change) => self.inlines(&change.content),
                Inline::Sign(sign) => self.inlines(&sign.meaning),
                Inline::Attachment(attachment) => self.attachment(attachment),
                Inline::Text(_)
                | Inline::Break(_)
                | Inline::Citation(_)
                | Inline::Deposit(_)
                | Inline::Instruction(_) => {}
            }
        }
    }

    fn tables(&mut self, tables: &'a Tables) {
        tables.images.iter().for_each(|image| self.image(image));
        for table in &tables.tables {
            self.inlines(&table.title);
            let parts = table.groups.iter().flat_map(|group| &group.parts);
            for cell in parts.flat_map(|part| &part.rows).flat_map(|row| &row.cells) {
                self.inlines(&cell.content);
            }
        }
    }

    fn formula(&mut self, formula: &'a Formula) {
        formula.images.iter().for_each(|image| self.image(image));
        self.inlines(&formula.content);
    }

    fn chemistry(&mut self, chemistry: &'a Chemistry) {
        chemistry.images.iter().for_each(|image| self.image(image));
        for file in &chemistry.files {
            self.attachment(file);
        }
        self.inlines(&chemistry.content);
    }

    fn attachment(&mut self, attachment: &'a Attachment) {
        if attachment.name == "doc-page" {
            self.pictures.push(Picture {
                place: self.place,
                file: &attachment.file,
                image: None,
            });
        } else if !attachment.file.is_empty() {
            self.files.push((self.place, &attachment.file));
        }
        attachment.images.iter().for_each(|image| self.image(image));
        self.inlines(&attachment.content);
        attachment.blocks.iter().for_each(|block| self.block(block));
        for part in &attachment.parts {
            self.attachment(part);
        }
    }

    fn image(&mut self, image: &'a Image) {
        self.pictures.push(Picture {
            place: self.place,
            file: &image.file,
            image: Some(image),
        });
    }

    fn page(&mut self, page: &'a PageImage) {
        self.pictures.push(Picture {
            place: self.place,
            file: &page.file,
            image: None,
        });
    }
}
