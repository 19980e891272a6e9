//! `molecule/number-order`.

use crate::listing::End;
use crate::rule::Found;

listing_rule! {
    /// Sequences are numbered from 1, in order and without gaps.
    ///
    /// *What it checks:* all numbers of the listing; one finding tells all.
    ///
    /// *Why:* a gap is a lost sequence.
    ///
    /// *Example:* 1, 2, 4.
    ///
    /// *Draft id:* `XSIDN_3`
    ///
    /// Clause: ST.26 10, 51
    End struct NumberOrder = "molecule/number-order", Error,
        "number the sequences 1, 2, 3 in their order; one that is left out is skipped with 000";
}

fn check(end: &End<'_>, found: &mut Found<'_>) {
    let ledger = end.ledger;
    let Some(first) = &ledger.displaced else {
        return;
    };
    let (missing, explained) = (ledger.missing(), ledger.repeated + ledger.unnumbered);
    let message = if missing > explained {
        let gaps: Vec<String> = ledger
            .gaps()
            .take(5)
            .map(|(from, to)| match from == to {
                true => from.to_string(),
                false => format!("{from} to {to}"),
            })
            .collect();
        format!("numbers are missing: {}", gaps.join(", "))
    } else if missing == 0 && explained == 0 {
        format!(
            "sequence {} stands where sequence {} is due",
            first.number, first.due
        )
    } else {
        return;
    };
    let path = format!("sequence[{}]/@sequenceIDNumber", first.number);
    found.say_within(path, &first.span, &first.number.to_string(), message);
}
