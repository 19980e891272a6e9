//! The shapes that complex types have in ST.97: base types, own attributes, and the names of anonymous groups.
//!
//! The tables of ST.96 know a type only as resolved; JSON shows where it was extended and which groups it has.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context as _, bail};
use roxmltree::Node;

use super::tables::Tables;
use super::write::{HEAD, lines};
use super::xsd::{Schemas, occurs, part, parts};

/// Stands for an element of a simple type.
const PLAIN: usize = u16::MAX as usize;
/// Stands for an element of a vocabulary whose types are not followed.
const RUNS: usize = PLAIN - 1;

/// The text of the generated file.
pub(crate) fn file(schemas: &Schemas<'_>, tables: &Tables) -> anyhow::Result<String> {
    let mut shapes = Shapes {
        schemas,
        tables,
        numbers: BTreeMap::new(),
        shapes: Vec::new(),
        parts: Vec::new(),
        members: BTreeMap::new(),
    };
    for name in schemas.names("element") {
        let node = schemas.find("element", name)?;
        if let Some(head) = schemas.reference(node, "substitutionGroup")? {
            shapes
                .members
                .entry(head)
                .or_default()
                .push(name.to_owned());
        }
    }
    let mut elements = Vec::new();
    for name in &tables.names {
        let shape = if name.starts_with("mathml:") {
            RUNS
        } else {
            let node = schemas.find("element", name)?;
            shapes
                .of_element(node)
                .with_context(|| format!("element {name}"))?
        };
        elements.push(shape.to_string());
    }
    let mut out = String::from(HEAD);
    out.push_str("use super::shape::{Part, Shape, choice as k, element as e, sequence as q, shape as h};\n\n");
    writeln!(out, "pub(super) static ELEMENTS: &[u16] = &[")?;
    lines(&mut out, elements.iter());
    writeln!(out, "];\n\npub(super) static SHAPES: &[Shape] = &[")?;
    lines(&mut out, shapes.shapes.iter());
    writeln!(out, "];\n\npub(super) static PARTS: &[Part] = &[")?;
    lines(&mut out, shapes.parts.iter());
    out.push_str("];\n");
    Ok(out)
}

struct Shapes<'s, 'a> {
    schemas: &'s Schemas<'a>,
    tables: &'s Tables,
    numbers: BTreeMap<String, usize>,
    shapes: Vec<String>,
    parts: Vec<String>,
    members: BTreeMap<String, Vec<String>>,
}

/// How the groups of one type are called.
struct Labels {
    base: String,
    choices: usize,
    sequences: usize,
    choice: usize,
    sequence: usize,
    repeated: usize,
}

impl<'s, 'a> Shapes<'s, 'a> {
    fn of_element(&mut self, node: Node<'s, 'a>) -> anyhow::Result<usize> {
        if let Some(name) = self.schemas.reference(node, "type")? {
            return self.of_type(&name);
        }
        if part(node, "simpleType").is_some() {
            return Ok(PLAIN);
        }
        if let Some(inner) = part(node, "complexType") {
            let name = node.attribute("name").unwrap_or_default();
            let made = self.shape(inner, name)?;
            self.shapes.push(made);
            return Ok(self.shapes.len() - 1);
        }
        match self.schemas.reference(node, "substitutionGroup")? {
            Some(head) => self.of_element(self.schemas.find("element", &head)?),
            None => bail!("an element has no type"),
        }
    }

    fn of_type(&mut self, name: &str) -> anyhow::Result<usize> {
        if !self.schemas.declares("complexType", name) {
            return Ok(PLAIN);
        }
        if let Some(number) = self.numbers.get(name) {
            return Ok(*number);
        }
        let node = self.schemas.find("complexType", name)?;
        let local = name.split(':').next_back().unwrap_or_default();
        let made = self.shape(node, local)?;
        self.shapes.push(made);
        self.numbers.insert(name.to_owned(), self.shapes.len() - 1);
        Ok(self.shapes.len() - 1)
    }

    /// One shape as an expression of the generated table.
    fn shape(&mut self, node: Node<'s, 'a>, local: &str) -> anyhow::Result<String> {
        let (body, base) =
            match parts(node).find(|child| child.tag_name().name().ends_with("Content")) {
                Some(content) => {
                    let extension = parts(content).next().context("a derivation is empty")?;
                    let base = self.schemas.reference(extension, "base")?;
                    let base = match base {
                        Some(name) if name != "xsd:anyType" => self.of_type(&name)?,
                        _ => PLAIN,
                    };
                    (extension, base)
                }
                None => (node, PLAIN),
            };
        let descendants = |name: &str| {
            body.descendants()
                .filter(|node| node.is_element() && node.tag_name().name() == name)
                .collect::<Vec<_>>()
        };
        let within_choice = |node: &Node<'_, '_>| {
            node.parent()
                .is_some_and(|above| above.tag_name().name() == "choice")
        };
        let mut labels = Labels {
            base: type_name(local),
            choices: descendants("choice").len(),
            sequences: descendants("sequence")
                .iter()
                .filter(|node| within_choice(node))
                .count(),
            choice: 0,
            sequence: 0,
            repeated: 0,
        };
        let mut attributes = Vec::new();
        let mut groups = Vec::new();
        for child in parts(body) {
            match child.tag_name().name() {
                "attribute" => attributes.push(self.attribute(child)?),
                "attributeGroup" => self.group(child, &mut attributes)?,
                "sequence" | "choice" => groups.extend(self.part(child, &mut labels)?),
                "anyAttribute" => {}
                other => bail!("{other} is not handled in a type"),
            }
        }
        attributes.sort_unstable();
        let (from, to) = self.block(groups);
        Ok(format!(
            "h({:?},{base},{from},{to},&{attributes:?})",
            labels.base
        ))
    }

    fn attribute(&self, node: Node<'s, 'a>) -> anyhow::Result<usize> {
        let name = match self.schemas.reference(node, "ref")? {
            Some(name) => name,
            None => {
                let name = node.attribute("name").context("an attribute has no name")?;
                self.schemas.local_name(node, name)
            }
        };
        let position = self
            .tables
            .attribute_names
            .iter()
            .position(|known| *known == name);
        position.with_context(|| format!("the attribute {name} has no number"))
    }

    fn group(&self, node: Node<'s, 'a>, into: &mut Vec<usize>) -> anyhow::Result<()> {
        let name = self
            .schemas
            .reference(node, "ref")?
            .context("a group has no name")?;
        for child in parts(self.schemas.find("attributeGroup", &name)?) {
            match child.tag_name().name() {
                "attribute" => into.push(self.attribute(child)?),
                "attributeGroup" => self.group(child, into)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Puts particles beside each other; gives their range.
    fn block(&mut self, group: Vec<String>) -> (usize, usize) {
        let from = self.parts.len();
        self.parts.extend(group);
        (from, self.parts.len())
    }

    fn part(&mut self, node: Node<'s, 'a>, labels: &mut Labels) -> anyhow::Result<Option<String>> {
        let (min, max) = occurs(node)?;
        let kind = node.tag_name().name();
        if kind == "element" {
            let name = self
                .schemas
                .reference(node, "ref")?
                .context("an element is local")?;
            return self.element(&name, min, max).map(Some);
        }
        let in_choice = node
            .parent()
            .is_some_and(|above| above.tag_name().name() == "choice");
        let label = match kind {
            "choice" if labels.choices > 1 => {
                labels.choice += 1;
                format!("{}Choice{}", labels.base, labels.choice)
            }
            "sequence" if in_choice && labels.sequences > 1 => {
                labels.sequence += 1;
                format!("{}ChoiceSequence{}", labels.base, labels.sequence)
            }
            "sequence" if in_choice => format!("{}ChoiceSequence", labels.base),
            "sequence" if max > 1 => {
                labels.repeated += 1;
                format!("{}Sequence{}", labels.base, labels.repeated)
            }
            "any" => return Ok(None),
            "sequence" | "choice" => String::new(),
            other => bail!("{other} is not handled in a content model"),
        };
        let mut inner = Vec::new();
        for child in parts(node) {
            inner.extend(self.part(child, labels)?);
        }
        let (from, to) = self.block(inner);
        let sign = if kind == "choice" { 'k' } else { 'q' };
        Ok(Some(format!("{sign}({label:?},{from},{to},{min},{max})")))
    }

    /// An element, or a choice of the members of its substitution group.
    fn element(&mut self, name: &str, min: u8, max: u8) -> anyhow::Result<String> {
        let node = self.schemas.find("element", name)?;
        let mut terms = Vec::new();
        if node.attribute("abstract") != Some("true") {
            let position = self.tables.names.iter().position(|known| known == name);
            let position = position.with_context(|| format!("{name} has no number"))?;
            terms.push(format!("e({position},1,1)"));
        }
        for member in self.members.get(name).cloned().unwrap_or_default() {
            terms.push(self.element(&member, 1, 1)?);
        }
        if let [only] = terms.as_slice() {
            return Ok(only.replace(",1,1)", &format!(",{min},{max})")));
        }
        let (from, to) = self.block(terms);
        Ok(format!("k(\"\",{from},{to},{min},{max})"))
    }
}

/// The name of a type; those of tables do not say that they are types.
fn type_name(local: &str) -> String {
    let name = lower_camel(local);
    if name.contains("Type") {
        name
    } else {
        name + "Type"
    }
}

/// A name of ST.96 as ST.97 writes it: its first word, or the capitals in front, in small letters.
pub(crate) fn lower_camel(name: &str) -> String {
    let capitals = name.chars().take_while(char::is_ascii_uppercase).count();
    let rest = &name[capitals..];
    let small = if capitals > 1 && rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        capitals - 1
    } else {
        capitals
    };
    format!("{}{}", name[..small].to_ascii_lowercase(), &name[small..])
}
