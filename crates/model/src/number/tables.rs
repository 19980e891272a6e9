//! Numbers as data: one file for each family of offices.

mod america;
mod china;
mod europe;
mod germany;
mod japan;
mod korea;
mod pacific;
mod regional;
mod russia;
mod united_states;

use super::series::Series;

/// All series, the offices with the most documents first.
pub(super) const TABLES: [&[Series]; 10] = [
    united_states::SERIES,
    regional::SERIES,
    japan::SERIES,
    germany::SERIES,
    china::SERIES,
    korea::SERIES,
    europe::SERIES,
    pacific::SERIES,
    america::SERIES,
    russia::SERIES,
];

/// What is said of a family of offices in the manual.
pub(super) const NOTES: [(&str, &str); 10] = [
    ("United States", united_states::NOTE),
    ("Regional and international offices", regional::NOTE),
    ("Japan", japan::NOTE),
    ("Germany", germany::NOTE),
    ("China and Taiwan", china::NOTE),
    ("Korea", korea::NOTE),
    (
        "Other offices of Europe, Africa and the Near East",
        europe::NOTE,
    ),
    ("Australia, New Zealand, Hong Kong, India", pacific::NOTE),
    ("Other offices of America", america::NOTE),
    ("Russia and the Soviet Union", russia::NOTE),
];
