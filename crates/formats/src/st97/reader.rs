//! The reader of ST.97: JSON as the document of ST.96 that it stands for.
//!
//! Names decide, not shapes: an object or a one-element array are read alike, and properties of base types and groups
//! are entered without asking where they stand, so that other writers' dialects are read as well.
//!
//! Clause: ST.97

use super::{EMPTY, INSTRUCTION, TEXT, name};
use crate::component::schema::{AttrName, Name};
use crate::{Reading, component};
use xml::tree::{Builder, Child, Element, Limits, Tree};

/// Whether a property at the top of a document is a component that may stand alone.
pub(crate) fn is_root(name: &str) -> bool {
    name::elements(name).iter().any(|name| has_version(*name))
}

/// The components that may stand alone.
pub(super) fn roots() -> impl Iterator<Item = Name> {
    Name::all().filter(|name| has_version(*name))
}

/// Components that stand alone carry the version of ST.96.
fn has_version(name: Name) -> bool {
    name.attributes()
        .any(|(attribute, ..)| attribute.text() == "com:st96Version")
}

/// Reads a document of ST.97 from the tree of its JSON text.
///
/// # Errors
///
/// When a limit is passed.
pub fn read(json: &Tree<'_>, source: &str, limits: &Limits) -> Result<Reading, xml::Error> {
    let found = json.root().and_then(root);
    let Some((element, name)) = found else {
        return Ok(Reading::companion(json));
    };
    let mut copy = Copy {
        builder: Builder::new(source, limits)?,
    };
    copy.element(element, name)?;
    let tree = copy.builder.finish();
    let mut reading = component::read(&tree);
    reading.came_from(json, "st97");
    Ok(reading)
}

/// The property at the top that is a component, and which one.
fn root<'t, 'a>(top: Element<'t, 'a>) -> Option<(Element<'t, 'a>, Name)> {
    let found = top
        .elements()
        .find(|element| is_root(element.qualified()))?;
    let candidates = name::elements(found.qualified());
    let known = |name: &Name| {
        let inside = found.inner();
        inside
            .filter(|child| {
                name::elements(child.qualified())
                    .iter()
                    .any(|child| name.allows(*child))
            })
            .count()
    };
    let candidates = candidates.iter().copied().filter(|name| has_version(*name));
    let best = candidates.rev().max_by_key(known)?;
    Some((found, best))
}

/// What a property is to the element that it stands in.
#[derive(Clone, Copy)]
enum Property {
    Child(Name),
    Attribute(AttrName),
    /// Runs of text.
    Text,
    /// Names of children that are empty.
    Empty,
    /// A base type or an anonymous group.
    Group,
    Other,
}

struct Copy<'t> {
    builder: Builder<'t>,
}

impl<'t> Copy<'t> {
    fn element(&mut self, source: Element<'t, '_>, name: Name) -> Result<(), xml::Error> {
        source.enter();
        self.builder.open(name.text(), source.offset())?;
        if source.has_elements() {
            let properties = properties_of(source, name);
            self.attributes(&properties, name);
            self.content(&properties, name)?;
        } else {
            for child in source.children() {
                if let Child::Text(text) = child {
                    self.builder.text(text, source.offset())?;
                }
            }
        }
        self.builder.close();
        Ok(())
    }

    /// The attributes of an element, which may stand among its properties or those of a base type.
    fn attributes(&mut self, properties: &[(Element<'t, '_>, Property)], owner: Name) {
        for (property, kind) in properties {
            match kind {
                Property::Attribute(attribute) if !property.has_elements() => {
                    self.builder.attribute(attribute.text(), property.text());
                }
                Property::Group => self.attributes(&properties_of(*property, owner), owner),
                _ => {}
            }
        }
    }

    fn content(
        &mut self,
        properties: &[(Element<'t, '_>, Property)],
        owner: Name,
    ) -> Result<(), xml::Error> {
        for &(property, kind) in properties {
            match kind {
                Property::Child(name) => self.element(property, name)?,
                Property::Text => self.run(property, owner)?,
                Property::Empty => {
                    let listed = property.text();
                    if let Some(name) = child_of(owner, &listed) {
                        self.builder.open(name.text(), property.offset())?;
                        self.builder.close();
                    }
                }
                Property::Group if property.has_elements() => {
                    property.enter();
                    self.content(&properties_of(property, owner), owner)?;
                }
                Property::Group => {
                    property.enter();
                    self.run(property, owner)?;
                }
                Property::Attribute(_) | Property::Other => {}
            }
        }
        Ok(())
    }

    /// A text, or an object of one property.
    fn run(&mut self, source: Element<'t, '_>, owner: Name) -> Result<(), xml::Error> {
        if source.has_elements() {
            source.enter();
            for property in source.inner() {
                if property.qualified() == INSTRUCTION {
                    let text = property.text();
                    self.builder.instruction(text, property.offset())?;
                }
            }
            return self.content(&properties_of(source, owner), owner);
        }
        for child in source.children() {
            if let Child::Text(text) = child {
                self.builder.text(text, source.offset())?;
            }
        }
        Ok(())
    }
}

/// The properties of an object, and what they are to an element.
fn properties_of<'t, 'a>(source: Element<'t, 'a>, owner: Name) -> Vec<(Element<'t, 'a>, Property)> {
    let inner = source.inner();
    inner
        .map(|property| (property, of(owner, property.qualified())))
        .collect()
}

fn of(owner: Name, key: &str) -> Property {
    if let Some(name) = child_of(owner, key) {
        return Property::Child(name);
    }
    match key {
        TEXT => Property::Text,
        EMPTY => Property::Empty,
        _ => match attribute_of(owner, key) {
            Some(name) => Property::Attribute(name),
            None if is_group(key) => Property::Group,
            None => Property::Other,
        },
    }
}

/// The child of an element that a property is.
fn child_of(owner: Name, key: &str) -> Option<Name> {
    let mut all = name::elements(key).iter();
    all.find(|name| owner.allows(**name)).copied()
}

/// The attribute of an element that a property is.
fn attribute_of(owner: Name, key: &str) -> Option<AttrName> {
    let all = name::attributes(key).iter();
    all.copied()
        .find(|name| owner.attributes().any(|(own, ..)| own == *name))
}

/// Whether a property is a base type or an anonymous group: all of them are called after a type.
fn is_group(key: &str) -> bool {
    key.contains("Type")
}
