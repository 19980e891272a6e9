//! Making a tree of another notation than XML.

use super::{AttributeNode, Kind, Node, Slice, Taken, Tree, Trouble};
use crate::Error;
use crate::tree::Limits;
use std::borrow::Cow;
use std::cell::Cell;

/// Makes a tree part by part, for sources that are not XML.
///
/// The reader of a notation opens and closes elements as it meets them; the tree that comes out remembers what was
/// taken of it, as that of an XML document does. Offsets must not go back.
#[derive(Debug)]
pub struct Builder<'a> {
    tree: Tree<'a>,
    limits: Limits,
    open: Vec<u32>,
}

impl<'a> Builder<'a> {
    /// Begins a tree over `source`.
    ///
    /// # Errors
    ///
    /// When the source is larger than the limit.
    pub fn new(source: &'a str, limits: &Limits) -> Result<Self, Error> {
        if source.len() > limits.bytes.min(u32::MAX as usize) {
            return Err(Error::TooLarge {
                bytes: source.len(),
                limit: limits.bytes,
            });
        }
        let tree = Tree {
            source,
            nodes: Vec::new(),
            attributes: Vec::new(),
            owned: Vec::new(),
            troubles: Vec::new(),
            doctype: "",
            unparsed: Vec::new(),
            rest: None,
            is_markup: false,
            renamed: false,
        };
        Ok(Self {
            tree,
            limits: *limits,
            open: Vec::new(),
        })
    }

    /// Opens an element that begins at `offset`; the first one is the root.
    ///
    /// # Errors
    ///
    /// When a limit is passed.
    pub fn open(&mut self, name: impl Into<Cow<'a, str>>, offset: usize) -> Result<(), Error> {
        if self.open.len() >= self.limits.depth {
            return Err(Error::TooDeep {
                offset,
                limit: self.limits.depth,
            });
        }
        let name = name.into();
        let prefix = name.find(':').map_or(0, |at| at + 1);
        let name = self.slice(name);
        let index = self.push(Kind::Element, offset, name)?;
        self.tree.nodes[index as usize].prefix = u16::try_from(prefix).unwrap_or(0);
        self.open.push(index);
        Ok(())
    }

    /// Gives the element that was opened last an attribute, before it has any content.
    ///
    /// Nothing happens when no element was opened, or when it has content.
    pub fn attribute(&mut self, name: &'a str, value: impl Into<Cow<'a, str>>) {
        let value = self.slice(value.into());
        let first = narrow(self.tree.attributes.len());
        let Some(node) = self.tree.nodes.last_mut() else {
            return;
        };
        if node.kind != Kind::Element || node.attributes.1 == u16::MAX {
            return;
        }
        if node.attributes.1 == 0 {
            node.attributes.0 = first;
        }
        node.attributes.1 += 1;
        self.tree.attributes.push(AttributeNode {
            name,
            value,
            taken: Cell::new(false),
        });
    }

    /// Adds text that begins at `offset` to the open element; an empty text adds nothing.
    ///
    /// # Errors
    ///
    /// When a limit is passed.
    pub fn text(&mut self, text: impl Into<Cow<'a, str>>, offset: usize) -> Result<(), Error> {
        let text = text.into();
        if text.is_empty() || self.open.is_empty() {
            return Ok(());
        }
        let text = self.slice(text);
        self.push(Kind::Text, offset, text)?;
        Ok(())
    }

    /// Adds a processing instruction, its target and data in one text, to the open element.
    ///
    /// # Errors
    ///
    /// When a limit is passed.
    pub fn instruction(
        &mut self,
        text: impl Into<Cow<'a, str>>,
        offset: usize,
    ) -> Result<(), Error> {
        if !self.open.is_empty() {
            let text = self.slice(text.into());
            self.push(Kind::Instruction, offset, text)?;
        }
        Ok(())
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) {
        if let Some(index) = self.open.pop() {
            let end = narrow(self.tree.nodes.len());
            self.tree.nodes[index as usize].end = end;
        }
    }

    /// How many elements are open.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Says what the source is not well-formed by; of very many troubles the first hundred are kept.
    pub fn trouble(&mut self, trouble: Trouble) {
        const MOST: usize = 100;
        if self.tree.troubles.len() < MOST {
            self.tree.troubles.push(trouble);
        }
    }

    /// Says that the tree ends before `offset`, where a further document begins.
    pub fn rest(&mut self, offset: usize) {
        self.tree.rest = Some(offset);
    }

    /// Closes what is open and gives the tree.
    #[must_use]
    pub fn finish(mut self) -> Tree<'a> {
        while !self.open.is_empty() {
            self.close();
        }
        self.tree
    }

    fn slice(&mut self, text: Cow<'a, str>) -> Slice<'a> {
        match text {
            Cow::Borrowed(text) => Slice::Source(text),
            Cow::Owned(text) => {
                let index = narrow(self.tree.owned.len());
                self.tree.owned.push(text);
                Slice::Owned(index)
            }
        }
    }

    fn push(&mut self, kind: Kind, offset: usize, text: Slice<'a>) -> Result<u32, Error> {
        if self.tree.nodes.len() >= self.limits.nodes {
            return Err(Error::TooManyNodes {
                offset,
                limit: self.limits.nodes,
            });
        }
        let index = narrow(self.tree.nodes.len());
        self.tree.nodes.push(Node {
            kind,
            taken: Cell::new(Taken::Not),
            parent: self.open.last().copied().unwrap_or(index),
            end: index + 1,
            offset: narrow(offset.min(self.tree.source.len())),
            attributes: (0, 0),
            prefix: 0,
            text,
        });
        Ok(index)
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("sources are limited to 4 GiB")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_built_is_accounted_for() {
        let source = "A one\nB two";
        let mut builder = Builder::new(source, &Limits::default()).expect("it is small");
        builder.open("root", 0).expect("within limits");
        for (name, offset) in [("a", 0), ("b", 6)] {
            builder.open(name, offset).expect("within limits");
            builder.attribute("n", "1");
            builder
                .text(&source[offset + 2..offset + 5], offset + 2)
                .expect("within limits");
            builder.close();
        }
        let tree = builder.finish();
        let root = tree.root().expect("there is a root");
        assert_eq!(root.elements().count(), 2);
        let first = root.find("a").expect("it was built");
        assert_eq!(first.text(), "one");
        let rest = tree.unmapped();
        let paths: Vec<&str> = rest.iter().map(|part| part.path.as_str()).collect();
        assert_eq!(paths, ["root/a/@n", "root/b"]);
        assert_eq!(rest[1].markup, "B two");
        assert_eq!(rest[1].text, "two");
        assert_eq!(rest[1].span.line, 2);
        assert_eq!(tree.words(), 2);
    }

    #[test]
    fn limits_hold() {
        let limits = Limits {
            depth: 1,
            nodes: 2,
            bytes: 4,
            ..Limits::default()
        };
        assert!(Builder::new("12345", &limits).is_err());
        let mut builder = Builder::new("1234", &limits).expect("four bytes are allowed");
        builder.open("a", 0).expect("one is allowed");
        assert!(matches!(builder.open("b", 1), Err(Error::TooDeep { .. })));
        builder.text("1", 1).expect("two nodes are allowed");
        assert!(matches!(
            builder.text("2", 2),
            Err(Error::TooManyNodes { .. })
        ));
    }
}
