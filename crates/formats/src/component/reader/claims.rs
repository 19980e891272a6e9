//! Claims.
//!
//! Clause: ST.96 V6_0 pat:Claims

use super::document::{id, language};
use super::{body, inline};
use crate::component::draft::{Inside, View};
use crate::component::schema::pat;
use model::{Block, Claim, ClaimSet, Inline, Patent};

/// Reads the claims with the words before them.
pub(super) fn claims(view: View<'_, '_>, patent: &mut Patent) {
    let statement = view.child(pat::CLAIM_STATEMENT).map(inline::mixed);
    for child in view.all(pat::CLAIMS) {
        patent.claim_sets.extend(sets(child));
    }
    if let Some(statement) = statement {
        if patent.claim_sets.is_empty() {
            patent.claim_sets.push(set());
        }
        patent.claim_sets[0].statement = statement;
    }
}

fn set() -> ClaimSet {
    ClaimSet {
        name: "claims".into(),
        ..ClaimSet::default()
    }
}

/// The sets in one element. ST.96 has one place for all sets of all languages: where the numbers begin again, or other
/// text stands between claims, another set begins.
fn sets(view: View<'_, '_>) -> Vec<ClaimSet> {
    let mut out = Vec::new();
    let mut open = ClaimSet {
        id: id(view),
        language: language(view),
        ..set()
    };
    let mut last = 0;
    for piece in view.pieces() {
        let block = match piece {
            Inside::Text(text) if text.trim().is_empty() => continue,
            Inside::Text(text) => Block::Loose(vec![Inline::Text(text.into())]),
            Inside::Instruction(target, data) => {
                Block::Instruction(Box::new(inline::instructed(target, data)))
            }
            Inside::Element(child) if child.name() == pat::CLAIM => {
                let claim = claim(child);
                let first = first_number(&claim);
                if first.is_some_and(|first| first <= last) {
                    out.push(std::mem::replace(&mut open, set()));
                }
                last = first.unwrap_or(last);
                open.claims.push(claim);
                continue;
            }
            Inside::Element(child) => match body::block(child) {
                Some(block) => block,
                None => continue,
            },
        };
        if !open.claims.is_empty() {
            out.push(std::mem::replace(&mut open, set()));
            last = 0;
        }
        open.blocks.push(block);
    }
    if !is_filled_in(&open) {
        out.push(open);
    }
    out
}

/// Whether a set is the emptiest that the schema takes, as it is written where there are no claims.
fn is_filled_in(set: &ClaimSet) -> bool {
    let is_blank = |block: &Block| {
        matches!(block, Block::Paragraph(paragraph)
            if paragraph.content.is_empty() && paragraph.id.is_empty() && paragraph.number.is_empty())
    };
    set.claims.is_empty() && set.id.is_empty() && set.blocks.iter().all(is_blank)
}

fn first_number(claim: &Claim) -> Option<u32> {
    let number = claim.number.trim();
    let end = number
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(number.len());
    number[..end].parse().ok()
}

/// Reads a claim.
///
/// Clause: ST.96 V6_0 pat:Claim
fn claim(view: View<'_, '_>) -> Claim {
    let mut out = Claim {
        id: id(view),
        ..Claim::default()
    };
    for child in view.elements() {
        match child.name() {
            pat::CLAIM_NUMBER if out.number.is_empty() => out.number = child.text(),
            pat::CLAIM_NUMBER_RANGE if out.number.is_empty() => {
                let first = child.text_of(pat::BEGIN_RANGE_NUMBER);
                let last = child.text_of(pat::END_RANGE_NUMBER);
                out.number = format!("{first}-{last}").into();
            }
            pat::CLAIM_TYPE_CATEGORY => out.kind = inline::uncapitalized(&child.text()),
            pat::CLAIM_STATUS_CATEGORY => out.status = inline::uncapitalized(&child.text()),
            pat::CLAIM_TEXT => inline::push(child, &mut out.content),
            _ => {}
        }
    }
    out
}
