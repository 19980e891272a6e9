//! Running text: each inline where ST.96 takes it, lifted out of its style where it does not.
//!
//! Clause: ST.96 V6_0 com:Heading

use super::sheet::Sheet;
use super::{citation, media, table};
use crate::component::draft::{Draft, NodeId};
use crate::component::schema::{Name, attr, com, pat};
use model::{
    Change, Definitions, Inline, List, Part, Preformatted, Reference, ReferenceKind, Style, Styled,
};
use std::borrow::Cow;

/// Adds running text to an element.
pub(super) fn inlines<'r>(sheet: &mut Sheet<'r>, node: NodeId, content: &'r [Inline]) {
    for inline in content {
        self::inline(sheet, node, inline);
    }
}

/// Adds one inline to an element.
pub(super) fn inline<'r>(sheet: &mut Sheet<'r>, node: NodeId, inline: &'r Inline) {
    match inline {
        Inline::Text(text) => sheet.draft.text(node, text.as_str()),
        Inline::Styled(styled) => self::styled(sheet, node, styled),
        Inline::Reference(reference) => self::reference(sheet, node, reference, None),
        Inline::Break(_) => line_break(sheet, node),
        Inline::Part(part) => self::part(sheet, node, part),
        Inline::Image(image) => media::image(sheet, node, image),
        Inline::Formula(formula) => media::formula(sheet, node, formula),
        Inline::Chemistry(chemistry) => media::chemistry(sheet, node, chemistry),
        Inline::List(list) => self::list(sheet, node, list),
        Inline::Definitions(list) => definitions(sheet, node, list),
        Inline::Tables(tables) => table::tables(sheet, node, tables),
        Inline::Preformatted(pre) => preformatted(sheet, node, pre),
        Inline::Citation(citation) => citation::within_text(sheet, node, citation),
        Inline::Deposit(deposit) => media::deposit(sheet, node, deposit),
        Inline::Attachment(attachment) => {
            apart(sheet, node, |sheet| {
                inlines(sheet, node, &attachment.content);
            });
            media::loose_attachment(sheet, attachment);
        }
        Inline::Change(change) => self::change(sheet, node, change),
        Inline::Sign(sign) => sheet.draft.text(node, sign.written.as_str()),
        Inline::Instruction(pi) => {
            sheet
                .draft
                .instruction(node, pi.target.as_str(), pi.data.as_str());
        }
    }
}

/// Adds what stood in a block of its own to text that has none for it: a blank keeps the words apart.
pub(super) fn apart<'r>(sheet: &mut Sheet<'r>, node: NodeId, write: impl FnOnce(&mut Sheet<'r>)) {
    gap(sheet, node);
    write(sheet);
    gap(sheet, node);
}

fn gap(sheet: &mut Sheet<'_>, node: NodeId) {
    if sheet.draft.ends_in_word(node) {
        sheet.draft.text(node, " ");
    }
}

fn style_name(style: Style) -> Name {
    match style {
        Style::Bold => com::B,
        Style::Italic => com::I,
        Style::Underline => com::U,
        Style::Overline => com::O,
        Style::Strike => com::S,
        Style::Subscript => com::SUB,
        Style::Superscript => com::SUP,
        Style::InnerSubscript => com::SUB2,
        Style::InnerSuperscript => com::SUP2,
        Style::SmallCapitals => com::SMALL_CAPITAL,
    }
}

/// The element for a style within `parent`: an inner script outside of a script is a plain one, and the reverse.
fn style_within(parent: Name, style: Style) -> Option<Name> {
    let name = style_name(style);
    if Draft::allows(parent, name) {
        return Some(name);
    }
    let other = match style {
        Style::Subscript => com::SUB2,
        Style::Superscript => com::SUP2,
        Style::InnerSubscript => com::SUB,
        Style::InnerSuperscript => com::SUP,
        _ => return None,
    };
    Draft::allows(parent, other).then_some(other)
}

fn styled<'r>(sheet: &mut Sheet<'r>, node: NodeId, styled: &'r Styled) {
    let parent = sheet.draft.name(node);
    let Some(name) = style_within(parent, styled.style) else {
        return inlines(sheet, node, &styled.content);
    };
    let mut open = None;
    if styled.content.is_empty() {
        sheet.draft.element(node, name);
    }
    for child in &styled.content {
        if fits(name, child) {
            let element = *open.get_or_insert_with(|| {
                let element = sheet.draft.element(node, name);
                variant(sheet, element, name, &styled.variant);
                element
            });
            inline(sheet, element, child);
        } else {
            open = None;
            lifted(sheet, node, child, name);
        }
    }
}

fn variant<'r>(sheet: &mut Sheet<'r>, element: NodeId, name: Name, variant: &'r str) {
    let attribute = match name {
        com::U => attr::U_STYLE,
        com::O => attr::O_STYLE,
        _ => return sheet.spare("style", "variant", variant),
    };
    sheet.set(element, attribute, capitalized(variant));
}

/// `double` is `Double`: the enumerations of ST.96 begin with a capital.
pub(super) fn capitalized(text: &str) -> Cow<'_, str> {
    match text.bytes().next() {
        Some(first) if first.is_ascii_lowercase() => {
            Cow::Owned(text[..1].to_ascii_uppercase() + &text[1..])
        }
        _ => Cow::Borrowed(text),
    }
}

/// Whether an inline and all in it has a place within elements called `name`.
fn fits(name: Name, inline: &Inline) -> bool {
    match inline {
        Inline::Text(_) | Inline::Sign(_) | Inline::Instruction(_) => true,
        Inline::Styled(styled) => {
            let within = style_within(name, styled.style).unwrap_or(name);
            styled.content.iter().all(|child| fits(within, child))
        }
        Inline::Break(_) => Draft::allows(name, com::BR),
        Inline::Reference(reference) => reference_name(name, reference.kind).is_some(),
        _ => false,
    }
}

/// Adds an inline beside the style it stood in; a reference takes the style into itself.
fn lifted<'r>(sheet: &mut Sheet<'r>, node: NodeId, child: &'r Inline, style: Name) {
    match child {
        Inline::Reference(reference) => self::reference(sheet, node, reference, Some(style)),
        Inline::Styled(inner) => {
            for child in &inner.content {
                if fits(style, child) {
                    let element = sheet.draft.element(node, style);
                    inline(sheet, element, child);
                } else {
                    lifted(sheet, node, child, style);
                }
            }
        }
        other => inline(sheet, node, other),
    }
}

fn line_break(sheet: &mut Sheet<'_>, node: NodeId) {
    if Draft::allows(sheet.draft.name(node), com::BR) {
        sheet.draft.element(node, com::BR);
    } else {
        sheet.draft.text(node, " ");
    }
}

/// The element for a reference within `parent`, by what it points to.
fn reference_name(parent: Name, kind: ReferenceKind) -> Option<Name> {
    let own = match kind {
        ReferenceKind::Figure => com::FIGURE_REFERENCE,
        ReferenceKind::Claim => pat::CLAIM_REFERENCE,
        ReferenceKind::Cross => com::CROSS_REFERENCE,
    };
    [own, com::CROSS_REFERENCE]
        .into_iter()
        .find(|name| Draft::allows(parent, *name))
}

fn reference<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    reference: &'r Reference,
    style: Option<Name>,
) {
    let parent = sheet.draft.name(node);
    let Some(name) = reference_name(parent, reference.kind) else {
        sheet.spare("reference", "idref", &reference.targets);
        return inlines(sheet, node, &reference.content);
    };
    let element = sheet.draft.element(node, name);
    sheet.id(element, &reference.id);
    sheet.set(element, attr::IDREFS, reference.targets.as_str());
    if name == com::CROSS_REFERENCE {
        sheet.set(element, attr::CROSS_REFERENCE_CATEGORY, category(reference));
    }
    if name == com::FIGURE_REFERENCE {
        sheet.set(
            element,
            attr::REFERENCED_FIGURE_NUMBER,
            reference.number.as_str(),
        );
    } else {
        sheet.spare("reference", "num", &reference.number);
    }
    match style.and_then(|style| Draft::allows(name, style).then_some(style)) {
        Some(style) => {
            let inner = sheet.draft.element(element, style);
            inlines(sheet, inner, &reference.content);
        }
        None => inlines(sheet, element, &reference.content),
    }
}

/// What a cross reference points to, as far as the reference itself says.
///
/// Clause: ST.96 V6_0 com:CrossReference
fn category(reference: &Reference) -> &'static str {
    match reference.kind {
        ReferenceKind::Figure => "Figure",
        ReferenceKind::Claim => "Claim",
        ReferenceKind::Cross => "Unknown",
    }
}

fn part<'r>(sheet: &mut Sheet<'r>, node: NodeId, part: &'r Part) {
    sheet.spare("claim-text", "id", &part.id);
    if Draft::allows(sheet.draft.name(node), pat::CLAIM_TEXT) {
        let element = sheet.draft.element(node, pat::CLAIM_TEXT);
        inlines(sheet, element, &part.content);
    } else {
        inlines(sheet, node, &part.content);
    }
}

fn list<'r>(sheet: &mut Sheet<'r>, node: NodeId, list: &'r List) {
    let name = if list.ordered { com::OL } else { com::UL };
    if !Draft::allows(sheet.draft.name(node), name) {
        for item in &list.items {
            line_break(sheet, node);
            inlines(sheet, node, &item.content);
        }
        return line_break(sheet, node);
    }
    let element = sheet.draft.element(node, name);
    sheet.id(element, &list.id);
    if list.ordered {
        sheet.set(element, attr::OL_STYLE, list.style.as_str());
    } else {
        sheet.set(element, attr::UL_STYLE, capitalized(&list.style));
    }
    sheet.spare("list", "compact", &list.compact);
    for item in &list.items {
        let entry = sheet.draft.element(element, com::LI);
        sheet.id(entry, &item.id);
        sheet.set(entry, attr::LI_NUMBER, item.number.as_str());
        inlines(sheet, entry, &item.content);
    }
}

fn definitions<'r>(sheet: &mut Sheet<'r>, node: NodeId, list: &'r Definitions) {
    sheet.spares("dl", &list.attributes);
    if !Draft::allows(sheet.draft.name(node), com::DL) {
        for item in &list.items {
            line_break(sheet, node);
            inlines(sheet, node, &item.content);
        }
        return line_break(sheet, node);
    }
    let element = sheet.draft.element(node, com::DL);
    sheet.id(element, &list.id);
    for item in &list.items {
        let entry = sheet
            .draft
            .element(element, if item.term { com::DT } else { com::DD });
        sheet.id(entry, &item.id);
        inlines(sheet, entry, &item.content);
    }
}

/// Preformatted text: `com:Pre` is empty in V6_0, so the text stands in the paragraph, line by line.
///
/// Clause: ST.96 V6_0 com:Pre
fn preformatted<'r>(sheet: &mut Sheet<'r>, node: NodeId, pre: &'r Preformatted) {
    // What was read of ST.96 is the mark alone.
    let is_mark = pre.content.is_empty();
    if !is_mark && sheet.draft.ends_in_word(node) {
        line_break(sheet, node);
    }
    // The element of ST.96 is empty: it marks where a listing begins, and must say of which kind.
    let category = match pre.listing.as_str() {
        "program" => "Program",
        "sequence" => "Sequence",
        _ => "",
    };
    if !category.is_empty() && Draft::allows(sheet.draft.name(node), com::PRE) {
        let element = sheet.draft.element(node, com::PRE);
        sheet.id(element, &pre.id);
        sheet.set(element, attr::LISTING_CATEGORY, category);
    } else {
        sheet.spare("pre", "listing-type", &pre.listing);
        sheet.spare("pre", "id", &pre.id);
    }
    for child in &pre.content {
        let Inline::Text(text) = child else {
            inline(sheet, node, child);
            continue;
        };
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                line_break(sheet, node);
            }
            sheet.draft.text(node, line);
        }
    }
    if !is_mark && sheet.draft.ends_in_word(node) {
        line_break(sheet, node);
    }
}

fn change<'r>(sheet: &mut Sheet<'r>, node: NodeId, change: &'r Change) {
    let name = if change.deleted { com::DEL } else { com::INS };
    sheet.spares("change", &change.attributes);
    let fits = Draft::allows(sheet.draft.name(node), name)
        && change.content.iter().all(|child| fits(name, child));
    if fits {
        let element = sheet.draft.element(node, name);
        inlines(sheet, element, &change.content);
    } else {
        inlines(sheet, node, &change.content);
    }
}
