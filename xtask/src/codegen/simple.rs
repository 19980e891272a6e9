//! Simple types, as the expressions that the generated tables hold.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Context as _, bail};
use roxmltree::Node;

use super::xsd::{Schemas, part, parts};

/// A simple type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Simple {
    /// A variant of the runtime type without content.
    Builtin(&'static str),
    /// Enumerated values; white space around them does not count.
    OneOf(BTreeSet<String>),
    /// Enumerated values, compared as they stand.
    Literal(BTreeSet<String>),
    /// A variant of the runtime patterns.
    Pattern(&'static str),
    /// One value only.
    Exact(String),
    /// A list with its least and greatest length.
    List(Box<Self>, u8, u8),
    /// Any of several types.
    Union(Vec<Self>),
}

/// The built-in types and the runtime variants that hold them.
const BUILTIN: &[(&str, &str)] = &[
    ("anySimpleType", "Text"),
    ("string", "Text"),
    ("token", "Token"),
    ("boolean", "Boolean"),
    ("decimal", "Decimal"),
    ("integer", "Integer"),
    ("nonNegativeInteger", "NonNegativeInteger"),
    ("positiveInteger", "PositiveInteger"),
    ("unsignedLong", "UnsignedLong"),
    ("date", "Date"),
    ("gYear", "Year"),
    ("gYearMonth", "YearMonth"),
    ("dateTime", "DateTime"),
    ("anyURI", "Uri"),
    ("NMTOKEN", "NmToken"),
    ("NMTOKENS", "NmTokens"),
    ("NCName", "NcName"),
    ("ID", "Id"),
    ("IDREF", "IdRef"),
    ("IDREFS", "IdRefs"),
    ("base64Binary", "Base64"),
];

/// Starts of the patterns of the schemas and the hand-written matchers for them.
const PATTERNS: &[(&str, &str)] = &[
    ("[0-9][1-9]|[1-9][0-9]", "ClassDigits"),
    ("[A-Z]", "Letter"),
    (
        "[a-z,A-Z,0-9][a-z,A-Z,0-9][a-z,A-Z,0-9][a-z,A-Z,0-9]",
        "AccessCode",
    ),
    (r"\d{2}\d{4}\d{9}", "FifteenDigits"),
    (r"\d{6}", "SixDigits"),
    (r"[0-9][0-9]\-[0-9][0-9]|[0-9][0-9]", "LocarnoClass"),
    ("[/*/]*[0-9]{4}", "MaskedCard"),
    ("[A-Z]{3}[0-9]{6}", "NotificationNumber"),
    (r"[0-9]{9}([0-9]|\s?)", "ReferenceNumber"),
    (r"\s*((-?[0-9]*(\.[0-9]*)?(e[mx]|in", "MathLength"),
    (r"\s*([\+\-]?[0-9]*(\.[0-9]*)?\s*((%?", "MathPadding"),
    (r"\s*\S\s*", "OneCharacter"),
    (r"\s*((#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?)|[aA]", "Color"),
    (
        r"(\s*\{\s*(left|center|right|decimalpoint)",
        "GroupAlignment",
    ),
    (
        r"\s*(top|bottom|center|baseline|axis)(\s+-?[0-9]+)?\s*",
        "TableAlignment",
    ),
];

/// The type of a qualified name.
pub(crate) fn named(schemas: &Schemas<'_>, name: &str) -> anyhow::Result<Simple> {
    if let Some(local) = name.strip_prefix("xsd:") {
        let found = BUILTIN.iter().find(|(known, _)| *known == local);
        let (_, variant) = found.with_context(|| format!("{name} is not handled"))?;
        return Ok(Simple::Builtin(variant));
    }
    inline(schemas, schemas.find("simpleType", name)?).with_context(|| format!("type {name}"))
}

/// The type that a `simpleType` node declares.
pub(crate) fn inline<'a>(schemas: &Schemas<'a>, node: Node<'_, 'a>) -> anyhow::Result<Simple> {
    let child = parts(node).next().context("a simple type is empty")?;
    match child.tag_name().name() {
        "restriction" => restriction(schemas, child),
        "list" => {
            let item = match schemas.reference(child, "itemType")? {
                Some(name) => named(schemas, &name)?,
                None => inline(
                    schemas,
                    part(child, "simpleType").context("a list has no type")?,
                )?,
            };
            Ok(Simple::List(Box::new(item), 0, u8::MAX))
        }
        "union" => {
            let mut members = Vec::new();
            for name in child
                .attribute("memberTypes")
                .unwrap_or_default()
                .split_whitespace()
            {
                members.push(named(schemas, &schemas.qualify(child, name)?)?);
            }
            for inner in parts(child) {
                members.push(inline(schemas, inner)?);
            }
            Ok(union(members))
        }
        other => bail!("{other} is not handled in a simple type"),
    }
}

fn restriction<'a>(schemas: &Schemas<'a>, node: Node<'_, 'a>) -> anyhow::Result<Simple> {
    let mut kind = match schemas.reference(node, "base")? {
        Some(name) => named(schemas, &name)?,
        None => inline(
            schemas,
            part(node, "simpleType").context("a restriction has no base")?,
        )?,
    };
    let mut values = BTreeSet::new();
    let text = kind == Simple::Builtin("Text") || matches!(kind, Simple::Literal(_));
    for facet in parts(node) {
        let value = facet.attribute("value").unwrap_or_default();
        match (facet.tag_name().name(), &mut kind) {
            ("simpleType", _) => {}
            ("enumeration", _) => {
                values.insert(if text { value } else { value.trim() }.to_owned());
            }
            ("pattern", Simple::Builtin("Boolean")) => kind = Simple::Exact(value.to_owned()),
            ("pattern", kind) => {
                let found = PATTERNS.iter().find(|(start, _)| {
                    *start == value || (start.len() > 30 && value.starts_with(start))
                });
                let (_, variant) =
                    found.with_context(|| format!("no matcher for the pattern {value}"))?;
                *kind = Simple::Pattern(variant);
            }
            ("minLength", Simple::List(_, min, _)) => *min = value.parse()?,
            ("length", Simple::List(_, min, max)) => {
                *min = value.parse()?;
                *max = *min;
            }
            ("maxLength", Simple::Builtin("Token")) if value == "0" => {
                kind = Simple::Builtin("Blank");
            }
            // The patterns that follow these lengths are of exactly these lengths.
            ("length", Simple::Builtin("Token")) => {}
            ("maxInclusive", Simple::Builtin("PositiveInteger")) if value == "45" => {
                kind = Simple::Pattern("NiceClass");
            }
            (facet, kind) => bail!("the facet {facet} {value} of {kind:?} is not handled"),
        }
    }
    if values.is_empty() {
        return Ok(kind);
    }
    Ok(if text {
        Simple::Literal(values)
    } else {
        Simple::OneOf(values)
    })
}

/// A union; enumerations in it become one, and a member that takes everything is the union.
fn union(members: Vec<Simple>) -> Simple {
    for all in ["Text", "Token"] {
        if members.contains(&Simple::Builtin(all)) {
            return Simple::Builtin(all);
        }
    }
    let mut values = BTreeSet::new();
    let mut others: Vec<Simple> = Vec::new();
    for member in members {
        match member {
            Simple::OneOf(more) => values.extend(more),
            other if others.contains(&other) => {}
            other => others.push(other),
        }
    }
    if !values.is_empty() {
        others.push(Simple::OneOf(values));
    }
    if others.len() == 1 {
        others.remove(0)
    } else {
        Simple::Union(others)
    }
}

impl Simple {
    /// The enumerated values.
    pub(crate) fn values(&self) -> Vec<String> {
        match self {
            Self::OneOf(values) | Self::Literal(values) => values.iter().cloned().collect(),
            Self::Union(members) => members.iter().flat_map(Self::values).collect(),
            _ => Vec::new(),
        }
    }

    /// The type as an expression of the generated tables.
    pub(crate) fn expression(&self) -> String {
        let list = |values: &BTreeSet<String>| {
            let mut out = String::new();
            for (position, value) in values.iter().enumerate() {
                let separator = match position {
                    0 => "",
                    _ if position % 12 == 0 => ",\n    ",
                    _ => ", ",
                };
                write!(out, "{separator}{value:?}").expect("writing to a string cannot fail");
            }
            out
        };
        match self {
            Self::Builtin(variant) => (*variant).to_owned(),
            Self::OneOf(values) => format!("OneOf(&[{}])", list(values)),
            Self::Literal(values) => format!("Literal(&[{}])", list(values)),
            Self::Pattern(variant) => format!("Pattern(Pattern::{variant})"),
            Self::Exact(value) => format!("Exact({value:?})"),
            Self::List(item, min, max) => format!("List(&{}, {min}, {max})", item.expression()),
            Self::Union(members) => {
                let members: Vec<_> = members.iter().map(Self::expression).collect();
                format!("Union(&[{}])", members.join(", "))
            }
        }
    }
}
