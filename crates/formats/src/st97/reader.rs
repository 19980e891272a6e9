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

struct Copy<'t> {
    builder: Builder<'t>,
}

impl<'t> Copy<'t> {
    fn element(&mut self, source: Element<'t, '_>, name: Name) -> Result<(), xml::Error> {
        source.enter();
        self.builder.open(name.text(), source.offset())?;
        if source.has_elements() {
            self.attributes(source, name);
            self.content(source, name)?;
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
    fn attributes(&mut self, source: Element<'t, '_>, owner: Name) {
        for property in source.inner() {
            let key = property.qualified();
            if child_of(owner, key).is_some() || key == TEXT || key == EMPTY {
                continue;
            }
            if let Some(attribute) = attribute_of(owner, key) {
                if !property.has_elements() {
                    self.builder.attribute(attribute.text(), property.text());
                }
            } else if is_group(key) {
                self.attributes(property, owner);
            }
        }
    }

    fn content(&mut self, source: Element<'t, '_>, owner: Name) -> Result<(), xml::Error> {
        for property in source.inner() {
            let key = property.qualified();
            if let Some(name) = child_of(owner, key) {
                self.element(property, name)?;
            } else if key == TEXT {
                self.run(property, owner)?;
            } else if key == EMPTY {
                let listed = property.text();
                if let Some(name) = child_of(owner, &listed) {
                    self.builder.open(name.text(), property.offset())?;
                    self.builder.close();
                }
            } else if attribute_of(owner, key).is_none() && is_group(key) {
                property.enter();
                if property.has_elements() {
                    self.content(property, owner)?;
                } else {
                    self.run(property, owner)?;
                }
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
            return self.content(source, owner);
        }
        for child in source.children() {
            if let Child::Text(text) = child {
                self.builder.text(text, source.offset())?;
            }
        }
        Ok(())
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
