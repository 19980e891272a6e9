//! Rules about claims.

pub(crate) mod count;
pub(crate) mod dependency_loop;
pub(crate) mod duplicate_number;
pub(crate) mod empty;
pub(crate) mod exemplary;
pub(crate) mod forward_reference;
pub(crate) mod mention_missing;
pub(crate) mod number_missing;
pub(crate) mod numbering;

use crate::form;
use model::{Claim, ClaimSet};

/// The numbers that a claim stands for: one, or a range such as `01-08`.
fn numbers(claim: &Claim) -> Option<(u32, u32)> {
    let number = claim.number.trim();
    match number.split_once('-') {
        Some((first, last)) => form::number(first).zip(form::number(last)),
        None => form::number(number).map(|number| (number, number)),
    }
    .filter(|(first, last)| first <= last)
}

/// How many claims a set has: a range counts as many as it spans.
fn count(set: &ClaimSet) -> u32 {
    let spans = set
        .claims
        .iter()
        .map(|claim| numbers(claim).map_or(1, |(first, last)| last - first + 1));
    spans.sum()
}

/// Whether one claim leads to another over any number of references.
fn leads_to(graph: &[Vec<usize>], from: usize, to: usize) -> bool {
    let mut seen = vec![false; graph.len()];
    let mut waiting = graph[from].clone();
    while let Some(claim) = waiting.pop() {
        if claim == to {
            return true;
        }
        if !std::mem::replace(&mut seen[claim], true) {
            waiting.extend(&graph[claim]);
        }
    }
    false
}

/// The name of a claim for messages: its number, or its position.
fn label(set: &ClaimSet, index: usize) -> String {
    match numbers(&set.claims[index]) {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}-{last}"),
        None => (index + 1).to_string(),
    }
}
