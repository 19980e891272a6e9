//! `claims/mention-missing`.

use super::{count, label, numbers};
use crate::context::Place;
use crate::{Context, rule::Found};
use model::text::inlines;

/// Words for claim in English, German and French, without their first letter.
const WORDS: [&str; 3] = ["laim", "nspr", "evendication"];

rule! {
    /// Claims that are mentioned in a claim exist.
    ///
    /// *What it checks:* the words of claims: "claim 12", "Anspruch 12", "revendication 12" and
    /// their plurals, against the highest number of the set.
    ///
    /// *Why:* sources without marked references say only here on what a claim depends.
    ///
    /// *Example:* "according to claim 12" in a document with 10 claims.
    ///
    /// Clause: ST.36 claim-text
    struct MentionMissing = "claims/mention-missing", Warning,
        "compare the words with the published claims";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (number, set) in context.patent().claim_sets.iter().enumerate() {
        let numbered = set.claims.iter().filter_map(numbers);
        let highest = numbered
            .map(|(_, last)| last)
            .max()
            .unwrap_or(0)
            .max(count(set));
        for (index, claim) in set.claims.iter().enumerate() {
            let mut mentioned = None;
            inlines(&claim.content, &mut |text| {
                if mentioned.is_none() {
                    mentioned = mentions(text).find(|number| *number > highest);
                }
            });
            if let Some(mentioned) = mentioned {
                let own = label(set, index);
                found.say(
                    Place::of("claims", number).nth("claim", index),
                    "",
                    format!("claim {own} mentions claim {mentioned}; the last claim is {highest}"),
                );
            }
        }
    }
}

/// The numbers that follow a word for claim and a blank.
fn mentions(text: &str) -> impl Iterator<Item = u32> {
    let bytes = text.as_bytes();
    let starts = bytes.windows(2).enumerate();
    let starts = starts.filter(|(_, pair)| pair[0] == b' ' && pair[1].is_ascii_digit());
    starts.filter_map(|(blank, _)| {
        let before = &text[..blank];
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
        let is_claim = word
            .get(1..)
            .is_some_and(|end| WORDS.iter().any(|start| end.starts_with(start)));
        let digits = &text[blank + 1..];
        let end = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        is_claim.then(|| digits[..end].parse().ok()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::mentions;

    #[test]
    fn numbers_after_words_for_claim() {
        let text = "as in Claim 3, nach Anspruch 4 oder Ansprüchen 5, \
            selon les revendications 6, claims that 7";
        assert_eq!(mentions(text).collect::<Vec<_>>(), [3, 4, 5, 6]);
    }
}
