//! Looks for the target of a row in a document.

use roxmltree::{Document, Node};

use super::rules::Rules;

/// Whether a document holds an element, or an attribute, at a path of a table.
pub(crate) fn holds(document: &Document<'_>, path: &str, rules: &Rules) -> bool {
    let target = Target::parse(path, rules);
    let mut elements = document.descendants().filter(Node::is_element);
    elements.any(|element| target.is_at(element))
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
        for step in steps(path) {
            if step == "text()" {
                continue;
            }
            let local = step.rsplit([':', '}']).next().unwrap_or(step);
            if step.starts_with('@') {
                target.attribute = Some(local.trim_start_matches('@'));
            } else {
                target.steps.push(rules.standard_name(local));
            }
        }
        target
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

/// The steps of a path; a namespace in braces has slashes of its own, and ` (2)` tells mappings to one place apart.
fn steps(path: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut is_braced = false;
    for (place, letter) in path.char_indices() {
        match letter {
            '{' => is_braced = true,
            '}' => is_braced = false,
            '/' if !is_braced => {
                out.push(&path[start..place]);
                start = place + 1;
            }
            _ => {}
        }
    }
    out.push(&path[start..]);
    out.into_iter()
        .map(|step| step.split(" (").next().unwrap_or(step).trim())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_found_by_the_end_of_the_way_to_it() {
        let document = Document::parse(
            "<a:A xmlns:a='urn:a'><a:B a:c='1'/><a:D>x</a:D></a:A>",
        )
        .unwrap();
        let rules = Rules::parse("alias Old D").unwrap();
        for (path, is_there) in [
            ("p:A/p:B/@p:c", true),
            ("p:B (2)", true),
            ("p:A/{urn:x/y}D/text()", true),
            ("p:A/p:Old", true),
            ("p:D/p:B", false),
            ("p:A/@p:c", false),
        ] {
            assert_eq!(holds(&document, path, &rules), is_there, "{path}");
        }
    }
}
