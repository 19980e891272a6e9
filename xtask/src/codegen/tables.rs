//! The numbered tables: names, sets, particles, types and attribute lists, each entry once.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;

use super::model::{Particle, Term};
use super::resolve::{Attribute, Content, Resolved};

/// The tables in the order of their numbers.
#[derive(Default)]
pub(crate) struct Tables {
    pub(crate) names: Vec<String>,
    pub(crate) attribute_names: Vec<String>,
    pub(crate) sets: Vec<Vec<u16>>,
    pub(crate) particles: Vec<String>,
    pub(crate) types: Vec<String>,
    pub(crate) lists: Vec<Vec<String>>,
    pub(crate) elements: Vec<String>,
    roots: BTreeMap<Particle, u16>,
    blocks: BTreeMap<Vec<Particle>, u16>,
}

/// Numbers everything; `order` gives the position of a name's vocabulary.
pub(crate) fn build(resolved: &Resolved, order: impl Fn(&str) -> usize) -> anyhow::Result<Tables> {
    let by_vocabulary = |names: BTreeSet<&str>| {
        let mut names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        names.sort_by_key(|name| (order(name), name.clone()));
        names
    };
    let elements = resolved.elements.values();
    let attributes = elements
        .flat_map(|element| &element.attributes)
        .map(|a| a.name.as_str());
    let mut tables = Tables {
        names: by_vocabulary(resolved.elements.keys().map(String::as_str).collect()),
        attribute_names: by_vocabulary(attributes.collect()),
        ..Tables::default()
    };
    for name in tables.names.clone() {
        let element = &resolved.elements[&name];
        let list = tables.attributes(&element.attributes)?;
        let text = match &element.content {
            Content::Empty => format!("n({list})"),
            Content::Simple(kind) => format!("t({},{list})", tables.kind(&kind.expression())?),
            Content::Children(particle) => format!("c({},{list})", tables.root(particle)?),
            Content::Mixed(None) => format!("x({list})"),
            Content::Mixed(Some(particle)) => format!("m({},{list})", tables.root(particle)?),
        };
        tables.elements.push(text);
    }
    Ok(tables)
}

/// The position of an entry, which is added if it is new.
fn intern<T: PartialEq>(table: &mut Vec<T>, entry: T) -> anyhow::Result<u16> {
    let position = table
        .iter()
        .position(|known| *known == entry)
        .unwrap_or_else(|| {
            table.push(entry);
            table.len() - 1
        });
    u16::try_from(position).context("a table has too many entries")
}

impl Tables {
    fn name(&self, name: &str) -> anyhow::Result<u16> {
        let position = self.names.iter().position(|known| known == name);
        u16::try_from(position.with_context(|| format!("{name} has no declaration"))?)
            .context("there are too many names")
    }

    fn kind(&mut self, expression: &str) -> anyhow::Result<u16> {
        intern(&mut self.types, expression.to_owned())
    }

    fn attributes(&mut self, attributes: &[Attribute]) -> anyhow::Result<u16> {
        let mut list = Vec::new();
        for attribute in attributes {
            let position = self
                .attribute_names
                .iter()
                .position(|name| *name == attribute.name);
            let position = position.context("an attribute has no number")?;
            let kind = self.kind(&attribute.kind.expression())?;
            list.push((
                position,
                match (&attribute.default, attribute.required) {
                    (Some(value), _) => format!("d({position},{kind},{value:?})"),
                    (None, true) => format!("r({position},{kind})"),
                    (None, false) => format!("o({position},{kind})"),
                },
            ));
        }
        list.sort();
        intern(
            &mut self.lists,
            list.into_iter().map(|(_, text)| text).collect(),
        )
    }

    fn root(&mut self, particle: &Particle) -> anyhow::Result<u16> {
        if let Some(known) = self.roots.get(particle) {
            return Ok(*known);
        }
        let record = self.record(particle)?;
        let position =
            u16::try_from(self.particles.len()).context("there are too many particles")?;
        self.particles.push(record);
        self.roots.insert(particle.clone(), position);
        Ok(position)
    }

    fn record(&mut self, particle: &Particle) -> anyhow::Result<String> {
        let Particle { min, max, term } = particle;
        Ok(match term {
            Term::Name(name) => format!("e({},{min},{max})", self.name(name)?),
            Term::Set(names) => {
                let mut numbers = Vec::new();
                for name in names {
                    numbers.push(self.name(name)?);
                }
                numbers.sort_unstable();
                format!("s({},{min},{max})", intern(&mut self.sets, numbers)?)
            }
            Term::Sequence(parts) => {
                let start = self.block(parts)?;
                format!(
                    "q({start},{},{min},{max})",
                    usize::from(start) + parts.len()
                )
            }
            Term::Choice(parts) => {
                let start = self.block(parts)?;
                format!(
                    "k({start},{},{min},{max})",
                    usize::from(start) + parts.len()
                )
            }
        })
    }

    /// The start of the parts of a group, which stand side by side.
    fn block(&mut self, parts: &[Particle]) -> anyhow::Result<u16> {
        if let Some(known) = self.blocks.get(parts) {
            return Ok(*known);
        }
        let mut records = Vec::new();
        for part in parts {
            records.push(self.record(part)?);
        }
        let start = u16::try_from(self.particles.len()).context("there are too many particles")?;
        self.particles.extend(records);
        self.blocks.insert(parts.to_vec(), start);
        Ok(start)
    }
}
