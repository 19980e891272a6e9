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
        let Some(right) = check_digit(digits) else {
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

fn check_digit(digits: &str) -> Option<u32> {
    let values: Option<Vec<u32>> = digits.chars().map(|c| c.to_digit(10)).collect();
    let values = values.filter(|values| values.len() == 8)?;
    let weigh = |(index, digit): (usize, &u32)| {
        let product = if index % 2 == 0 { *digit } else { digit * 2 };
        product / 10 + product % 10
    };
    let sum: u32 = values.iter().enumerate().map(weigh).sum();
    Some((10 - sum % 10) % 10)
}
