//! What nobody took.

use super::{Kind, Taken, Tree};
use crate::Lines;
use model::{Attribute, Unmapped};

impl Tree<'_> {
    /// Every part of the document that was not taken: elements, texts, attributes, instructions.
    ///
    /// An element that nobody entered is returned whole. Blank text between elements is no part, nor are
    /// namespace declarations.
    #[must_use]
    pub fn unmapped(&self) -> Vec<Unmapped> {
        let mut rest = Vec::new();
        let mut lines = Lines::new(self.source);
        let mut index = 0;
        while let Some(node) = self.nodes.get(index) {
            let mut next = index + 1;
            match node.kind {
                Kind::Element if node.taken.get() == Taken::Not => {
                    rest.push(self.whole(index, &mut lines));
                    next = node.end as usize;
                }
                Kind::Element if node.taken.get() == Taken::ContentOnly => {
                    rest.push(self.tag(index, &mut lines));
                }
                Kind::Element => self.attributes_left(index, &mut lines, &mut rest),
                Kind::Text if node.taken.get() == Taken::Not => {
                    let text = self.slice(node.text).trim_ascii().trim();
                    if !text.is_empty() {
                        rest.push(self.part(index, &mut lines, text, text.into()));
                    }
                }
                Kind::Instruction if node.taken.get() == Taken::Not => {
                    let text = self.slice(node.text);
                    let mut part = self.part(index, &mut lines, "", format!("<?{text}?>").into());
                    part.path.push_str("/processing-instruction()");
                    rest.push(part);
                }
                _ => {}
            }
            index = next;
        }
        rest
    }

    fn whole(&self, index: usize, lines: &mut Lines<'_>) -> Unmapped {
        let node = &self.nodes[index];
        let mut text = String::new();
        for inner in &self.nodes[index..node.end as usize] {
            if inner.kind == Kind::Text {
                text.push_str(self.slice(inner.text));
                text.push(' ');
            }
        }
        let text = model::text::line(&text);
        let source = self.source_of(u32::try_from(index).expect("nodes are counted in 32 bits"));
        let mut part = self.part(index, lines, &text, source.into());
        let (first, count) = node.attributes;
        let attributes = &self.attributes[first as usize..first as usize + count as usize];
        part.attributes = attributes
            .iter()
            .map(|attribute| Attribute::new(attribute.name, self.slice(attribute.value)))
            .collect();
        part
    }

    /// The start tag of an element whose content was taken.
    fn tag(&self, index: usize, lines: &mut Lines<'_>) -> Unmapped {
        let source = &self.source[self.nodes[index].offset as usize..];
        let tag = match source.find('>') {
            _ if !self.is_markup => "",
            Some(at) => &source[..=at],
            None => source,
        };
        let mut part = self.part(index, lines, "", tag.into());
        let (first, count) = self.nodes[index].attributes;
        let attributes = &self.attributes[first as usize..first as usize + count as usize];
        part.attributes = attributes
            .iter()
            .map(|attribute| Attribute::new(attribute.name, self.slice(attribute.value)))
            .collect();
        part
    }

    fn attributes_left(&self, index: usize, lines: &mut Lines<'_>, rest: &mut Vec<Unmapped>) {
        let (first, count) = self.nodes[index].attributes;
        let attributes = &self.attributes[first as usize..first as usize + count as usize];
        for attribute in attributes.iter().filter(|attribute| !attribute.taken.get()) {
            let name = attribute.name;
            if name == "xmlns" || name.starts_with("xmlns:") || name.starts_with("xsi:") {
                continue;
            }
            let mut part = self.part(index, lines, "", self.slice(attribute.value).into());
            part.path.push_str("/@");
            part.path.push_str(name);
            part.attributes = vec![Attribute::new(name, self.slice(attribute.value))];
            rest.push(part);
        }
    }

    fn part(
        &self,
        index: usize,
        lines: &mut Lines<'_>,
        text: &str,
        markup: model::Str,
    ) -> Unmapped {
        let offset = self.nodes[index].offset as usize;
        Unmapped {
            path: self
                .path(u32::try_from(index).expect("nodes are counted in 32 bits"))
                .into(),
            span: lines.span(offset, markup.len()),
            text: text.into(),
            markup,
            attributes: Vec::new(),
        }
    }

    pub(super) fn path(&self, index: u32) -> String {
        let mut names = Vec::new();
        let mut at = index;
        loop {
            let node = &self.nodes[at as usize];
            if node.kind == Kind::Element {
                names.push(self.written(at));
            }
            if node.parent == at {
                break;
            }
            at = node.parent;
        }
        names.reverse();
        names.join("/")
    }
}

impl<'a> Tree<'a> {
    /// The source of an element, from its start tag to the start of what follows.
    pub(super) fn source_of(&self, index: u32) -> &'a str {
        let node = &self.nodes[index as usize];
        let start = node.offset as usize;
        let source: &'a str = self.source;
        if !self.is_markup {
            let end = self
                .nodes
                .get(node.end as usize)
                .map_or(source.len(), |next| next.offset as usize);
            return source[start..end.max(start)].trim_end();
        }
        // The end tag lies between the last descendant and the next node: search it from there.
        let last = self.nodes[node.end as usize - 1].offset as usize;
        let limit = self
            .nodes
            .get(node.end as usize)
            .map_or(source.len(), |n| n.offset as usize);
        let close = format!("</{}", self.written(index));
        let from = last.max(start);
        let end = match source[from..limit].rfind(&close) {
            Some(at) => source[from + at..]
                .find('>')
                .map_or(limit, |gt| from + at + gt + 1),
            None => source[start..limit]
                .find('>')
                .map_or(limit, |gt| start + gt + 1),
        };
        &source[start..end]
    }
}
