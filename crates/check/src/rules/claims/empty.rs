//! `claims/empty`.

use crate::context::Place;
use crate::{Context, rule::Found};
use model::{Claim, Inline};

rule! {
    /// Every claim says something.
    ///
    /// *What it checks:* that a claim has words, an image, a formula or a table.
    ///
    /// *Why:* an empty claim is a lost one.
    ///
    /// *Example:* `<claim num="3"><claim-text/></claim>`.
    ///
    /// Clause: ST.36 claim-text
    struct Empty = "claims/empty", Error, "take the claim from the published document";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (number, set) in context.patent().claim_sets.iter().enumerate() {
        for (index, claim) in set.claims.iter().enumerate() {
            if !has_content(&claim.content) {
                found.say(
                    Place::of("claims", number).nth("claim", index),
                    "",
                    format!("claim {} is empty", shown(claim, index)),
                );
            }
        }
    }
}

fn shown(claim: &Claim, index: usize) -> String {
    if claim.number.trim().is_empty() {
        return (index + 1).to_string();
    }
    claim.number.to_string()
}

fn has_content(content: &[Inline]) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Text(text) => !text.trim().is_empty(),
        Inline::Part(part) => has_content(&part.content),
        Inline::Styled(styled) => has_content(&styled.content),
        Inline::Change(change) => has_content(&change.content),
        Inline::Break(_) | Inline::Instruction(_) => false,
        _ => true,
    })
}
