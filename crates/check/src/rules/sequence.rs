//! Rules about sequences and running numbers.

pub(crate) mod citations;
pub(crate) mod figures;
pub(crate) mod paragraphs;
pub(crate) mod parties;
pub(crate) mod priorities;

use crate::form;
use std::collections::BTreeSet;

/// Positions of the texts that stand further ahead already; empty texts do not count.
fn repeated(texts: &[&str]) -> Vec<usize> {
    if form::ascend(texts.iter().copied()) {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let numbered = texts.iter().copied().enumerate();
    let again = numbered.filter(|(_, text)| !text.is_empty() && !seen.insert(*text));
    again.map(|(index, _)| index).collect()
}
