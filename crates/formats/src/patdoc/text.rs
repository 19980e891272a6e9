//! Running text of ST.32: words stand in `PDAT` alone, everything around it says what they are.
//!
//! Clause: ST.32 PTEXT

use super::figure;
use crate::vocabulary::inline::unknown;
use crate::vocabulary::{attributes, sequence, statement, table, text, value};
use model::{
    Citation, Definition, Definitions, Formula, Inline, Instruction, List, ListItem, Part,
    Reference, ReferenceKind, Statement, Str, Style, Styled, Tables,
};
use xml::tree::{Child, Element};

/// Reads all text in an element.
pub(super) fn mixed(element: &Element<'_, '_>) -> Vec<Inline> {
    let mut out = Vec::new();
    collect(element, &mut out);
    out
}

/// Reads an element whose parts are texts of their own, such as several `STEXT`: a blank keeps them apart.
pub(super) fn parts(element: &Element<'_, '_>) -> Vec<Inline> {
    let mut out = Vec::new();
    for part in element.children() {
        if matches!(part, Child::Element(_)) && !out.is_empty() {
            out.push(Inline::Text(" ".into()));
        }
        child(part, false, &mut out);
    }
    out
}

fn collect(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    let holds_words = matches!(element.name(), "PDAT");
    for part in element.children() {
        child(part, holds_words, out);
    }
}

/// Reads a child. Between elements, where no words may stand, blanks still keep apart what is not beside each other in
/// the source.
fn child(part: Child<'_, '_>, holds_words: bool, out: &mut Vec<Inline>) {
    match part {
        Child::Text(text) if !holds_words && text.trim().is_empty() => {
            let is_apart = match out.last() {
                Some(Inline::Text(before)) => before.ends_with(char::is_whitespace),
                Some(Inline::Styled(_) | Inline::Reference(_)) => false,
                _ => true,
            };
            if !is_apart {
                out.push(Inline::Text(" ".into()));
            }
        }
        Child::Text(text) => out.push(Inline::Text(text.into())),
        Child::Element(element) => push(&element, out),
        Child::Instruction(target, data) => out.push(instruction(target, data.into())),
    }
}

fn instruction(target: &str, data: Str) -> Inline {
    Inline::Instruction(Box::new(Instruction {
        target: target.into(),
        data,
    }))
}

pub(super) fn push(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    if let Some(style) = style(element.name()) {
        return out.push(styled(element, style));
    }
    let inline = match element.name() {
        "PDAT" | "HIL" | "LTL" | "PTEXT" | "STEXT" | "IMG" | "CWU" | "DNUM" | "B562" | "DTXT" => {
            return collect(element, out);
        }
        "LST" => return lists(element, out),
        "PARA" => return paragraph(element, out),
        "F" => Inline::Formula(Box::new(inline_formula(element))),
        "FGREF" => reference(element, ReferenceKind::Figure),
        "CLREF" => reference(element, ReferenceKind::Claim),
        "CRF" | "DFREF" | "EMR" | "FOR" | "LSTREF" | "PAREF" | "SEQREF" | "TBLREF" => {
            reference(element, ReferenceKind::Cross)
        }
        "DEL-S" => mark(element, "delete-start"),
        "DEL-E" => mark(element, "delete-end"),
        "INS-S" => mark(element, "insert-start"),
        "INS-E" => mark(element, "insert-end"),
        "EMI" => Inline::Image(Box::new(figure::image(element))),
        "CUSTOM-CHARACTER" => Inline::Image(Box::new(figure::character(element))),
        "RTI" => {
            out.push(Inline::Image(Box::new(figure::image(element))));
            return collect(element, out);
        }
        "ELE" => reference(element, ReferenceKind::Cross),
        "TABLE-US" => Inline::Tables(Box::new(tables(element))),
        "TABLE-CALS" | "table" | "TABLE" => Inline::Tables(Box::new(tables(element))),
        "MATH-US" | "MATHML" | "math" | "MATH" => {
            Inline::Formula(Box::new(figure::formula(element)))
        }
        "CHEM-US" => Inline::Chemistry(Box::new(figure::chemistry(element))),
        "SEQLST-US" => return sequence_list(element, out),
        "OL" | "SL" | "UL" => Inline::List(Box::new(list(element))),
        "DL" => Inline::Definitions(Box::new(definitions(element))),
        "FOO" => return footnote(element, out),
        "CIT" => return citations(element, out),
        "B830" => Inline::Deposit(Box::new(super::biblio::deposit(element))),
        _ => {
            let is_style = |name: &str| style(name).is_some();
            return unknown(element, is_style, out, |part, out| child(part, true, out));
        }
    };
    out.push(inline);
}

/// The style that an element asks for, with its kind.
fn style(name: &str) -> Option<(Style, &'static str)> {
    Some(match name {
        "SP" => (Style::Superscript, ""),
        "SB" => (Style::Subscript, ""),
        "BOLD" => (Style::Bold, ""),
        "ITALIC" => (Style::Italic, ""),
        "ULINE" => (Style::Underline, "single"),
        "DULINE" => (Style::Underline, "double"),
        "SMALLCAPS" => (Style::SmallCapitals, ""),
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

/// A paragraph where a line of text is due: it stands on a line of its own.
fn paragraph(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    if !out.is_empty() {
        out.push(Inline::Break(true));
    }
    out.push(Inline::Part(Box::new(Part {
        id: value(element, "ID"),
        content: parts(element),
    })));
}

/// A reference; several targets are separated by blanks. An empty one stands for its target.
fn reference(element: &Element<'_, '_>, kind: ReferenceKind) -> Inline {
    Inline::Reference(Box::new(Reference {
        kind,
        targets: value(element, "ID"),
        content: mixed(element),
        ..Reference::default()
    }))
}

/// A mark of matter that was inserted or deleted in a reissue, as later documents of the office write it.
fn mark(element: &Element<'_, '_>, target: &str) -> Inline {
    element.enter();
    let said = attributes(element);
    let said = said
        .iter()
        .map(|part| format!("{}=\"{}\"", part.name.to_ascii_lowercase(), part.value));
    instruction(target, said.collect::<Vec<_>>().join(" ").into())
}

fn inline_formula(element: &Element<'_, '_>) -> Formula {
    let mut out = Formula::default();
    for part in element.children() {
        match part {
            Child::Element(math) if math.name().eq_ignore_ascii_case("math") => {
                out.markup.push(figure::markup(&math));
            }
            other => child(other, false, &mut out.content),
        }
    }
    out
}

/// Reads `TABLE-US` or a table in it.
///
/// Clause: ST.32 TABLE-US
fn tables(element: &Element<'_, '_>) -> Tables {
    let mut out = Tables {
        id: value(element, "ID"),
        ..Tables::default()
    };
    fill_tables(element, &mut out);
    out.attributes = attributes(element);
    out
}

fn fill_tables(element: &Element<'_, '_>, out: &mut Tables) {
    if element.name().eq_ignore_ascii_case("table") {
        return out.tables.push(table::table(element, &parts));
    }
    let mut loose = Vec::new();
    for part in element.children() {
        match part {
            Child::Element(inner) => match inner.name() {
                "TABLE-CALS" | "table" | "TABLE" => fill_tables(&inner, out),
                "EMI" => out.images.push(figure::image(&inner)),
                _ => push(&inner, &mut loose),
            },
            other => child(other, false, &mut loose),
        }
    }
    if !loose.is_empty() {
        out.tables.push(model::Table {
            title: loose,
            ..model::Table::default()
        });
    }
}

/// Reads a sequence listing in the text: its table, or its data one by one.
fn sequence_list(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    let id = value(element, "ID");
    for part in element.children() {
        match part {
            Child::Element(list) if matches!(list.name(), "SEQ-LST-OLD" | "SEQ-LST-NEW") => {
                let items = sequence::items(&list, &mixed);
                out.push(Inline::List(Box::new(List {
                    id: id.clone(),
                    style: "none".into(),
                    items,
                    ..List::default()
                })));
            }
            other => child(other, false, out),
        }
    }
}

/// Reads `LST`, which names the list in it.
fn lists(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    let id = value(element, "ID");
    let first = out.len();
    collect(element, out);
    match out.get_mut(first) {
        Some(Inline::List(list)) => list.id = id,
        Some(Inline::Definitions(list)) => list.id = id,
        _ => {}
    }
}

/// Reads a list. What stands between its items becomes an item without number.
fn list(element: &Element<'_, '_>) -> List {
    let ordered = element.name() == "OL";
    let mut out = List {
        ordered,
        style: value(element, if ordered { "NUMSTYLE" } else { "ST" }),
        compact: value(element, "COMPACT"),
        ..List::default()
    };
    if element.name() == "SL" && out.style.is_empty() {
        out.style = "none".into();
    }
    for part in element.children() {
        let content = match part {
            Child::Element(item) if item.name() == "LI" => parts(&item),
            other => {
                let mut content = Vec::new();
                child(other, false, &mut content);
                content
            }
        };
        if !content.is_empty() {
            out.items.push(ListItem {
                content,
                ..ListItem::default()
            });
        }
    }
    out
}

fn definitions(element: &Element<'_, '_>) -> Definitions {
    let mut out = Definitions {
        attributes: attributes(element),
        ..Definitions::default()
    };
    for part in element.children() {
        let (term, content) = match part {
            Child::Element(item) if matches!(item.name(), "DT" | "DD") => {
                (item.name() == "DT", parts(&item))
            }
            other => {
                let mut content = Vec::new();
                child(other, false, &mut content);
                (false, content)
            }
        };
        if !content.is_empty() {
            out.items.push(Definition {
                term,
                content,
                ..Definition::default()
            });
        }
    }
    out
}

/// A footnote stands on a line of its own behind what it is about.
fn footnote(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    out.push(Inline::Break(true));
    out.push(Inline::Part(Box::new(Part {
        id: value(element, "ID"),
        content: parts(element),
    })));
    out.push(Inline::Break(true));
}

/// Citations in the text: each begins with its document or its words.
fn citations(element: &Element<'_, '_>, out: &mut Vec<Inline>) {
    let mut all: Vec<Citation> = Vec::new();
    for part in element.children() {
        match part {
            Child::Element(part) => match part.name() {
                "DOC" | "NCIT" => {
                    let mut one = Citation::default();
                    super::citation::part(&part, &mut one);
                    all.push(one);
                }
                _ => {
                    if all.is_empty() {
                        all.push(Citation::default());
                    }
                    let one = all.last_mut().expect("there is one");
                    super::citation::part(&part, one);
                }
            },
            other => child(other, false, out),
        }
    }
    out.extend(all.into_iter().map(|one| Inline::Citation(Box::new(one))));
}

/// Reads an element as a statement called `code`.
pub(super) fn statement(element: &Element<'_, '_>, code: &str) -> Statement {
    let mut parts = element.elements();
    if !parts.all(|part| holds_text(part.name())) {
        return statement::named(element, code);
    }
    Statement {
        code: code.into(),
        content: mixed(element),
        attributes: attributes(element),
        ..Statement::default()
    }
}

/// Whether an element only holds the text of what stands around it.
pub(super) fn holds_text(name: &str) -> bool {
    matches!(
        name,
        "PDAT"
            | "STEXT"
            | "PTEXT"
            | "HIL"
            | "LTL"
            | "DNUM"
            | "DATE"
            | "CTRY"
            | "NAM"
            | "SNM"
            | "FNM"
            | "ONM"
            | "SFX"
            | "TTL"
            | "DOC"
            | "CITY"
            | "STATE"
            | "DTXT"
            | "BOLD"
            | "ITALIC"
            | "SP"
            | "SB"
            | "ULINE"
            | "DULINE"
            | "SMALLCAPS"
    )
}

/// All words of a leaf.
pub(super) fn leaf(element: &Element<'_, '_>) -> Str {
    text(element)
}
