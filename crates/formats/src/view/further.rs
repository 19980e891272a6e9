//! What a source in ST.96 says more than its nouns show, as rows.

use super::row::Row;
use model::{Markup, MarkupNode, Patent, Shape, Sink, Stand};
use std::collections::BTreeSet;

/// The carried parts whose words stand nowhere else in the record.
pub(super) fn rows(patent: &Patent) -> Vec<Row<'_>> {
    if patent.carried.is_empty() {
        return Vec::new();
    }
    let mut words = Words::default();
    patent.put(&mut words);
    let parts = patent.carried.iter().filter_map(|part| match &part.stand {
        Stand::Part(markup) => row(markup, &|text| !words.have(text)),
        Stand::Attributes(_) | Stand::Nothing(_) => None,
    });
    parts.collect()
}

/// The words of these parts, each under the name of the innermost part that says them.
pub(crate) fn words(patent: &Patent) -> Vec<(String, String)> {
    if patent.carried.is_empty() {
        return Vec::new();
    }
    let mut known = Words::default();
    patent.put(&mut known);
    let mut out = Vec::new();
    for part in &patent.carried {
        if let Stand::Part(markup) = &part.stand {
            leaves(markup, &|text| !known.have(text), &mut out);
        }
    }
    out
}

/// Parts whose words the nouns hold in another form: formats and sizes of images.
const IN_NOUNS: [&str; 4] = [
    "ImageFormatCategory",
    "HeightMeasure",
    "WidthMeasure",
    "PageDocumentFormatCategory",
];

fn leaves(markup: &Markup, is_said: &dyn Fn(&str) -> bool, out: &mut Vec<(String, String)>) {
    if IN_NOUNS.iter().any(|name| markup.name.ends_with(name)) {
        return;
    }
    if is_text(markup) {
        let text = markup.text();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && is_said(&text) {
            out.push((label(&markup.name), text));
        }
        return;
    }
    for child in &markup.children {
        if let MarkupNode::Element(inner) = child {
            leaves(inner, is_said, out);
        }
    }
}

/// All that a document says.
pub(super) fn whole(root: &Markup) -> Vec<Row<'_>> {
    row(root, &|_| true).map_or_else(Vec::new, |row| row.rows)
}

/// A part as a row, with what is in it; `None` when nothing of it is to be said.
fn row<'a>(markup: &'a Markup, is_said: &dyn Fn(&str) -> bool) -> Option<Row<'a>> {
    let row = Row::new("", label(&markup.name));
    if is_text(markup) {
        let text = markup.text();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        return (!text.is_empty() && is_said(&text)).then(|| row.text(text));
    }
    let parts = markup.children.iter().filter_map(|child| match child {
        MarkupNode::Element(inner) => self::row(inner, is_said),
        MarkupNode::Text(_) | MarkupNode::Instruction(_) => None,
    });
    let row = row.rows(parts);
    (!row.is_empty()).then_some(row)
}

/// Whether an element holds text, and not elements only.
fn is_text(markup: &Markup) -> bool {
    let mut elements = false;
    for child in &markup.children {
        match child {
            MarkupNode::Text(text) if !text.trim().is_empty() => return true,
            MarkupNode::Element(_) => elements = true,
            _ => {}
        }
    }
    !elements
}

/// A name of ST.96 in words: `pat:ClaimTotalQuantity` is `Claim total quantity`.
fn label(name: &str) -> String {
    let local = name.rsplit(':').next().unwrap_or(name);
    let mut out = String::with_capacity(local.len() + 8);
    let letters: Vec<char> = local.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let is_start = at > 0
            && letter.is_ascii_uppercase()
            && (letters[at - 1].is_ascii_lowercase()
                || letters.get(at + 1).is_some_and(char::is_ascii_lowercase));
        if is_start {
            out.push(' ');
        }
        let stays = at == 0 || !letters.get(at + 1).is_some_and(char::is_ascii_lowercase);
        if is_start && !stays {
            out.push(letter.to_ascii_lowercase());
        } else {
            out.push(*letter);
        }
    }
    out
}

/// The words of the nouns, in small letters.
#[derive(Default)]
struct Words {
    known: BTreeSet<String>,
    depth: usize,
    /// Whether the field of the record that is walked is that of the carried parts.
    is_carried: bool,
}

impl Words {
    fn have(&self, text: &str) -> bool {
        runs(text).all(|word| self.known.contains(&word))
    }
}

fn runs(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

impl Sink for Words {
    fn text(&mut self, text: &str) {
        if !self.is_carried {
            self.known.extend(runs(text));
        }
    }

    fn number(&mut self, _: i64) {}

    fn flag(&mut self, _: bool) {}

    fn begin_list(&mut self) {}

    fn end_list(&mut self) {}

    fn begin_fields(&mut self) {
        self.depth += 1;
    }

    fn field(&mut self, name: &'static str) {
        if self.depth == 1 {
            self.is_carried = name == "carried";
        }
    }

    fn end_fields(&mut self) {
        self.depth -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words() {
        assert_eq!(label("pat:ClaimTotalQuantity"), "Claim total quantity");
        assert_eq!(label("com:IPOfficeCode"), "IP office code");
        assert_eq!(label("pat:SPCNumber"), "SPC number");
    }
}
