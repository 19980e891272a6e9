//! Named characters of a document with a DOCTYPE.
//!
//! The validator reads no DTD and refuses every entity but the five of XML. Documents of the
//! offices rely on the character entities of their DTDs, so these are put in before. Entities
//! that the internal subset declares are never expanded.

use std::borrow::Cow;
use std::fmt::Write;

/// A document without named characters, and where its bytes were before.
pub(super) struct Plain<'a> {
    pub(super) text: Cow<'a, str>,
    /// End of each replacement in the new text and in the old one.
    moved: Vec<(usize, usize)>,
}

impl Plain<'_> {
    /// The offset in the document as it came.
    pub(super) fn original(&self, offset: usize) -> usize {
        let before = self.moved.partition_point(|(new, _)| *new <= offset);
        match before.checked_sub(1).and_then(|last| self.moved.get(last)) {
            Some((new, old)) => old + (offset - new),
            None => offset,
        }
    }
}

/// Replaces named characters when the document has a DOCTYPE; nothing is copied otherwise.
pub(super) fn plain(text: &str) -> Plain<'_> {
    let untouched = Plain {
        text: Cow::Borrowed(text),
        moved: Vec::new(),
    };
    let Some(start) = doctype_end(text) else {
        return untouched;
    };
    let mut out = String::new();
    let mut moved = Vec::new();
    let (mut copied, mut at) = (0, start);
    while let Some(found) = text[at..].find(['&', '<']) {
        at += found;
        let rest = &text[at..];
        if let Some(length) = skipped(rest) {
            at += length;
            continue;
        }
        let name = rest[1..].split(';').next().unwrap_or_default();
        let is_named =
            rest.starts_with('&') && !matches!(name, "lt" | "gt" | "amp" | "quot" | "apos");
        let Some(character) = is_named.then(|| crate::entity::resolve(name)).flatten() else {
            at += 1;
            continue;
        };
        out.push_str(&text[copied..at]);
        for c in character.chars() {
            // As a number, so that it is text and no markup, and no line is added.
            write!(out, "&#{};", u32::from(c)).expect("a string takes everything");
        }
        at += name.len() + 2;
        copied = at;
        moved.push((out.len(), at));
    }
    if moved.is_empty() {
        return untouched;
    }
    out.push_str(&text[copied..]);
    Plain {
        text: Cow::Owned(out),
        moved,
    }
}

/// Length of a comment, CDATA section or processing instruction at the start of the text.
fn skipped(text: &str) -> Option<usize> {
    let (open, close) = if text.starts_with("<!--") {
        (4, "-->")
    } else if text.starts_with("<![CDATA[") {
        (9, "]]>")
    } else if text.starts_with("<?") {
        (2, "?>")
    } else {
        return None;
    };
    Some(
        text[open..]
            .find(close)
            .map_or(text.len(), |end| open + end + close.len()),
    )
}

/// Where the DOCTYPE ends, if the document has one.
fn doctype_end(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at = text.len()
            - text[at..]
                .trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n'])
                .len();
        match skipped(&text[at..]) {
            Some(length) => at += length,
            None => break,
        }
    }
    if !text[at..].starts_with("<!DOCTYPE") {
        return None;
    }
    at += "<!DOCTYPE".len();
    let mut subset = false;
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'<' => {
                if let Some(length) = skipped(&text[at..]) {
                    at += length;
                    continue;
                }
            }
            b'"' | b'\'' => at += 1 + text[at + 1..].find(char::from(*byte))?,
            b'[' => subset = true,
            b']' => subset = false,
            b'>' if !subset => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_numbers_only_in_text_and_attributes() {
        let head = "<?xml version='1.0'?><!-- <!DOCTYPE x> --><!DOCTYPE a SYSTEM 'a>b' [\n\
                    <!ENTITY agr \"]>\"> <!-- ' ]> --> ]>\n";
        let body = "<a b='&agr;&quot;'><!-- &agr; --><![CDATA[&agr;]]>&lt;&agr;&x;&;& &LT;</a>";
        let text = format!("{head}{body}");
        let plain = plain(&text);
        let new = "<a b='&#945;&quot;'><!-- &agr; --><![CDATA[&agr;]]>&lt;&#945;&x;&;& &#60;</a>";
        assert_eq!(plain.text, format!("{head}{new}"));
        for mark in ["<a b", "&quot;", "<!-- &", "&x;", "</a>"] {
            let (before, after) = (text.find(mark), plain.text.find(mark));
            assert_eq!(after.map(|offset| plain.original(offset)), before, "{mark}");
        }
    }

    #[test]
    fn without_doctype_nothing_is_touched() {
        for text in [
            "<a>&agr;</a>",
            "",
            "<!DOCTYPE a [",
            "<!DOCTYPE a [ <!-- ",
            "<?x",
        ] {
            assert!(matches!(plain(text).text, Cow::Borrowed(_)), "{text}");
        }
    }
}
