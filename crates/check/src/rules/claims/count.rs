//! `claims/count`.

use super::count;
use crate::{Context, form, rule::Found};

rule! {
    /// There are as many claims as the bibliographic data say.
    ///
    /// *What it checks:* the stated number against the claims of the first set. Reissues print
    /// deleted claims too, and are not looked at.
    ///
    /// *Why:* a difference is a lost claim, or a wrong fee.
    ///
    /// *Example:* 20 stated, 19 there.
    ///
    /// Clause: ST.36 number-of-claims; ST.96 V6_0 pat:ClaimTotalQuantity
    struct Count = "claims/count", Warning, "compare both with the published document";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let (Some(stated), Some(set)) = (form::number(&patent.claim_count), patent.claim_sets.first())
    else {
        return;
    };
    let counted = if context.is_kind('E') {
        stated
    } else {
        count(set)
    };
    if counted > 0 && counted != stated {
        found.say(
            "claims[1]",
            &patent.claim_count,
            format!("{stated} claims are stated, {counted} are there"),
        );
    }
}
