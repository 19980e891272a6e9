//! Facts in an office's own words: elements under their names, or free text.

use super::element::{Child, Element, is_name};
use super::inline;
use super::sheet::Sheet;
use crate::st36::dialect;
use model::{Inline, Statement};

/// A statement under its name, with all its parts; `None` when a name in it cannot be one of an element.
pub(super) fn element(statement: &Statement) -> Option<Element<'_>> {
    is_written(statement).then(|| made(statement))
}

fn is_written(statement: &Statement) -> bool {
    is_name(&statement.code) && statement.parts.iter().all(is_written)
}

fn made(statement: &Statement) -> Element<'_> {
    let code = statement.code.as_str();
    let mut element = Element::new(dialect::element(code).unwrap_or(code));
    element.others(&statement.attributes);
    let is_structured = !statement.parts.is_empty();
    for inline in &statement.content {
        match inline {
            Inline::Text(text) if is_structured && text.trim().is_empty() => {}
            Inline::Text(_) | Inline::Styled(_) | Inline::Break(_) | Inline::Sign(_) => {
                inline::inline(&mut element, inline);
            }
            Inline::Instruction(pi) => element.children.push(Child::Instruction(pi)),
            other => {
                let mut words = String::new();
                model::text::inlines(std::slice::from_ref(other), &mut |text| {
                    words.push_str(text);
                });
                element.text(words);
            }
        }
    }
    for part in &statement.parts {
        element.add(made(part));
    }
    element
}

/// Adds a statement under its name where that can be, else keeps it for the free text.
pub(super) fn add<'r>(sheet: &mut Sheet<'r>, element: &mut Element<'r>, statement: &'r Statement) {
    match self::element(statement) {
        Some(made) => element.add(made),
        None => sheet.note(statement.code.as_str(), line(statement)),
    }
}

/// Adds a statement under its name if that is a word of the standard or of an office, else keeps it for the free text.
pub(super) fn known<'r>(
    sheet: &mut Sheet<'r>,
    element: &mut Element<'r>,
    statement: &'r Statement,
    whose: &str,
) {
    let is_known = super::content::of(&statement.code).is_some() || is_office_word(&statement.code);
    match self::element(statement).filter(|_| is_known) {
        Some(made) => element.add(made),
        None if whose.is_empty() => sheet.note(statement.code.as_str(), line(statement)),
        None => sheet.note(format!("{} of {whose}", statement.code), line(statement)),
    }
}

/// Whether a name begins with the two letters of an office, and stays under it.
pub(super) fn is_office_word(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() > 3
        && bytes[2] == b'-'
        && bytes[..2].iter().all(u8::is_ascii_lowercase)
        && dialect::element(name).is_none()
}

/// All words of a statement in one line, with the names of its parts.
pub(super) fn line(statement: &Statement) -> String {
    let mut out = Vec::new();
    collect(statement, &mut out);
    out.join(" ")
}

fn collect(statement: &Statement, out: &mut Vec<String>) {
    for said in &statement.attributes {
        out.push(format!("{} {}", said.name, said.value));
    }
    let words = model::text::plain(&statement.content);
    let words = words.trim();
    if !words.is_empty() {
        out.push(words.to_owned());
    }
    for part in &statement.parts {
        out.push(part.code.to_string());
        collect(part, out);
    }
}
