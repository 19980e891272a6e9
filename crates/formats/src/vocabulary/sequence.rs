//! Sequence listings within the text, as the US office wrote them before it had files for them: data under the numbers
//! of ST.25, or under those of the rules before it.
//!
//! Clause: ST.25

use super::table::Words;
use model::ListItem;
use xml::tree::Element;

/// The data of a listing, one item each, with the number under which it is known.
pub(crate) fn items(element: &Element<'_, '_>, words: Words<'_>) -> Vec<ListItem> {
    let mut out = Vec::new();
    fill(element, words, &mut out);
    out
}

fn fill(element: &Element<'_, '_>, words: Words<'_>, out: &mut Vec<ListItem>) {
    for part in element.elements() {
        let Some(number) = number(part.name()) else {
            continue;
        };
        let is_group = part
            .elements()
            .any(|inner| self::number(inner.name()).is_some());
        let sequence = part
            .attribute("seq-no")
            .or_else(|| part.attribute("SEQ-NO"));
        if let Some(sequence) = sequence {
            out.push(ListItem {
                number: number.clone().into(),
                content: vec![model::Inline::Text(sequence.into())],
                ..ListItem::default()
            });
        }
        if is_group {
            fill(&part, words, out);
        } else {
            out.push(ListItem {
                number: number.into(),
                content: words(&part),
                ..ListItem::default()
            });
        }
    }
}

/// The number by which an element's data is known: `S211` is 211, `S-2-I-A` is (2)(i)(A).
fn number(name: &str) -> Option<String> {
    let rest = name.strip_prefix(['S', 's'])?;
    if rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(rest.to_owned());
    }
    let parts = rest.strip_prefix('-')?;
    let mut out = String::new();
    for (index, part) in parts.split('-').enumerate() {
        let part = match index {
            1 => part.to_ascii_lowercase(),
            _ => part.to_ascii_uppercase(),
        };
        out.push_str(&format!("({part})"));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_numbers_of_the_rules() {
        assert_eq!(number("S211").as_deref(), Some("211"));
        assert_eq!(number("s-2-ix-d").as_deref(), Some("(2)(ix)(D)"));
        assert_eq!(number("S-1").as_deref(), Some("(1)"));
        assert_eq!(number("STEXT"), None);
        assert_eq!(number("p"), None);
    }
}
