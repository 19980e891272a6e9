//! Which claims depend on which.

mod spoken;

use model::{Claim, ClaimSet, Inline, ReferenceKind, text};
use spoken::Mention;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What is known of a claim's place among the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dependence {
    /// The claims it refers to, in the order of their numbers.
    pub(crate) on: Vec<Named>,
    /// The claim under which it stands in the tree: the first earlier one it refers to.
    pub(crate) parent: Option<usize>,
    /// Depth in the tree; 0 for an independent claim.
    pub(crate) depth: usize,
}

/// Claims that are referred to, by their indexes: one, or all from one number to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) first: usize,
    pub(crate) last: usize,
}

impl Dependence {
    /// The claim it refers to, when it is one only.
    pub(crate) fn only(&self) -> Option<usize> {
        match self.on.as_slice() {
            [Named { first, last }] if first == last => Some(*first),
            _ => None,
        }
    }
}

/// From this many claims on they are named as `4 to 9`, and not one by one.
const MANY: usize = 4;

/// The dependences of the claims of `set`, one a claim.
///
/// They come from the references marked in a claim and from its opening words: sources mark one claim of several, or
/// none.
pub(crate) fn dependences(set: &ClaimSet) -> Vec<Dependence> {
    let order = Order::of(set);
    let mut out: Vec<Dependence> = Vec::with_capacity(set.claims.len());
    for (index, claim) in set.claims.iter().enumerate() {
        let mut runs = Vec::new();
        text::inline_references(&claim.content, &mut |reference| {
            if reference.kind == ReferenceKind::Claim {
                let targets = reference.targets.split_whitespace();
                let ranks = targets.filter_map(|target| order.ids.get(target));
                runs.extend(ranks.map(|rank| (*rank, *rank)));
            }
        });
        let words = text::plain(&claim.content);
        for mention in spoken::mentions(&words) {
            runs.extend(order.run(mention, index));
        }
        let parent = order.parent(&runs, index);
        let depth = parent.map_or(0, |parent| out[parent].depth + 1);
        let on = order.named(runs, index);
        out.push(Dependence { on, parent, depth });
    }
    out
}

/// The claims of a set in the order of their numbers; a rank is a place in that order.
struct Order<'a> {
    /// First and last number, and index, of the claim at each rank.
    claims: Vec<(u32, u32, usize)>,
    /// The rank of the claim at each index.
    ranks: Vec<usize>,
    /// The ranks of identifiers.
    ids: BTreeMap<&'a str, usize>,
}

impl<'a> Order<'a> {
    fn of(set: &'a ClaimSet) -> Self {
        let number = |(index, claim): (usize, &Claim)| {
            let place = u32::try_from(index + 1).unwrap_or(u32::MAX);
            let (first, last) = numbers(&claim.number).unwrap_or((place, place));
            (first, last, index)
        };
        let mut claims: Vec<_> = set.claims.iter().enumerate().map(number).collect();
        claims.sort_by_key(|(first, _, index)| (*first, *index));
        let mut ranks = vec![0; claims.len()];
        let mut ids = BTreeMap::new();
        for (rank, (_, _, index)) in claims.iter().enumerate() {
            ranks[*index] = rank;
        }
        for (index, claim) in set.claims.iter().enumerate() {
            if !claim.id.is_empty() {
                ids.entry(claim.id.as_str()).or_insert(ranks[index]);
            }
        }
        Self { claims, ranks, ids }
    }

    /// The ranks, first and last, of the claims that the claim at `index` mentions.
    fn run(&self, mention: Mention, index: usize) -> Option<(usize, usize)> {
        let own = self.ranks[index];
        match mention {
            Mention::Numbers(first, last) => {
                let past =
                    |number: u32| self.claims.partition_point(|(first, ..)| *first <= number);
                let end = past(last).checked_sub(1)?;
                let before = self.claims.partition_point(|(start, ..)| *start < first);
                let holds = |rank: &usize| self.claims[*rank].1 >= first;
                let start = before.checked_sub(1).filter(holds).unwrap_or(before);
                // A claim that stands twice is named once.
                let end = if first == last { start.min(end) } else { end };
                (start <= end).then_some((start, end))
            }
            Mention::Before => own.checked_sub(1).map(|end| (0, end)),
            Mention::JustBefore => own.checked_sub(1).map(|end| (end, end)),
        }
    }

    fn parent(&self, runs: &[(usize, usize)], index: usize) -> Option<usize> {
        let claims = |(first, last): &(usize, usize)| &self.claims[*first..=*last];
        let mut claims = runs.iter().flat_map(|run| claims(run).iter().take(MANY));
        let earlier = claims.find(|(.., claim)| *claim < index);
        earlier.map(|(.., claim)| *claim)
    }

    /// The claims of `runs` without the claim at `index` itself, each once.
    fn named(&self, mut runs: Vec<(usize, usize)>, index: usize) -> Vec<Named> {
        let own = self.ranks[index];
        runs.sort_unstable();
        let mut merged: Vec<(usize, usize)> = Vec::new();
        for (first, last) in runs {
            match merged.last_mut() {
                Some(before) if first <= before.1 + 1 => before.1 = before.1.max(last),
                _ => merged.push((first, last)),
            }
        }
        let mut out = Vec::new();
        for (first, last) in merged {
            if (first..=last).contains(&own) {
                self.name(first, own, &mut out);
                self.name(own + 1, last + 1, &mut out);
            } else {
                self.name(first, last + 1, &mut out);
            }
        }
        out
    }

    /// Names the claims from the rank `start` to the one before `end`.
    fn name(&self, start: usize, end: usize, out: &mut Vec<Named>) {
        let claims = self.claims.get(start..end).unwrap_or_default();
        let index = |claim: &(u32, u32, usize)| claim.2;
        match claims {
            [first, .., last] if claims.len() >= MANY => out.push(Named {
                first: index(first),
                last: index(last),
            }),
            few => out.extend(few.iter().map(|claim| Named {
                first: index(claim),
                last: index(claim),
            })),
        }
    }
}

/// The numbers that a claim stands for: one, or a range such as `00002-00005`.
fn numbers(written: &str) -> Option<(u32, u32)> {
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let (first, last) = match written.split_once('-') {
        Some((first, last)) => (number(first)?, number(last)?),
        None => (number(written)?, number(written)?),
    };
    (first <= last).then_some((first, last))
}

/// The number of a claim without padding: `00002-00005` is `2-5`.
pub(crate) fn claim_number(written: &str) -> String {
    let plain = |text: &str| text.trim().trim_start_matches('0').to_owned();
    match written.split_once('-') {
        Some((first, last)) => format!("{}-{}", plain(first), plain(last)),
        None => plain(written),
    }
}

/// The words of a claim without its own number (`1. A kettle`, `2-5. (canceled)`), which is shown in front of them.
pub(crate) fn claim_words(claim: &Claim) -> Cow<'_, [Inline]> {
    let Some(mut count) = own_number(claim) else {
        return Cow::Borrowed(&claim.content);
    };
    let mut content = claim.content.clone();
    cut(&mut content, &mut count);
    Cow::Owned(content)
}

/// Takes the first `count` bytes of text away, and what is empty then.
fn cut(content: &mut Vec<Inline>, count: &mut usize) {
    let mut gone = 0;
    for inline in content.iter_mut() {
        if *count == 0 {
            break;
        }
        let is_empty = match inline {
            Inline::Text(text) => {
                let here = (*count).min(text.len());
                *count -= here;
                *text = text.get(here..).unwrap_or_default().into();
                text.is_empty()
            }
            Inline::Styled(styled) => {
                cut(&mut styled.content, count);
                styled.content.is_empty()
            }
            Inline::Part(part) => {
                cut(&mut part.content, count);
                false
            }
            _ => false,
        };
        gone += usize::from(is_empty);
        if !is_empty {
            break;
        }
    }
    content.drain(..gone);
}

/// How many bytes the words of a claim begin with that are its own number.
fn own_number(claim: &Claim) -> Option<usize> {
    let number = claim_number(&claim.number);
    let mut words = String::new();
    opening(&claim.content, &mut words);
    let mut rest = words.trim_start();
    for (nth, part) in number.split('-').enumerate() {
        if nth > 0 {
            rest = rest.trim_start().strip_prefix(['-', '\u{2013}'])?;
        }
        rest = rest.trim_start().strip_prefix(part)?;
    }
    let end = rest.trim_start_matches(' ').strip_prefix(['.', ')'])?;
    (!number.is_empty()).then(|| words.len() - end.trim_start_matches(' ').len())
}

/// How many bytes of a claim's opening can hold its number.
const NUMBER: usize = 64;

/// The first text of a claim; `false` when something else than text comes next.
fn opening(content: &[Inline], out: &mut String) -> bool {
    for inline in content {
        let goes_on = match inline {
            Inline::Text(text) => {
                out.push_str(text);
                true
            }
            Inline::Styled(styled) => opening(&styled.content, out),
            Inline::Part(part) => opening(&part.content, out),
            _ => false,
        };
        if !goes_on || out.len() > NUMBER {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Reference, Styled};

    fn claim(number: &str, content: Vec<Inline>) -> Claim {
        Claim {
            id: format!("CLM-{number}").into(),
            number: number.into(),
            content,
            ..Claim::default()
        }
    }

    fn set(claims: Vec<Claim>) -> ClaimSet {
        ClaimSet {
            claims,
            ..ClaimSet::default()
        }
    }

    fn words(claims: &[&str]) -> ClaimSet {
        let text = |text: &&str| vec![Inline::Text((*text).into())];
        let claims = claims.iter().enumerate();
        set(claims
            .map(|(index, words)| claim(&format!("{:04}", index + 1), text(words)))
            .collect())
    }

    fn reference(targets: &str) -> Inline {
        Inline::Reference(Box::new(Reference {
            kind: ReferenceKind::Claim,
            targets: targets.into(),
            ..Reference::default()
        }))
    }

    /// The numbers of the claims on which the last claim of `set` depends.
    fn last(set: &ClaimSet) -> Vec<(usize, usize)> {
        let mut all = dependences(set);
        let on = all.pop().unwrap_or_default().on;
        on.iter()
            .map(|named| (named.first + 1, named.last + 1))
            .collect()
    }

    #[test]
    fn a_tree_from_references_and_words() {
        let text = |text: &str| Inline::Text(text.into());
        let set = set(vec![
            claim("00001", vec![text("A device.")]),
            claim("00002", vec![reference("CLM-00001")]),
            claim("00003", vec![reference("CLM-00001 CLM-00002 CLM-00009")]),
            claim("00004", vec![text("Gerät nach Anspruch 3, wobei")]),
            claim("00005", vec![reference("CLM-00005")]),
        ]);
        let out = dependences(&set);
        assert_eq!(out[0], Dependence::default());
        assert_eq!(out[1].on, [Named { first: 0, last: 0 }]);
        let both = [Named { first: 0, last: 0 }, Named { first: 1, last: 1 }];
        assert_eq!((out[2].on.as_slice(), out[2].parent), (&both[..], Some(0)));
        assert_eq!((out[3].parent, out[3].depth), (Some(2), 2));
        assert_eq!(out[4], Dependence::default());
    }

    #[test]
    fn all_claims_that_are_meant() {
        let mut claims = vec!["A rail."; 5];
        for (words, wanted) in [
            ("The rail of claim 1 or 2.", vec![(1, 1), (2, 2)]),
            (
                "The rail of any one of claims 1 to 3.",
                vec![(1, 1), (2, 2), (3, 3)],
            ),
            ("Schiene nach einem der Ansprüche 2 bis 9.", vec![(2, 5)]),
            (
                "Rail selon l'une quelconque des revendications 1 à 3",
                vec![(1, 1), (2, 2), (3, 3)],
            ),
            ("The rail of any of the preceding claims.", vec![(1, 5)]),
            (
                "Schiene nach einem der vorhergehenden Ansprüche",
                vec![(1, 5)],
            ),
            (
                "Rail selon l'une des revendications précédentes",
                vec![(1, 5)],
            ),
            ("The rail of the preceding claim.", vec![(5, 5)]),
            (
                "The rail of claim 4 or claim 2, of 3 mm.",
                vec![(2, 2), (4, 4)],
            ),
            ("A rail of claim 70.", vec![]),
        ] {
            claims.push(words);
            assert_eq!(last(&self::words(&claims)), wanted, "{words}");
            claims.pop();
        }
    }

    #[test]
    fn marked_references_and_words_add_up() {
        let text = |text: &str| Inline::Text(text.into());
        let marked = Inline::Reference(Box::new(Reference {
            kind: ReferenceKind::Claim,
            targets: "CLM-1".into(),
            content: vec![text("claims 1")],
            ..Reference::default()
        }));
        let set = set(vec![
            claim("1", vec![text("A rail.")]),
            claim("2-4", vec![text("(canceled)")]),
            claim("5", vec![text("The rail of "), marked, text(" to 3.")]),
        ]);
        assert_eq!(last(&set), [(1, 1), (2, 2)]);
    }

    #[test]
    fn numbers_in_front_of_claims() {
        let bold = |text: &str| {
            Inline::Styled(Box::new(Styled {
                content: vec![Inline::Text(text.into())],
                ..Styled::default()
            }))
        };
        let text = |text: &str| Inline::Text(text.into());
        let one = claim("00001", vec![bold("1"), text(". A garment.")]);
        assert_eq!(own_number(&one), Some(3));
        let several = vec![bold("2"), text("-"), bold("5"), text(". (canceled)")];
        let several = claim("00002-00005", several);
        assert_eq!(own_number(&several), Some(5));
        assert_eq!(*claim_words(&several), [text("(canceled)")]);
        assert_eq!(own_number(&claim("1", vec![text("12. A rail")])), None);
        assert_eq!(own_number(&claim("", vec![text(". A rail")])), None);
        assert_eq!(claim_number("00002-00005"), "2-5");
    }
}
