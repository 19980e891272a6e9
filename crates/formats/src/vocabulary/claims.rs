//! Claims.
//!
//! Clause: ST.36 claims

use super::{attributes, body, inline, value};
use model::{Block, Claim, ClaimSet, Inline, Part, Str};
use xml::tree::{Child, Element};

/// Reads a set of claims.
pub(crate) fn claim_set(element: &Element<'_, '_>) -> ClaimSet {
    let mut set = ClaimSet {
        name: element.name().into(),
        id: value(element, "id"),
        language: value(element, "lang"),
        attributes: attributes(element),
        ..ClaimSet::default()
    };
    for child in element.children() {
        match child {
            Child::Element(child) => match child.name() {
                "claim" => set.claims.push(claim(&child)),
                "p" | "heading" | "doc-page" | "claims-statement" | "amended-claims-statement" => {
                    set.blocks.extend(body::block(&child));
                }
                _ => set.blocks.push(Block::Loose(inline::inline(&child))),
            },
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => set
                .blocks
                .push(Block::Loose(vec![Inline::Text(text.into())])),
            Child::Instruction(target, data) => {
                set.blocks
                    .push(Block::Loose(vec![inline::instruction(target, data)]));
            }
        }
    }
    set
}

fn claim(element: &Element<'_, '_>) -> Claim {
    let mut claim = Claim {
        id: value(element, "id"),
        number: value(element, "num"),
        kind: value(element, "claim-type"),
        status: value(element, "status"),
        ..Claim::default()
    };
    for child in element.children() {
        match child {
            Child::Element(child) => claim.content.extend(inline::inline(&child)),
            Child::Text(text) if text.trim().is_empty() => {}
            Child::Text(text) => claim.content.push(Inline::Text(text.into())),
            Child::Instruction(target, data) => {
                claim.content.push(inline::instruction(target, data));
            }
        }
    }
    claim
}

/// The parts of a claim, given one after the other with their levels, each within the one before it that stands
/// further out. The outermost parts stand beside each other.
pub(crate) fn nested(steps: Vec<(usize, Part)>) -> Vec<Inline> {
    let mut open: Vec<(usize, Part)> = Vec::new();
    let mut out = Vec::new();
    let mut close = |open: &mut Vec<(usize, Part)>| {
        let (_, part) = open.pop().expect("only called while one is open");
        let part = Inline::Part(Box::new(part));
        match open.last_mut() {
            Some((_, outer)) => {
                if !matches!(outer.content.last(), None | Some(Inline::Part(_))) {
                    outer.content.push(Inline::Text("\n".into()));
                }
                outer.content.push(part);
            }
            None => out.push(part),
        }
    };
    for (level, part) in steps {
        while open.last().is_some_and(|(other, _)| *other >= level) {
            close(&mut open);
        }
        open.push((level, part));
    }
    while !open.is_empty() {
        close(&mut open);
    }
    out
}

/// The number with which the words of a claim begin: `12. A method` is 12.
pub(crate) fn printed_number(content: &[Inline]) -> Str {
    let mut start = String::new();
    model::text::inlines(content, &mut |text| {
        if start.len() < 16 {
            start.push_str(text);
        }
    });
    let start = start.trim_start();
    let end = start
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(start.len());
    let (number, after) = start.split_at(end);
    let is_number = (1..=4).contains(&number.len());
    if is_number && after.trim_start().starts_with(['.', ')']) {
        number.into()
    } else {
        Str::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Vec<Inline> {
        vec![Inline::Text(words.into())]
    }

    #[test]
    fn steps_stand_in_what_they_are_steps_of() {
        let steps = [(0, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e")];
        let step = |(level, words)| {
            let content = text(words);
            let id = Str::default();
            (level, Part { id, content })
        };
        let parts = nested(steps.map(step).into());
        let shape = |inline: &Inline| match inline {
            Inline::Part(part) => part.content.len(),
            _ => 0,
        };
        assert_eq!(parts.iter().map(shape).collect::<Vec<_>>(), [4, 1]);
        let words = model::text::plain(&parts);
        assert_eq!(words.split_whitespace().collect::<String>(), "abcde");
        assert_eq!(model::text::words(&words), 5);
    }

    #[test]
    fn a_number_is_one_only_before_a_stop() {
        assert_eq!(printed_number(&text(" 12. A method")), "12");
        assert_eq!(printed_number(&text("3) A method")), "3");
        assert_eq!(printed_number(&text("12 volts")), "");
        assert_eq!(printed_number(&text("We claim")), "");
        assert_eq!(printed_number(&text("12345. A")), "");
    }
}
