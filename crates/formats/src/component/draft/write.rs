//! Writing a draft as XML.

use super::{Draft, Kind, NONE, PLAIN};
use crate::component::schema::{ContentKind, Name, VOCABULARIES};

impl Draft<'_> {
    /// Appends the tree as an XML document in UTF-8.
    ///
    /// Children of elements without text stand on lines of their own; nothing is added where text may be.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.reserve(self.nodes.len() * 48);
        out.extend_from_slice(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let mut at = 0;
        loop {
            let mut here = at;
            if self.open(here, out) {
                at = self.node(here).first;
                continue;
            }
            while here != 0 && self.node(here).next == NONE {
                here = self.node(here).parent;
                self.close(here, out);
            }
            if here == 0 {
                break;
            }
            at = self.node(here).next;
        }
        out.push(b'\n');
    }

    /// Writes a node up to its children; whether it has some.
    fn open(&self, index: u32, out: &mut Vec<u8>) -> bool {
        let node = self.node(index);
        match node.kind {
            Kind::Text => {
                push_text(out, &node.text, node.flags);
                return false;
            }
            Kind::Instruction => {
                self.instruction_at(index, out);
                return false;
            }
            Kind::Element => {}
        }
        out.push(b'<');
        out.extend_from_slice(node.name.text().as_bytes());
        if index == 0 {
            self.declare(out);
        }
        let mut at = node.attribute;
        while at != NONE {
            let attribute = &self.attributes[at as usize];
            out.push(b' ');
            out.extend_from_slice(attribute.name.text().as_bytes());
            out.extend_from_slice(b"=\"");
            push_value(out, &attribute.value, attribute.flags);
            out.push(b'"');
            at = attribute.next;
        }
        if node.first == NONE {
            if node.text.is_empty() {
                out.extend_from_slice(b"/>");
            } else {
                out.push(b'>');
                push_text(out, &node.text, node.flags);
                end_tag(out, node.name);
            }
            self.break_line(index, out);
            return false;
        }
        out.push(b'>');
        if !node.text.is_empty() {
            push_text(out, &node.text, node.flags);
        } else if node.name.content() == ContentKind::Children {
            out.push(b'\n');
        }
        true
    }

    fn close(&self, index: u32, out: &mut Vec<u8>) {
        end_tag(out, self.node(index).name);
        self.break_line(index, out);
    }

    /// Ends the line after a child of an element that has no text.
    fn break_line(&self, index: u32, out: &mut Vec<u8>) {
        let parent = self.node(index).parent;
        if parent != NONE && self.node(parent).name.content() == ContentKind::Children {
            out.push(b'\n');
        }
    }

    fn instruction_at(&self, index: u32, out: &mut Vec<u8>) {
        let node = self.node(index);
        out.extend_from_slice(b"<?");
        out.extend_from_slice(node.text.as_bytes());
        let data = &self.attributes[node.attribute as usize].value;
        if !data.is_empty() {
            out.push(b' ');
            out.extend_from_slice(data.as_bytes());
        }
        out.extend_from_slice(b"?>");
        self.break_line(index, out);
    }

    /// Declares the vocabularies in use.
    fn declare(&self, out: &mut Vec<u8>) {
        for (position, vocabulary) in VOCABULARIES.iter().enumerate() {
            if self.used >> position & 1 == 1 {
                out.extend_from_slice(b" xmlns:");
                out.extend_from_slice(vocabulary.prefix.as_bytes());
                out.extend_from_slice(b"=\"");
                out.extend_from_slice(vocabulary.uri.as_bytes());
                out.push(b'"');
            }
        }
    }
}

fn end_tag(out: &mut Vec<u8>, name: Name) {
    out.extend_from_slice(b"</");
    out.extend_from_slice(name.text().as_bytes());
    out.push(b'>');
}

fn push_text(out: &mut Vec<u8>, text: &str, flags: u8) {
    if flags & PLAIN != 0 {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    escape(out, text, |byte| match byte {
        b'<' => Some(b"&lt;"),
        b'>' => Some(b"&gt;"),
        b'&' => Some(b"&amp;"),
        b'\r' => Some(b"&#13;"),
        _ => None,
    });
}

fn push_value(out: &mut Vec<u8>, value: &str, flags: u8) {
    if flags & PLAIN != 0 {
        out.extend_from_slice(value.as_bytes());
        return;
    }
    escape(out, value, |byte| match byte {
        b'<' => Some(b"&lt;"),
        b'>' => Some(b"&gt;"),
        b'&' => Some(b"&amp;"),
        b'"' => Some(b"&quot;"),
        b'\t' => Some(b"&#9;"),
        b'\n' => Some(b"&#10;"),
        b'\r' => Some(b"&#13;"),
        _ => None,
    });
}

/// Writes a text with replacements for some bytes.
fn escape(out: &mut Vec<u8>, text: &str, replacement: impl Fn(u8) -> Option<&'static [u8]>) {
    let bytes = text.as_bytes();
    let mut written = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if let Some(replacement) = replacement(*byte) {
            out.extend_from_slice(&bytes[written..at]);
            out.extend_from_slice(replacement);
            written = at + 1;
        }
    }
    out.extend_from_slice(&bytes[written..]);
}
