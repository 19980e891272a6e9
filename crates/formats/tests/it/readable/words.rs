//! Words of sources and of readable texts, so that they can be compared.

use std::collections::BTreeMap;
use std::fmt;
use xml::tree::{self, Child, Element, Limits};

/// Stands where markup within a word was.
const JOIN: char = '\u{1}';

/// A word with the parts into which markup divides it.
pub(super) struct Token {
    joined: String,
    parts: Vec<String>,
}

impl Token {
    pub(super) fn is_whole(&self) -> bool {
        self.parts.len() == 1
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "'{}'", self.parts.join("|"))
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == JOIN
}

fn tokens(text: &str) -> Vec<Token> {
    let runs = text.split(|c| !is_word(c));
    let token = |run: &str| {
        let parts: Vec<String> = run
            .split(JOIN)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        (!parts.is_empty()).then(|| Token {
            joined: parts.concat(),
            parts,
        })
    };
    runs.filter_map(token).collect()
}

/// The words of a text, each as often as it stands there.
#[derive(Default)]
pub(super) struct Bag {
    whole: BTreeMap<String, u64>,
    /// Numbers and dates that are written in groups: `7,272,630`, `2005-01-04`.
    grouped: BTreeMap<String, u64>,
}

impl Bag {
    pub(super) fn of(text: &str) -> Self {
        let mut bag = Self::default();
        for token in tokens(text) {
            if token.parts.len() > 1 {
                *bag.grouped.entry(token.joined).or_default() += 1;
            }
            for part in token.parts {
                *bag.whole.entry(part).or_default() += 1;
            }
        }
        let is_grouped = |c: char| is_word(c) || matches!(c, '-' | ',' | '/' | '\u{a0}');
        for run in text.split(|c| !is_grouped(c)) {
            let words: String = run.chars().filter(|c| c.is_alphanumeric()).collect();
            if words.len() != run.len() && run.contains(|c: char| c.is_ascii_digit()) {
                *bag.grouped.entry(words).or_default() += 1;
            }
        }
        bag
    }

    /// Takes a word out; says whether it was there, whole, in its parts or in groups.
    pub(super) fn take(&mut self, token: &Token) -> bool {
        if take(&mut self.whole, &token.joined) || take(&mut self.grouped, &token.joined) {
            return true;
        }
        self.take_parts(&token.parts)
    }

    /// Takes the letters of a word that markup divides out of what no other word took.
    ///
    /// Two such words may have taken each other's parts: `1R` for `1` and `R`.
    pub(super) fn take_rest(&mut self, token: &Token) -> bool {
        let letters: Vec<String> = token.joined.chars().map(String::from).collect();
        !token.is_whole() && self.take_parts(&letters)
    }

    /// Takes the parts of a word, as many of them together as stand together.
    fn take_parts(&mut self, parts: &[String]) -> bool {
        if parts.is_empty() {
            return true;
        }
        for end in (1..=parts.len()).rev() {
            let joined = parts[..end].concat();
            if take(&mut self.whole, &joined) {
                if self.take_parts(&parts[end..]) {
                    return true;
                }
                *self.whole.entry(joined).or_default() += 1;
            } else if take(&mut self.grouped, &joined) {
                if self.take_parts(&parts[end..]) {
                    return true;
                }
                *self.grouped.entry(joined).or_default() += 1;
            }
        }
        false
    }
}

fn take(bag: &mut BTreeMap<String, u64>, word: &str) -> bool {
    match bag.get_mut(word) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

/// The words of all text in a source.
pub(super) fn of_source(bytes: &[u8]) -> Vec<Token> {
    let decoded = xml::encoding::decode(bytes);
    let tree = tree::parse(&decoded.text, &Limits::default()).expect("it was read before");
    let mut text = String::new();
    if let Some(root) = tree.root() {
        source_text(&root, &mut text);
    }
    tokens(&text)
}

fn source_text(element: &Element<'_, '_>, out: &mut String) {
    let is_symbol = ["subclass", "Subclass"]
        .iter()
        .any(|name| element.find(name).is_some());
    for child in element.children() {
        match child {
            Child::Text(text) if is_symbol && text.trim().is_empty() => {}
            Child::Text(text) => out.push_str(text),
            Child::Instruction(..) => out.push(' '),
            Child::Element(child) => {
                let (before, after) = match child.name() {
                    "b" | "i" | "u" | "o" | "s" | "sub" | "sup" | "sub2" | "sup2" | "smallcaps"
                    | "figref" | "claim-ref" | "crossref" => (JOIN, JOIN),
                    "PDAT" | "HIL" | "LTL" | "SP" | "SB" | "BOLD" | "ITALIC" | "ULINE"
                    | "DULINE" | "SMALLCAPS" | "FGREF" | "CLREF" | "F" => (JOIN, JOIN),
                    "highlight"
                    | "superscript"
                    | "subscript"
                    | "bold"
                    | "italic"
                    | "uline"
                    | "duline"
                    | "literal"
                    | "cross-reference"
                    | "dependent-claim-reference"
                    | "in-line-formula" => (JOIN, JOIN),
                    "OCRConfidenceData" | "PartName" | "PartNumber" | "ClaimReference" | "U" => {
                        (JOIN, JOIN)
                    }
                    "section" | "Section" => (' ', JOIN),
                    "class" | "MainClass" => (JOIN, JOIN),
                    "subclass" | "Subclass" => (JOIN, ' '),
                    _ => (' ', ' '),
                };
                out.push(before);
                source_text(&child, out);
                out.push(after);
            }
        }
    }
}

/// The text of an HTML document.
pub(super) fn of_html(html: &str) -> String {
    let body = html.find("<body>").map_or(html, |at| &html[at..]);
    let mut out = String::new();
    let mut rest = body;
    while let Some(at) = rest.find('<') {
        decode(&rest[..at], &mut out);
        let end = rest[at..].find('>').expect("a tag ends") + at;
        out.push(between(&rest[at + 1..end]));
        rest = &rest[end + 1..];
    }
    decode(rest, &mut out);
    out
}

/// What stands for a tag between words.
fn between(tag: &str) -> char {
    let name = tag.trim_start_matches('/');
    let name = name.split([' ', '/']).next().unwrap_or_default();
    match name {
        "a" | "b" | "del" | "i" | "ins" | "s" | "span" | "sub" | "sup" | "u" => JOIN,
        _ => ' ',
    }
}

fn decode(text: &str, out: &mut String) {
    let plain = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    out.push_str(&plain);
}

/// The text of a Markdown document.
pub(super) fn of_markdown(markdown: &str) -> String {
    let mut out = String::new();
    let mut fence: Option<String> = None;
    for line in markdown.lines() {
        let marks: String = line
            .trim_start()
            .chars()
            .take_while(|c| *c == '`')
            .collect();
        match &fence {
            Some(open) if *open == marks => fence = None,
            Some(_) => out.push_str(line),
            None if marks.len() > 2 => fence = Some(marks),
            None if line.trim_start().starts_with('<') && line.trim_end().ends_with('>') => {
                out.push_str(&of_html(line));
            }
            None => markdown_line(line, &mut out),
        }
        out.push('\n');
    }
    out
}

fn markdown_line(line: &str, out: &mut String) {
    let mut chars = line.char_indices();
    while let Some((index, c)) = chars.next() {
        match c {
            '\\' => out.extend(chars.next().map(|(_, next)| next)),
            '*' => out.push(JOIN),
            '<' => {
                let tag: String = line[index + 1..]
                    .chars()
                    .take_while(|c| *c != '>')
                    .collect();
                out.push(between(&tag));
                for _ in 0..=tag.chars().count() {
                    chars.next();
                }
            }
            _ => out.push(c),
        }
    }
}
