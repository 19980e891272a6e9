//! What is written, line by line, and what is said of it.

use crate::Cost;
use model::sequence::Written;
use model::{Finding, Severity};
use std::collections::BTreeSet;

/// The output so far.
#[derive(Debug)]
pub(super) struct Sheet<'o> {
    out: &'o mut Vec<u8>,
    depth: usize,
    pub(super) cost: Cost,
    /// Identifiers of qualifiers that were written.
    pub(super) ids: BTreeSet<String>,
    /// What was said of a kind, and how often.
    said: Vec<(String, usize)>,
}

/// At most so many findings of one kind.
const MOST: usize = 20;

impl<'o> Sheet<'o> {
    pub(super) fn new(out: &'o mut Vec<u8>) -> Self {
        Self {
            out,
            depth: 1,
            cost: Cost::default(),
            ids: BTreeSet::new(),
            said: Vec::new(),
        }
    }

    pub(super) fn raw(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.raw("  ");
        }
    }

    /// Begins an element that holds others; `attribute` is its one attribute.
    pub(super) fn open(&mut self, name: &str, attribute: Option<(&str, &str)>) {
        self.indent();
        self.raw("<");
        self.raw(name);
        if let Some((key, value)) = attribute {
            self.attribute(key, value);
        }
        self.raw(">\n");
        self.depth += 1;
    }

    pub(super) fn close(&mut self, name: &str) {
        self.depth -= 1;
        self.indent();
        self.raw("</");
        self.raw(name);
        self.raw(">\n");
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        let value = self.trimmed(value);
        self.escaped(value);
        self.raw("\"");
    }

    /// Writes an element that holds text.
    pub(super) fn leaf(&mut self, name: &str, attribute: Option<(&str, &str)>, text: &str) {
        self.indent();
        self.raw("<");
        self.raw(name);
        if let Some((key, value)) = attribute {
            self.attribute(key, value);
        }
        let text = self.trimmed(text);
        if text.is_empty() {
            self.raw("/>\n");
            return;
        }
        self.raw(">");
        self.escaped(text);
        self.raw("</");
        self.raw(name);
        self.raw(">\n");
    }

    /// Writes a text as an element, if it is there.
    pub(super) fn written(&mut self, name: &str, text: Option<&Written>) {
        if let Some(written) = text {
            self.leaf(name, None, &written.text);
        }
    }

    /// Writes a text as an element that must be there; an absent one is written as `instead`, and said.
    pub(super) fn demanded(
        &mut self,
        name: &str,
        text: Option<&Written>,
        instead: &str,
        place: &dyn Fn() -> String,
    ) {
        if let Some(written) = text {
            self.leaf(name, None, &written.text);
            return;
        }
        let how = if instead.is_empty() {
            "it was written empty".to_owned()
        } else {
            format!("{instead} was written")
        };
        let message = format!("{} lacks {name}, which is demanded; {how}", place());
        let hint = "add it in the source";
        self.say("st26/filled-in", Severity::Warning, message, hint);
        self.leaf(name, None, instead);
    }

    /// The text without blanks at its ends, and without what cannot be written there: none may stand behind it.
    fn trimmed<'t>(&mut self, text: &'t str) -> &'t str {
        let goes = |c: char| c.is_whitespace() || !is_writable(c);
        let rest = text.trim_start_matches(goes);
        let inner = rest.trim_end_matches(goes);
        let before = text[..text.len() - rest.len()].chars();
        let after = rest[inner.len()..].chars();
        for c in before.chain(after).filter(|c| !c.is_whitespace()) {
            self.left_out(c);
        }
        inner
    }

    /// Writes characters with the five predefined entities and no other.
    ///
    /// Clause: ST.26
    fn escaped(&mut self, text: &str) {
        let mut from = 0;
        for (at, c) in text.char_indices() {
            let entity = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&apos;",
                _ if is_writable(c) => continue,
                _ => "",
            };
            self.raw(&text[from..at]);
            from = at + c.len_utf8();
            if entity.is_empty() && c != '\r' {
                self.left_out(c);
            }
            self.raw(entity);
        }
        self.raw(&text[from..]);
    }

    fn left_out(&mut self, c: char) {
        let message = format!(
            "U+{:04X} is no character that XML allows; it was left out",
            u32::from(c)
        );
        let hint = "write the character that is meant";
        self.say("st26/character", Severity::Warning, message, hint);
    }

    /// Says something; of one kind at most so often.
    pub(super) fn say(
        &mut self,
        rule: &'static str,
        severity: Severity,
        message: String,
        hint: &'static str,
    ) {
        let index = match self.said.iter().position(|(known, _)| known == rule) {
            Some(index) => index,
            None => {
                self.said.push((rule.to_owned(), 0));
                self.said.len() - 1
            }
        };
        let count = &mut self.said[index].1;
        *count += 1;
        if *count > MOST && rule != "st26/no-place" {
            return;
        }
        self.cost
            .findings
            .push(Finding::new(rule, severity, message).hint(hint));
    }

    /// Says that words have no place in the output.
    pub(super) fn no_place(&mut self, what: &str, text: &str) {
        let text = model::text::line(text);
        self.cost.lost += model::text::words(&text);
        let message = format!("ST.26 has no place for {what}");
        self.cost.findings.push(
            Finding::new("st26/no-place", Severity::Warning, message)
                .about(text)
                .hint("keep the source beside the output"),
        );
    }
}

/// Whether a character may stand in the output as it is, or as an entity.
fn is_writable(c: char) -> bool {
    matches!(c, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
