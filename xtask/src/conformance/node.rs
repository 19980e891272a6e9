//! Small documents that are made up and changed before they are written.

use std::fmt::Write as _;

use anyhow::Context as _;

/// An element of a document that is being made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) content: Vec<Content>,
    /// Whether it is the element for which the document is made.
    pub(crate) is_leaf: bool,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Another element.
    Node(Node),
    /// Words.
    Text(String),
}

/// How a value begins for which there is no rule.
pub(crate) const MADE_UP: &str = "wordof";

impl Node {
    /// An element without content.
    pub(crate) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// Gives an attribute a value.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        let old = self.attributes.iter_mut().find(|(own, _)| own == name);
        match old {
            Some((_, old)) => value.clone_into(old),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }

    /// Whether it has an attribute.
    pub(crate) fn has_attribute(&self, name: &str) -> bool {
        self.attributes.iter().any(|(own, _)| own == name)
    }

    /// The elements in it.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = &Self> {
        self.content.iter().filter_map(|content| match content {
            Content::Node(node) => Some(node),
            Content::Text(_) => None,
        })
    }

    /// The elements in it, to be changed.
    pub(crate) fn nodes_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.content.iter_mut().filter_map(|content| match content {
            Content::Node(node) => Some(node),
            Content::Text(_) => None,
        })
    }

    /// Whether the element for which the document is made is this one, or stands in it.
    pub(crate) fn holds_leaf(&self) -> bool {
        self.is_leaf || self.nodes().any(Self::holds_leaf)
    }

    /// The words of the element for which the document is made, if they are made up, so that they stand nowhere else.
    pub(crate) fn made_up(&self) -> Option<&str> {
        if !self.is_leaf {
            return self.nodes().find_map(Self::made_up);
        }
        self.content.iter().find_map(|content| match content {
            Content::Text(text) => text.starts_with(MADE_UP).then_some(text.as_str()),
            Content::Node(_) => None,
        })
    }

    /// Takes its words away; elements stay.
    pub(crate) fn clear_text(&mut self) {
        self.content
            .retain(|content| matches!(content, Content::Node(_)));
    }

    /// Appends the element as text to a document.
    pub(crate) fn write(&self, out: &mut String) {
        let _ = write!(out, "<{}", self.name);
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"{}\"", escaped(value));
        }
        out.push('>');
        for content in &self.content {
            match content {
                Content::Node(node) => node.write(out),
                Content::Text(text) => out.push_str(&escaped(text)),
            }
        }
        let _ = write!(out, "</{}>", self.name);
    }
}

const COMMON: &str = "http://www.wipo.int/standards/XMLSchema/ST96/Common";
const PATENT: &str = "http://www.wipo.int/standards/XMLSchema/ST96/Patent";
const TABLE: &str = "http://www.oasis-open.org/tables/exchange/1.0";

/// A name with the prefix that it has in the rules.
fn qualified(namespace: Option<&str>, local: &str) -> String {
    let prefix = match namespace {
        Some(COMMON) => "com:",
        Some(PATENT) => "pat:",
        Some(TABLE) => "tbl:",
        _ => "",
    };
    format!("{prefix}{local}")
}

/// Reads what stands in a rule: elements and words.
pub(crate) fn fragment(text: &str) -> anyhow::Result<Vec<Content>> {
    let whole = format!(
        "<x xmlns:com=\"{COMMON}\" xmlns:pat=\"{PATENT}\" xmlns:tbl=\"{TABLE}\">{text}</x>"
    );
    let document = roxmltree::Document::parse(&whole)
        .with_context(|| format!("{text} is no piece of a document"))?;
    Ok(content(document.root_element()))
}

fn content(parent: roxmltree::Node<'_, '_>) -> Vec<Content> {
    let parts = parent.children().filter_map(|child| {
        if child.is_text() {
            return child.text().map(|text| Content::Text(text.to_owned()));
        }
        child.is_element().then(|| {
            let attributes = child.attributes();
            Content::Node(Node {
                name: qualified(child.tag_name().namespace(), child.tag_name().name()),
                attributes: attributes
                    .map(|one| {
                        let name = qualified(one.namespace(), one.name());
                        (name, one.value().to_owned())
                    })
                    .collect(),
                content: content(child),
                is_leaf: false,
            })
        })
    });
    parts.collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_is_read_and_written() {
        let mut node = Node::new("a");
        node.content = fragment("<b c=\"1\">x &amp; y</b>z").unwrap();
        node.set("d", "\"");
        let mut out = String::new();
        node.write(&mut out);
        assert_eq!(out, "<a d=\"&quot;\"><b c=\"1\">x &amp; y</b>z</a>");
        node.clear_text();
        assert_eq!(node.content.len(), 1);
        assert!(fragment("<b>").is_err());
    }
}
