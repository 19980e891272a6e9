//! Blocks of text, sections and drawings.

use super::Html;
use super::inline::has_flow;
use crate::view::{self, Row};
use model::{Attribute, Block, Drawings, Figure, Group, Inline, PageImage, Paragraph, Section};

impl Html<'_> {
    /// Writes a part of the text in its language, or else in `language`.
    pub(super) fn section(&mut self, section: &Section, language: &str) {
        let Section {
            name: _,
            id,
            language: own,
            attributes,
            blocks,
        } = section;
        self.raw("<div class=\"reading\"");
        self.anchor(id);
        self.language(if own.is_empty() { language } else { own });
        self.raw(">\n");
        self.attributes(attributes);
        self.blocks(blocks, self.options.heading + 1);
        self.raw("</div>\n");
    }

    /// Writes attributes of the source as a small line.
    pub(super) fn attributes(&mut self, attributes: &[Attribute]) {
        if !attributes.is_empty() {
            self.raw("<p class=\"attributes\" lang=\"en\" dir=\"ltr\">");
            self.notes(&Row::default().attributes(attributes).notes);
            self.raw("</p>\n");
        }
    }

    /// Writes blocks; their headings have `level`.
    pub(super) fn blocks(&mut self, blocks: &[Block], level: usize) {
        for block in blocks {
            self.block(block, level);
        }
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Heading(heading) => {
                let tag = heading_tag(level);
                self.open(tag, "", &heading.id);
                self.inlines(&heading.content);
                self.close(tag);
            }
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Group(group) => self.group(group, level),
            Block::Loose(content) => self.loose(content),
            Block::Page(page) => self.page_image(page),
            Block::Instruction(instruction) => self.instruction(instruction),
        }
        self.raw("\n");
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let Paragraph {
            id,
            number,
            level,
            content,
        } = paragraph;
        let flow = has_flow(content);
        let tag = if flow { "div" } else { "p" };
        let class = match (flow, is_indented(level)) {
            (true, true) => "p indented",
            (true, false) => "p",
            (false, true) => "indented",
            (false, false) => "",
        };
        self.open(tag, class, id);
        if !number.is_empty() {
            self.raw("<span class=\"number\">[");
            self.text(number);
            self.raw("]</span> ");
        }
        self.inlines(content);
        self.close(tag);
    }

    /// Writes text that stands in no paragraph as one.
    pub(super) fn loose(&mut self, content: &[Inline]) {
        let flow = has_flow(content);
        let tag = if flow { "div" } else { "p" };
        self.open(tag, if flow { "p" } else { "" }, "");
        self.inlines(content);
        self.close(tag);
    }

    fn group(&mut self, group: &Group, level: usize) {
        let Group {
            name,
            id,
            attributes,
            blocks,
        } = group;
        self.open("div", "group", id);
        if !matches!(blocks.first(), Some(Block::Heading(_))) {
            let tag = heading_tag(level);
            self.raw(&format!("<{tag} lang=\"en\" dir=\"ltr\">"));
            self.text(&view::words_of(name));
            self.close(tag);
        }
        self.attributes(attributes);
        self.raw("\n");
        self.blocks(blocks, level);
        self.close("div");
    }

    fn page_image(&mut self, page: &PageImage) {
        let PageImage {
            id,
            file,
            attributes,
        } = page;
        let image = model::Image {
            file: file.clone(),
            alt: "page".into(),
            ..model::Image::default()
        };
        self.open("figure", "page", id);
        self.image(&image);
        self.raw("<figcaption lang=\"en\" dir=\"ltr\">");
        self.file(file);
        self.notes(&Row::default().attributes(attributes).notes);
        self.raw("</figcaption></figure>");
    }

    /// Writes drawings as figures.
    pub(super) fn drawings(&mut self, drawings: &Drawings) {
        let Drawings {
            id,
            language,
            attributes,
            figures,
            pages,
        } = drawings;
        self.raw("<div class=\"drawings\"");
        self.anchor(id);
        self.language(language);
        self.raw(">\n");
        self.attributes(attributes);
        for figure in figures {
            self.figure(figure);
        }
        for page in pages {
            self.page_image(page);
            self.raw("\n");
        }
        self.raw("</div>\n");
    }

    fn figure(&mut self, figure: &Figure) {
        let Figure {
            id,
            number,
            labels,
            images,
        } = figure;
        self.open("figure", "", id);
        for image in images {
            self.image(image);
        }
        self.raw("<figcaption lang=\"en\" dir=\"ltr\"><b>Figure ");
        self.text(number);
        self.raw("</b> ");
        self.text(labels);
        for image in images {
            self.raw(" ");
            self.file(&image.file);
            self.raw(" <small>");
            self.text(&view::image_facts(image));
            self.raw("</small>");
        }
        self.raw("</figcaption></figure>\n");
    }
}

fn heading_tag(level: usize) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// Whether a paragraph stands further in than others: 0 and 7 are those without and with a flush start.
fn is_indented(level: &str) -> bool {
    matches!(level, "1" | "2" | "3" | "4" | "5" | "6")
}
