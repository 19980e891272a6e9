//! HTML, for people: a whole record as one document, and its parts as fragments for the pages of a server.
//!
//! All text is escaped. Identifiers of the source become anchors behind the prefix `s-` when they are plain names;
//! an address that could run a script never becomes a link; embedded `MathML` is rebuilt from known elements only.

mod address;
mod block;
mod claim;
mod escape;
mod inline;
mod math;
mod page;
mod row;
mod table;

pub use crate::view::Topic;
pub(crate) use address::is_safe as is_safe_address;
pub use address::{anchor, beside};

use crate::view::{self, Part};
use model::{
    Block, ClaimSet, Drawings, Inline, Markup, Patent, Record, Section, SequenceListing, Tables,
};
use std::collections::BTreeSet;

/// The style sheet of a document; fragments use the same class names.
pub const STYLE: &str = include_str!("html/style.css");

/// How HTML is written.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Gives the address of a file that the record names.
    pub link: &'a dyn Fn(&str) -> String,
    /// Gives the address of a place in the document by its anchor, such as `s-CLM-00001`.
    pub place: &'a dyn Fn(&str) -> String,
    /// Gives the words for a date by its ISO form.
    pub date: &'a dyn Fn(&str) -> String,
    /// Level of the headings of parts; 2 below a page's one first heading.
    pub heading: usize,
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut debug = f.debug_struct("Options");
        debug
            .field("heading", &self.heading)
            .finish_non_exhaustive()
    }
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            link: &beside,
            place: &address::here,
            date: &str::to_owned,
            heading: 2,
        }
    }
}

/// Writes the whole of `record` as one document; files are looked for beside it.
pub fn write(record: &Record, out: &mut String) {
    write_with(record, &Options::default(), out);
}

/// Writes the whole of `record` as one document.
pub fn write_with(record: &Record, options: &Options<'_>, out: &mut String) {
    page::page(record, &mut Html::new(options, out));
}

/// Writes the bibliographic data: all parts which are labelled rows with INID codes.
pub fn bibliography(patent: &Patent, options: &Options<'_>, out: &mut String) {
    topics(patent, &Topic::ROWS, options, out);
}

/// Writes the parts of `patent` about `topics`, each with its heading.
pub fn topics(patent: &Patent, topics: &[Topic], options: &Options<'_>, out: &mut String) {
    let mut html = Html::new(options, out);
    for topic in topics {
        for part in view::topic_parts(patent, *topic) {
            page::part(&part, &patent.language, &mut html);
        }
    }
}

/// Writes a sequence listing with its sequences in `range`, counted from 0.
pub fn listing(
    listing: &SequenceListing,
    range: std::ops::Range<usize>,
    options: &Options<'_>,
    out: &mut String,
) {
    let mut html = Html::new(options, out);
    for part in view::listing_parts(listing, range) {
        page::part(&part, "", &mut html);
    }
}

/// Anchors and titles of the parts of `patent` about `topics`, for a list of contents.
#[must_use]
pub fn contents(patent: &Patent, topics: &[Topic]) -> Vec<(String, String)> {
    let parts = topics
        .iter()
        .flat_map(|topic| view::topic_parts(patent, *topic));
    parts
        .map(|part: Part<'_>| (part.anchor.clone(), page::part_title(&part)))
        .collect()
}

/// Writes running text.
pub fn inlines(content: &[Inline], options: &Options<'_>, out: &mut String) {
    Html::new(options, out).inlines(content);
}

/// Writes blocks of text.
pub fn blocks(blocks: &[Block], options: &Options<'_>, out: &mut String) {
    Html::new(options, out).blocks(blocks, options.heading + 1);
}

/// Writes a part of the text with its language.
pub fn section(section: &Section, options: &Options<'_>, out: &mut String) {
    Html::new(options, out).section(section, "");
}

/// Writes claims as a tree, each under the claim that it depends on.
pub fn claims(sets: &[ClaimSet], options: &Options<'_>, out: &mut String) {
    let mut html = Html::new(options, out);
    for set in sets {
        html.claims(set, "");
    }
}

/// Writes drawings as figures.
pub fn drawings(drawings: &[Drawings], options: &Options<'_>, out: &mut String) {
    let mut html = Html::new(options, out);
    for one in drawings {
        html.drawings(one);
    }
}

/// Writes tables.
pub fn tables(tables: &Tables, options: &Options<'_>, out: &mut String) {
    Html::new(options, out).tables(tables, None);
}

/// Writes tables for use within Markdown: no line of them is blank.
pub(crate) fn markdown_tables(tables: &Tables, options: &Options<'_>, out: &mut String) {
    let mut lines = String::new();
    Html::new(options, &mut lines).plain_tables(tables);
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        out.push_str(line.trim_start());
        out.push('\n');
    }
}

/// A formula as a comment, for use within Markdown, which shows no MathML: it is kept for those who can read it.
pub(crate) fn markdown_math(markup: &Markup, out: &mut String) {
    let mut math = String::new();
    Html::new(&Options::default(), &mut math).math(markup);
    let math = math.replace("--", "-&#45;").replace(['\n', '\r'], " ");
    out.push_str(&format!("<!-- {math} -->"));
}

/// HTML as it is written.
struct Html<'a> {
    out: &'a mut String,
    options: &'a Options<'a>,
    /// Anchors that were given: each once.
    seen: BTreeSet<String>,
    /// Whether a link is open, in which no other may stand.
    in_link: bool,
}

impl<'a> Html<'a> {
    fn new(options: &'a Options<'a>, out: &'a mut String) -> Self {
        Self {
            out,
            options,
            seen: BTreeSet::new(),
            in_link: false,
        }
    }

    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn text(&mut self, text: &str) {
        escape::text(text, self.out);
    }

    /// Writes an attribute, when its value is not empty.
    fn attribute(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape::attribute(value, self.out);
            self.out.push('"');
        }
    }

    /// Opens an element with a class and the anchor of the source's identifier.
    fn open(&mut self, tag: &str, class: &str, id: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        self.attribute("class", class);
        self.anchor(id);
        self.out.push('>');
    }

    fn close(&mut self, tag: &str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    /// Writes the `id` attribute for an identifier of the source, when it is a plain name and not given yet.
    fn anchor(&mut self, id: &str) {
        if let Some(name) = anchor(id)
            && self.seen.insert(name.clone())
        {
            self.attribute("id", &name);
        }
    }

    /// Writes `lang` and `dir` for a language as written.
    fn language(&mut self, written: &str) {
        if let Some(tag) = view::tag(written) {
            self.attribute("lang", &tag);
            let direction = if view::is_right_to_left(&tag) {
                "rtl"
            } else {
                "ltr"
            };
            self.attribute("dir", direction);
        }
    }
}
