//! Names of a dialect, changed to those of the vocabulary that it is a dialect of.

use super::{Kind, Slice, Tree};

impl<'a> Tree<'a> {
    /// Gives elements and attributes other names. `element` and `attribute` get the local name and the whole name;
    /// where they give none, the name stays. Paths and source texts keep the names of the source.
    pub fn rename(
        &mut self,
        element: impl Fn(&str) -> Option<&'static str>,
        attribute: impl Fn(&str) -> Option<&'static str>,
    ) {
        self.renamed = true;
        for index in 0..self.nodes.len() {
            let node = &self.nodes[index];
            if node.kind != Kind::Element {
                continue;
            }
            let local = &self.slice(node.text)[node.prefix as usize..];
            if let Some(name) = element(local) {
                let node = &mut self.nodes[index];
                node.text = Slice::Source(name);
                node.prefix = 0;
            }
        }
        for node in &mut self.attributes {
            if let Some(name) = attribute(node.name) {
                node.name = name;
            }
        }
    }

    /// The name of an element as the source writes it.
    pub(super) fn written(&self, index: u32) -> &str {
        let node = &self.nodes[index as usize];
        let name = self.slice(node.text);
        if !self.renamed {
            return name;
        }
        let Some(tag) = self.source[node.offset as usize..].strip_prefix('<') else {
            return name;
        };
        let end = tag.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>' | '<'));
        end.map_or(name, |end| &tag[..end])
    }
}

#[cfg(test)]
mod tests {
    use crate::tree::{Limits, parse};

    #[test]
    fn a_dialect_is_read_under_other_names_and_reported_under_its_own() {
        let source = "<b:Root docNumber='1' x='2'><b:Part>word</b:Part><b:Part/><c/></b:Root>";
        let mut tree = parse(source, &Limits::default()).expect("no limit is passed");
        let element = |name: &str| match name {
            "Root" => Some("root"),
            "Part" => Some("p"),
            _ => None,
        };
        tree.rename(element, |name| {
            (name == "docNumber").then_some("doc-number")
        });
        let root = tree.root().expect("there is a root");
        assert_eq!((root.name(), root.prefix()), ("root", ""));
        assert_eq!(root.value("doc-number"), "1");
        let names: Vec<_> = root.elements().map(|child| child.name()).collect();
        assert_eq!(names, ["p", "p", "c"]);
        let rest = tree.unmapped();
        let paths: Vec<_> = rest.iter().map(|part| part.path.as_str()).collect();
        let expected = ["b:Root/@x", "b:Root/b:Part", "b:Root/b:Part", "b:Root/c"];
        assert_eq!(paths, expected);
        assert_eq!(rest[1].markup, "<b:Part>word</b:Part>");
    }
}
