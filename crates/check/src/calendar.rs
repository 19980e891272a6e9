//! Comparing dates that are known to the day, to the month or to the year.

use model::Ymd;

/// Whether `a` is certainly earlier than `b`: not so when one of them is too vague to tell.
pub(crate) fn is_before(a: Ymd, b: Ymd) -> bool {
    if a.year != b.year {
        return a.year < b.year;
    }
    let (Some(x), Some(y)) = (a.month, b.month) else {
        return false;
    };
    if x != y {
        return x < y;
    }
    matches!((a.day, b.day), (Some(x), Some(y)) if x < y)
}

/// The same day a number of months later; a day beyond the end of the month stays as it is.
pub(crate) fn months_later(date: Ymd, months: u16) -> Ymd {
    let Some(month) = date.month else {
        return Ymd {
            year: date.year + months.div_ceil(12),
            ..date
        };
    };
    let total = u16::from(month) - 1 + months;
    Ymd {
        year: date.year + total / 12,
        month: u8::try_from(total % 12 + 1).ok(),
        day: date.day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Date;

    fn ymd(raw: &str) -> Ymd {
        Date::new(raw).ymd().unwrap()
    }

    #[test]
    fn vague_dates_are_not_before_what_they_may_be() {
        assert!(is_before(ymd("20200101"), ymd("20200102")));
        assert!(!is_before(ymd("20200102"), ymd("20200102")));
        assert!(!is_before(ymd("20200100"), ymd("20200102")));
        assert!(is_before(ymd("20191200"), ymd("20200102")));
        assert!(!is_before(ymd("2020"), ymd("20201231")));
    }

    #[test]
    fn months_carry_into_years() {
        assert_eq!(months_later(ymd("20200315"), 12), ymd("20210315"));
        assert_eq!(months_later(ymd("20201115"), 14), ymd("20220115"));
        assert_eq!(months_later(ymd("2020"), 14).year, 2022);
    }
}
