//! `number/series-differs`.

use crate::{Context, form, rule::Found};

rule! {
    /// The series code is the beginning of the application number.
    ///
    /// *What it checks:* in documents of the United States, the series code against the first two
    /// digits of the number.
    ///
    /// *Why:* the serial number alone is not unique; with a wrong series it is another file.
    ///
    /// *Example:* series `12` with application `10123456`.
    ///
    /// Clause: Red Book us-application-series-code
    struct SeriesDiffers = "number/series-differs", Warning,
        "compare both with the filing receipt";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let series = context.patent().application.series.trim();
    let Some(id) = context.application() else {
        return;
    };
    let number = id.number.trim();
    if form::is_digits_of(series, 2, 2)
        && form::is_digits_of(number, 8, 8)
        && !number.starts_with(series)
    {
        found.say(
            "application/series",
            series,
            format!("the series code is {series}, the application number {number}"),
        );
    }
}
