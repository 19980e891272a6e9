//! JSON as a tree: the same accounting of what was taken as for XML.
//!
//! A property becomes an element of its name. The values of an array become elements of the array's name, one
//! each; within a nested array, and in an array at the root, their name is [`ITEM`]. Texts, numbers and flags
//! become the element's text, as written; `null` and what is empty become an empty element or none. The root
//! element is [`ROOT`].
//!
//! Clause: RFC 8259

use jiter::{Jiter, JiterError, Peek};
use std::borrow::Cow;
use xml::tree::{Builder, Limits, Tree, Trouble};

/// Name of the root element.
pub(crate) const ROOT: &str = "json";

/// Name of the elements of an array that has no name.
pub(crate) const ITEM: &str = "item";

/// Reads JSON text into a tree.
///
/// What is no JSON becomes a trouble, and the text from there on a text of the root, so that it is accounted for.
///
/// # Errors
///
/// When a limit is passed.
pub(crate) fn parse<'a>(source: &'a str, limits: &Limits) -> Result<Tree<'a>, xml::Error> {
    read(source, limits, false)
}

/// Reads JSON that was made of XML: a name that begins with `@` is an attribute, `$` is the text of its element, and
/// a prefix of a name goes, as it does in XML.
///
/// # Errors
///
/// When a limit is passed.
pub(crate) fn parse_marked<'a>(source: &'a str, limits: &Limits) -> Result<Tree<'a>, xml::Error> {
    read(source, limits, true)
}

fn read<'a>(source: &'a str, limits: &Limits, marked: bool) -> Result<Tree<'a>, xml::Error> {
    // A byte order mark is no JSON; blanks instead would move the offsets.
    let marks = source.len() - source.trim_start_matches('\u{feff}').len();
    let mut walk = Walk {
        source,
        marks,
        jiter: Jiter::new(&source.as_bytes()[marks..]),
        builder: Builder::new(source, limits)?,
        marked,
    };
    match walk.document() {
        Ok(()) => {}
        Err(Stop::Limit(error)) => return Err(error),
        Err(Stop::Syntax(error)) => walk.rest(&error)?,
    }
    Ok(walk.builder.finish())
}

/// The text with U+FFFD in place of each escape that is half a character (`\ud800` alone), and how many there are.
///
/// The tokenizer would stop at one. Both are written with as many bytes, so that all offsets hold.
pub(crate) fn mended(text: &str) -> Option<(String, usize)> {
    let mut out = String::new();
    let (mut done, mut at, mut count) = (0, 0, 0);
    while let Some(found) = memchr::memchr(b'\\', &text.as_bytes()[at..]) {
        let start = at + found;
        at = start + 2;
        match (surrogate(text, start), surrogate(text, start + ESCAPE)) {
            (Some(Half::Leading), Some(Half::Trailing)) => at = start + 2 * ESCAPE,
            (None, _) => {}
            (Some(_), _) => {
                out.push_str(&text[done..start]);
                out.push_str("\\ufffd");
                at = start + ESCAPE;
                done = at;
                count += 1;
            }
        }
        at = at.min(text.len());
    }
    out.push_str(&text[done..]);
    (count > 0).then_some((out, count))
}

/// Length of an escape such as `\ud800`.
const ESCAPE: usize = 6;

/// Half a character beyond the first 65536.
enum Half {
    Leading,
    Trailing,
}

/// The half of a character that the escape at `start` is.
fn surrogate(text: &str, start: usize) -> Option<Half> {
    let digits = text.get(start..start + ESCAPE)?.strip_prefix("\\u")?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    match u16::from_str_radix(digits, 16).ok().filter(|_| is_hex)? {
        0xd800..0xdc00 => Some(Half::Leading),
        0xdc00..0xe000 => Some(Half::Trailing),
        _ => None,
    }
}

/// Whether the text begins as a JSON object or array does.
pub(crate) fn is_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_ascii_start();
    let mut signs = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    match signs.next() {
        Some(b'{') => matches!(signs.next(), Some(b'"' | b'}')),
        Some(b'[') => matches!(signs.next(), Some(b'{' | b'[' | b'"' | b']')),
        _ => false,
    }
}

/// The names of the properties at the top; of an array, those of its first value.
///
/// The text may be the beginning of a longer one.
pub(crate) fn keys(text: &str) -> Vec<&str> {
    let text = text.trim_start_matches('\u{feff}');
    let mut jiter = Jiter::new(text.as_bytes());
    let mut keys = Vec::new();
    while jiter.peek() == Ok(Peek::Array) {
        if !matches!(jiter.known_array(), Ok(Some(_))) {
            return keys;
        }
    }
    let mut key = jiter
        .next_object_bytes()
        .map(|key| key.map(|key| place(text, key)));
    while let Ok(Some((start, end))) = key {
        keys.push(&text[start..end]);
        if jiter.next_skip().is_err() {
            break;
        }
        key = jiter
            .next_key_bytes()
            .map(|key| key.map(|key| place(text, key)));
    }
    keys
}

struct Walk<'a> {
    source: &'a str,
    /// Bytes before the text that `jiter` reads.
    marks: usize,
    jiter: Jiter<'a>,
    builder: Builder<'a>,
    /// Whether names have the marks of XML.
    marked: bool,
}

/// Why reading stopped.
enum Stop {
    Limit(xml::Error),
    Syntax(JiterError),
}

impl From<xml::Error> for Stop {
    fn from(error: xml::Error) -> Self {
        Self::Limit(error)
    }
}

impl From<JiterError> for Stop {
    fn from(error: JiterError) -> Self {
        Self::Syntax(error)
    }
}

impl<'a> Walk<'a> {
    fn document(&mut self) -> Result<(), Stop> {
        self.builder.open(ROOT, self.marks)?;
        match self.jiter.peek()? {
            Peek::Array => self.array(ITEM.into())?,
            Peek::Object => self.object()?,
            peek => self.scalar(peek)?,
        }
        self.jiter.finish()?;
        self.builder.close();
        Ok(())
    }

    /// A value as an element called `name`.
    fn value(&mut self, name: Cow<'a, str>, offset: usize, peek: Peek) -> Result<(), Stop> {
        if peek == Peek::Array {
            return self.array(name);
        }
        self.builder.open(name, offset)?;
        if peek == Peek::Object {
            self.object()?;
        } else {
            self.scalar(peek)?;
        }
        self.builder.close();
        Ok(())
    }

    /// The values of an array, each as an element called `name`.
    fn array(&mut self, name: Cow<'a, str>) -> Result<(), Stop> {
        let mut next = self.jiter.known_array()?;
        while let Some(peek) = next {
            let offset = self.offset();
            if peek == Peek::Array {
                self.builder.open(name.clone(), offset)?;
                self.array(ITEM.into())?;
                self.builder.close();
            } else {
                self.value(name.clone(), offset, peek)?;
            }
            next = self.jiter.array_step()?;
        }
        Ok(())
    }

    fn object(&mut self) -> Result<(), Stop> {
        let mut key = self
            .jiter
            .next_object_bytes()?
            .map(|key| place(self.source, key));
        while let Some((start, end)) = key {
            let name = self.decoded(start, end);
            let peek = self.jiter.peek()?;
            if !(self.marked && self.mark(&name, &self.source[start..end], peek)?) {
                let name = if self.marked { local(name) } else { name };
                self.value(name, start.saturating_sub(1), peek)?;
            }
            key = self
                .jiter
                .next_key_bytes()?
                .map(|key| place(self.source, key));
        }
        Ok(())
    }

    /// Reads a value whose name is a mark, and says whether it was one.
    fn mark(&mut self, name: &str, raw: &'a str, peek: Peek) -> Result<bool, Stop> {
        let is_plain = !matches!(peek, Peek::Array | Peek::Object);
        if name == "$" && is_plain {
            self.scalar(peek)?;
            return Ok(true);
        }
        let Some(attribute) = raw.strip_prefix('@').filter(|_| peek == Peek::String) else {
            return Ok(false);
        };
        let (start, end) = place(self.source, self.jiter.known_bytes()?);
        let value = self.decoded(start, end);
        self.builder.attribute(attribute, value);
        Ok(true)
    }

    /// A text, number or flag as text of the open element.
    fn scalar(&mut self, peek: Peek) -> Result<(), Stop> {
        let offset = self.offset();
        match peek {
            Peek::String => {
                let (start, end) = place(self.source, self.jiter.known_bytes()?);
                let text = self.decoded(start, end);
                self.builder.text(text, start)?;
            }
            Peek::True | Peek::False => {
                let flag = self.jiter.known_bool(peek)?;
                self.builder
                    .text(if flag { "true" } else { "false" }, offset)?;
            }
            Peek::Null => self.jiter.known_null()?,
            _ => {
                let (start, end) = place(self.source, self.jiter.next_number_bytes()?);
                self.builder.text(&self.source[start..end], start)?;
            }
        }
        Ok(())
    }

    /// The text between two quotation marks, with its escapes resolved.
    fn decoded(&self, start: usize, end: usize) -> Cow<'a, str> {
        let raw = &self.source[start..end];
        if !raw.contains('\\') {
            return Cow::Borrowed(raw);
        }
        // The tokenizer has looked at the escapes already.
        let quoted = &self.source[start - 1..=end];
        serde_json::from_str::<String>(quoted).map_or(Cow::Borrowed(raw), Cow::Owned)
    }

    /// Says what is no JSON, and keeps the text from there on.
    fn rest(&mut self, error: &JiterError) -> Result<(), xml::Error> {
        let offset = (self.marks + error.index).min(self.source.len());
        let is_cut = self.source[self.source.floor_char_boundary(offset)..]
            .trim()
            .is_empty();
        self.builder.trouble(Trouble {
            kind: if is_cut {
                "json/truncated"
            } else {
                "json/syntax"
            },
            offset,
            message: if is_cut {
                "the document ends within a value; it may be cut off".to_owned()
            } else {
                format!(
                    "this is no JSON from here on: {}; it was kept as plain text",
                    error.error_type
                )
            },
            hint: if is_cut {
                "fetch the file again; compare its size with the sender's"
            } else {
                "ask the sender for well-formed JSON; what was read is marked as recovered"
            },
            is_fatal: true,
        });
        // What the reader was in the midst of begins before the error: a text whose end is missing, for one.
        let from = self.source.floor_char_boundary(self.offset().min(offset));
        while self.builder.depth() > 1 {
            self.builder.close();
        }
        self.builder.text(&self.source[from..], from)
    }

    /// Where the reader stands in the source.
    fn offset(&self) -> usize {
        self.marks + self.jiter.current_index()
    }
}

/// A name without its prefix.
fn local(name: Cow<'_, str>) -> Cow<'_, str> {
    match name {
        Cow::Borrowed(name) => Cow::Borrowed(name.rsplit(':').next().unwrap_or(name)),
        Cow::Owned(name) => Cow::Owned(name.rsplit(':').next().unwrap_or(&name).to_owned()),
    }
}

/// Start and end of a part of the source that stands within it.
fn place(source: &str, part: &[u8]) -> (usize, usize) {
    let start = part.as_ptr().addr() - source.as_ptr().addr();
    (start, start + part.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(source: &str) -> (String, Vec<&'static str>) {
        let tree = parse(source, &Limits::default()).expect("it is small");
        let kinds = tree.troubles().iter().map(|trouble| trouble.kind).collect();
        let mut out = String::new();
        if let Some(root) = tree.root() {
            write(root, &mut out);
        }
        (out, kinds)
    }

    fn write(element: xml::tree::Element<'_, '_>, out: &mut String) {
        out.push_str(element.name());
        out.push('(');
        for child in element.children() {
            match child {
                xml::tree::Child::Element(child) => write(child, out),
                xml::tree::Child::Text(text) => out.push_str(&format!("'{text}'")),
                xml::tree::Child::Instruction(..) => {}
            }
        }
        out.push(')');
    }

    #[test]
    fn half_a_character_is_none() {
        let mended = |text: &str| super::mended(text).map(|(text, _)| text);
        assert_eq!(mended(r#"{"a": "\ud83d\ude00 \\ud800 \n"}"#), None);
        let found = mended(r#"["\ud800 x", "\uDC00\ud800", "\ud83d\ude00", "\\\udbff", "\"#);
        let wanted = r#"["\ufffd x", "\ufffd\ufffd", "\ud83d\ude00", "\\\ufffd", "\"#;
        assert_eq!(found.as_deref(), Some(wanted));
    }

    #[test]
    fn values_become_elements() {
        let (out, troubles) = outline(
            "\u{feff} {\"a\": [1.50, \"x\\u00e9\\n\", [true, {}]], \"b\": null, \"c\": {\"d\": \"e\"}, \"e\": []}\n",
        );
        assert_eq!(
            out,
            "json(a('1.50')a('xé\n')a(item('true')item())b()c(d('e')))"
        );
        assert!(troubles.is_empty());
        assert_eq!(outline("[{\"a\":1},2]").0, "json(item(a('1'))item('2'))");
    }

    #[test]
    fn keys_are_those_at_the_top() {
        assert_eq!(keys("{\"a\": {\"x\": 1}, \"b\": [2"), ["a", "b"]);
        assert_eq!(keys("[[{\"a\": 1}]]"), ["a"]);
        assert!(keys("[]").is_empty() && keys("{").is_empty());
        let deep = "[".repeat(100_000);
        assert!(keys(&deep).is_empty());
    }

    #[test]
    fn damage_is_said_and_nothing_is_lost() {
        for (source, kind, kept) in [
            (
                "{\"a\": \"one\", \"b\": \"two thr",
                "json/truncated",
                "two thr",
            ),
            ("{\"a\": one, \"b\": 2}", "json/syntax", "one, \"b\": 2}"),
            ("{\"a\": 1} and more", "json/syntax", "and more"),
            ("{\"a\": [1, 2", "json/truncated", "'1'"),
            ("", "json/truncated", "json()"),
        ] {
            let (out, troubles) = outline(source);
            assert!(troubles.contains(&kind), "{source}: {troubles:?}");
            assert!(out.contains(kept), "{source}: {out}");
        }
    }

    #[test]
    fn places_are_those_of_the_source() {
        let source = "{\n \"a\": {\"b\": \"two words\"}}";
        let tree = parse(source, &Limits::default()).expect("it is small");
        let _ = tree
            .root()
            .expect("there is one")
            .find("a")
            .map(|a| a.enter());
        tree.root().expect("there is one").enter();
        let rest = tree.unmapped();
        assert_eq!(rest.len(), 1);
        assert_eq!(rest[0].path, "json/a/b");
        assert_eq!((rest[0].span.line, rest[0].span.column), (2, 8));
        assert!(rest[0].markup.starts_with("\"b\": \"two words\""));
    }
}
