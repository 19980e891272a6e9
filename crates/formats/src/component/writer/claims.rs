//! Claims: all sets of all languages in the one place that ST.96 has.
//!
//! Clause: ST.96 V6_0 pat:Claims

use super::sheet::Sheet;
use super::{body, document, inline};
use crate::component::draft::NodeId;
use crate::component::schema::{attr, com, pat};
use model::{Block, Claim, ClaimSet, Inline, Patent};

/// Adds the claims with the words before them. The language is given only where it is that of all sets: neither a
/// claim nor a second set can say its own.
pub(super) fn claims<'r>(sheet: &mut Sheet<'r>, root: NodeId, patent: &'r Patent) {
    if let Some(first) = patent
        .claim_sets
        .iter()
        .find(|set| !set.statement.is_empty())
    {
        let element = sheet.draft.element(root, pat::CLAIM_STATEMENT);
        inline::inlines(sheet, element, &first.statement);
    }
    let Some(first) = patent.claim_sets.first() else {
        return;
    };
    let element = sheet.draft.element(root, pat::CLAIMS);
    sheet.id(element, &first.id);
    let one_language = |set: &ClaimSet| {
        set.language.is_empty() || set.language.eq_ignore_ascii_case(&first.language)
    };
    if patent.claim_sets.iter().all(one_language) {
        let language = document::language(&first.language);
        sheet.set(element, attr::LANGUAGE_CODE, language);
    } else {
        sheet.spare(&first.name, "lang", &first.language);
    }
    let has_text = patent.claim_sets.iter().any(|set| {
        let is_page = |block: &Block| matches!(block, Block::Page(_));
        !set.claims.is_empty() || !set.blocks.iter().all(is_page)
    });
    let mut stated = false;
    for (index, set) in patent.claim_sets.iter().enumerate() {
        if index > 0 {
            sheet.spare(&set.name, "lang", &set.language);
            sheet.spare(&set.name, "id", &set.id);
        }
        if !set.statement.is_empty() {
            if stated {
                let paragraph = sheet.draft.element(element, com::P);
                inline::inlines(sheet, paragraph, &set.statement);
            }
            stated = true;
        }
        claim_set(sheet, element, set, !has_text && !stated);
    }
}

fn claim_set<'r>(sheet: &mut Sheet<'r>, element: NodeId, set: &'r ClaimSet, pages_only: bool) {
    sheet.spares(&set.name, &set.attributes);
    for block in &set.blocks {
        body::block(sheet, element, block, pages_only);
    }
    for claim in &set.claims {
        self::claim(sheet, element, claim);
    }
}

/// A claim; text outside of its parts gets a part of its own.
///
/// Clause: ST.96 V6_0 pat:Claim
fn claim<'r>(sheet: &mut Sheet<'r>, claims: NodeId, claim: &'r Claim) {
    let element = sheet.draft.element(claims, pat::CLAIM);
    sheet.id(element, &claim.id);
    match range(&claim.number) {
        Some((first, last)) => {
            let range = sheet.draft.element(element, pat::CLAIM_NUMBER_RANGE);
            sheet.draft.leaf(range, pat::BEGIN_RANGE_NUMBER, first);
            sheet.draft.leaf(range, pat::END_RANGE_NUMBER, last);
        }
        None => {
            let number = claim.number.as_str();
            sheet.draft.leaf(element, pat::CLAIM_NUMBER, number);
        }
    }
    let kind = inline::capitalized(&claim.kind);
    if !kind.is_empty() && pat::CLAIM_TYPE_CATEGORY.accepts(&kind) {
        sheet.leaf(element, pat::CLAIM_TYPE_CATEGORY, kind);
    } else {
        sheet.spare("claim", "claim-type", &claim.kind);
    }
    status(sheet, element, claim);
    let mut open = None;
    for child in &claim.content {
        match child {
            Inline::Part(_) => {
                open = None;
                inline::inline(sheet, element, child);
            }
            other => {
                let part =
                    *open.get_or_insert_with(|| sheet.draft.element(element, pat::CLAIM_TEXT));
                inline::inline(sheet, part, other);
            }
        }
    }
}

/// Adds what the applicant says of a claim; words that ST.96 does not know stand in a note.
///
/// Clause: ST.96 V6_0 pat:ClaimStatusCategory
fn status<'r>(sheet: &mut Sheet<'r>, element: NodeId, claim: &'r Claim) {
    let status = inline::capitalized(&claim.status);
    if status.is_empty() {
        return;
    }
    if pat::CLAIM_STATUS_CATEGORY.accepts(&status) {
        sheet.leaf(element, pat::CLAIM_STATUS_CATEGORY, status);
    } else {
        let said = format!("{} {}", claim.number, claim.status);
        sheet.note("claim-status", said);
    }
}

/// The first and the last number of a claim that stands for several: `00002-00005`.
fn range(number: &str) -> Option<(&str, &str)> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (first, last) = number.trim().split_once('-')?;
    let (first, last) = (first.trim(), last.trim());
    (is_number(first) && is_number(last)).then_some((first, last))
}
