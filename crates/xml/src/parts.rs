//! A document in parts: each child of the root as a small tree of its own, one after the other.
//!
//! Memory holds one part and not the document. Only a document whose parts are well-formed and stand clearly side by
//! side is read in this way; where that ends, [`Step::Unclear`] says from where on the whole is to be read as a
//! [`Tree`](crate::tree::Tree), which knows how to recover.

use crate::Error;
use crate::lines::Lines;
use crate::tree::{self, Limits, Tree};
use model::Unmapped;

/// The parts of a document, in order.
#[derive(Debug)]
pub struct Parts<'a> {
    source: &'a str,
    limits: Limits,
    declaration: &'a str,
    doctype: (usize, &'a str),
    root: (usize, &'a str),
    name: &'a str,
    at: usize,
}

/// A child element of the root.
#[derive(Debug)]
pub struct Part<'a> {
    tree: Tree<'a>,
    offset: usize,
}

/// What comes next in a document.
#[derive(Debug)]
pub enum Step<'a> {
    /// A child of the root.
    Part(Part<'a>),
    /// The root element ends, and nothing follows it.
    End,
    /// From this byte on the document must be read as a whole.
    Unclear(usize),
}

impl<'a> Parts<'a> {
    /// Looks at the start of `source`; `None` when it cannot be read in parts.
    ///
    /// # Errors
    ///
    /// When the document is larger than allowed.
    pub fn of(source: &'a str, limits: &Limits) -> Result<Option<Self>, Error> {
        if source.len() > limits.bytes {
            return Err(Error::TooLarge {
                bytes: source.len(),
                limit: limits.bytes,
            });
        }
        let Some(tag) = tree::root_tag(source) else {
            return Ok(None);
        };
        let start = tag.as_ptr() as usize - source.as_ptr() as usize;
        let (before, doctype) = prolog(&source[..start]);
        let is_open = tag.ends_with('>') && !tag.ends_with("/>");
        let subset = doctype.1.contains('[') && doctype.1.contains("<!");
        let name = name_of(tag);
        if !is_open
            || subset
            || name.is_empty()
            || before.contains('<') && !before.starts_with("<?xml")
        {
            return Ok(None);
        }
        let parts = Self {
            source,
            limits: *limits,
            declaration: before,
            doctype,
            root: (start, tag),
            name,
            at: start + tag.len(),
        };
        Ok(parts.root()?.is_clear().then_some(parts))
    }

    /// Goes on in `source`, which follows parts that were read before and the root element of this name.
    #[must_use]
    pub fn resume(source: &'a str, name: &'a str, limits: &Limits) -> Self {
        Self {
            source,
            limits: *limits,
            declaration: "",
            doctype: (0, ""),
            root: (0, ""),
            name,
            at: 0,
        }
    }

    /// The start tag of the root, as written.
    #[must_use]
    pub fn tag(&self) -> &'a str {
        self.root.1
    }

    /// The XML declaration; empty when there is none.
    #[must_use]
    pub fn declaration(&self) -> &'a str {
        self.declaration
    }

    /// The document type declaration with its byte offset; empty when there is none.
    #[must_use]
    pub fn doctype(&self) -> (usize, &'a str) {
        self.doctype
    }

    /// The root element without its content, as a part.
    ///
    /// # Errors
    ///
    /// When a limit is passed.
    pub fn root(&self) -> Result<Part<'a>, Error> {
        let (offset, tag) = self.root;
        Ok(Part {
            tree: tree::parse(tag, &self.limits)?,
            offset,
        })
    }

    /// The next part.
    ///
    /// # Errors
    ///
    /// When a limit is passed.
    pub fn step(&mut self) -> Result<Step<'a>, Error> {
        let Some(start) = self.markup() else {
            return Ok(Step::Unclear(self.at));
        };
        let rest = &self.source[start..];
        if let Some(after) = rest.strip_prefix("</") {
            return Ok(self.end(after));
        }
        let name = name_of(rest);
        let Some(end) = end_of(rest, name).filter(|_| !name.is_empty()) else {
            return Ok(Step::Unclear(self.at));
        };
        let tree = tree::parse(&rest[..end], &self.limits)?;
        if !tree.troubles().is_empty() || tree.root().is_none() {
            return Ok(Step::Unclear(self.at));
        }
        self.at = start + end;
        Ok(Step::Part(Part {
            tree,
            offset: start,
        }))
    }

    /// Where the next tag begins; `None` when something other than blanks and comments comes before it.
    fn markup(&self) -> Option<usize> {
        let mut at = self.at;
        loop {
            let rest = &self.source[at..];
            let blanks = rest.len() - rest.trim_ascii_start().len();
            at += blanks;
            let rest = &rest[blanks..];
            if !rest.starts_with("<!--") {
                return (rest.starts_with('<')
                    && !rest.starts_with("<!")
                    && !rest.starts_with("<?"))
                .then_some(at);
            }
            let close = rest[4..].find("--")?;
            if !rest[4 + close..].starts_with("-->") {
                return None;
            }
            at += 4 + close + 3;
        }
    }

    fn end(&mut self, after: &'a str) -> Step<'a> {
        let closes = after
            .strip_prefix(self.name)
            .map(str::trim_ascii_start)
            .and_then(|rest| rest.strip_prefix('>'));
        match closes {
            Some(rest) if rest.trim_ascii().is_empty() => {
                self.at = self.source.len();
                Step::End
            }
            _ => Step::Unclear(self.at),
        }
    }
}

impl<'a> Part<'a> {
    /// The part as a tree; its offsets count from the start of the part.
    #[must_use]
    pub fn tree(&self) -> &Tree<'a> {
        &self.tree
    }

    /// Byte offset of the part in the document.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Whether nothing is wrong with the start tag of the root, which is never closed here.
    fn is_clear(&self) -> bool {
        let mut troubles = self.tree.troubles().iter();
        troubles.all(|trouble| trouble.kind == "truncated")
    }

    /// What nobody took of the part, with places and paths in the document whose root is called `root`.
    #[must_use]
    pub fn unmapped(&self, root: &str, lines: &mut Lines<'_>) -> Vec<Unmapped> {
        let mut all = self.tree.unmapped();
        for one in &mut all {
            let offset = usize::try_from(one.span.offset).unwrap_or(0);
            let length = usize::try_from(one.span.length).unwrap_or(0);
            one.span = lines.span(self.offset + offset, length);
            if !root.is_empty() {
                one.path = format!("{root}/{}", one.path).into();
            }
        }
        all
    }
}

/// The XML declaration, and the document type declaration with its offset, of what stands before the root.
fn prolog(text: &str) -> (&str, (usize, &str)) {
    let trimmed = text.trim_start_matches('\u{feff}').trim_ascii_start();
    let declaration = match trimmed.find("?>") {
        Some(end) if trimmed.starts_with("<?xml") => &trimmed[..end + 2],
        _ => "",
    };
    let doctype = text.find("<!DOCTYPE").map_or((0, ""), |at| {
        let rest = text[at..].trim_ascii_end();
        let end = match (rest.find('['), rest.find('>')) {
            (Some(open), Some(close)) if open < close => rest.rfind('>'),
            (_, close) => close,
        };
        (at, end.map_or(rest, |end| &rest[..=end]))
    });
    (declaration, doctype)
}

/// The name in a start tag at the start of `text`.
#[must_use]
pub fn name_of(text: &str) -> &str {
    let name = &text[1..];
    let end = name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/' | '<' | '='));
    &name[..end.unwrap_or(name.len())]
}

/// Where the element called `name` at the start of `text` ends, if none of its name stands in it.
fn end_of(text: &str, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut quote = None;
    let tag = bytes.iter().position(|byte| match (quote, byte) {
        (None, b'>') => true,
        (None, b'"' | b'\'') => {
            quote = Some(*byte);
            false
        }
        (Some(open), byte) if open == *byte => {
            quote = None;
            false
        }
        _ => false,
    })?;
    if bytes[tag - 1] == b'/' {
        return Some(tag + 1);
    }
    let close = format!("</{name}");
    let mut from = tag;
    loop {
        let at = from + memchr::memmem::find(&bytes[from..], close.as_bytes())?;
        let after = text[at + close.len()..].trim_ascii_start();
        if after.starts_with('>') {
            return Some(text.len() - after.len() + 1);
        }
        from = at + close.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(source: &str) -> Vec<String> {
        let limits = Limits::default();
        let Some(mut parts) = Parts::of(source, &limits).expect("no limit is passed") else {
            return vec!["none".to_owned()];
        };
        let mut out = Vec::new();
        loop {
            match parts.step().expect("no limit is passed") {
                Step::Part(part) => out.push(format!(
                    "{} {}",
                    part.offset(),
                    part.tree().root().expect("a part is an element").source()
                )),
                Step::End => {
                    out.push("end".to_owned());
                    return out;
                }
                Step::Unclear(at) => {
                    out.push(format!("unclear {at}"));
                    return out;
                }
            }
        }
    }

    #[test]
    fn children_come_one_by_one() {
        assert_eq!(
            steps(
                "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'a.dtd'><a x='>'> <b>1</b><!-- c --><bc/><b y='>'><d>2</d></b ></a>\n"
            ),
            [
                "58 <b>1</b>",
                "76 <bc/>",
                "81 <b y='>'><d>2</d></b >",
                "end"
            ]
        );
    }

    #[test]
    fn what_is_not_clear_is_left_to_the_tree() {
        assert_eq!(steps("<a/>"), ["none"]);
        assert_eq!(steps("<!DOCTYPE a [<!ENTITY e 'f'>]><a><b/></a>"), ["none"]);
        assert_eq!(steps("<a><b/>text<b/></a>"), ["3 <b/>", "unclear 7"]);
        assert_eq!(steps("<a><b><b/></b></a>"), ["3 <b><b/></b>", "end"]);
        assert_eq!(steps("<a><b><b></b></b></a>"), ["unclear 3"]);
        assert_eq!(steps("<a><b>&no;</b></a>"), ["unclear 3"]);
        assert_eq!(steps("<a><b></c></b></a>"), ["unclear 3"]);
        assert_eq!(steps("<a><b>"), ["unclear 3"]);
        assert_eq!(steps("<a><b/></a><a/>"), ["3 <b/>", "unclear 7"]);
        assert_eq!(steps("<a><b/></a> words"), ["3 <b/>", "unclear 7"]);
        assert_eq!(steps("<a>"), ["unclear 3"]);
        assert_eq!(steps("<a><"), ["unclear 3"]);
        assert_eq!(steps(""), ["none"]);
    }
}
