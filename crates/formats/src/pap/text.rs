//! Running text of the applications of 2001 to 2004.
//!
//! Clause: PAP paragraph

use super::{body, citation, figure};
use crate::vocabulary::inline::{instruction, unknown};
use crate::vocabulary::{attributes, media, sequence, table, text, value};
use model::{
    Deposit, Formula, Inline, List, ListItem, Part, Preformatted, Reference, ReferenceKind, Str,
    Style, Styled, Tables,
};
use xml::tree::{Child, Element};

/// Reads the mixed content of an element.
pub(super) fn mixed(element: &Element<'_, '_>) -> Vec<Inline> {
    let mut out = Vec::new();
    collect(element, &mut out);
    out
}

fn collect(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    for part in element.children() {
        child(part, out);
    }
}

/// Reads a child of mixed content.
pub(super) fn child(part: Child<'_, '_>, out: &mut Vec<Inline>) {
    match part {
        Child::Text(text) => out.push(Inline::Text(text.into())),
        Child::Element(element) => push(&element, out),
        Child::Instruction(target, data) => out.push(instruction(target, data)),
    }
}

/// Reads one inline element; an unknown one gives its words, and stays unmapped itself.
pub(super) fn push(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    if let Some(style) = style(element.name()) {
        return out.push(styled(element, style));
    }
    let inline = match element.name() {
        "highlight" => return within(element, out),
        "literal" | "number" | "grant-number" | "contract-number" | "us-agency" => {
            let _link = element.attribute("hytime");
            return collect(element, out);
        }
        "cross-reference" => reference(element, "target", ReferenceKind::Cross),
        "dependent-claim-reference" => reference(element, "depends_on", ReferenceKind::Claim),
        "custom-character" => Inline::Image(Box::new(figure::character(element))),
        "image" => Inline::Image(Box::new(figure::image(element))),
        "in-line-formula" => Inline::Formula(Box::new(Formula {
            content: mixed(element),
            ..Formula::default()
        })),
        "math-cwu" => Inline::Formula(Box::new(figure::formula(element))),
        "math" => Inline::Formula(Box::new(Formula {
            markup: vec![media::markup(element)],
            ..Formula::default()
        })),
        "chemistry-cwu" => Inline::Chemistry(Box::new(figure::chemistry(element))),
        "table-cwu" | "table" => Inline::Tables(Box::new(tables(element))),
        "sequence-cwu" => return sequence_listing(element, out),
        "lists" => Inline::List(Box::new(list(element))),
        "program-listing" => Inline::Preformatted(Box::new(listing(element))),
        "claim-text" => part(element),
        "markush-group" | "markush-item" => return within(element, out),
        "footnote" => return footnote(element, out),
        "citation" => Inline::Citation(Box::new(citation::citation(element))),
        "biological-deposit-citation" => Inline::Deposit(Box::new(deposit(element))),
        "paragraph" | "heading" | "section" => return line(element, out),
        _ => return unknown(element, |name| style(name).is_some(), out, child),
    };
    out.push(inline);
}

/// An element that only holds others: blanks between them say nothing.
fn within(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    for part in element.children() {
        match part {
            Child::Text(text) if text.trim().is_empty() => {}
            other => child(other, out),
        }
    }
}

/// A block where a line of text is due.
fn line(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    if !out.is_empty() {
        out.push(Inline::Break(true));
    }
    for block in body::block(element) {
        match block {
            model::Block::Paragraph(paragraph) => {
                if !paragraph.number.is_empty() {
                    out.push(Inline::Text(format!("{} ", paragraph.number).into()));
                }
                out.extend(paragraph.content);
            }
            model::Block::Heading(heading) => out.extend(heading.content),
            model::Block::Loose(content) => out.extend(content),
            _ => {}
        }
        out.push(Inline::Break(true));
    }
}

fn style(name: &str) -> Option<(Style, &'static str)> {
    Some(match name {
        "superscript" => (Style::Superscript, ""),
        "subscript" => (Style::Subscript, ""),
        "bold" => (Style::Bold, ""),
        "italic" => (Style::Italic, ""),
        "smallcaps" => (Style::SmallCapitals, ""),
        "uline" => (Style::Underline, "single"),
        "duline" => (Style::Underline, "double"),
        _ => return None,
    })
}

fn styled(element: &Element<'_, '_>, (style, variant): (Style, &str)) -> Inline {
    Inline::Styled(Box::new(Styled {
        style,
        variant: variant.into(),
        content: mixed(element),
    }))
}

/// A reference; what it points to is known by its targets, which begin with the name of what they are.
fn reference(element: &Element<'_, '_>, attribute: &str, kind: ReferenceKind) -> Inline {
    let _link = element.attribute("hytime");
    let targets = value(element, attribute);
    let of_figure = targets.to_ascii_uppercase();
    let is_figure = ["DRAWINGS", "FIG", "EMI-D"]
        .iter()
        .any(|start| of_figure.starts_with(start));
    let kind = match kind {
        ReferenceKind::Cross if is_figure => ReferenceKind::Figure,
        kind => kind,
    };
    let mut content = Vec::new();
    for part in element.children() {
        match part {
            Child::Element(words) if words.name() == "claim-text" => content.extend(mixed(&words)),
            other => child(other, &mut content),
        }
    }
    Inline::Reference(Box::new(Reference {
        kind,
        targets,
        content,
        ..Reference::default()
    }))
}

fn part(element: &Element<'_, '_>) -> Inline {
    Inline::Part(Box::new(Part {
        id: value(element, "id"),
        content: mixed(element),
    }))
}

/// Reads `table-cwu`, or a table that stands alone.
fn tables(element: &Element<'_, '_>) -> Tables {
    let mut out = Tables::default();
    if element.name() == "table" {
        out.tables.push(table::table(element, &mixed));
        return out;
    }
    out.id = value(element, "id");
    let mut loose = Vec::new();
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "number" if out.number.is_empty() => out.number = text(&inner),
                "table" => out.tables.push(table::table(&inner, &mixed)),
                "image" => out.images.push(figure::image(&inner)),
                _ => push(&inner, &mut loose),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            other => child(other, &mut loose),
        }
    }
    if !loose.is_empty() {
        out.tables.push(model::Table {
            title: loose,
            ..model::Table::default()
        });
    }
    out.attributes = attributes(element);
    out
}

/// Reads `sequence-cwu`: a table, a listing, or a reference to a file.
///
/// Clause: PAP sequence-cwu
pub(super) fn sequence_listing(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    let mut list = List {
        id: value(element, "id"),
        style: "none".into(),
        ..List::default()
    };
    let mut rest = Vec::new();
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "sequence-list-old-rules" | "sequence-list-new-rules" => {
                    list.items.extend(sequence::items(&inner, &mixed));
                }
                "number" | "object-reference" => list.items.push(ListItem {
                    id: value(&inner, "id"),
                    content: vec![Inline::Text(text(&inner))],
                    ..ListItem::default()
                }),
                _ => push(&inner, &mut rest),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            other => child(other, &mut rest),
        }
    }
    if !list.items.is_empty() {
        out.push(Inline::List(Box::new(list)));
    }
    out.extend(rest);
}

/// Reads `lists`. What stands between items becomes an item without number.
fn list(element: &Element<'_, '_>) -> List {
    let mut out = List {
        id: value(element, "id"),
        style: "none".into(),
        ..List::default()
    };
    for part in element.children() {
        let mut content = Vec::new();
        match part {
            Child::Element(item) if item.name() == "list-item" => content = mixed(&item),
            Child::Text(text) if text.trim().is_empty() => continue,
            other => child(other, &mut content),
        }
        out.items.push(ListItem {
            content,
            ..ListItem::default()
        });
    }
    out
}

/// Reads a listing of a program, in which blanks and line ends count.
pub(super) fn listing(element: &Element<'_, '_>) -> Preformatted {
    let _space = element.attribute("xml:space");
    Preformatted {
        id: value(element, "id"),
        listing: Str::from("program-listing"),
        content: mixed(element),
    }
}

/// A footnote stands on a line of its own behind what it is about.
fn footnote(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    out.push(Inline::Break(true));
    out.push(part(element));
    out.push(Inline::Break(true));
}

fn deposit(element: &Element<'_, '_>) -> Deposit {
    let mut out = Deposit::default();
    for part in element.elements() {
        match part.name() {
            "depository-name" if out.depositary.is_empty() => out.depositary = text(&part),
            "deposit-accession-number" if out.accession.is_empty() => out.accession = text(&part),
            _ => {}
        }
    }
    out.attributes = attributes(element);
    out
}
