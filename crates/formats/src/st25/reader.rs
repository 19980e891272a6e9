//! The reader of text listings.

use crate::reading::{Entry, Reading};
use crate::vocabulary::numeric::{self, Item};
use model::{Origin, Record, Unmapped};
use xml::Lines;

/// Identifiers by which a listing is known.
const KNOWN: &[u16] = &[110, 120, 130, 140, 150, 160, 170, 210];

/// Whether a text begins as a listing does: one of the first lines has a numeric identifier, and no markup is before it.
pub(crate) fn is_listing(text: &str) -> bool {
    const LINES: usize = 200;
    for line in text.lines().take(LINES) {
        if let Some((code, _)) = identifier(line) {
            return KNOWN.contains(&code);
        }
        if line.trim_start().starts_with('<') {
            return false;
        }
    }
    false
}

/// The numeric identifier at the start of a line, and what follows it.
fn identifier(line: &str) -> Option<(u16, &str)> {
    let inner = line.trim_start().strip_prefix('<')?;
    let (code, rest) = inner.split_at_checked(3)?;
    let rest = rest.strip_prefix('>')?;
    let code = code.parse().ok().filter(|code| (100..500).contains(code))?;
    Some((code, rest))
}

/// Reads a text listing.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut lines = Lines::new(text);
    let (items, before) = items(text, &mut lines);
    let (mut listing, findings) = numeric::listing(&items);
    listing.origin = Origin {
        format: "st25".into(),
        root: "text".into(),
        ..Origin::default()
    };
    if !is_title(before) {
        listing.unmapped.push(Unmapped {
            path: "text".into(),
            span: lines.span(0, before.len()),
            text: model::text::line(before).into(),
            markup: before.into(),
            ..Unmapped::default()
        });
    }
    let mut entry = Entry {
        words: model::text::words(text),
        findings,
        ..Entry::default()
    };
    entry.keep(Record::Listing(Box::new(listing)));
    Reading {
        entries: vec![entry],
    }
}

/// Whether what stands before the first identifier is the title of all listings, or nothing.
fn is_title(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_uppercase)
        .collect();
    words.is_empty() || words == ["SEQUENCE", "LISTING"]
}

/// The identifiers with their text, and what stands before the first.
fn items<'t>(text: &'t str, lines: &mut Lines<'_>) -> (Vec<Item>, &'t str) {
    let mut items: Vec<Item> = Vec::new();
    let mut before = text.len();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some((code, rest)) = identifier(line) {
            let offset = at + line.len() - rest.len();
            if items.is_empty() {
                before = at;
            }
            items.push(Item {
                code,
                text: rest.to_owned(),
                span: lines.span(offset, rest.trim_end().len()),
            });
        } else if let Some(last) = items.last_mut() {
            last.text.push_str(line);
            last.span.length = (at + line.trim_end().len()) as u64 - last.span.offset;
        }
        at += line.len();
    }
    (items, &text[..before])
}
