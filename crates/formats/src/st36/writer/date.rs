//! Dates: eight digits.
//!
//! Clause: ST.2

use super::element::Element;
use model::Date;
use std::borrow::Cow;

/// A date as the standard writes it; what is none, or says the time of day too, stays as it is.
pub(super) fn digits(date: &Date) -> Cow<'_, str> {
    if !date.raw.contains('-') || date.has_time() {
        return Cow::Borrowed(&date.raw);
    }
    match date.ymd() {
        Some(ymd) => Cow::Owned(format!(
            "{:04}{:02}{:02}",
            ymd.year,
            ymd.month.unwrap_or(0),
            ymd.day.unwrap_or(0)
        )),
        None => Cow::Borrowed(&date.raw),
    }
}

/// Adds a `date`, unless there is none.
pub(super) fn leaf<'r>(element: &mut Element<'r>, date: &'r Date) {
    element.leaf("date", digits(date));
}

/// Adds an element that holds a date, unless there is none.
pub(super) fn held<'r>(element: &mut Element<'r>, name: &'static str, date: &'r Date) {
    let mut holder = Element::new(name);
    leaf(&mut holder, date);
    element.put(holder);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_eight_digits() {
        let written = |raw: &str| digits(&Date::new(raw)).into_owned();
        assert_eq!(written("2005-01-04"), "20050104");
        assert_eq!(written("2005-01"), "20050100");
        assert_eq!(written("20050104"), "20050104");
        assert_eq!(written("19950000"), "19950000");
        assert_eq!(written("soon"), "soon");
        assert_eq!(written("2023-03-27T15:09:53"), "2023-03-27T15:09:53");
    }
}
