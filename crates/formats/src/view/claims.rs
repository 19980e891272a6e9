//! Which claims depend on which.

use model::{Claim, ClaimSet, Inline, Reference, ReferenceKind, text};

/// What is known of a claim's place among the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dependence {
    /// Indexes of the claims it refers to, in order, each once.
    pub(crate) on: Vec<usize>,
    /// The claim under which it stands in the tree: the first earlier one it refers to.
    pub(crate) parent: Option<usize>,
    /// Depth in the tree; 0 for an independent claim.
    pub(crate) depth: usize,
}

/// The dependences of the claims of `set`, one a claim.
///
/// They come from the references marked in a claim; where none is marked, from its opening words.
pub(crate) fn dependences(set: &ClaimSet) -> Vec<Dependence> {
    let mut out: Vec<Dependence> = Vec::with_capacity(set.claims.len());
    for (index, claim) in set.claims.iter().enumerate() {
        let mut on = Vec::new();
        text::inline_references(&claim.content, &mut |reference| {
            if reference.kind == ReferenceKind::Claim {
                targets(set, reference, &mut on);
            }
        });
        if on.is_empty() {
            on = spoken(set, index);
        }
        on.retain(|target| *target != index);
        let parent = on.iter().copied().find(|target| *target < index);
        let depth = parent.map_or(0, |parent| out[parent].depth + 1);
        out.push(Dependence { on, parent, depth });
    }
    out
}

fn targets(set: &ClaimSet, reference: &Reference, on: &mut Vec<usize>) {
    for target in reference.targets.split_whitespace() {
        let found = set.claims.iter().position(|claim| claim.id == target);
        match found {
            Some(index) if !on.contains(&index) => on.push(index),
            _ => {}
        }
    }
}

/// Words before the number of a claim in the languages of sources without marked references.
const CLAIM_WORDS: &[&str] = &[
    "claim",
    "claims",
    "anspruch",
    "ansprüche",
    "ansprüchen",
    "anspruchs",
    "patentanspruch",
    "patentansprüche",
    "patentansprüchen",
    "revendication",
    "revendications",
    "reivindicación",
    "reivindicacion",
    "reivindicaciones",
];

/// How far into a claim its reference to another one is looked for, in words.
const OPENING: usize = 60;

/// The first claim named in the opening words of a claim.
fn spoken(set: &ClaimSet, index: usize) -> Vec<usize> {
    let plain = text::plain(&set.claims[index].content).to_lowercase();
    let mut words = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(OPENING);
    while let Some(word) = words.next() {
        if !CLAIM_WORDS.contains(&word) {
            continue;
        }
        let number = words.next().and_then(|word| word.parse::<usize>().ok());
        let found = number.and_then(|number| numbered(set, number));
        if let Some(found) = found.filter(|found| *found < index) {
            return vec![found];
        }
    }
    Vec::new()
}

fn numbered(set: &ClaimSet, number: usize) -> Option<usize> {
    set.claims
        .iter()
        .position(|claim| claim.number.trim().parse() == Ok(number))
}

/// How many bytes the words of a claim begin with that are its own number (`1. A kettle`).
pub(crate) fn own_number(claim: &Claim) -> Option<usize> {
    let number = claim.number.trim().trim_start_matches('0');
    let first = first_text(&claim.content)?;
    let start = first.trim_start();
    let rest = start.strip_prefix(number)?;
    let rest = rest.trim_start_matches(' ');
    let end = rest.strip_prefix(['.', ')'])?;
    (!number.is_empty()).then(|| first.len() - end.trim_start_matches(' ').len())
}

fn first_text(content: &[Inline]) -> Option<&str> {
    match content.first()? {
        Inline::Text(text) => Some(text),
        Inline::Part(part) => first_text(&part.content),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(claims: &[(&str, Vec<Inline>)]) -> ClaimSet {
        let claim = |(index, (_, content)): (usize, &(&str, Vec<Inline>))| Claim {
            id: format!("CLM-{:05}", index + 1).into(),
            number: format!("{:05}", index + 1).into(),
            content: content.clone(),
            ..Claim::default()
        };
        ClaimSet {
            claims: claims.iter().enumerate().map(claim).collect(),
            ..ClaimSet::default()
        }
    }

    fn reference(targets: &str) -> Vec<Inline> {
        vec![Inline::Reference(Box::new(Reference {
            kind: ReferenceKind::Claim,
            targets: targets.into(),
            ..Reference::default()
        }))]
    }

    #[test]
    fn a_tree_from_references_and_words() {
        let set = set(&[
            ("", vec![Inline::Text("A device.".into())]),
            ("", reference("CLM-00001")),
            ("", reference("CLM-00001 CLM-00002 CLM-00009")),
            (
                "",
                vec![Inline::Text("Gerät nach Anspruch 3, wobei".into())],
            ),
            ("", reference("CLM-00005")),
        ]);
        let out = dependences(&set);
        assert_eq!(out[0], Dependence::default());
        assert_eq!(out[1].on, [0]);
        assert_eq!(
            (out[2].on.as_slice(), out[2].parent),
            (&[0, 1][..], Some(0))
        );
        assert_eq!((out[3].parent, out[3].depth), (Some(2), 2));
        assert_eq!(out[4], Dependence::default());
    }
}
