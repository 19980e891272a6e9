//! How claims depend on each other.

use super::Link;
use model::{ClaimSet, ReferenceKind};
use std::collections::BTreeMap;

/// For each claim of a set, the claims of the set to which it refers.
pub(crate) type Graph = Vec<Vec<usize>>;

/// The references between the claims of each set.
pub(super) fn dependencies(sets: &[ClaimSet], links: &[Link<'_>]) -> Vec<Graph> {
    let empty = sets.iter().map(|set| vec![Vec::new(); set.claims.len()]);
    let mut graphs: Vec<Graph> = empty.collect();
    let is_claim = |link: &&Link<'_>| link.reference.kind == ReferenceKind::Claim;
    let mut places: Vec<BTreeMap<&str, usize>> = Vec::new();
    for link in links.iter().filter(is_claim) {
        let Some((set, claim)) = link.claim else {
            continue;
        };
        if places.is_empty() {
            places.extend(sets.iter().map(numbered));
        }
        let targets = link.reference.targets.split_whitespace();
        graphs[set][claim].extend(targets.filter_map(|target| places[set].get(target)));
    }
    graphs
}

fn numbered(set: &ClaimSet) -> BTreeMap<&str, usize> {
    let claims = set.claims.iter().enumerate();
    claims
        .map(|(index, claim)| (claim.id.as_str(), index))
        .collect()
}
