//! `reference/wrong-kind`.

use crate::{Context, rule::Found};
use model::ReferenceKind;

rule! {
    /// A reference leads to what it says.
    ///
    /// *What it checks:* that references to claims lead to claims, and none to figures leads to a
    /// claim.
    ///
    /// *Why:* programs take the dependency of claims from these references.
    ///
    /// *Example:* `<claim-ref idref="f0001">`.
    ///
    /// Clause: ST.36 claim-ref, figref
    struct WrongKind = "reference/wrong-kind", Warning,
        "correct the identifier or the kind of reference";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let sets = &context.patent().claim_sets;
    let is_claim = |target: &str| {
        let mut claims = sets.iter().flat_map(|set| &set.claims);
        claims.any(|claim| claim.id == target)
    };
    let mut right = (ReferenceKind::Cross, "");
    for link in context.links() {
        let kind = link.reference.kind;
        for target in link.reference.targets.split_whitespace() {
            let is_wrong = match kind {
                _ if right == (kind, target) => false,
                ReferenceKind::Claim => !is_claim(target) && context.has_id(target),
                ReferenceKind::Figure => is_claim(target),
                ReferenceKind::Cross => false,
            };
            if is_wrong {
                let kind = kind.as_str();
                let message = format!("the reference to a {kind} leads to {target}, which is none");
                found.say(link.place, target, message);
            } else {
                right = (kind, target);
            }
        }
    }
}
