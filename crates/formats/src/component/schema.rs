//! The ST.96 V6_0 schemas as tables: names, content models, attributes and simple types.
//!
//! The tables are generated (`cargo xtask codegen`); everything here is static and needs no set-up.

#[rustfmt::skip]
mod elements;
pub(crate) mod empty;
pub(crate) mod kind;
mod lexical;
mod lookup;
pub(crate) mod model;

use std::fmt;
use std::ops::Range;

use kind::Type;
use model::Particle;

pub use names::{attr, com, cpy, dgn, gin, mathml, pat, tbl, tmk};

/// The name of an element: an index into the table of all elements of the schemas.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(pub(crate) u16);

/// The name of an attribute: an index into the table of all attributes of the schemas.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttrName(pub(crate) u16);

/// What an element may hold, in broad terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ContentKind {
    /// Neither text nor elements.
    Empty,
    /// Text of a simple type.
    Simple,
    /// Elements only.
    Children,
    /// Text and elements.
    Mixed,
}

/// A vocabulary with its prefix and the numbers of its names.
pub(crate) struct Vocabulary {
    pub(crate) prefix: &'static str,
    pub(crate) uri: &'static str,
    pub(crate) names: Range<u16>,
    pub(crate) attributes: Range<u16>,
}

/// One element of the schemas; `attributes` is the number of its list.
pub(crate) struct Element {
    pub(crate) content: Content,
    attributes: u16,
}

/// What an element may hold; the numbers are those of types and particles.
#[derive(Clone, Copy)]
pub(crate) enum Content {
    Empty,
    Simple(u16),
    Children(u16),
    Mixed(u16),
    Text,
}

/// One attribute of an element; `kind` is the number of its type.
pub(crate) struct Attribute {
    pub(crate) name: u16,
    pub(crate) kind: u16,
    pub(crate) required: bool,
    default: Option<&'static str>,
}

/// Declares the constants of the elements and the table of their names.
macro_rules! element_names {
    ($($prefix:ident { $($constant:ident $number:literal $text:literal,)* })*) => {
        $(
            #[doc = concat!("The elements of the vocabulary `", stringify!($prefix), "`.")]
            pub mod $prefix {
                use super::Name;
                $(
                    #[doc = concat!("The element `", $text, "`.")]
                    pub const $constant: Name = Name($number);
                )*
            }
        )*

        /// Qualified names of the elements.
        pub(crate) static NAMES: &[&str] = &[$($($text,)*)*];
    };
}

/// Declares the constants of the attributes and the table of their names.
macro_rules! attribute_names {
    ($($prefix:ident { $($constant:ident $number:literal $text:literal,)* })*) => {
        /// The attributes; those of `com` and `pat` stand here directly.
        pub mod attr {
            pub use self::com::*;
            pub use self::pat::*;

            $(
                #[doc = concat!("The attributes of the vocabulary `", stringify!($prefix), "`.")]
                pub mod $prefix {
                    use super::super::AttrName;
                    $(
                        #[doc = concat!("The attribute `", $text, "`.")]
                        pub const $constant: AttrName = AttrName($number);
                    )*
                }
            )*
        }

        /// Names of the attributes as they are written.
        pub(crate) static ATTRIBUTE_NAMES: &[&str] = &[$($($text,)*)*];
    };
}

#[rustfmt::skip]
mod names;
#[rustfmt::skip]
mod values;

pub(crate) use elements::{ATTRIBUTES, ELEMENTS, PARTICLES, SETS};
pub(crate) use names::{ATTRIBUTE_NAMES, MATHML, NAMES, VOCABULARIES};
pub(crate) use values::TYPES;

/// How many attributes of each list are required.
static REQUIRED: [u8; ATTRIBUTES.len()] = {
    let mut counts = [0; ATTRIBUTES.len()];
    let mut list = 0;
    while list < ATTRIBUTES.len() {
        let mut at = 0;
        while at < ATTRIBUTES[list].len() {
            counts[list] += ATTRIBUTES[list][at].required as u8;
            at += 1;
        }
        list += 1;
    }
    counts
};

const fn empty(attributes: u16) -> Element {
    Element {
        content: Content::Empty,
        attributes,
    }
}

const fn value(kind: u16, attributes: u16) -> Element {
    Element {
        content: Content::Simple(kind),
        attributes,
    }
}

const fn children(particle: u16, attributes: u16) -> Element {
    Element {
        content: Content::Children(particle),
        attributes,
    }
}

const fn mixed(particle: u16, attributes: u16) -> Element {
    Element {
        content: Content::Mixed(particle),
        attributes,
    }
}

const fn text_only(attributes: u16) -> Element {
    Element {
        content: Content::Text,
        attributes,
    }
}

const fn optional(name: u16, kind: u16) -> Attribute {
    Attribute {
        name,
        kind,
        required: false,
        default: None,
    }
}

const fn required(name: u16, kind: u16) -> Attribute {
    Attribute {
        name,
        kind,
        required: true,
        default: None,
    }
}

const fn defaulted(name: u16, kind: u16, default: &'static str) -> Attribute {
    Attribute {
        name,
        kind,
        required: false,
        default: Some(default),
    }
}

impl Name {
    /// The qualified name, such as `pat:Claim`.
    pub fn text(self) -> &'static str {
        NAMES[usize::from(self.0)]
    }

    /// The element of a qualified name, such as `pat:Claim`.
    pub fn find(qualified: &str) -> Option<Self> {
        lookup::element(qualified).map(Self)
    }

    /// The MathML element of a local name, such as `mrow`.
    pub fn mathml(local: &str) -> Option<Self> {
        lookup::mathml_element(local).map(Self)
    }

    /// What the element may hold, in broad terms.
    pub fn content(self) -> ContentKind {
        match self.element().content {
            Content::Empty => ContentKind::Empty,
            Content::Simple(_) => ContentKind::Simple,
            Content::Children(_) => ContentKind::Children,
            Content::Mixed(_) | Content::Text => ContentKind::Mixed,
        }
    }

    /// Whether the element may hold text: mixed content, or a simple type that takes this text.
    pub fn takes_text(self, text: &str) -> bool {
        match self.element().content {
            Content::Empty | Content::Children(_) => false,
            Content::Simple(kind) => kind::fits(&TYPES[usize::from(kind)], text),
            Content::Mixed(_) | Content::Text => true,
        }
    }

    /// The values that the simple type of the element enumerates, sorted; none if it is open.
    pub fn values(self) -> &'static [&'static str] {
        match self.element().content {
            Content::Simple(kind) => TYPES[usize::from(kind)].values(),
            _ => &[],
        }
    }

    /// The values that the type of an attribute enumerates, sorted; none if it is open.
    pub fn attribute_values(self, name: AttrName) -> &'static [&'static str] {
        self.attribute(name.0)
            .map_or(&[], |attribute| attribute.kind().values())
    }

    /// The type of an attribute of the element.
    pub(crate) fn attribute_type(self, name: AttrName) -> Option<&'static kind::Type> {
        self.attribute(name.0)
            .map(|attribute| &TYPES[usize::from(attribute.kind)])
    }

    /// All elements of the schemas.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..NAMES.len() as u16).map(Self)
    }

    /// Whether a child of this name has a place somewhere in the element's content model.
    pub fn allows(self, child: Self) -> bool {
        self.particle()
            .is_some_and(|particle| particle.contains(child.0))
    }

    /// Whether the element has the attribute and its type takes the value.
    pub fn takes_attribute(self, name: AttrName, value: &str) -> bool {
        self.attribute(name.0)
            .is_some_and(|attribute| kind::fits(&TYPES[usize::from(attribute.kind)], value))
    }

    /// The attributes of the element: name, whether it is required, and its default.
    pub fn attributes(self) -> impl Iterator<Item = (AttrName, bool, Option<&'static str>)> {
        self.attribute_list().iter().map(|attribute| {
            (
                AttrName(attribute.name),
                attribute.required,
                attribute.default,
            )
        })
    }

    /// Whether the text of a leaf is one of a list of values.
    pub(crate) fn is_enumerated(self) -> bool {
        self.leaf_type()
            .is_some_and(|kind| !kind.values().is_empty())
    }

    /// Whether a leaf takes exactly this text.
    pub(crate) fn accepts(self, text: &str) -> bool {
        self.leaf_type().is_some_and(|kind| kind.accepts(text))
    }

    fn leaf_type(self) -> Option<&'static kind::Type> {
        match self.element().content {
            Content::Simple(kind) => Some(&TYPES[usize::from(kind)]),
            _ => None,
        }
    }

    pub(crate) fn element(self) -> &'static Element {
        &ELEMENTS[usize::from(self.0)]
    }

    /// The root of the content model.
    pub(crate) fn particle(self) -> Option<&'static Particle> {
        match self.element().content {
            Content::Children(particle) | Content::Mixed(particle) => {
                Some(&PARTICLES[usize::from(particle)])
            }
            Content::Empty | Content::Simple(_) | Content::Text => None,
        }
    }

    pub(crate) fn attribute_list(self) -> &'static [Attribute] {
        ATTRIBUTES[usize::from(self.element().attributes)]
    }

    /// How many attributes the element requires.
    pub(crate) fn required_attributes(self) -> u8 {
        REQUIRED[usize::from(self.element().attributes)]
    }

    /// The declaration of an attribute of this element.
    pub(crate) fn attribute(self, name: u16) -> Option<&'static Attribute> {
        let list = self.attribute_list();
        if list.len() <= 8 {
            return list.iter().find(|attribute| attribute.name == name);
        }
        let position = list
            .binary_search_by_key(&name, |attribute| attribute.name)
            .ok()?;
        Some(&list[position])
    }

    /// Whether the element is of MathML, where nothing is reordered or filled in.
    pub(crate) fn is_mathml(self) -> bool {
        VOCABULARIES[MATHML].names.contains(&self.0)
    }
}

impl AttrName {
    /// The name as it is written, such as `com:id`.
    pub fn text(self) -> &'static str {
        ATTRIBUTE_NAMES[usize::from(self.0)]
    }

    /// All attributes of the schemas.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ATTRIBUTE_NAMES.len() as u16).map(Self)
    }

    /// The attribute of a qualified name, such as `com:id`; MathML attributes have no prefix.
    pub fn find(qualified: &str) -> Option<Self> {
        lookup::attribute(qualified).map(Self)
    }

    /// The MathML attribute of a name, such as `mathvariant`.
    pub fn mathml(name: &str) -> Option<Self> {
        Self::find(name).filter(|found| VOCABULARIES[MATHML].attributes.contains(&found.0))
    }
}

impl Attribute {
    pub(crate) fn kind(&self) -> &'static Type {
        &TYPES[usize::from(self.kind)]
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.text())
    }
}

impl fmt::Debug for AttrName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.text())
    }
}

#[cfg(test)]
mod tests;
