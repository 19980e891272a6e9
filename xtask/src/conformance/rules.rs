//! How a minimal document is completed, as lines of a file of rules.
//!
//! A line is one of
//!
//! * `leaf NAMES VALUE`: what stands in an element that the path of a row ends with;
//! * `attribute NAME VALUE`: the same for an attribute;
//! * `place DOCUMENT NAMES [CONDITION ...] PATH`: where paths that begin with one of the names stand in a document
//!   (`*` is that name);
//! * `wordless CONDITION ...`: rows of which the place is looked for, and not the words in it;
//! * `alias NAME NAME`: a name that the table writes otherwise than the standard;
//! * `source NAME NAME`: the same for the source of a row;
//! * `typed`: names are those of ST.96, and values are such as its schemas allow;
//! * `when NAMES [CONDITION ...] ACTION`: what an element needs so that a document makes sense.

mod condition;

use anyhow::{Context as _, bail};

use super::node::{Content, MADE_UP, Node, fragment};
use super::path;
use super::table::Row;
use super::typed;
use condition::Condition;

/// The rules of one standard's documents.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    leaves: Vec<(String, String)>,
    attributes: Vec<(String, String)>,
    places: Vec<Place>,
    aliases: Vec<(String, String)>,
    sources: Vec<(String, String)>,
    completions: Vec<Completion>,
    wordless: Vec<Vec<Condition>>,
    is_typed: bool,
}

#[derive(Debug)]
struct Place {
    document: String,
    names: String,
    conditions: Vec<Condition>,
    path: String,
}

#[derive(Debug)]
struct Completion {
    names: String,
    conditions: Vec<Condition>,
    action: Action,
}

#[derive(Debug)]
enum Action {
    Append(Vec<Content>),
    Prepend(Vec<Content>),
    Attribute(String, String),
    Text(String),
    Set(String, String),
    Remove(String),
    Wrap(String),
}

/// More rounds than this change nothing.
const ROUNDS: usize = 4;

impl Rules {
    /// Reads a file of rules.
    pub(crate) fn parse(text: &str) -> anyhow::Result<Self> {
        let mut rules = Self::default();
        for (place, line) in text.lines().enumerate() {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                let number = place + 1;
                rules
                    .line(line)
                    .with_context(|| format!("line {number} of the rules: {line}"))?;
            }
        }
        Ok(rules)
    }

    fn line(&mut self, line: &str) -> anyhow::Result<()> {
        let (kind, rest) = word(line);
        let (first, rest) = word(rest);
        match kind {
            "wordless" => {
                let whole = line.split_once(' ').map_or("", |(_, rest)| rest);
                self.wordless.push(condition::several(whole).0);
            }
            "typed" => self.is_typed = true,
            "leaf" => self.leaves.push((first.to_owned(), rest.to_owned())),
            "attribute" => self.attributes.push((first.to_owned(), rest.to_owned())),
            "alias" => self.aliases.push((first.to_owned(), rest.to_owned())),
            "source" => self.sources.push((first.to_owned(), rest.to_owned())),
            "place" => {
                let (names, rest) = word(rest);
                let (conditions, path) = condition::several(rest);
                self.places.push(Place {
                    document: first.to_owned(),
                    names: names.to_owned(),
                    conditions,
                    path: path.to_owned(),
                });
            }
            "when" => {
                let (conditions, rest) = condition::several(rest);
                self.completions.push(Completion {
                    names: first.to_owned(),
                    conditions,
                    action: action(rest)?,
                });
            }
            _ => bail!("no rule begins with {kind}"),
        }
        Ok(())
    }

    /// The path from the root of a document to what a row speaks of.
    pub(crate) fn path(&self, row: &Row) -> String {
        let source = path::plain(&row.source);
        let (first, rest) = source.split_once('/').unwrap_or((&source, ""));
        let found = self.places.iter().find(|place| {
            place.document == row.document
                && is_one(&place.names, first)
                && place.conditions.iter().all(|one| one.holds_for_row(row))
        });
        let start = found.map_or_else(|| first.to_owned(), |place| place.path.replace('*', first));
        if rest.is_empty() {
            start
        } else {
            format!("{start}/{rest}")
        }
    }

    /// The name that the standard has for one of the table.
    pub(crate) fn standard_name<'a>(&'a self, name: &'a str) -> &'a str {
        let found = self.aliases.iter().find(|(from, _)| from == name);
        found.map_or(name, |(_, to)| to)
    }

    /// The name that the schema has for one of the table's source.
    fn source_name<'a>(&'a self, name: &'a str) -> &'a str {
        let found = self.sources.iter().find(|(from, _)| from == name);
        found.map_or(name, |(_, to)| to)
    }

    /// Whether the words of the source must stand in the target of a row.
    pub(crate) fn asks_for_words(&self, row: &Row) -> bool {
        let is_attribute = row.source.rsplit('/').next();
        let is_attribute = is_attribute.is_some_and(|step| step.starts_with('@'));
        let mut wordless = self.wordless.iter();
        let is_wordless =
            wordless.any(|conditions| conditions.iter().all(|one| one.holds_for_row(row)));
        !is_attribute && !is_wordless
    }

    /// Makes the document of a row.
    pub(crate) fn document(&self, row: &Row) -> Node {
        let path = self.path(row);
        let mut root = self.skeleton(&path);
        for _ in 0..ROUNDS {
            let before = root.clone();
            self.complete(&mut root, "", row);
            if root == before {
                break;
            }
        }
        root
    }

    /// The elements and the attribute of a path, and a value at its end.
    fn skeleton(&self, path: &str) -> Node {
        let mut steps = path.split('/');
        let first = steps.next().unwrap_or_default();
        let mut node = Node::new(self.source_name(first));
        let rest: Vec<&str> = steps.filter(|step| *step != "text()").collect();
        self.grow(&mut node, &rest);
        node
    }

    fn grow(&self, node: &mut Node, rest: &[&str]) {
        match rest {
            [step, rest @ ..] if !step.starts_with('@') => {
                let mut child = Node::new(self.source_name(step));
                self.grow(&mut child, rest);
                node.content.push(Content::Node(child));
            }
            _ => {
                node.is_leaf = true;
                let text = self.leaf(&node.name);
                if !text.is_empty() {
                    node.content.push(Content::Text(text));
                }
                if let [attribute, ..] = rest {
                    let name = attribute.trim_start_matches('@');
                    let value = self.attribute(&node.name, name);
                    node.set(name, &value);
                }
            }
        }
    }

    fn attribute(&self, element: &str, name: &str) -> String {
        let all = &self.attributes;
        let found = all.iter().find(|(names, _)| is_one(names, name));
        let found = found.map(|(_, value)| value.clone());
        let typed = || {
            let value = self.is_typed.then(|| typed::attribute(element, name));
            value.flatten()
        };
        found.or_else(typed).unwrap_or_else(|| "x1".to_owned())
    }

    fn leaf(&self, name: &str) -> String {
        let found = self.leaves.iter().find(|(names, _)| is_one(names, name));
        let found = found.map(|(_, value)| value.clone());
        let typed = || self.is_typed.then(|| typed::leaf(name)).flatten();
        found.or_else(typed).unwrap_or_else(|| {
            let letters = name.rsplit(':').next().unwrap_or(name);
            format!("{MADE_UP}{}", letters.replace('-', ""))
        })
    }

    fn complete(&self, node: &mut Node, parent: &str, row: &Row) {
        for rule in &self.completions {
            let fits = is_one(&rule.names, &node.name)
                && rule
                    .conditions
                    .iter()
                    .all(|one| one.holds(node, parent, row));
            if fits {
                rule.action.apply(node);
            }
        }
        let has_made_up = node
            .content
            .iter()
            .any(|content| matches!(content, Content::Text(text) if text.starts_with(MADE_UP)));
        if has_made_up && node.nodes().next().is_some() {
            node.clear_text();
        }
        let name = node.name.clone();
        for child in node.nodes_mut() {
            self.complete(child, &name, row);
        }
    }
}

impl Action {
    fn apply(&self, node: &mut Node) {
        match self {
            Self::Append(parts) if !node.content.ends_with(parts) => {
                node.content.extend(parts.iter().cloned());
            }
            Self::Prepend(parts) if !node.content.starts_with(parts) => {
                node.content.splice(0..0, parts.iter().cloned());
            }
            Self::Append(_) | Self::Prepend(_) => {}
            Self::Attribute(name, value) => node.set(name, value),
            Self::Text(text) => {
                node.clear_text();
                node.content.insert(0, Content::Text(text.clone()));
            }
            Self::Set(name, value) => {
                if !node.nodes().any(|child| child.name == *name) {
                    node.content.push(Content::Node(Node::new(name)));
                }
                for child in node.nodes_mut().filter(|child| child.name == *name) {
                    child.content = vec![Content::Text(value.clone())];
                }
            }
            Self::Remove(names) => node.content.retain(
                |content| !matches!(content, Content::Node(child) if is_one(names, &child.name)),
            ),
            Self::Wrap(name) => {
                let inner = std::mem::replace(node, Node::new(name));
                node.content.push(Content::Node(inner));
            }
        }
    }
}

fn action(text: &str) -> anyhow::Result<Action> {
    let (kind, rest) = word(text);
    let (first, second) = word(rest);
    Ok(match kind {
        "append" => Action::Append(fragment(rest)?),
        "prepend" => Action::Prepend(fragment(rest)?),
        "attribute" => Action::Attribute(first.to_owned(), second.to_owned()),
        "text" => Action::Text(rest.to_owned()),
        "set" => Action::Set(first.to_owned(), second.to_owned()),
        "remove" => Action::Remove(first.to_owned()),
        "wrap" => Action::Wrap(first.to_owned()),
        _ => bail!("no rule does {kind:?}"),
    })
}

/// The first word of a line, and what comes after it.
fn word(line: &str) -> (&str, &str) {
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    (first, rest.trim_start())
}

/// Whether a name is one of those that a rule names: `a|b`, `date-*`, `*-grant`, `*`.
fn is_one(names: &str, name: &str) -> bool {
    names
        .split('|')
        .any(|pattern| match pattern.split_once('*') {
            Some((start, end)) => name.starts_with(start) && name.ends_with(end),
            None => pattern == name,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(source: &str, target: &str) -> Row {
        Row {
            document: "body".into(),
            source: source.into(),
            target: target.into(),
            ..Row::default()
        }
    }

    fn written(rules: &str, row: &Row) -> String {
        let mut out = String::new();
        let rules = Rules::parse(rules).unwrap();
        rules.document(row).write(&mut out);
        out
    }

    #[test]
    fn a_document_is_made_of_a_path_and_completed() {
        let rules = "\
            # a comment\n\
            place body p doc/*\n\
            attribute num 7\n\
            leaf p words\n\
            when doc no=title prepend <title/>\n\
            when title no=* append t\n\
            when p leaf tail=B no=b append <b>x</b>\n";
        assert_eq!(
            written(rules, &row("p/@num", "x:P/x:B")),
            "<doc><title>t</title><p num=\"7\">words<b>x</b></p></doc>"
        );
        assert_eq!(
            written(rules, &row("p/q", "x:P")),
            "<doc><title>t</title><p><q>wordofq</q></p></doc>"
        );
    }

    #[test]
    fn a_rule_that_is_not_understood_is_named() {
        let error = Rules::parse("when a explode b").unwrap_err();
        assert!(format!("{error:#}").contains("line 1"), "{error:#}");
        assert!(Rules::parse("where a").is_err());
    }
}
