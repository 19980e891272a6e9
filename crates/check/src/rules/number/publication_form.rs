//! `number/publication-form`.

use crate::context::Place;
use crate::{Context, form, rule::Found};
use model::DocumentId;

rule! {
    /// A publication number has a form that its office uses.
    ///
    /// *What it checks:* numbers of the United States (a series of letters and up to eight digits,
    /// or a year and up to seven digits for applications), of the European Patent Office (up to
    /// seven digits) and of the International Bureau (year and serial number).
    ///
    /// *Why:* a number of another form is that of another document, or of none.
    ///
    /// *Example:* `EP 12345678` has a digit too many.
    ///
    /// Clause: ST.10/C
    struct PublicationForm = "number/publication-form", Error,
        "compare the number with the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, id) in context.patent().publication.documents.iter().enumerate() {
        if !id.is_empty() && !is_known_form(id) {
            let (office, number) = (&id.office, &id.number);
            found.say(
                Place::of("publication", index),
                number,
                format!("{number} is no publication number of {office}"),
            );
        }
    }
}

fn is_known_form(id: &DocumentId) -> bool {
    let compact = form::plain(&id.number);
    let compact = compact.strip_prefix(id.office.trim()).unwrap_or(&compact);
    let letters = compact.find(|c: char| c.is_ascii_digit());
    let (series, digits) = compact.split_at(letters.unwrap_or(compact.len()));
    match id.office.trim() {
        "US" => is_of_united_states(series, digits),
        "EP" => series.is_empty() && form::is_digits_of(digits, 1, 7),
        "WO" => {
            let is_year = matches!(digits.get(..2), Some("19" | "20"));
            let is_long = digits.len() == 10 && is_year;
            series.is_empty()
                && form::is_digits(digits)
                && (is_long || (7..=8).contains(&digits.len()))
        }
        _ => true,
    }
}

fn is_of_united_states(series: &str, digits: &str) -> bool {
    let is_series = matches!(
        series,
        "" | "D" | "RE" | "PP" | "H" | "T" | "AI" | "RX" | "X"
    );
    let is_year = matches!(digits.get(..2), Some("19" | "20"));
    let is_application = series.is_empty() && (9..=11).contains(&digits.len()) && is_year;
    is_series && form::is_digits(digits) && (digits.len() <= 8 || is_application)
}
