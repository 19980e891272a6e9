//! Points in time, as HTTP and as people write them.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/// A second in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    seconds: i64,
}

struct Parts {
    year: i64,
    month: usize,
    day: i64,
    seconds: i64,
}

impl Moment {
    /// The second in which a moment lies, given in milliseconds since 1970-01-01 UTC.
    pub(crate) fn from_millis(millis: i64) -> Self {
        Self {
            seconds: millis.div_euclid(1000),
        }
    }

    /// Days to a civil date, after the algorithm of Howard Hinnant.
    fn parts(self) -> Parts {
        let days = self.seconds.div_euclid(86_400) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        Parts {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month: usize::try_from(month).unwrap_or(1),
            day: day_of_year - (153 * shifted + 2) / 5 + 1,
            seconds: self.seconds.rem_euclid(86_400),
        }
    }

    /// `Sun, 22 Nov 2026 16:50:03 GMT`.
    pub(crate) fn http(self) -> String {
        let Parts {
            year,
            month,
            day,
            seconds,
        } = self.parts();
        let weekday = usize::try_from(self.seconds.div_euclid(86_400).rem_euclid(7)).unwrap_or(0);
        format!(
            "{}, {day:02} {} {year:04} {:02}:{:02}:{:02} GMT",
            DAYS[weekday],
            &MONTHS[month - 1][..3],
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    }

    /// Reads the form that [`Moment::http`] writes; other forms are none of today's.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (_, rest) = text.trim().split_once(", ")?;
        let fields: Vec<&str> = rest.split(' ').collect();
        let [day, month, year, time, "GMT"] = fields[..] else {
            return None;
        };
        let month = MONTHS.iter().position(|name| name[..3] == *month)?;
        let clock: Vec<i64> = time
            .split(':')
            .filter_map(|part| part.parse().ok())
            .collect();
        let [hours, minutes, seconds] = clock[..] else {
            return None;
        };
        let days = days(
            year.parse().ok()?,
            i64::try_from(month).ok()? + 1,
            day.parse().ok()?,
        )?;
        Some(Self {
            seconds: days * 86_400 + hours * 3600 + minutes * 60 + seconds,
        })
    }

    /// `2026-11-22T16:50:03Z`.
    pub(crate) fn iso(self) -> String {
        let Parts {
            year,
            month,
            day,
            seconds,
        } = self.parts();
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        format!(
            "{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{:02}Z",
            seconds % 60
        )
    }

    /// `22 November 2026`.
    pub(crate) fn day(self) -> String {
        let Parts {
            year, month, day, ..
        } = self.parts();
        format!("{day} {} {year}", MONTHS[month - 1])
    }
}

fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=9999).contains(&year) || !(1..=31).contains(&day) {
        return None;
    }
    let year = year - i64::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let shifted = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * shifted + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// `2007-09-18` as `18 September 2007`, `2000-06` as `June 2000`; anything else as it stands.
pub(crate) fn words(iso: &str) -> String {
    let mut parts = iso.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let month = month.and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    let day = parts.next().and_then(|day| day.parse::<u8>().ok());
    match (month, day) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments() {
        for (millis, http, iso) in [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"),
            (
                784_111_777_999,
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "1994-11-06T08:49:37Z",
            ),
            (
                951_782_400_000,
                "Tue, 29 Feb 2000 00:00:00 GMT",
                "2000-02-29T00:00:00Z",
            ),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT", "1969-12-31T23:59:59Z"),
        ] {
            let moment = Moment::from_millis(millis);
            assert_eq!(moment.http(), http);
            assert_eq!(moment.iso(), iso);
            assert_eq!(Moment::parse(http), Some(moment));
        }
        assert_eq!(Moment::parse("yesterday"), None);
        assert_eq!(
            Moment::from_millis(784_111_777_000).day(),
            "6 November 1994"
        );
    }

    #[test]
    fn dates_in_words() {
        assert_eq!(words("2007-09-18"), "18 September 2007");
        assert_eq!(words("2000-06"), "June 2000");
        assert_eq!(words("1995"), "1995");
        assert_eq!(words("soon"), "soon");
        assert_eq!(words("2000-13-01"), "2000-13-01");
    }
}
