//! The elements of the output, and how they are written down.

use crate::st36::dialect;
use model::{Attribute, Instruction};
use std::borrow::Cow;

/// An element on its way to the output.
#[derive(Debug, Default)]
pub(super) struct Element<'r> {
    pub(super) name: Cow<'r, str>,
    pub(super) attributes: Vec<(Cow<'r, str>, Cow<'r, str>)>,
    pub(super) children: Vec<Child<'r>>,
    /// Attributes that cannot be written: no names of XML, or given twice.
    pub(super) refused: Vec<(Cow<'r, str>, Cow<'r, str>)>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Child<'r> {
    /// An element.
    Element(Element<'r>),
    /// Characters.
    Text(Cow<'r, str>),
    /// A processing instruction.
    Instruction(&'r Instruction),
}

impl<'r> Element<'r> {
    pub(super) fn new(name: impl Into<Cow<'r, str>>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// Whether nothing is in it and nothing is said of it.
    pub(super) fn is_empty(&self) -> bool {
        self.children.is_empty() && self.attributes.is_empty() && self.refused.is_empty()
    }

    /// Adds an attribute unless its value is empty.
    pub(super) fn set(&mut self, name: impl Into<Cow<'r, str>>, value: impl Into<Cow<'r, str>>) {
        let (name, value) = (renamed(name.into()), value.into());
        if value.is_empty() {
            return;
        }
        let known = self.attributes.iter().find(|(other, _)| *other == name);
        match known {
            Some((_, said)) if *said == value => {}
            Some(_) => self.refused.push((name, value)),
            None if !is_name(&name) => self.refused.push((name, value)),
            None => self.attributes.push((name, value)),
        }
    }

    /// The same element with an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Cow<'r, str>>) -> Self {
        self.set(name, value);
        self
    }

    /// Adds the attributes that the source has besides.
    pub(super) fn others(&mut self, attributes: &'r [Attribute]) {
        for attribute in attributes {
            self.set(attribute.name.as_str(), attribute.value.as_str());
        }
    }

    /// Adds a child.
    pub(super) fn add(&mut self, child: Self) {
        self.children.push(Child::Element(child));
    }

    /// Adds a child unless it is empty.
    pub(super) fn put(&mut self, child: Self) {
        if !child.is_empty() {
            self.add(child);
        }
    }

    /// Adds a child that holds a text, unless the text is empty.
    pub(super) fn leaf(&mut self, name: impl Into<Cow<'r, str>>, text: impl Into<Cow<'r, str>>) {
        let text = text.into();
        if !text.is_empty() {
            let mut child = Self::new(name);
            child.text(text);
            self.add(child);
        }
    }

    /// Adds characters.
    pub(super) fn text(&mut self, text: impl Into<Cow<'r, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.children.push(Child::Text(text));
        }
    }

    /// Whether children may be set on lines of their own: no text stands here.
    fn is_loose(&self) -> bool {
        !MIXED.contains(&self.name.as_ref())
            && self.children.iter().all(|child| match child {
                Child::Element(child) => !INLINE.contains(&child.name.as_ref()),
                Child::Text(_) => false,
                Child::Instruction(_) => true,
            })
    }

    /// Writes it.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.push(b'<');
        out.extend_from_slice(self.name.as_bytes());
        for (name, value) in &self.attributes {
            out.push(b' ');
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(b"=\"");
            escape(value, true, out);
            out.push(b'"');
        }
        if self.children.is_empty() {
            out.extend_from_slice(b"/>");
            return;
        }
        out.push(b'>');
        let is_loose = self.is_loose();
        for child in &self.children {
            if is_loose {
                out.push(b'\n');
            }
            match child {
                Child::Element(child) => child.write(out),
                Child::Text(text) => escape(text, false, out),
                Child::Instruction(pi) => instruction(pi, out),
            }
        }
        if is_loose {
            out.push(b'\n');
        }
        out.extend_from_slice(b"</");
        out.extend_from_slice(self.name.as_bytes());
        out.push(b'>');
    }
}

/// Elements in which blanks between children are part of the text.
const MIXED: &[&str] = &[
    "p",
    "heading",
    "claim-text",
    "claim-ref",
    "figref",
    "crossref",
    "li",
    "dd",
    "dt",
    "entry",
    "title",
    "invention-title",
    "othercit",
    "text",
    "pre",
    "formula-text",
    "ins",
    "del",
    "table-external-doc",
    "b",
    "i",
    "u",
    "o",
    "s",
    "sub",
    "sup",
    "sub2",
    "sup2",
    "smallcaps",
    "math",
];

/// Elements that stand within a line.
const INLINE: &[&str] = &[
    "b",
    "i",
    "u",
    "o",
    "s",
    "sub",
    "sup",
    "sub2",
    "sup2",
    "smallcaps",
    "br",
    "figref",
    "claim-ref",
    "crossref",
    "ins",
    "del",
];

/// The name that the reader knows for an attribute.
fn renamed(name: Cow<'_, str>) -> Cow<'_, str> {
    match dialect::attribute(&name) {
        Some(known) => Cow::Borrowed(known),
        None => name,
    }
}

/// Whether a text can be the name of an element or an attribute here: no prefix, no blank, no sign of markup.
pub(super) fn is_name(text: &str) -> bool {
    let first = |c: char| c.is_alphabetic() || c == '_';
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let reserved = text.get(..3).unwrap_or("").eq_ignore_ascii_case("xml");
    text == "xml:space" || (text.starts_with(first) && text.chars().all(plain) && !reserved)
}

/// Whether XML 1.0 does not allow a character.
pub(super) fn is_forbidden(letter: char) -> bool {
    matches!(
        letter,
        '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}'
    )
}

/// Writes characters; those that XML does not allow become U+FFFD.
fn escape(text: &str, is_value: bool, out: &mut Vec<u8>) {
    let mut from = 0;
    for (at, letter) in text.char_indices() {
        let instead: &[u8] = match letter {
            '<' => b"&lt;",
            '>' => b"&gt;",
            '&' => b"&amp;",
            '"' if is_value => b"&quot;",
            '\n' if is_value => b"&#10;",
            '\t' if is_value => b"&#9;",
            '\r' => b"&#13;",
            _ if is_forbidden(letter) => "\u{fffd}".as_bytes(),
            _ => continue,
        };
        out.extend_from_slice(&text.as_bytes()[from..at]);
        out.extend_from_slice(instead);
        from = at + letter.len_utf8();
    }
    out.extend_from_slice(&text.as_bytes()[from..]);
}

/// Writes a processing instruction, if it is one.
fn instruction(pi: &Instruction, out: &mut Vec<u8>) {
    if !is_name(&pi.target) || pi.data.contains("?>") || pi.data.contains(is_forbidden) {
        return;
    }
    out.extend_from_slice(b"<?");
    out.extend_from_slice(pi.target.as_bytes());
    if !pi.data.is_empty() {
        out.push(b' ');
        out.extend_from_slice(pi.data.as_bytes());
    }
    out.extend_from_slice(b"?>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(element: &Element<'_>) -> String {
        let mut out = Vec::new();
        element.write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn signs_of_markup_are_escaped() {
        let mut element = Element::new("p").with("num", "a\"\n<");
        element.text("x < y & \u{1} ]]>");
        assert_eq!(
            written(&element),
            "<p num=\"a&quot;&#10;&lt;\">x &lt; y &amp; \u{fffd} ]]&gt;</p>"
        );
    }

    #[test]
    fn blanks_stand_only_where_no_text_does() {
        let mut sub = Element::new("sub");
        sub.text("2");
        let mut p = Element::new("p");
        p.add(sub);
        let mut description = Element::new("description");
        description.add(p);
        assert_eq!(
            written(&description),
            "<description>\n<p><sub>2</sub></p>\n</description>"
        );
    }

    #[test]
    fn an_attribute_stands_once_and_has_a_name() {
        let mut element = Element::new("p").with("id", "a");
        element.set("id", "b");
        element.set("figure/@num", "1");
        element.set("xml:lang", "de");
        assert_eq!(written(&element), "<p id=\"a\" lang=\"de\"/>");
        assert_eq!(element.refused.len(), 2);
    }
}
