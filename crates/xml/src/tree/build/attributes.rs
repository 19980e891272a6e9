//! The attributes of a start tag.

use super::Parser;
use crate::tree::{AttributeNode, Slice};
use quick_xml::events::attributes::Attributes;
use std::borrow::Cow;
use std::cell::Cell;

/// Attributes of one element that are read one by one; no office writes as many.
const MOST: usize = 256;

impl<'a> Parser<'a> {
    pub(super) fn attributes(&mut self, raw: &'a str, offset: usize) {
        if raw.len() < 3 {
            return;
        }
        let first = self.tree.attributes.len();
        let mut attributes = Attributes::new(raw, 0);
        attributes.with_checks(false);
        for attribute in attributes {
            match attribute {
                Ok(attribute) if self.tree.attributes.len() - first >= MOST => {
                    let rest = attribute.key.0.as_ptr() as usize - raw.as_ptr() as usize;
                    self.too_many(&raw[rest..], offset);
                    return;
                }
                Ok(attribute) => {
                    let value = match attribute.value {
                        Cow::Borrowed(text) => self.attribute_value(text, offset),
                        Cow::Owned(text) => self.own(text),
                    };
                    self.attribute(first, attribute.key.0, value, offset);
                }
                Err(error) => {
                    self.trouble("attribute", offset, format!("the attributes are not well-formed ({error}); they were kept as one text"), true);
                    self.tree.attributes.push(AttributeNode {
                        name: "?",
                        value: Slice::Source(raw.trim()),
                        taken: Cell::new(false),
                    });
                    return;
                }
            }
        }
    }

    /// Keeps the attributes that are too many as one text.
    fn too_many(&mut self, rest: &'a str, offset: usize) {
        let message =
            format!("there are more than {MOST} attributes; the others were kept as one text");
        self.trouble("attribute", offset, message, false);
        self.tree.attributes.push(AttributeNode {
            name: "?",
            value: Slice::Source(rest.trim()),
            taken: Cell::new(false),
        });
    }

    /// Adds an attribute of the element whose first one is at `first`.
    pub(super) fn attribute(
        &mut self,
        first: usize,
        name: &'a str,
        value: Slice<'a>,
        offset: usize,
    ) {
        if self.tree.attributes[first..]
            .iter()
            .any(|other| other.name == name)
        {
            let message = format!(
                "the attribute {name} stands twice; the first counts, the other is kept apart"
            );
            self.trouble("attribute", offset, message, true);
        }
        if self.seen.forbidden {
            let text = self.tree.slice(value).to_owned();
            self.forbidden(&text, offset);
        }
        self.tree.attributes.push(AttributeNode {
            name,
            value,
            taken: Cell::new(false),
        });
    }

    pub(super) fn attribute_value(&mut self, text: &'a str, offset: usize) -> Slice<'a> {
        let bytes = text.as_bytes();
        if memchr::memchr3(b'&', b'\n', b'\t', bytes).is_none() {
            return Slice::Source(text);
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('&') {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            let Some(end) = rest.find(';').filter(|end| *end < 40) else {
                break;
            };
            let name = &rest[1..end];
            match self.resolve(name) {
                Some(value) => out.push_str(&value),
                None => {
                    self.undeclared(name, offset);
                    out.push_str(&rest[..=end]);
                }
            }
            rest = &rest[end + 1..];
        }
        out.push_str(rest);
        let out = out.replace(['\n', '\t'], " ");
        self.own(out)
    }
}
