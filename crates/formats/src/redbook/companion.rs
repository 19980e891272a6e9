//! The reader of `sequence-cwu` and other documents that hold the sequences of a publication.
//!
//! All words stand in a description as the source has them, for formats that hold text; the sequences stand in a
//! listing too, in the terms of ST.26.

use crate::reading::Reading;
use crate::vocabulary::numeric::{self, Item};
use crate::vocabulary::{attributes, biblio, body, value};
use model::{Block, Group, Inline, Origin, Paragraph, Patent, Preformatted, Section};
use xml::Lines;
use xml::tree::{Child, Element, Tree};

/// Reads a companion with sequences.
#[must_use]
pub(crate) fn read(source: &str, tree: &Tree<'_>) -> Reading {
    let mut patent = Patent::default();
    let mut findings = Vec::new();
    if let Some(root) = tree.root() {
        document(&root, source, &mut patent, &mut findings);
    }
    let mut reading = Reading::of(tree, patent);
    reading.add(findings);
    reading
}

fn document(
    root: &Element<'_, '_>,
    source: &str,
    patent: &mut Patent,
    findings: &mut Vec<model::Finding>,
) {
    patent.origin = Origin {
        format: "redbook".into(),
        root: root.name().into(),
        ..Origin::default()
    };
    patent.language = value(root, "lang").to_lowercase();
    let id = value(root, "id");
    patent.part = if id.is_empty() {
        root.name().into()
    } else {
        id.clone()
    };
    let mut reader = Reader {
        items: Vec::new(),
        blocks: Vec::new(),
        lines: Lines::new(source),
    };
    for child in root.elements() {
        match child.name() {
            "publication-reference" => biblio::publication(&child, &mut patent.publication),
            _ => reader.element(&child),
        }
    }
    let number = patent.publication.documents.first();
    patent.office = number.map(|id| id.office.clone()).unwrap_or_default();
    let mut section = Section {
        name: "description".into(),
        id,
        ..Section::default()
    };
    section.blocks.push(Block::Group(Box::new(Group {
        name: "sequence-list-text".into(),
        blocks: reader.blocks,
        ..Group::default()
    })));
    section.attributes = attributes(root);
    patent.descriptions.push(section);
    if reader.items.iter().any(|item| item.code == 210) {
        let (mut listing, said) = numeric::listing(&reader.items);
        listing.origin.format = "st25".into();
        findings.extend(said);
        patent.listings.push(listing);
    }
}

struct Reader<'a> {
    items: Vec<Item>,
    blocks: Vec<Block>,
    lines: Lines<'a>,
}

impl Reader<'_> {
    fn element(&mut self, element: &Element<'_, '_>) {
        let code = code(element.name());
        if element.name() == "table" || body::is_block(element.name()) {
            self.blocks.extend(body::block(element));
            return;
        }
        if !element.has_elements() {
            let (text, offset) = element.written();
            let span = self.lines.span(offset, text.len());
            if let Some(code) = code {
                self.items.push(Item {
                    code,
                    text: text.clone().into_owned(),
                    span,
                });
            }
            self.text(element, &text, code);
            return;
        }
        // A part that holds others: `<s200>`, `<s220>`, `<sequence-list-new-rules>`.
        if code == Some(220) {
            self.items.push(Item {
                code: 220,
                text: String::new(),
                span: self.lines.span(element.offset(), 0),
            });
        }
        let attributes = attributes(element);
        if !attributes.is_empty() {
            let said: Vec<&str> = attributes.iter().map(|one| one.value.as_str()).collect();
            self.paragraph(vec![Inline::Text(said.join(" ").into())]);
        }
        for child in element.children() {
            match child {
                Child::Element(child) => self.element(&child),
                Child::Text(text) if text.trim().is_empty() => {}
                Child::Text(text) => self.paragraph(vec![Inline::Text(text.trim().into())]),
                Child::Instruction(target, data) => {
                    self.paragraph(vec![crate::vocabulary::inline::instruction(target, data)]);
                }
            }
        }
    }

    /// The text of an element as a paragraph; lines of residues keep their blanks.
    fn text(&mut self, element: &Element<'_, '_>, text: &str, code: Option<u16>) {
        let attributes = attributes(element);
        let mut content: Vec<Inline> = Vec::new();
        if !attributes.is_empty() {
            let said: Vec<&str> = attributes.iter().map(|one| one.value.as_str()).collect();
            content.push(Inline::Text(format!("{} ", said.join(" ")).into()));
        }
        if code == Some(400) {
            content.push(Inline::Preformatted(Box::new(Preformatted {
                content: vec![Inline::Text(text.into())],
                ..Preformatted::default()
            })));
        } else if !text.trim().is_empty() {
            let words: Vec<&str> = text.split_whitespace().collect();
            content.push(Inline::Text(words.join(" ").into()));
        }
        if !content.is_empty() {
            self.paragraph(content);
        }
    }

    fn paragraph(&mut self, content: Vec<Inline>) {
        self.blocks.push(Block::Paragraph(Paragraph {
            content,
            ..Paragraph::default()
        }));
    }
}

/// The numeric identifier that an element stands for: `s210` is 210.
fn code(name: &str) -> Option<u16> {
    let digits = name.strip_prefix(['s', 'S'])?;
    let code: u16 = digits.parse().ok()?;
    (digits.len() == 3 && (100..500).contains(&code)).then_some(code)
}
