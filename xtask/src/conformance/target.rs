//! Looks for the target of a row in a document.

use roxmltree::{Document, Node};

use super::path;
use super::rules::Rules;

/// Whether a document holds an element, or an attribute, at a path of a table, with a word if one is given.
pub(crate) fn holds(
    document: &Document<'_>,
    path: &str,
    word: Option<&str>,
    rules: &Rules,
) -> bool {
    let path = path::plain(path);
    let target = Target::parse(&path, rules);
    let mut elements = document.descendants().filter(Node::is_element);
    elements.any(|element| target.is_at(element) && target.says(element, word))
}

/// The steps of a path, by local names: the tables spell prefixes in several ways.
struct Target<'a> {
    steps: Vec<&'a str>,
    attribute: Option<&'a str>,
}

impl<'a> Target<'a> {
    fn parse(path: &'a str, rules: &'a Rules) -> Self {
        let mut target = Self {
            steps: Vec::new(),
            attribute: None,
        };
        for step in path.split('/') {
            if step == "text()" {
                continue;
            }
            let local = step.rsplit(':').next().unwrap_or(step);
            if step.starts_with('@') {
                target.attribute = Some(local.trim_start_matches('@'));
            } else {
                target.steps.push(rules.standard_name(local));
            }
        }
        target
    }

    /// Whether an element, or the attribute of it that is meant, says a word.
    fn says(&self, element: Node<'_, '_>, word: Option<&str>) -> bool {
        let Some(word) = word else {
            return true;
        };
        let mut attributes = element.attributes();
        let mut texts = element.descendants().filter_map(|node| node.text());
        attributes.any(|attribute| attribute.value().contains(word))
            || texts.any(|text| text.contains(word))
            || self.attribute.is_some()
    }

    fn is_at(&self, element: Node<'_, '_>) -> bool {
        let mut current = Some(element);
        for step in self.steps.iter().rev() {
            let Some(node) = current.filter(|node| node.tag_name().name() == *step) else {
                return false;
            };
            current = node.parent_element();
        }
        self.attribute.is_none_or(|name| {
            let mut attributes = element.attributes();
            attributes.any(|attribute| attribute.name() == name)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_found_by_the_end_of_the_way_to_it() {
        let document =
            Document::parse("<a:A xmlns:a='urn:a'><a:B a:c='1'/><a:D>x</a:D></a:A>").unwrap();
        let rules = Rules::parse("alias Old D").unwrap();
        for (path, is_there) in [
            ("p:A/p:B/@p:c", true),
            ("p:B (2)", true),
            ("p:A/p:D/text()", true),
            ("p:A/p:Old", true),
            ("p:D/p:B", false),
            ("p:A/@p:c", false),
        ] {
            assert_eq!(holds(&document, path, None, &rules), is_there, "{path}");
        }
        assert!(holds(&document, "p:A", Some("x"), &rules));
        assert!(!holds(&document, "p:B", Some("x"), &rules));
    }
}
