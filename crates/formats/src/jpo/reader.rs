//! The reader of `jp-official-gazette`.

use crate::reading::Reading;
use crate::vocabulary::{attributes, body, media, root, statement, text, value};
use model::{Classification, Inline, Patent, Statement, Str, Symbol};
use xml::tree::{Element, Tree};

/// Reads a document whose root is a gazette of the Japan Patent Office.
#[must_use]
pub fn read(tree: &mut Tree<'_>) -> Reading {
    tree.rename(element_name, |_| None);
    let tree = &*tree;
    let mut patent = Patent::default();
    if let Some(element) = tree.root() {
        patent = root::opened(&element, "jpo");
        for child in element.elements() {
            part(&child, &mut patent);
        }
        kind(&mut patent);
        root::completed(&mut patent);
    }
    Reading::of(tree, patent)
}

/// The words of ST.36 which the gazettes shorten.
fn element_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "main-clsf" => "main-classification",
        "further-clsf" => "further-classification",
        _ => return None,
    })
}

fn part(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "bibliographic-data" => {
            patent.origin.bibliographic = attributes(element);
            for child in element.elements() {
                bibliographic(&child, patent);
            }
        }
        name if name.starts_with("image-of-") => {
            patent.attachments.push(media::attachment(element));
        }
        _ if root::part(element, patent) => {}
        _ if element.prefix() != "jp" => {}
        _ if element.has_elements() => patent.sections.push(body::report(element)),
        _ => patent.statements.push(statement::statement(element)),
    }
}

fn bibliographic(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "theme-code-info" => patent.classifications.push(codes(element, "theme")),
        "f-term-info" => patent.classifications.push(codes(element, "f-term")),
        _ if element.prefix() == "jp" => patent.statements.push(statement::statement(element)),
        _ => root::bibliographic(element, patent),
    }
}

/// Codes of a scheme of the office's own: F-terms, and the themes that they belong to.
fn codes(element: &Element<'_, '_>, scheme: &str) -> Classification {
    let mut out = Classification {
        scheme: scheme.into(),
        id: value(element, "id"),
        office: "JP".into(),
        ..Classification::default()
    };
    for child in element.elements() {
        let mut symbol = Symbol::of(text(&child));
        symbol.attributes = attributes(&child);
        out.symbols.push(symbol);
    }
    out.attributes = attributes(element);
    out
}

/// The kind of a gazette stands in words, with the kind code in brackets: `公開特許公報(A)`. The words are those of
/// INID 12, and the root gives the code alone.
///
/// Clause: ST.16
fn kind(patent: &mut Patent) {
    let mut attributes = patent.origin.attributes.iter();
    let stated = attributes.find(|attribute| attribute.name == "kind-of-st16");
    let stated: Option<Str> = stated.map(|attribute| attribute.value.clone());
    for id in &mut patent.publication.documents {
        if id.kind.is_ascii() {
            continue;
        }
        let words = id.kind.clone();
        id.kind = match &stated {
            Some(code) if !code.is_empty() => code.clone(),
            _ => in_brackets(&words),
        };
        let language = model::Attribute::new("lang", "ja");
        patent.publication.designations.push(Statement {
            code: "kind".into(),
            attributes: vec![language],
            content: vec![Inline::Text(words)],
            parts: Vec::new(),
        });
    }
}

/// The code in the brackets at the end, of either width.
fn in_brackets(words: &str) -> Str {
    let inside = words
        .trim_end()
        .strip_suffix([')', '）'])
        .and_then(|rest| rest.rfind(['(', '（']).map(|at| &rest[at..]));
    inside
        .map(|inside| inside.trim_start_matches(['(', '（']).into())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_code_stands_in_brackets() {
        assert_eq!(in_brackets("公開特許公報(A)"), "A");
        assert_eq!(in_brackets("特許公報（B2）"), "B2");
        assert_eq!(in_brackets("特許公報"), "");
    }
}
