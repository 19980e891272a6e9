//! Running text.
//!
//! Clause: ST.36 p

use super::{attributes, body, citation, media, table, text, value};
use model::{
    Attachment, Change, Definition, Definitions, Inline, Instruction, List, ListItem, Part,
    Preformatted, Reference, ReferenceKind, Str, Style, Styled,
};
use xml::tree::{Child, Children, Element};

/// Reads the mixed content of an element.
pub(crate) fn mixed(element: &Element<'_, '_>) -> Vec<Inline> {
    let mut out = Vec::new();
    collect(element.children(), &mut out);
    out
}

fn collect(children: Children<'_, '_>, out: &mut Vec<Inline>) {
    let mut is_after_display = false;
    for child in children {
        let display = matches!(&child, Child::Element(element) if is_display(element.name()));
        let is_blank = matches!(child, Child::Text(text) if text.trim().is_empty());
        if (display || is_after_display) && !is_blank && !ends_line(out) {
            out.push(Inline::Break(true));
        }
        self::child(child, out);
        is_after_display = display || is_after_display && is_blank;
    }
}

fn child(part: Child<'_, '_>, out: &mut Vec<Inline>) {
    match part {
        Child::Text(text) => out.push(Inline::Text(Str::from(text))),
        Child::Element(element) => push(&element, out),
        Child::Instruction(target, data) => out.push(instruction(target, data)),
    }
}

/// Reads what is in an element that is not known here and stays unmapped itself. Where it only holds other elements,
/// and none of them `is_running` text, blanks keep their words apart.
pub(crate) fn unknown<'t, 'a>(
    element: &Element<'t, 'a>,
    is_running: impl Fn(&str) -> bool,
    out: &mut Vec<Inline>,
    mut read: impl FnMut(Child<'t, 'a>, &mut Vec<Inline>),
) {
    let apart = element.is_structure(is_running);
    for part in element.flatten() {
        if apart {
            gap(out);
        }
        read(part, out);
    }
    if apart {
        gap(out);
    }
}

/// A blank, where the text so far does not end in one.
fn gap(out: &mut Vec<Inline>) {
    let is_apart = match out.last() {
        None | Some(Inline::Break(_)) => true,
        Some(Inline::Text(before)) => before.ends_with(char::is_whitespace),
        Some(_) => false,
    };
    if !is_apart {
        out.push(Inline::Text(" ".into()));
    }
}

/// Whether elements of this name are lines of their own in older text: formulas, reactions.
///
/// Clause: ST.32 DF
fn is_display(name: &str) -> bool {
    matches!(name, "df" | "chr" | "che")
}

/// Whether what comes next begins a line.
fn ends_line(out: &[Inline]) -> bool {
    let last = out
        .iter()
        .rev()
        .find(|inline| !matches!(inline, Inline::Text(text) if text.trim().is_empty()));
    matches!(last, None | Some(Inline::Break(_)))
}

/// Reads one inline element; an unknown one gives its content, and stays unmapped itself.
pub(crate) fn inline(element: &Element<'_, '_>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(1);
    push(element, &mut out);
    out
}

/// Keeps a processing instruction.
pub(crate) fn instruction(target: &str, data: &str) -> Inline {
    Inline::Instruction(Box::new(Instruction {
        target: target.into(),
        data: data.into(),
    }))
}

/// Whether elements of this name only say how text is set.
pub(crate) fn is_style(name: &str) -> bool {
    style(name).is_some() || name == "br"
}

/// Whether elements of this name are read here as what they are; all others give their content alone.
pub(crate) fn is_known(name: &str) -> bool {
    is_style(name)
        || matches!(
            name,
            "figref"
                | "claim-ref"
                | "crossref"
                | "claim-text"
                | "img"
                | "maths"
                | "math"
                | "chemistry"
                | "ul"
                | "ol"
                | "dl"
                | "tables"
                | "table"
                | "pre"
                | "patcit"
                | "nplcit"
                | "bio-deposit"
                | "table-external-doc"
                | "ins"
                | "del"
        )
}

fn style(name: &str) -> Option<Style> {
    Some(match name {
        "b" => Style::Bold,
        "i" => Style::Italic,
        "u" => Style::Underline,
        "o" => Style::Overline,
        "s" | "strike" => Style::Strike,
        "sub" => Style::Subscript,
        "sup" => Style::Superscript,
        "sub2" => Style::InnerSubscript,
        "sup2" => Style::InnerSuperscript,
        "smallcaps" => Style::SmallCapitals,
        _ => return None,
    })
}

fn push(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    let name = element.name();
    if let Some(style) = style(name) {
        return out.push(styled(element, style));
    }
    let inline = match name {
        "figref" | "imgref" => reference(element, ReferenceKind::Figure),
        "claim-ref" => reference(element, ReferenceKind::Claim),
        "crossref" => reference(element, ReferenceKind::Cross),
        "ref" => Inline::Citation(Box::new(citation::marked(element))),
        "claim-text" => part(element),
        "br" | "break" => {
            element.enter();
            if !element.is_blank() {
                return collect(element.flatten(), out);
            }
            Inline::Break(true)
        }
        "img" => Inline::Image(Box::new(media::image(element))),
        "maths" | "math" => Inline::Formula(Box::new(media::formula(element))),
        "chemistry" => Inline::Chemistry(Box::new(media::chemistry(element))),
        "ul" | "ol" => Inline::List(Box::new(list(element))),
        "dl" => Inline::Definitions(Box::new(definitions(element))),
        "tables" | "table" => Inline::Tables(Box::new(table::tables(element))),
        "pre" => preformatted(element),
        "patcit" | "nplcit" => Inline::Citation(Box::new(citation::within_text(element))),
        "bio-deposit" => Inline::Deposit(Box::new(citation::deposit(element))),
        "table-external-doc" => external(element),
        "ins" | "del" | "insert" | "delete" => change(element),
        "df" | "chr" | "che" => {
            element.enter();
            return collect(element.children(), out);
        }
        "over" => {
            element.enter();
            out.push(Inline::Text(" / ".into()));
            return collect(element.children(), out);
        }
        name if body::is_block(name) && !out.is_empty() => {
            out.push(Inline::Break(true));
            return collect(element.flatten(), out);
        }
        _ if element.is_structure(is_known) => return unknown(element, is_known, out, child),
        _ => return collect(element.flatten(), out),
    };
    out.push(inline);
}

fn styled(element: &Element<'_, '_>, style: Style) -> Inline {
    let variant = match style {
        Style::Underline => value(element, "style"),
        Style::Overline => ["ostyle", "style"]
            .iter()
            .find_map(|name| element.attribute(name))
            .unwrap_or("")
            .into(),
        _ => Str::default(),
    };
    Inline::Styled(Box::new(Styled {
        style,
        variant,
        content: mixed(element),
    }))
}

fn reference(element: &Element<'_, '_>, kind: ReferenceKind) -> Inline {
    Inline::Reference(Box::new(Reference {
        kind,
        targets: ["idref", "idrefs"]
            .iter()
            .find_map(|name| element.attribute(name))
            .unwrap_or("")
            .into(),
        number: value(element, "num"),
        id: value(element, "id"),
        content: mixed(element),
    }))
}

fn part(element: &Element<'_, '_>) -> Inline {
    Inline::Part(Box::new(Part {
        id: value(element, "id"),
        content: mixed(element),
    }))
}

fn preformatted(element: &Element<'_, '_>) -> Inline {
    let _space = element.attribute("xml:space");
    Inline::Preformatted(Box::new(Preformatted {
        id: value(element, "id"),
        listing: value(element, "listing-type"),
        content: mixed(element),
    }))
}

fn change(element: &Element<'_, '_>) -> Inline {
    Inline::Change(Box::new(Change {
        deleted: element.name().starts_with("del"),
        attributes: attributes(element),
        content: mixed(element),
    }))
}

fn external(element: &Element<'_, '_>) -> Inline {
    Inline::Attachment(Box::new(Attachment {
        name: element.name().into(),
        id: value(element, "id"),
        file: value(element, "file"),
        content: vec![Inline::Text(text(element))],
        attributes: attributes(element),
        ..Attachment::default()
    }))
}

/// Reads a list. What stands between its items becomes an item without number.
fn list(element: &Element<'_, '_>) -> List {
    let ordered = element.name() == "ol";
    let mut list = List {
        id: value(element, "id"),
        ordered,
        style: value(element, if ordered { "ol-style" } else { "list-style" }),
        compact: value(element, "compact"),
        items: Vec::new(),
    };
    for child in element.children() {
        match child {
            Child::Element(item) if item.name() == "li" => list.items.push(ListItem {
                id: value(&item, "id"),
                number: value(&item, "num"),
                content: mixed(&item),
            }),
            Child::Element(other) => list.items.push(bare_item(inline(&other))),
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => list.items.push(bare_item(vec![Inline::Text(text.into())])),
            Child::Instruction(target, data) => {
                list.items.push(bare_item(vec![instruction(target, data)]));
            }
        }
    }
    list
}

fn bare_item(content: Vec<Inline>) -> ListItem {
    ListItem {
        content,
        ..ListItem::default()
    }
}

fn definitions(element: &Element<'_, '_>) -> Definitions {
    let mut list = Definitions {
        id: value(element, "id"),
        ..Definitions::default()
    };
    list.attributes = attributes(element);
    for child in element.children() {
        let (term, id, content) = match child {
            Child::Element(item) if matches!(item.name(), "dt" | "dd") => {
                (item.name() == "dt", value(&item, "id"), mixed(&item))
            }
            Child::Element(other) => (false, Str::default(), inline(&other)),
            Child::Text(text) if text.trim().is_empty() => continue,
            Child::Text(text) => (false, Str::default(), vec![Inline::Text(text.into())]),
            Child::Instruction(target, data) => {
                (false, Str::default(), vec![instruction(target, data)])
            }
        };
        list.items.push(Definition { id, term, content });
    }
    list
}
