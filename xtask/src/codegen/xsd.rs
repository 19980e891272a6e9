//! The schema documents and their global declarations, found by kind and qualified name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use roxmltree::{Document, Node};

use super::Vocabulary;

const XSD: &str = "http://www.w3.org/2001/XMLSchema";

/// The texts of the documents, with the position of their vocabulary.
pub(crate) fn load(
    folder: &Path,
    vocabularies: &[Vocabulary],
) -> anyhow::Result<Vec<(usize, String)>> {
    let mut texts = Vec::new();
    for (position, vocabulary) in vocabularies.iter().enumerate() {
        for file in vocabulary.files {
            let path = folder.join(file);
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read the schema {}", path.display()))?;
            texts.push((position, text));
        }
    }
    Ok(texts)
}

/// Global declarations of all documents.
pub(crate) struct Schemas<'a> {
    documents: Vec<Document<'a>>,
    /// Target namespace of each vocabulary.
    pub(crate) namespaces: Vec<String>,
    prefixes: BTreeMap<String, &'static str>,
    nodes: BTreeMap<(&'static str, String), (usize, roxmltree::NodeId)>,
}

/// The kinds of declaration that are looked up by name.
const KINDS: &[&str] = &[
    "element",
    "attribute",
    "complexType",
    "simpleType",
    "group",
    "attributeGroup",
];

impl<'a> Schemas<'a> {
    /// Parses the texts and notes what they declare.
    pub(crate) fn new(
        texts: &'a [(usize, String)],
        vocabularies: &[Vocabulary],
    ) -> anyhow::Result<Self> {
        let mut schemas = Self {
            documents: Vec::new(),
            namespaces: vec![String::new(); vocabularies.len()],
            prefixes: BTreeMap::from([(XSD.to_owned(), "xsd")]),
            nodes: BTreeMap::new(),
        };
        for (position, text) in texts {
            let document = Document::parse(text).context("a schema document is not well-formed")?;
            let prefix = vocabularies[*position].prefix;
            let root = document.root_element();
            let namespace = root.attribute("targetNamespace").unwrap_or_default();
            namespace.clone_into(&mut schemas.namespaces[*position]);
            schemas.prefixes.insert(namespace.to_owned(), prefix);
            for node in root.children().filter(Node::is_element) {
                let kind = KINDS.iter().find(|kind| **kind == node.tag_name().name());
                if let (Some(kind), Some(name)) = (kind, node.attribute("name")) {
                    schemas
                        .nodes
                        .entry((kind, format!("{prefix}:{name}")))
                        .or_insert((schemas.documents.len(), node.id()));
                }
            }
            schemas.documents.push(document);
        }
        Ok(schemas)
    }

    /// The declaration of a kind and qualified name.
    pub(crate) fn find(&self, kind: &'static str, name: &str) -> anyhow::Result<Node<'_, 'a>> {
        let Some((document, id)) = self.nodes.get(&(kind, name.to_owned())) else {
            bail!("no schema declares the {kind} {name}");
        };
        self.documents[*document]
            .get_node(*id)
            .context("a declaration lost its document")
    }

    /// Whether a kind and qualified name is declared.
    pub(crate) fn declares(&self, kind: &'static str, name: &str) -> bool {
        self.nodes.contains_key(&(kind, name.to_owned()))
    }

    /// All declared names of a kind.
    pub(crate) fn names(&self, kind: &'static str) -> impl Iterator<Item = &str> {
        self.nodes
            .keys()
            .filter(move |key| key.0 == kind)
            .map(|key| key.1.as_str())
    }

    /// The qualified name, by our prefixes, that a QName in an attribute of a node means.
    pub(crate) fn qualify(&self, node: Node<'_, 'a>, value: &str) -> anyhow::Result<String> {
        let (prefix, local) = match value.split_once(':') {
            Some((prefix, local)) => (Some(prefix), local),
            None => (None, value),
        };
        let namespace = node.lookup_namespace_uri(prefix).unwrap_or_default();
        let prefix = self
            .prefixes
            .get(namespace)
            .with_context(|| format!("{value} is of a namespace that is not loaded"))?;
        Ok(format!("{prefix}:{local}"))
    }

    /// The qualified name in an attribute, if the attribute is there.
    pub(crate) fn reference(
        &self,
        node: Node<'_, 'a>,
        attribute: &str,
    ) -> anyhow::Result<Option<String>> {
        node.attribute(attribute)
            .map(|value| self.qualify(node, value))
            .transpose()
    }

    /// The name that a local declaration gets: the prefix of its document's vocabulary and its own name.
    pub(crate) fn local_name(&self, node: Node<'_, 'a>, name: &str) -> String {
        let root = node.document().root_element();
        let namespace = root.attribute("targetNamespace").unwrap_or_default();
        format!(
            "{}:{name}",
            self.prefixes.get(namespace).copied().unwrap_or_default()
        )
    }
}

/// Child elements without annotations.
pub(crate) fn parts<'a, 'input>(
    node: Node<'a, 'input>,
) -> impl Iterator<Item = Node<'a, 'input>> + 'a
where
    'input: 'a,
{
    node.children()
        .filter(|child| child.is_element() && child.tag_name().name() != "annotation")
}

/// The first child element of a name.
pub(crate) fn part<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children()
        .find(|child| child.is_element() && child.tag_name().name() == name)
}

/// `minOccurs` and `maxOccurs`; 255 stands for unbounded.
pub(crate) fn occurs(node: Node<'_, '_>) -> anyhow::Result<(u8, u8)> {
    let read = |name: &str| match node.attribute(name) {
        None => Ok(1),
        Some("unbounded") => Ok(u8::MAX),
        Some(number) => number
            .parse()
            .with_context(|| format!("{name} {number} is too large")),
    };
    Ok((read("minOccurs")?, read("maxOccurs")?))
}
