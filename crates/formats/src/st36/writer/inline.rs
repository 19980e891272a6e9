//! Running text.
//!
//! Clause: ST.36 p

use super::element::{Child, Element};
use super::{citation, media, table};
use model::{
    Change, Definitions, Inline, List, Part, Preformatted, Reference, ReferenceKind, Style, Styled,
};

/// Adds running text to an element.
pub(super) fn inlines<'r>(element: &mut Element<'r>, content: &'r [Inline]) {
    for inline in content {
        self::inline(element, inline);
    }
}

/// Adds one piece of running text.
pub(super) fn inline<'r>(element: &mut Element<'r>, inline: &'r Inline) {
    let made = match inline {
        Inline::Text(text) => return element.text(text.as_str()),
        Inline::Sign(sign) => return element.text(sign.written.as_str()),
        Inline::Instruction(pi) => return element.children.push(Child::Instruction(pi)),
        Inline::Break(_) => Element::new("br"),
        Inline::Styled(styled) => self::styled(styled),
        Inline::Reference(reference) => self::reference(reference),
        Inline::Part(part) => self::part(part),
        Inline::Image(image) => media::image(image),
        Inline::Formula(formula) => media::formula(formula),
        Inline::Chemistry(chemistry) => media::chemistry(chemistry),
        Inline::List(list) => self::list(list),
        Inline::Definitions(list) => definitions(list),
        Inline::Tables(tables) => table::tables(tables),
        Inline::Preformatted(pre) => preformatted(pre),
        Inline::Citation(citation) => citation::within_text(citation),
        Inline::Deposit(deposit) => media::deposit(deposit),
        Inline::Attachment(attachment) => {
            element.add(media::external(attachment));
            for image in &attachment.images {
                element.add(media::image(image));
            }
            return;
        }
        Inline::Change(change) => self::change(change),
    };
    element.add(made);
}

/// An element called `name` with running text.
pub(super) fn mixed<'r>(name: &'static str, content: &'r [Inline]) -> Element<'r> {
    let mut element = Element::new(name);
    inlines(&mut element, content);
    element
}

fn styled(styled: &Styled) -> Element<'_> {
    let name = match styled.style {
        Style::Bold => "b",
        Style::Italic => "i",
        Style::Underline => "u",
        Style::Overline => "o",
        Style::Strike => "s",
        Style::Subscript => "sub",
        Style::Superscript => "sup",
        Style::InnerSubscript => "sub2",
        Style::InnerSuperscript => "sup2",
        Style::SmallCapitals => "smallcaps",
    };
    let element = mixed(name, &styled.content);
    match styled.style {
        Style::Underline | Style::Overline => element.with("style", styled.variant.as_str()),
        _ => element,
    }
}

fn reference(reference: &Reference) -> Element<'_> {
    let name = match reference.kind {
        ReferenceKind::Figure => "figref",
        ReferenceKind::Claim => "claim-ref",
        ReferenceKind::Cross => "crossref",
    };
    mixed(name, &reference.content)
        .with("id", reference.id.as_str())
        .with("idref", reference.targets.as_str())
        .with("num", reference.number.as_str())
}

fn part(part: &Part) -> Element<'_> {
    mixed("claim-text", &part.content).with("id", part.id.as_str())
}

fn list(list: &List) -> Element<'_> {
    let (name, style) = if list.ordered {
        ("ol", "ol-style")
    } else {
        ("ul", "list-style")
    };
    let mut element = Element::new(name)
        .with("id", list.id.as_str())
        .with(style, list.style.as_str())
        .with("compact", list.compact.as_str());
    for item in &list.items {
        let item = mixed("li", &item.content)
            .with("id", item.id.as_str())
            .with("num", item.number.as_str());
        element.add(item);
    }
    element
}

fn definitions(list: &Definitions) -> Element<'_> {
    let mut element = Element::new("dl").with("id", list.id.as_str());
    element.others(&list.attributes);
    for item in &list.items {
        let name = if item.term { "dt" } else { "dd" };
        element.add(mixed(name, &item.content).with("id", item.id.as_str()));
    }
    element
}

fn preformatted(pre: &Preformatted) -> Element<'_> {
    mixed("pre", &pre.content)
        .with("id", pre.id.as_str())
        .with("listing-type", pre.listing.as_str())
}

fn change(change: &Change) -> Element<'_> {
    let name = if change.deleted { "del" } else { "ins" };
    let mut element = mixed(name, &change.content);
    element.others(&change.attributes);
    element
}
