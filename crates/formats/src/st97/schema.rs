//! The JSON Schema of ST.97 documents, made from the same tables as the writer.
//!
//! Clause: ST.97

mod kind;

use super::shape::{self, Form, Part, Shape, Term};
use super::writer::is_list_in_choice;
use super::{EMPTY, INSTRUCTION, TEXT, name};
use crate::component::schema::{Content, ContentKind, Name, TYPES};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The components that may stand alone, by their names in JSON.
#[must_use]
pub fn components() -> Vec<&'static str> {
    let mut names: Vec<&str> = super::reader::roots().map(name::of).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The schema (JSON Schema, draft 2020-12) of documents of one component, or of all; `None` for an unknown one.
#[must_use]
pub fn schema(component: Option<&str>) -> Option<String> {
    let roots: Vec<Name> = super::reader::roots()
        .filter(|root| component.is_none_or(|component| name::of(*root) == component))
        .collect();
    if roots.is_empty() {
        return None;
    }
    let mut book = Book::default();
    let mut properties: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for root in roots {
        properties
            .entry(name::of(root))
            .or_default()
            .push(book.element(root));
    }
    let properties: Map<String, Value> = properties
        .into_iter()
        .map(|(name, forms)| (name.to_owned(), any_of(forms)))
        .collect();
    let title = component.map_or_else(
        || "IP data in JSON (WIPO ST.97), components of ST.96 V6_0".to_owned(),
        |component| format!("{component} (WIPO ST.97), component of ST.96 V6_0"),
    );
    while let Some((key, form)) = book.waiting.pop() {
        let made = book.definition(form);
        book.definitions.insert(key, made);
    }
    let whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "minProperties": 1,
        "maxProperties": 1,
        "$defs": book.definitions,
    });
    Some(serde_json::to_string_pretty(&whole).expect("a schema can be written to memory"))
}

/// A type as it is met: its shape, and an element of it.
#[derive(Clone, Copy)]
struct Met {
    shape: &'static Shape,
    element: Name,
}

#[derive(Default)]
struct Book {
    definitions: Map<String, Value>,
    /// The key of each type, by the place of its shape in the tables.
    keys: BTreeMap<usize, String>,
    waiting: Vec<(String, Met)>,
}

impl Book {
    /// The schema of an element's value.
    fn element(&mut self, name: Name) -> Value {
        match shape::form(name) {
            Form::Plain => kind::of(leaf(name)),
            Form::Runs => {
                self.definitions
                    .entry("markup")
                    .or_insert_with(|| json!({
                        "type": "object",
                        "description": "An element of MathML: its attributes, and what stands in it.",
                        "additionalProperties": { "type": ["string", "number", "boolean", "array"] }
                    }));
                json!({ "$ref": "#/$defs/markup" })
            }
            Form::Shaped(shape) => {
                let key = self.key(shape, name);
                json!({ "$ref": format!("#/$defs/{key}") })
            }
        }
    }

    fn key(&mut self, shape: &'static Shape, element: Name) -> String {
        if let Some(key) = self.keys.get(&shape.number()) {
            return key.clone();
        }
        let same = |key: &String| key.split('.').next() == Some(shape.name);
        let before = self.keys.values().filter(|key| same(key)).count();
        let key = match before {
            0 => shape.name.to_owned(),
            before => format!("{}.{}", shape.name, before + 1),
        };
        self.keys.insert(shape.number(), key.clone());
        self.waiting.push((key.clone(), Met { shape, element }));
        key
    }

    /// The schema of a type.
    fn definition(&mut self, met: Met) -> Value {
        let content = met.element.content();
        let mut all = Vec::new();
        let mut level = Some(met.shape);
        while let Some(shape) = level {
            children(shape.parts(), &mut all);
            level = shape.base();
        }
        let runs = match content {
            ContentKind::Simple | ContentKind::Empty => None,
            ContentKind::Mixed => Some(self.runs(&all, true)),
            ContentKind::Children => Some(self.runs(&all, false)),
        };
        self.object(met, met.shape, runs.as_ref())
    }

    /// The object of one level of a type, with the object of its base within.
    fn object(&mut self, met: Met, shape: &'static Shape, runs: Option<&Value>) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for attribute in shape.attributes() {
            let value = kind::of(met.element.attribute_type(attribute));
            properties.insert(name::of_attribute(attribute).to_owned(), value);
        }
        match shape.base() {
            Some(base) => {
                let inner = self.object(met, base, runs);
                properties.insert(base.name.to_owned(), inner);
            }
            None => {
                let text = match runs {
                    Some(runs) => Some(runs.clone()),
                    None => leaf(met.element).map(|kind| kind::of(Some(kind))),
                };
                properties.extend(text.map(|text| (TEXT.to_owned(), text)));
            }
        }
        if met.element.content() == ContentKind::Children {
            self.parts(shape.parts(), &mut properties, &mut required);
        }
        closed(properties, &required)
    }

    /// The properties of the particles of one object.
    fn parts(
        &mut self,
        parts: &'static [Part],
        properties: &mut Map<String, Value>,
        required: &mut Vec<&'static str>,
    ) {
        let mut found: BTreeMap<&'static str, Vec<Value>> = BTreeMap::new();
        for part in parts {
            self.part(part, Around::default(), &mut found, required);
        }
        for (name, forms) in found {
            properties.insert(name.to_owned(), any_of(forms));
        }
        let names = json!({ "type": "array", "items": { "type": "string" }, "minItems": 1 });
        properties.insert(EMPTY.to_owned(), names);
    }

    fn part(
        &mut self,
        part: &'static Part,
        around: Around,
        found: &mut BTreeMap<&'static str, Vec<Value>>,
        required: &mut Vec<&'static str>,
    ) {
        let inside = Around {
            repeated: around.repeated || part.repeats() && matches!(part.term, Term::Choice(..)),
            optional: around.optional || part.min == 0 || matches!(part.term, Term::Choice(..)),
        };
        if let Term::Element(child) = part.term {
            let one = self.element(child);
            let form = if part.repeats() || around.repeated && is_list_in_choice(child) {
                list(&one)
            } else if around.repeated {
                json!({ "anyOf": [one, list(&one)] })
            } else {
                one
            };
            found.entry(name::of(child)).or_default().push(form);
            if !inside.optional {
                required.push(name::of(child));
            }
            return;
        }
        if part.label.is_empty() {
            for inner in part.parts() {
                self.part(inner, inside, found, required);
            }
            return;
        }
        let mut properties = Map::new();
        let mut own = Vec::new();
        let mut within: BTreeMap<&'static str, Vec<Value>> = BTreeMap::new();
        let fresh = Around {
            repeated: inside.repeated && matches!(part.term, Term::Choice(..)),
            optional: matches!(part.term, Term::Choice(..)),
        };
        for inner in part.parts() {
            self.part(inner, fresh, &mut within, &mut own);
        }
        for (name, forms) in within {
            properties.insert(name.to_owned(), any_of(forms));
        }
        let names = json!({ "type": "array", "items": { "type": "string" }, "minItems": 1 });
        properties.insert(EMPTY.to_owned(), names);
        let one = closed(properties, &own);
        let form = if part.repeats() && matches!(part.term, Term::Sequence(..)) {
            list(&one)
        } else if around.repeated {
            json!({ "anyOf": [one, list(&one)] })
        } else {
            one
        };
        found.entry(part.label).or_default().push(form);
    }

    /// Texts and elements in their order.
    fn runs(&mut self, children: &[Name], texts: bool) -> Value {
        let mut forms: BTreeMap<&'static str, Vec<Value>> = BTreeMap::new();
        for child in children {
            let form = self.element(*child);
            forms.entry(name::of(*child)).or_default().push(form);
        }
        let mut properties: Map<String, Value> = forms
            .into_iter()
            .map(|(name, forms)| (name.to_owned(), any_of(forms)))
            .collect();
        properties.insert(INSTRUCTION.to_owned(), json!({ "type": "string" }));
        let names = json!({ "type": "array", "items": { "type": "string" }, "minItems": 1 });
        properties.insert(EMPTY.to_owned(), names);
        let run = json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
            "minProperties": 1,
            "maxProperties": 1,
        });
        let item = if texts {
            json!({ "anyOf": [{ "type": "string" }, run] })
        } else {
            run
        };
        let runs = json!({ "type": "array", "items": item, "minItems": 1 });
        if texts {
            json!({ "anyOf": [{ "type": "string", "minLength": 1 }, runs] })
        } else {
            runs
        }
    }
}

/// What groups around a particle say of it.
#[derive(Clone, Copy, Default)]
struct Around {
    /// A choice around it repeats.
    repeated: bool,
    /// It need not be there.
    optional: bool,
}

/// An object with no other properties; what is required may also be empty, or stand in runs.
fn closed(properties: Map<String, Value>, required: &[&str]) -> Value {
    let mut object = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "minProperties": 1,
    });
    if !required.is_empty() {
        let mut required = required.to_vec();
        required.sort_unstable();
        required.dedup();
        object["anyOf"] = json!([
            { "required": required },
            { "required": [EMPTY] },
            { "required": [TEXT] },
        ]);
    }
    object
}

/// One or more; an element without any content keeps its place among them as an empty object.
fn list(one: &Value) -> Value {
    let item = json!({ "anyOf": [one, { "type": "object", "maxProperties": 0 }] });
    json!({ "type": "array", "items": item, "minItems": 1 })
}

/// One of several forms, each named once.
fn any_of(forms: Vec<Value>) -> Value {
    let mut different: Vec<Value> = Vec::new();
    for form in forms {
        if !different.contains(&form) {
            different.push(form);
        }
    }
    if different.len() == 1 {
        different.remove(0)
    } else {
        json!({ "anyOf": different })
    }
}

/// All elements that particles name.
fn children(parts: &'static [Part], into: &mut Vec<Name>) {
    for part in parts {
        match part.term {
            Term::Element(name) => into.push(name),
            Term::Sequence(..) | Term::Choice(..) => children(part.parts(), into),
        }
    }
}

/// The type of an element's text, if that is simple.
fn leaf(name: Name) -> Option<&'static crate::component::schema::kind::Type> {
    match name.element().content {
        Content::Simple(kind) => Some(&TYPES[usize::from(kind)]),
        _ => None,
    }
}
