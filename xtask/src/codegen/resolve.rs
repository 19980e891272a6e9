//! Elements with their content and attributes, after groups, extensions and substitutions.

use std::collections::BTreeMap;

use anyhow::{Context as _, bail};
use roxmltree::Node;

use super::model::{Particle, Term};
use super::simple::{self, Simple};
use super::xsd::{Schemas, occurs, part, parts};

/// What an element may hold.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    Empty,
    Simple(Simple),
    Children(Particle),
    Mixed(Option<Particle>),
}

/// One attribute of an element.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) kind: Simple,
    pub(crate) required: bool,
    pub(crate) default: Option<String>,
}

/// One element.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) content: Content,
    pub(crate) attributes: Vec<Attribute>,
}

/// All elements by qualified name.
pub(crate) struct Resolved {
    pub(crate) elements: BTreeMap<String, Element>,
}

/// Resolves every element that is not abstract.
pub(crate) fn resolve(schemas: &Schemas<'_>) -> anyhow::Result<Resolved> {
    let mut resolver = Resolver {
        schemas,
        members: BTreeMap::new(),
        local: BTreeMap::new(),
    };
    for name in schemas.names("element") {
        let node = schemas.find("element", name)?;
        if let Some(head) = schemas.reference(node, "substitutionGroup")? {
            resolver
                .members
                .entry(head)
                .or_default()
                .push(name.to_owned());
        }
    }
    let mut elements = BTreeMap::new();
    for name in schemas.names("element") {
        let node = schemas.find("element", name)?;
        if node.attribute("abstract") != Some("true") {
            let element = resolver
                .element(node)
                .with_context(|| format!("element {name}"))?;
            elements.insert(name.to_owned(), element);
        }
    }
    elements.extend(std::mem::take(&mut resolver.local));
    Ok(Resolved { elements })
}

/// The parts of a type while it is read.
#[derive(Default)]
struct Parts {
    simple: Option<Simple>,
    particles: Vec<Particle>,
    mixed: bool,
    attributes: BTreeMap<String, Attribute>,
}

struct Resolver<'s, 'a> {
    schemas: &'s Schemas<'a>,
    /// Members of substitution groups by their head.
    members: BTreeMap<String, Vec<String>>,
    /// Elements that are declared inside a group.
    local: BTreeMap<String, Element>,
}

impl<'s, 'a> Resolver<'s, 'a> {
    fn element(&mut self, node: Node<'s, 'a>) -> anyhow::Result<Element> {
        let mut gathered = Parts::default();
        self.element_type(node, &mut gathered)?;
        let attributes = std::mem::take(&mut gathered.attributes)
            .into_values()
            .collect();
        let content = match gathered.simple {
            Some(kind) => Content::Simple(match node.attribute("fixed") {
                Some(value) => Simple::Exact(value.to_owned()),
                None => kind,
            }),
            None => {
                let particle = match gathered.particles.len() {
                    0 => None,
                    _ => Particle::once(Term::Sequence(gathered.particles)).simplify(),
                };
                match (gathered.mixed, particle) {
                    (true, particle) => Content::Mixed(particle),
                    (false, Some(particle)) => Content::Children(particle),
                    (false, None) => Content::Empty,
                }
            }
        };
        Ok(Element {
            content,
            attributes,
        })
    }

    /// The type of an element: named, in place, or that of the head of its substitution group.
    fn element_type(&mut self, node: Node<'s, 'a>, into: &mut Parts) -> anyhow::Result<()> {
        if let Some(name) = self.schemas.reference(node, "type")? {
            return self.named_type(&name, into);
        }
        if let Some(inner) = part(node, "complexType") {
            return self.complex_type(inner, into);
        }
        if let Some(inner) = part(node, "simpleType") {
            into.simple = Some(simple::inline(self.schemas, inner)?);
            return Ok(());
        }
        match self.schemas.reference(node, "substitutionGroup")? {
            Some(head) => self.element_type(self.schemas.find("element", &head)?, into),
            None => bail!("an element has no type"),
        }
    }

    fn named_type(&mut self, name: &str, into: &mut Parts) -> anyhow::Result<()> {
        if name == "xsd:anyType" {
            return Ok(());
        }
        if self.schemas.declares("complexType", name) {
            return self.complex_type(self.schemas.find("complexType", name)?, into);
        }
        into.simple = Some(simple::named(self.schemas, name)?);
        Ok(())
    }

    fn complex_type(&mut self, node: Node<'s, 'a>, into: &mut Parts) -> anyhow::Result<()> {
        into.mixed |= node.attribute("mixed") == Some("true");
        for child in parts(node) {
            match child.tag_name().name() {
                "simpleContent" | "complexContent" => {
                    into.mixed |= child.attribute("mixed") == Some("true");
                    self.derivation(child, into)?;
                }
                _ => self.body(child, into)?,
            }
        }
        Ok(())
    }

    /// An extension, or a restriction of `anyType`.
    fn derivation(&mut self, node: Node<'s, 'a>, into: &mut Parts) -> anyhow::Result<()> {
        let child = parts(node).next().context("a derivation is empty")?;
        let base = self
            .schemas
            .reference(child, "base")?
            .context("a derivation has no base")?;
        if child.tag_name().name() != "extension" && base != "xsd:anyType" {
            bail!("restriction of {base} is not handled");
        }
        self.named_type(&base, into)?;
        for inner in parts(child) {
            self.body(inner, into)?;
        }
        Ok(())
    }

    fn body(&mut self, node: Node<'s, 'a>, into: &mut Parts) -> anyhow::Result<()> {
        match node.tag_name().name() {
            "attribute" | "attributeGroup" => self.attributes(node, into),
            "anyAttribute" => Ok(()),
            _ => {
                into.particles.extend(self.particle(node)?);
                Ok(())
            }
        }
    }

    fn attributes(&mut self, node: Node<'s, 'a>, into: &mut Parts) -> anyhow::Result<()> {
        if node.tag_name().name() == "attributeGroup" {
            let name = self
                .schemas
                .reference(node, "ref")?
                .context("a group has no name")?;
            for child in parts(self.schemas.find("attributeGroup", &name)?) {
                self.body(child, into)?;
            }
            return Ok(());
        }
        let (name, declaration) = match self.schemas.reference(node, "ref")? {
            Some(name) => {
                let declaration = self.schemas.find("attribute", &name)?;
                (name, declaration)
            }
            None => {
                let name = node.attribute("name").context("an attribute has no name")?;
                (self.schemas.local_name(node, name), node)
            }
        };
        let mut kind = match (
            self.schemas.reference(declaration, "type")?,
            part(declaration, "simpleType"),
        ) {
            (Some(name), _) => simple::named(self.schemas, &name)?,
            (None, Some(inner)) => simple::inline(self.schemas, inner)?,
            (None, None) => Simple::Builtin("Text"),
        };
        if let Some(value) = declaration.attribute("fixed").or(node.attribute("fixed")) {
            kind = Simple::Exact(value.to_owned());
        }
        let attribute = Attribute {
            name: name.clone(),
            kind,
            required: node.attribute("use") == Some("required"),
            default: node
                .attribute("default")
                .or(declaration.attribute("default"))
                .map(str::to_owned),
        };
        into.attributes.insert(name, attribute);
        Ok(())
    }

    /// A particle; `None` for wildcards, which our documents never use.
    fn particle(&mut self, node: Node<'s, 'a>) -> anyhow::Result<Option<Particle>> {
        let (min, max) = occurs(node)?;
        let term = match node.tag_name().name() {
            "sequence" => Term::Sequence(self.particles(node)?),
            "choice" => Term::Choice(self.particles(node)?),
            "group" => {
                let name = self
                    .schemas
                    .reference(node, "ref")?
                    .context("a group has no name")?;
                Term::Sequence(self.particles(self.schemas.find("group", &name)?)?)
            }
            "element" => match self.schemas.reference(node, "ref")? {
                Some(name) => self.substitutes(&name)?,
                None => match self.local_element(node)? {
                    Some(name) => Term::Name(name),
                    None => return Ok(None),
                },
            },
            "any" => return Ok(None),
            other => bail!("{other} is not handled in a content model"),
        };
        let empty =
            matches!(&term, Term::Sequence(parts) | Term::Choice(parts) if parts.is_empty());
        Ok((!empty).then_some(Particle { min, max, term }))
    }

    fn particles(&mut self, node: Node<'s, 'a>) -> anyhow::Result<Vec<Particle>> {
        let mut found = Vec::new();
        for child in parts(node) {
            found.extend(self.particle(child)?);
        }
        Ok(found)
    }

    /// An element, or the members of its substitution group.
    fn substitutes(&self, name: &str) -> anyhow::Result<Term> {
        let node = self.schemas.find("element", name)?;
        let mut terms = Vec::new();
        if node.attribute("abstract") != Some("true") {
            terms.push(Particle::once(Term::Name(name.to_owned())));
        }
        for member in self.members.get(name).into_iter().flatten() {
            terms.push(Particle::once(self.substitutes(member)?));
        }
        Ok(if terms.len() == 1 {
            terms.remove(0).term
        } else {
            Term::Choice(terms)
        })
    }

    /// A local element: kept when its group bears its name.
    ///
    /// MathML declares `semantics` three times with different content; only the general one is
    /// kept, and the places of the narrower two do not take the element.
    fn local_element(&mut self, node: Node<'s, 'a>) -> anyhow::Result<Option<String>> {
        let local = node.attribute("name").context("an element has no name")?;
        let name = self.schemas.local_name(node, local);
        let group = node
            .ancestors()
            .find(|above| above.tag_name().name() == "group");
        if group.and_then(|group| group.attribute("name")) != Some(local) {
            return Ok(None);
        }
        if !self.local.contains_key(&name) {
            let hold = Element {
                content: Content::Empty,
                attributes: Vec::new(),
            };
            self.local.insert(name.clone(), hold);
            let element = self.element(node)?;
            self.local.insert(name.clone(), element);
        }
        Ok(Some(name))
    }
}
