//! What is kept while a document is written: facts for the free-text place, and what is said of the output.

use super::content;
use super::element::{Child, Element, is_forbidden, is_name};
use super::statement::is_office_word;
use crate::Cost;
use model::{Finding, Severity, Shape, Sink};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A document on its way to ST.36.
#[derive(Debug, Default)]
pub(super) struct Sheet<'r> {
    /// Facts for the free-text place: code and text.
    notes: Vec<(Cow<'r, str>, String)>,
    cost: Cost,
}

impl<'r> Sheet<'r> {
    /// Keeps a fact for the free-text place of the document.
    pub(super) fn note(&mut self, code: impl Into<Cow<'r, str>>, text: impl Into<String>) {
        let (code, text) = (code.into(), text.into());
        let text = text.trim();
        if !text.is_empty() || !code.is_empty() {
            self.notes.push((code, text.to_owned()));
        }
    }

    /// Says what is not in the output.
    pub(super) fn lose(&mut self, message: String, text: &str, hint: &str) {
        self.cost.lost += model::text::words(text);
        let finding = Finding::new("st36/no-place", Severity::Warning, message);
        self.cost.findings.push(finding.about(text).hint(hint));
    }

    /// Whether there are facts for the free-text place.
    pub(super) fn has_notes(&self) -> bool {
        !self.notes.is_empty()
    }

    /// Puts the facts into the free-text place of the bibliographic data.
    ///
    /// Clause: ST.36 bibliographic-data
    pub(super) fn place(&mut self, biblio: &mut Element<'r>) {
        for (code, text) in std::mem::take(&mut self.notes) {
            let line = match (code.as_ref(), text.as_str()) {
                ("", text) => text.to_owned(),
                (code, "") => code.to_owned(),
                (code, text) => format!("{code}: {text}"),
            };
            let message =
                format!("ST.36 has no place of its own for {code}; it stands in a free text");
            let finding = Finding::new("st36/free-text", Severity::Info, message);
            self.cost.findings.push(finding.about(text));
            biblio.leaf("text", line);
        }
    }

    /// Puts the document in the order of the standard, mends its identifiers, and gives what is said of it.
    pub(super) fn finish(mut self, root: &mut Element<'r>) -> Cost {
        identify(root, &mut self.cost);
        let mut seen = Seen::default();
        seen.element(root, false);
        seen.say(&mut self.cost);
        self.cost
    }
}

/// All words of a part of the record in one line.
pub(super) fn said(part: &impl Shape) -> String {
    struct Words(Vec<String>);
    impl Sink for Words {
        fn text(&mut self, text: &str) {
            self.0.push(text.trim().to_owned());
        }
        fn number(&mut self, _: i64) {}
        fn flag(&mut self, _: bool) {}
        fn begin_list(&mut self) {}
        fn end_list(&mut self) {}
        fn begin_fields(&mut self) {}
        fn field(&mut self, _: &'static str) {}
        fn end_fields(&mut self) {}
    }
    let mut words = Words(Vec::new());
    part.put(&mut words);
    words.0.join(" ")
}

/// What was seen in the output, and how often.
#[derive(Debug, Default)]
struct Seen {
    /// Elements that the standard does not know where they stand.
    elements: BTreeMap<(String, String), usize>,
    /// Attributes that the standard does not know, by the element that has them.
    attributes: BTreeMap<String, BTreeMap<String, (usize, String)>>,
    /// Attributes that could not be written.
    refused: BTreeMap<String, (usize, String)>,
    /// Children that the standard demands.
    missing: BTreeMap<(String, &'static str), usize>,
    /// Elements whose text had forbidden characters.
    characters: BTreeMap<String, usize>,
}

impl Seen {
    /// Looks at an element and puts its children in order; a report has a structure of its own, which is its office's.
    fn element(&mut self, element: &mut Element<'_>, is_own: bool) {
        let is_open = OPEN.contains(&element.name.as_ref());
        let content = content::of(&element.name).filter(|_| !is_own && !is_open);
        for (name, value) in &element.refused {
            count(
                &mut self.refused,
                format!("{}/@{name}", element.name),
                value,
            );
        }
        for (name, value) in &element.attributes {
            if value.contains(is_forbidden) {
                *self.characters.entry(element.name.to_string()).or_default() += 1;
            }
            if content.is_some_and(|content| !content.attributes.contains(&name.as_ref())) {
                let own = self.attributes.entry(element.name.to_string());
                count(own.or_default(), name.to_string(), value);
            }
        }
        if let Some(content) = content {
            sort(element, content);
            for name in &content.demanded {
                if !children(element).any(|child| child.name == *name) {
                    let key = (element.name.to_string(), *name);
                    *self.missing.entry(key).or_default() += 1;
                }
            }
        }
        let is_report = is_own || content.is_none();
        for child in &mut element.children {
            match child {
                Child::Element(child) => {
                    let is_known =
                        content.is_some_and(|content| content.children.contains(&&*child.name));
                    if !is_known && content.is_some() && !is_office_word(&child.name) {
                        let key = (child.name.to_string(), element.name.to_string());
                        *self.elements.entry(key).or_default() += 1;
                    }
                    self.element(child, is_report || child.name == "search-report-data");
                }
                Child::Text(text) if text.contains(is_forbidden) => {
                    *self.characters.entry(element.name.to_string()).or_default() += 1;
                }
                Child::Text(_) | Child::Instruction(_) => {}
            }
        }
    }

    fn say(self, cost: &mut Cost) {
        let mut say = |rule: &str, message: String, path: String, text: String| {
            let finding = Finding::new(rule, Severity::Info, message);
            cost.findings.push(finding.at(path).about(text));
        };
        for ((name, parent), count) in self.elements {
            let times = times(count);
            let message = format!(
                "ST.36 has no {name} in {parent}; it was written under the name that the source gives{times}"
            );
            say("st36/own-name", message, parent, String::new());
        }
        for (element, own) in self.attributes {
            let (mut names, mut values, mut most) = (Vec::new(), Vec::new(), 0);
            for (name, (count, said)) in own {
                names.push(name);
                values.push(said);
                most = most.max(count);
            }
            let message = format!(
                "ST.36 has no attribute {} of {element}; it was written under the name that the source gives{}",
                names.join(", "),
                times(most)
            );
            say("st36/own-name", message, element, values.join(" "));
        }
        for (path, (count, values)) in self.refused {
            let message = format!("ST.36 has no place for {path}{}", times(count));
            say("st36/no-place", message, path, values);
        }
        for ((parent, name), count) in self.missing {
            let times = times(count);
            let message = format!(
                "ST.36 demands {name} in {parent}, and the source gives none; nothing was written for it{times}"
            );
            say("st36/missing-mandatory", message, parent, String::new());
        }
        for (name, count) in self.characters {
            let message = format!(
                "characters that XML does not allow were replaced in {name}{}",
                times(count)
            );
            say("st36/character", message, name, String::new());
        }
    }
}

/// Elements that other vocabularies fill.
const OPEN: &[&str] = &["math"];

fn children<'e, 'r>(element: &'e Element<'r>) -> impl Iterator<Item = &'e Element<'r>> {
    element.children.iter().filter_map(|child| match child {
        Child::Element(child) => Some(child),
        Child::Text(_) | Child::Instruction(_) => None,
    })
}

/// Puts the children in the order of the standard; what it does not know stands before the free text at the end.
fn sort(element: &mut Element<'_>, content: &content::Content) {
    let only_elements = element
        .children
        .iter()
        .all(|child| matches!(child, Child::Element(_)));
    if !content.is_sequence || !only_elements {
        return;
    }
    let end = content.children.len();
    element.children.sort_by_key(|child| match child {
        Child::Element(child) => {
            let place = content.children.iter().position(|name| *name == child.name);
            match place {
                Some(_) if child.name == "text" => (end, 1),
                Some(place) => (place, 0),
                None => (end, 0),
            }
        }
        Child::Text(_) | Child::Instruction(_) => (end, 0),
    });
}

fn count(map: &mut BTreeMap<String, (usize, String)>, path: String, value: &str) {
    let (count, values) = map.entry(path).or_default();
    *count += 1;
    if !values.is_empty() {
        values.push(' ');
    }
    values.push_str(value);
}

fn times(count: usize) -> String {
    if count > 1 {
        format!(" ({count} times)")
    } else {
        String::new()
    }
}

/// Makes identifiers names that stand once, and references point to them.
fn identify(root: &mut Element<'_>, cost: &mut Cost) {
    let mut ids = Ids::default();
    ids.collect(root);
    ids.point(root);
    let Ids { bad, lost, .. } = ids;
    let mut say = |values: Vec<String>, what: &str| {
        if !values.is_empty() {
            let finding = Finding::new("st36/identifier", Severity::Info, what);
            cost.findings.push(finding.about(values.join(" ")));
        }
    };
    say(
        bad,
        "identifiers are no XML names, or not the only ones; they were changed or left out",
    );
    say(
        lost,
        "references point to nothing in the document; they were left out",
    );
}

#[derive(Debug, Default)]
struct Ids {
    known: BTreeSet<String>,
    renamed: BTreeMap<String, String>,
    bad: Vec<String>,
    lost: Vec<String>,
}

impl Ids {
    fn collect(&mut self, element: &mut Element<'_>) {
        let mut kept = Vec::with_capacity(element.attributes.len());
        for (name, value) in std::mem::take(&mut element.attributes) {
            if name != "id" {
                kept.push((name, value));
                continue;
            }
            let proper = proper(&value);
            if self.known.contains(&proper) {
                self.bad.push(value.into_owned());
                continue;
            }
            self.known.insert(proper.clone());
            if proper == value {
                kept.push((name, value));
            } else {
                self.bad.push(value.to_string());
                self.renamed.insert(value.into_owned(), proper.clone());
                kept.push((name, Cow::Owned(proper)));
            }
        }
        element.attributes = kept;
        for child in &mut element.children {
            if let Child::Element(child) = child {
                self.collect(child);
            }
        }
    }

    fn point(&mut self, element: &mut Element<'_>) {
        for (name, value) in &mut element.attributes {
            if name != "idref" {
                continue;
            }
            let mut targets = Vec::new();
            let mut is_same = true;
            for target in value.split_whitespace() {
                let target = match self.renamed.get(target) {
                    Some(renamed) => {
                        is_same = false;
                        renamed.as_str()
                    }
                    None => target,
                };
                if self.known.contains(target) {
                    targets.push(target.to_owned());
                } else {
                    is_same = false;
                    self.lost.push(target.to_owned());
                }
            }
            if !is_same {
                *value = Cow::Owned(targets.join(" "));
            }
        }
        element
            .attributes
            .retain(|(name, value)| name != "idref" || !value.is_empty());
        for child in &mut element.children {
            if let Child::Element(child) = child {
                self.point(child);
            }
        }
    }
}

/// An identifier as a name of XML.
fn proper(value: &str) -> String {
    if is_name(value) {
        return value.to_owned();
    }
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let name: String = value
        .trim()
        .chars()
        .map(|c| if plain(c) { c } else { '_' })
        .collect();
    if is_name(&name) {
        name
    } else {
        format!("_{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_stand_once_and_references_follow() {
        let mut root = Element::new("description");
        root.add(Element::new("p").with("id", "1 a"));
        root.add(Element::new("p").with("id", "b"));
        root.add(Element::new("p").with("id", "b"));
        let mut p = Element::new("p");
        p.add(Element::new("crossref").with("idref", "b nothing"));
        p.add(Element::new("crossref").with("idref", "nothing"));
        root.add(p);
        let cost = Sheet::default().finish(&mut root);
        let mut out = Vec::new();
        root.write(&mut out);
        let out = String::from_utf8(out).unwrap();
        assert!(
            out.contains("<p id=\"_1_a\"/>\n<p id=\"b\"/>\n<p/>"),
            "{out}"
        );
        assert!(out.contains("<crossref idref=\"b\"/><crossref/>"), "{out}");
        let rules: Vec<&str> = cost.findings.iter().map(|f| f.rule.as_str()).collect();
        assert_eq!(rules, ["st36/identifier", "st36/identifier"]);
    }

    #[test]
    fn parts_stand_in_the_order_of_the_standard() {
        let mut id = Element::new("document-id");
        id.leaf("date", "20200101");
        id.leaf("thing", "x");
        id.leaf("country", "US");
        let cost = Sheet::default().finish(&mut id);
        let mut out = Vec::new();
        id.write(&mut out);
        let out = String::from_utf8(out).unwrap();
        assert_eq!(
            out,
            "<document-id>\n<country>US</country>\n<date>20200101</date>\n<thing>x</thing>\n</document-id>"
        );
        let rules: Vec<&str> = cost.findings.iter().map(|f| f.rule.as_str()).collect();
        assert_eq!(rules, ["st36/own-name", "st36/missing-mandatory"]);
    }
}
