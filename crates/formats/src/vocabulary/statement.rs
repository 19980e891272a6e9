//! Any element as a named statement: names, attributes, text and parts in order.

use super::{attributes, inline};
use model::{Inline, Statement, Str};
use xml::tree::{Child, Element};

/// Reads an element and all in it as a statement under its own name.
pub(crate) fn statement(element: &Element<'_, '_>) -> Statement {
    named(element, element.name())
}

/// Reads an element and all in it as a statement called `code`.
pub(crate) fn named(element: &Element<'_, '_>, code: &str) -> Statement {
    let mut statement = Statement {
        code: code.into(),
        attributes: attributes(element),
        ..Statement::default()
    };
    let structured = element.has_elements();
    for child in element.children() {
        match child {
            Child::Element(child) if inline::is_style(child.name()) => {
                statement.content.extend(inline::inline(&child));
            }
            Child::Element(child) => statement.parts.push(self::statement(&child)),
            Child::Text(text) if structured && text.trim().is_empty() => {}
            Child::Text(text) => statement
                .content
                .push(Inline::Text(trimmed(text, structured))),
            Child::Instruction(target, data) => {
                statement.content.push(inline::instruction(target, data));
            }
        }
    }
    statement
}

fn trimmed(text: &str, structured: bool) -> Str {
    if structured {
        Str::from(text)
    } else {
        Str::from(text.trim())
    }
}
