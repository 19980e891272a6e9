//! Claims.
//!
//! Clause: ST.36 claims

use super::{attributes, body, inline, value};
use model::{Block, Claim, ClaimSet, Inline};
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
        content: Vec::new(),
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
