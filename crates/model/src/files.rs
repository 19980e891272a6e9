//! The files that a record names: drawings, images in the text, pages, attachments.

use crate::attachment::{Attachment, Image};
use crate::body::{Block, Inline};
use crate::patent::Patent;
use crate::table::Tables;
use std::collections::BTreeSet;

impl Patent {
    /// The names of all files that the record names, each once, in order.
    #[must_use]
    pub fn files(&self) -> Vec<&str> {
        let mut files = Files::default();
        for drawings in &self.drawings {
            drawings
                .figures
                .iter()
                .flat_map(|figure| &figure.images)
                .for_each(|i| files.image(i));
            drawings.pages.iter().for_each(|page| files.add(&page.file));
        }
        for section in self
            .abstracts
            .iter()
            .chain(&self.descriptions)
            .chain(&self.sections)
        {
            files.blocks(&section.blocks);
        }
        for set in &self.claim_sets {
            files.inlines(&set.statement);
            files.blocks(&set.blocks);
            set.claims
                .iter()
                .for_each(|claim| files.inlines(&claim.content));
        }
        self.titles
            .iter()
            .for_each(|title| files.inlines(&title.content));
        self.attachments
            .iter()
            .for_each(|attachment| files.attachment(attachment));
        files.names
    }
}

#[derive(Default)]
struct Files<'r> {
    names: Vec<&'r str>,
    seen: BTreeSet<&'r str>,
}

impl<'r> Files<'r> {
    fn add(&mut self, name: &'r str) {
        if !name.is_empty() && self.seen.insert(name) {
            self.names.push(name);
        }
    }

    fn image(&mut self, image: &'r Image) {
        self.add(&image.file);
    }

    fn attachment(&mut self, attachment: &'r Attachment) {
        self.add(&attachment.file);
        for attribute in &attachment.attributes {
            if attribute.name.ends_with("-file") {
                self.add(&attribute.value);
            }
        }
        attachment.images.iter().for_each(|image| self.image(image));
        self.inlines(&attachment.content);
        self.blocks(&attachment.blocks);
        attachment
            .parts
            .iter()
            .for_each(|part| self.attachment(part));
    }

    fn blocks(&mut self, blocks: &'r [Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.inlines(&heading.content),
                Block::Paragraph(paragraph) => self.inlines(&paragraph.content),
                Block::Group(group) => self.blocks(&group.blocks),
                Block::Loose(content) => self.inlines(content),
                Block::Page(page) => self.add(&page.file),
                Block::Instruction(_) => {}
            }
        }
    }

    fn inlines(&mut self, content: &'r [Inline]) {
        for inline in content {
            match inline {
                Inline::Image(image) => self.image(image),
                Inline::Formula(formula) => {
                    formula.images.iter().for_each(|image| self.image(image));
                    self.inlines(&formula.content);
                }
                Inline::Chemistry(chemistry) => {
                    chemistry.images.iter().for_each(|image| self.image(image));
                    chemistry
                        .files
                        .iter()
                        .for_each(|file| self.attachment(file));
                    self.inlines(&chemistry.content);
                }
                Inline::Tables(tables) => self.tables(tables),
                Inline::Styled(styled) => self.inlines(&styled.content),
                Inline::Reference(reference) => self.inlines(&reference.content),
                Inline::Part(part) => self.inlines(&part.content),
                Inline::List(list) => {
                    list.items
                        .iter()
                        .for_each(|item| self.inlines(&item.content));
                }
                Inline::Definitions(list) => {
                    list.items
                        .iter()
                        .for_each(|item| self.inlines(&item.content));
                }
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

    fn tables(&mut self, tables: &'r Tables) {
        tables.images.iter().for_each(|image| self.image(image));
        for table in &tables.tables {
            self.inlines(&table.title);
            let rows = table
                .groups
                .iter()
                .flat_map(|g| &g.parts)
                .flat_map(|part| &part.rows);
            rows.flat_map(|row| &row.cells)
                .for_each(|cell| self.inlines(&cell.content));
        }
    }
}
