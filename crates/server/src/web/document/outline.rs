//! Running text with an outline of its headings and numbers that can be linked to.

use formats::html;
use model::{Block, text};

/// A text with its outline.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outlined {
    pub(crate) html: String,
    pub(crate) headings: Vec<Heading>,
    /// Other parts of the text, behind it.
    pub(crate) rest: String,
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
                out.html.push_str(&linked(&html, &paragraph.number));
            }
            other => html::blocks(std::slice::from_ref(other), options, &mut out.html),
        }
    }
}

/// The anchor of a numbered paragraph, such as `p-12` for `0012`.
pub(super) fn paragraph_anchor(number: &str) -> Option<String> {
    let number = number.trim();
    let is_plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let short = number.trim_start_matches('0');
    is_plain.then(|| format!("p-{}", if short.is_empty() { "0" } else { short }))
}

/// Makes the number of a paragraph a link to itself.
fn linked(html: &str, number: &str) -> String {
    let plain = format!("<span class=\"number\">[{number}]</span>");
    match paragraph_anchor(number) {
        Some(anchor) => {
            let link =
                format!("<a class=\"number\" id=\"{anchor}\" href=\"#{anchor}\">[{number}]</a>");
            html.replacen(&plain, &link, 1)
        }
        None => html.to_owned(),
    }
}
