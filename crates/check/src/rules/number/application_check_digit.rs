//! `number/application-check-digit`.

use crate::{Context, rule::Found};

rule! {
    /// The check digit of a European application number is right.
    ///
    /// *What it checks:* the digit after the point: the eight digits before it are multiplied by 1
    /// and 2 in turn, the digits of the products are added, and the sum with the check digit is a
    /// multiple of ten.
    ///
    /// *Why:* it shows a mistyped number.
    ///
    /// *Example:* `01234567.8` where the check digit is `4`.
    ///
    /// Clause: EP full text B210
    struct ApplicationCheckDigit = "number/application-check-digit", Error,
        "compare the number with the filing receipt";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    if !context.is_format("epfull") {
        return;
    }
    for id in &context.patent().application.documents {
        let Some((digits, check)) = id.number.trim().split_once('.') else {
            continue;
        };
        let Some(right) = model::number::european_check_digit(digits) else {
            continue;
        };
        if check.len() == 1 && check.as_bytes()[0].is_ascii_digit() && check != right.to_string() {
            found.say(
                "application[1]",
                &id.number,
                format!("the check digit of {} should be {right}", id.number),
            );
        }
    }
}
