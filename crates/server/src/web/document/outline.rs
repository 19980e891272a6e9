//! Running text with an outline of its headings and numbers that can be linked to.

use formats::html;
use model::{Block, text};
use std::collections::BTreeSet;

/// A text with its outline.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outlined {
    pub(crate) html: String,
    pub(crate) headings: Vec<Heading>,
    /// Other parts of the text, behind it.
    pub(crate) rest: String,
    /// Anchors of paragraphs that are given.
    given: BTreeSet<String>,
}

/// A heading in the outline.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    pub(crate) anchor: String,
    pub(crate) words: String,
    /// 1 for the highest.
    pub(crate) level: usize,
}

/// Renders blocks, and collects their headings.
pub(super) fn outlined(blocks: &[Block], options: &html::Options<'_>) -> Outlined {
    let mut out = Outlined::default();
    write(blocks, 1, options, &mut out);
    out
}

fn write(blocks: &[Block], level: usize, options: &html::Options<'_>, out: &mut Outlined) {
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                let own = heading.level.trim().parse::<usize>().unwrap_or(level);
                let own = own.max(level).min(4);
                let anchor = format!("h-{}", out.headings.len() + 1);
                let words = text::plain(&heading.content);
                let tag = format!("h{}", own + 1);
                out.html.push_str(&format!("<{tag} id=\"{anchor}\">"));
                html::inlines(&heading.content, options, &mut out.html);
                out.html.push_str(&format!("</{tag}>\n"));
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                if !words.is_empty() {
                    out.headings.push(Heading {
                        anchor,
                        words,
                        level: own,
                    });
                }
            }
            Block::Group(group) if matches!(group.blocks.first(), Some(Block::Heading(_))) => {
                write(&group.blocks, level, options, out);
            }
            Block::Paragraph(paragraph) => {
                let mut html = String::new();
                html::blocks(std::slice::from_ref(block), options, &mut html);
                let mark = linked(&paragraph.number, &mut out.given);
                let html = html.replacen(&self::mark(&paragraph.number), &mark, 1);
                out.html.push_str(&html);
            }
            other => html::blocks(std::slice::from_ref(other), options, &mut out.html),
        }
    }
}

/// The anchor of a numbered paragraph, such as `p-12` for `0012`; zero is no number.
pub(super) fn paragraph_anchor(number: &str) -> Option<String> {
    let number = number.trim();
    let is_plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let short = number.trim_start_matches('0');
    (is_plain && !short.is_empty()).then(|| format!("p-{short}"))
}

/// The number of a paragraph as `formats::html` writes it.
pub(super) fn mark(number: &str) -> String {
    format!("<span class=\"number\">[{number}]</span> ")
}

/// The number of a paragraph as a link to itself; only the first of several with one number can be linked to.
fn linked(number: &str, given: &mut BTreeSet<String>) -> String {
    match paragraph_anchor(number) {
        Some(anchor) if given.insert(anchor.clone()) => {
            format!("<a class=\"number\" id=\"{anchor}\" href=\"#{anchor}\">[{number}]</a> ")
        }
        _ if number.bytes().all(|byte| byte == b'0') => String::new(),
        _ => mark(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Inline, Paragraph};

    #[test]
    fn each_number_is_linked_once_and_zero_is_none() {
        let paragraph = |number: &str| {
            Block::Paragraph(Paragraph {
                number: number.into(),
                content: vec![Inline::Text("words".into())],
                ..Paragraph::default()
            })
        };
        let blocks = ["0001", "0001", "0000", "0000", ""].map(paragraph);
        let out = outlined(&blocks, &html::Options::default());
        assert_eq!(out.html.matches("id=\"p-1\"").count(), 1, "{}", out.html);
        assert_eq!(out.html.matches("[0001]").count(), 2, "{}", out.html);
        assert_eq!(out.html.matches("0000").count(), 0, "{}", out.html);
        assert_eq!(out.html.matches("words").count(), 5);
    }
}
