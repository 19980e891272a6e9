//! Texts, and what in them is not well-formed.

use super::Parser;
use super::signs::{is_xml_char, line_feeds};
use crate::Error;
use crate::tree::{Kind, Slice};
use std::borrow::Cow;

impl<'a> Parser<'a> {
    /// Text at `offset`, joined with text directly before it.
    pub(super) fn text(&mut self, text: Cow<'a, str>, offset: usize) -> Result<(), Error> {
        if text.is_empty() {
            return Ok(());
        }
        if self.open.is_empty() {
            if !text.trim().is_empty() && text.trim() != "\u{feff}" {
                self.outside(offset, &text)?;
            }
            return Ok(());
        }
        self.forbidden(&text, offset);
        let text = if self.seen.carriages {
            line_feeds(text)
        } else {
            text
        };
        if let Some(index) = self.adjacent_text() {
            let joined = match self.tree.nodes[index].text {
                Slice::Owned(owned) => owned,
                Slice::Source(before) => {
                    let mut joined = String::with_capacity(before.len() + text.len() + 64);
                    joined.push_str(before);
                    let slice = self.own(joined);
                    self.tree.nodes[index].text = slice;
                    let Slice::Owned(owned) = slice else {
                        unreachable!("own makes owned slices")
                    };
                    owned
                }
            };
            self.tree.owned[joined as usize].push_str(&text);
            return Ok(());
        }
        let slice = match text {
            Cow::Borrowed(text) => Slice::Source(text),
            Cow::Owned(text) => self.own(text),
        };
        self.push(Kind::Text, offset, slice)?;
        Ok(())
    }

    /// Says where a text has a character that XML forbids; it is kept.
    pub(super) fn forbidden(&mut self, text: &str, offset: usize) {
        if !self.seen.forbidden {
            return;
        }
        if let Some((at, c)) = text.char_indices().find(|(_, c)| !is_xml_char(*c)) {
            let message = format!(
                "U+{:04X} is no character that XML allows; it was kept",
                u32::from(c)
            );
            self.trouble("character", offset + at, message, true);
        }
    }

    /// Says where a text has the end of a CDATA section that was never begun.
    pub(super) fn section_end(&mut self, text: &str, offset: usize) {
        if self.seen.section_ends
            && let Some(at) = text.find("]]>")
        {
            let message = "']]>' ends no CDATA section here; it was read as text".to_owned();
            self.trouble("markup", offset + at, message, true);
        }
    }

    /// Text outside of the root: kept in a text node without a parent element.
    pub(super) fn outside(&mut self, offset: usize, text: &str) -> Result<(), Error> {
        self.trouble(
            "text-outside",
            offset,
            "text stands outside of the root element; it was kept apart".to_owned(),
            true,
        );
        let slice = self.own(text.trim().to_owned());
        self.push(Kind::Text, offset, slice)?;
        Ok(())
    }

    pub(super) fn adjacent_text(&self) -> Option<usize> {
        let last = self.tree.nodes.len().checked_sub(1)?;
        let node = &self.tree.nodes[last];
        let parent = *self.open.last()?;
        (node.kind == Kind::Text && node.parent == parent && last as u32 > parent).then_some(last)
    }
}
