//! Running text.
//!
//! Clause: ST.96 V6_0 com:P

use super::document::id;
use super::{citation, media, table};
use crate::component::draft::{Inside, View};
use crate::component::schema::{Name, attr, com, pat};
use model::{
    Change, Definition, Definitions, Inline, Instruction, List, ListItem, Part, Preformatted,
    Reference, ReferenceKind, Str, Style, Styled,
};

/// Reads the mixed content of an element.
pub(super) fn mixed(view: View<'_, '_>) -> Vec<Inline> {
    let mut out = Vec::new();
    collect(view, &mut out);
    out
}

fn collect(view: View<'_, '_>, out: &mut Vec<Inline>) {
    for piece in view.pieces() {
        match piece {
            Inside::Text(text) => say(text, out),
            Inside::Element(child) => push(child, out),
            Inside::Instruction(target, data) => out.push(instruction(target, data)),
        }
    }
}

/// Adds characters; those that follow each other are one text.
fn say(text: &str, out: &mut Vec<Inline>) {
    match out.last_mut() {
        Some(Inline::Text(before)) => before.push_str(text),
        _ => out.push(Inline::Text(text.into())),
    }
}

/// Keeps a processing instruction.
pub(super) fn instruction(target: &str, data: &str) -> Inline {
    Inline::Instruction(Box::new(self::instructed(target, data)))
}

/// A processing instruction.
pub(super) fn instructed(target: &str, data: &str) -> Instruction {
    Instruction {
        target: target.into(),
        data: data.into(),
    }
}

fn style(name: Name) -> Option<Style> {
    Some(match name {
        com::B => Style::Bold,
        com::I => Style::Italic,
        com::U => Style::Underline,
        com::O => Style::Overline,
        com::S => Style::Strike,
        com::SUB => Style::Subscript,
        com::SUP => Style::Superscript,
        com::SUB2 => Style::InnerSubscript,
        com::SUP2 => Style::InnerSuperscript,
        com::SMALL_CAPITAL => Style::SmallCapitals,
        _ => return None,
    })
}

/// Reads one element of running text; one that has no noun gives its content.
pub(super) fn push(view: View<'_, '_>, out: &mut Vec<Inline>) {
    if let Some(style) = style(view.name()) {
        return out.push(styled(view, style));
    }
    let made = match view.name() {
        com::BR => Inline::Break(true),
        com::FIGURE_REFERENCE => reference(view, ReferenceKind::Figure),
        pat::CLAIM_REFERENCE => reference(view, ReferenceKind::Claim),
        com::CROSS_REFERENCE => reference(view, cross(view)),
        pat::CLAIM_TEXT => Inline::Part(Box::new(Part {
            id: id(view),
            content: mixed(view),
        })),
        com::IMAGE => Inline::Image(Box::new(media::image(view))),
        com::MATH => Inline::Formula(Box::new(media::formula(view))),
        com::CHEMICAL_FORMULAE => Inline::Chemistry(Box::new(media::chemistry(view))),
        com::OL | com::UL => Inline::List(Box::new(list(view))),
        com::DL => Inline::Definitions(Box::new(definitions(view))),
        com::TABLE | com::IPOASIS_TABLE => Inline::Tables(Box::new(table::tables(view))),
        com::PATENT_CITATION | com::NPL_CITATION => {
            Inline::Citation(Box::new(citation::within_text(view)))
        }
        com::BIO_DEPOSIT => Inline::Deposit(Box::new(media::deposit(view))),
        com::PRE => Inline::Preformatted(Box::new(Preformatted {
            id: id(view),
            listing: uncapitalized(view.value(attr::LISTING_CATEGORY)),
            ..Preformatted::default()
        })),
        com::INS | com::DEL => Inline::Change(Box::new(Change {
            deleted: view.name() == com::DEL,
            content: mixed(view),
            ..Change::default()
        })),
        _ => return collect(view, out),
    };
    out.push(made);
}

fn styled(view: View<'_, '_>, style: Style) -> Inline {
    let variant = match style {
        Style::Underline => view.value(attr::U_STYLE),
        Style::Overline => view.value(attr::O_STYLE),
        _ => "",
    };
    Inline::Styled(Box::new(Styled {
        style,
        variant: uncapitalized(variant),
        content: mixed(view),
    }))
}

/// `Double` is `double`: the words of ST.36 are small.
pub(super) fn uncapitalized(text: &str) -> Str {
    match text.as_bytes().first() {
        Some(first) if first.is_ascii_uppercase() => {
            (text[..1].to_ascii_lowercase() + &text[1..]).into()
        }
        _ => text.into(),
    }
}

/// What a cross reference points to, as far as it says so.
///
/// Clause: ST.96 V6_0 com:CrossReference
fn cross(view: View<'_, '_>) -> ReferenceKind {
    match view.value(attr::CROSS_REFERENCE_CATEGORY) {
        "Figure" => ReferenceKind::Figure,
        "Claim" => ReferenceKind::Claim,
        _ => ReferenceKind::Cross,
    }
}

fn reference(view: View<'_, '_>, kind: ReferenceKind) -> Inline {
    Inline::Reference(Box::new(Reference {
        kind,
        targets: view.value(attr::IDREFS).into(),
        number: view.value(attr::REFERENCED_FIGURE_NUMBER).into(),
        id: id(view),
        content: mixed(view),
    }))
}

fn list(view: View<'_, '_>) -> List {
    let ordered = view.name() == com::OL;
    let style = if ordered {
        view.value(attr::OL_STYLE).into()
    } else {
        uncapitalized(view.value(attr::UL_STYLE))
    };
    let items = view.elements().map(|item| ListItem {
        id: id(item),
        number: item.value(attr::LI_NUMBER).into(),
        content: mixed(item),
    });
    List {
        id: id(view),
        ordered,
        style,
        items: items.collect(),
        ..List::default()
    }
}

fn definitions(view: View<'_, '_>) -> Definitions {
    let items = view.elements().map(|item| Definition {
        id: id(item),
        term: item.name() == com::DT,
        content: mixed(item),
    });
    Definitions {
        id: id(view),
        items: items.collect(),
        ..Definitions::default()
    }
}
